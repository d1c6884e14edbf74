"""The paragraphs of a plain text, whether a line is a paragraph or lines were broken at a fixed width."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 110  # characters; texts broken by hand or by mail programs are of such a width
FEWEST_BROKEN = 3  # lines that go on in the next before we believe that there is a width
MOSTLY = 0.6  # share of such lines that must be filled up to the width


class Paragraph(NamedTuple):
    """A stretch of a text without blank margins; `apart` tells whether a blank line stands before it."""

    start: int
    end: int
    text: str
    apart: bool = True


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text; together they hold each of its non-blank characters."""
    lines = list(_lines(text))
    found: list[Paragraph] = []
    for run in _runs(lines, _width(lines)):
        start, end = run[0].start, run[-1].end
        found.append(run[0] if len(run) == 1 else Paragraph(start, end, text[start:end], run[0].apart))
    return found


def _runs(lines: list[Paragraph], width: int) -> Iterator[list[Paragraph]]:
    """Yield the lines that make up each paragraph."""
    run = lines[:1]
    for before, line in pairwise(lines):
        if line.apart or not _runs_on(before.text, line.text, width):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _lines(text: str) -> Iterator[Paragraph]:
    position, apart = 0, True
    for line in text.split("\n"):
        content = line.strip()
        if content:
            start = position + len(line) - len(line.lstrip())
            yield Paragraph(start, start + len(content), content, apart)
        apart = not content
        position += len(line) + 1


def _width(lines: list[Paragraph]) -> int:
    """Return the width lines were broken at, 0 where they were not."""
    pairs = [
        (line.text, after.text) for line, after in pairwise(lines) if not after.apart and len(line.text) <= WIDEST
    ]
    if len(pairs) < FEWEST_BROKEN:
        return 0
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[len(lengths) * 19 // 20]  # one line in twenty may be longer, such as an address
    broken = sum(_runs_on(line, after, width) for line, after in pairs)
    return width if width >= NARROWEST and broken >= MOSTLY * len(pairs) else 0


def _runs_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line goes on in the following: its first word would not have fitted."""
    if following[0].islower():
        return True
    if not width or (len(line) > WIDEST and line[-1] in ".!?"):
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width
