"""From blocks of lines to paragraphs: indents, gaps, short last lines, and words broken at the end of a line."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from desktop_app.core.importing.pdf.columns import Block
from desktop_app.core.importing.pdf.lines import Line

LEADING = 1.35  # times the type size from line to line, where a document does not tell
APART = 1.25  # times the usual distance between two lines; what is farther apart is another paragraph
INDENT = 0.6, 6.0  # of the type size, least and most
SLACK = 0.6  # of the type size that must be left beside the next word to say that it would have fitted
JUSTIFIED, FEWEST_JUSTIFIED = 0.6, 5  # share of the lines that end at the edge, and how many lines it takes to tell
JUSTIFIED_SLACK = 1.0  # of the type size that a last line may leave where all others leave nothing
BESIDE_PICTURE = 20  # letters a line beside a picture has at least
SAME_SIZE = 1.08  # ratio of type sizes within a paragraph
MOST_INDENTED = 0.5  # share of the lines; where more are indented, the others begin the paragraphs
BROKEN = 0.02  # share of the lines that end in a hyphen where a program broke the words
_BULLET = re.compile(r"[•▪◦‣●○■□➢➤∙·–—*-]\s|\(?\d{1,2}[.)]\s|[•▪◦‣●■]")
_ENDS = re.compile(r"[.!?…:;。！？؟۔:][\"'”’»›“」』)\]]*$")
_BREAK = re.compile(r"([^\W\d_]+)[-‐]$")
_COMPOUND = re.compile(r"\w[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass
class Paragraph:
    """Lines that run on, in one type; `page` counts from 0."""

    lines: list[Line]
    page: int
    block: Block = field(repr=False)

    @property
    def size(self) -> float:
        """The size of the type, in points."""
        return self.lines[0].size

    @property
    def texts(self) -> list[str]:
        """The texts of the lines."""
        return [line.text for line in self.lines]


def usual_leading(blocks: Iterable[Block]) -> float:
    """Return how far apart the lines of a document are, in type sizes."""
    steps = [(before.base - line.base) / line.size for block in blocks for before, line in pairwise(block.lines)]
    return median(steps) if steps else LEADING


def paragraphs(blocks: Sequence[Block], page: int, leading: float = LEADING) -> Iterator[Paragraph]:
    """Yield the paragraphs of the blocks of a page; `leading` is what is usual in the document."""
    for block in blocks:
        layout = _Layout(block, leading)
        run = block.lines[:1]
        for before, line in pairwise(block.lines):
            if layout.begins(before, line):
                yield Paragraph(run, page, block)
                run = []
            run.append(line)
        yield Paragraph(run, page, block)


def run_on(found: Iterable[Paragraph], body: float) -> list[Paragraph]:
    """Join what goes on in the next column or on the next page; `body` is the size of the running text."""
    joined: list[Paragraph] = []
    for paragraph in found:
        if joined and _goes_on(joined[-1], paragraph, body):
            joined[-1].lines += paragraph.lines
            joined[-1].block = paragraph.block
        else:
            joined.append(Paragraph(list(paragraph.lines), paragraph.page, paragraph.block))
    return joined


def body_size(found: Iterable[Paragraph]) -> float:
    """Return the size most of the text is set in, to half a point."""
    sizes: Counter[float] = Counter()
    for paragraph in found:
        sizes[round(paragraph.size * 2) / 2] += sum(len(line.text) for line in paragraph.lines)
    return sizes.most_common(1)[0][0] if sizes else 0.0


class Hyphens:
    """What a document tells about hyphens at the end of its lines: where words were broken, where they have one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: set[str] = set()  # with the hyphens within them, as far as they stand in one line
        self._whole: set[str] = set()  # between spaces, and not at the beginning or the end of a line
        for line in lines:
            words = re.findall(r"[^\W_]+(?:[-‐][^\W_]+)*", line.casefold())
            self._words.update(words)
            self._whole.update(words[1:-1])
        ends = sum(bool(_BREAK.search(line)) for line in lines)
        self._breaks_words = ends >= max(2, BROKEN * len(lines))

    def text(self, lines: Sequence[str]) -> str:
        """Return the lines of a paragraph joined."""
        found = lines[0]
        for line in lines[1:]:
            found = self._joined(found, line)
        return found

    def _joined(self, before: str, line: str) -> str:
        if "\t" in line or "\t" in before.rsplit("\n", 1)[-1]:
            return f"{before}\n{line}"
        broken, following = _BREAK.search(before[-60:]), _FIRST_WORD.match(line)
        if broken and following:
            return (before[:-1] if self._is_broken(broken[1], following[0]) else before) + line
        if _COMPOUND.search(before[-3:]) and line[0].isalnum():
            return before + line
        return before + ("" if _unspaced(before[-1]) and _unspaced(line[0]) else " ") + line

    def _is_broken(self, head: str, tail: str) -> bool:
        """Tell whether a hyphen only stands where a word was broken, and not in the word."""
        if tail[0].isupper() and not head.isupper():
            return False
        head, tail = head.casefold(), tail.casefold()
        if head + tail in self._words:
            return True
        if not self._breaks_words or f"{head}-{tail}" in self._words:
            return False
        return head not in self._whole or tail not in self._whole


class _Layout:
    """How a block sets its paragraphs."""

    def __init__(self, block: Block, leading: float) -> None:
        self._end = block.end
        self._size = median(line.size for line in block.lines)
        self._left = min(line.start for line in block.lines)
        steps = [before.base - line.base for before, line in pairwise(block.lines)]
        self._step = median(steps) if len(steps) > 2 else leading * self._size
        full = sum(block.end - line.end < 0.5 * self._size for line in block.lines)
        self._justified = len(block.lines) >= FEWEST_JUSTIFIED and full >= JUSTIFIED * len(block.lines)
        indented = sum(self._indent(line) >= INDENT[0] for line in block.lines)
        self._hanging = indented > MOST_INDENTED * len(block.lines)

    def _indent(self, line: Line) -> float:
        return (line.start - self._left) / self._size

    def begins(self, before: Line, line: Line) -> bool:
        """Tell whether a line begins a paragraph after the one before it."""
        if before.base - line.base > max(APART * self._step, 1.1 * line.size):
            return True
        if max(before.size, line.size) > SAME_SIZE * min(before.size, line.size) or before.bold != line.bold:
            return True
        if "\t" in before.text and "\t" in line.text:
            return False
        if _BULLET.match(line.text):
            return True
        return not self._centred(before, line) and (self._indents(before, line) or self._ends_short(before, line))

    def _indents(self, before: Line, line: Line) -> bool:
        step = self._indent(line) - self._indent(before)
        if self._hanging:
            return step <= -INDENT[0] and bool(_ENDS.search(before.text) or _BULLET.match(line.text))
        if step >= INDENT[0]:
            return self._indent(line) <= INDENT[1] and not line.text[0].islower()
        return step > -INDENT[0] and self._indent(line) >= INDENT[0] and bool(_ENDS.search(before.text))

    def _ends_short(self, before: Line, line: Line) -> bool:
        """Tell whether the first word of a line would have fitted to the end of the one before it."""
        if line.text[0].islower() or _BREAK.search(before.text):
            return False
        left = self._end - before.end
        if self._justified and left > JUSTIFIED_SLACK * self._size and _ENDS.search(before.text):
            return True
        # beside a picture the lines are short together
        beside = abs(line.end - before.end) < self._size and not _ENDS.search(before.text)
        return left - line.first > SLACK * self._size and not (beside and len(before.text) >= BESIDE_PICTURE)

    def _centred(self, before: Line, line: Line) -> bool:
        """Tell whether two lines are centred on each other, as those of a heading are."""
        if _ENDS.search(before.text):
            return False
        shift = abs((before.start + before.end) - (line.start + line.end)) / 2
        return shift < 0.3 * self._size and abs(before.start - line.start) > 0.3 * self._size


def _goes_on(before: Paragraph, after: Paragraph, body: float) -> bool:
    """Tell whether a paragraph at the head of a column goes on from the last of the column before."""
    last, first = before.lines[-1], after.lines[0]
    if before.block is after.block or len(before.block.lines) + len(after.block.lines) < 4:
        return False
    if before.lines[-1] is not before.block.lines[-1] or after.lines[0] is not after.block.lines[0]:
        return False
    if abs(last.size - first.size) > 0.5 or abs(last.size - body) > 1 or last.bold or first.bold:
        return False
    if "\t" in last.text + first.text or _ENDS.search(last.text) or _BULLET.match(first.text):
        return False
    return (
        first.text[0].islower() or bool(_BREAK.search(last.text)) or not first.text[0].isalpha() or _is_full(before)
    )


def _is_full(paragraph: Paragraph) -> bool:
    """Tell whether the last line reaches the end of its column, so that the text may go on elsewhere."""
    return len(paragraph.block.lines) > 2 and paragraph.block.end - paragraph.lines[-1].end < paragraph.size


def _unspaced(letter: str) -> bool:
    """Tell whether a letter is of a script without spaces between words."""
    return unicodedata.east_asian_width(letter) in "WF" and not "\uac00" <= letter <= "\ud7af"
