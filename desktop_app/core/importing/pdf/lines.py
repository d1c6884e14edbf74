"""From the words of a page to its lines: what stands on one height, parted where columns part it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from desktop_app.core.importing.pdf.words import Word, is_rtl

SAME_HEIGHT = 0.25  # of the type size by which the words of a line may stand higher or lower
RAISED_SIZE, RAISED_HEIGHT, RAISED_NEAR = 0.85, 0.6, 0.5  # of the type size: how small, how high, how near
NARROWEST_GUTTER = 0.8  # of the type size; between columns of newspapers
WIDE = 2.0  # of the type size; more is left between words only by mistake
REACH = 4  # times the type size, up and down, in which lines around a gap count
TRIED = (0.25, 0.5, 0.75)  # of a gap, since a line may begin with an indent or end short
LOOKED_AT = 6  # lines above a gap, and as many below, that tell whether it is a gutter
ENOUGH = 3  # of them, if none speaks against it
PROSE = 20  # letters a line of a text column has and a cell of a table has not
_LIST_MARK = re.compile(r"^(\W|\(?\w{1,3}[.)])\t")


@dataclass(slots=True)
class Line:
    """A line of one column, in logical order; `start` and `end` are where reading it begins and ends.

    On a page read from right to left these count from the right. `first` is the width of the first word,
    `places` the first and the last place of its words in the order of drawing. Cells of a table stand in one
    line, tabs between them.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    bold: bool
    first: float
    places: tuple[int, int]


def reads_rtl(words: Sequence[Word]) -> bool:
    """Tell whether a page is read from right to left."""
    sides = [is_rtl(word.text) for word in words if any(letter.isalpha() for letter in word.text)]
    return sum(sides) * 2 > len(sides)


def lines(words: Sequence[Word]) -> list[Line]:
    """Return the lines of a page from top to bottom."""
    rtl = reads_rtl(words)
    if rtl:
        turned = _brackets_turned(words)
        words = [
            replace(word, left=-word.right, right=-word.left, text=word.text.translate(turned)) for word in words
        ]
    rows = _rows(words)
    parted = [_parted(row, _near(rows, place)) for place, row in enumerate(rows)]
    return [_line(cells, rtl=rtl) for row in _with_tables(parted) for cells in row]


def _brackets_turned(words: Sequence[Word]) -> dict[int, int]:
    """Return what to replace brackets by where most open at the end of a word; files disagree on their sides."""
    wrong = sum((word.text[0] in ")]") + (word.text[-1] in "([") for word in words)
    right = sum((word.text[0] in "([") + (word.text[-1] in ")]") for word in words)
    return str.maketrans("()[]", ")(][") if wrong > right else {}


def _near(rows: Sequence[Sequence[Word]], place: int) -> tuple[list[Sequence[Word]], list[Sequence[Word]]]:
    """Return the rows directly above and below a row."""
    base, reach = rows[place][0].base, REACH * max(word.size for word in rows[place])
    above = rows[max(0, place - LOOKED_AT) : place]
    below = rows[place + 1 : place + 1 + LOOKED_AT]
    return [row for row in above if row[0].base - base <= reach], [
        row for row in below if base - row[0].base <= reach
    ]


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by height, each row from its beginning to its end."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        last = rows[-1][-1] if rows else None
        if last and last.base - word.base <= SAME_HEIGHT * min(word.size, last.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    rows = _with_raised(rows)
    for row in rows:
        row.sort(key=lambda word: (word.left, word.place))
    return rows


def _with_raised(rows: Sequence[list[Word]]) -> list[list[Word]]:
    """Return the rows with small raised or lowered words, such as marks of footnotes, in the row they belong to."""
    found = [list(row) for row in rows]
    largest = [max(word.size for word in row) for row in rows]
    for place, row in enumerate(found):
        for beside in (at for at in (place - 1, place + 1) if 0 <= at < len(found)):
            for word in [word for word in row if word.size <= RAISED_SIZE * largest[beside]]:
                if any(_is_raised(word, other) for other in found[beside]):
                    row.remove(word)
                    found[beside].append(word)
    return [row for row in found if row]


def _is_raised(word: Word, beside: Word) -> bool:
    touch = max(word.left - beside.right, beside.left - word.right) < RAISED_NEAR * beside.size
    near = abs(word.base - beside.base) <= RAISED_HEIGHT * beside.size
    return word.size <= RAISED_SIZE * beside.size and near and touch


def _parted(row: Sequence[Word], near: tuple[list[Sequence[Word]], list[Sequence[Word]]]) -> list[list[Word]]:
    """Part a row at the gutters between columns and at the gaps between cells."""
    found, end = [[row[0]]], row[0].right
    for before, word in pairwise(row):
        gap = (word.left - end) / max(word.size, before.size)
        if gap >= NARROWEST_GUTTER:
            lines_down = [end + share * (word.left - end) for share in TRIED]
            sides = [[_sides(rows, at) for rows in near] for at in lines_down]
            if any(_is_gutter(gap, both, drawn_together=word.place - before.place == 1) for both in sides):
                found.append([])
        found[-1].append(word)
        end = max(end, word.right)
    return found


def _sides(rows: Sequence[Sequence[Word]], middle: float) -> tuple[int, int]:
    """Return how many rows have a word across a line down the page, and how many have words on each side of it.

    The lines of neighbouring columns may stand on different heights, and so in different rows.
    """
    crossing = sum(any(word.left < middle < word.right for word in row) for row in rows)
    left, right = sum(row[0].right <= middle for row in rows), sum(row[-1].left >= middle for row in rows)
    return crossing, min(left, right)


def _is_gutter(gap: float, sides: Sequence[tuple[int, int]], *, drawn_together: bool) -> bool:
    """Tell whether the lines around leave the same gap, or the gap is too wide for one between words."""
    crossing, clear = sum(crossed for crossed, _ in sides), sum(left for _, left in sides)
    if gap >= WIDE:
        return crossing <= clear + 1
    if drawn_together:
        return crossing == 0 and clear > ENOUGH
    return (crossing == 0 and clear >= 2) or any(not crossed and left >= ENOUGH for crossed, left in sides)


def _with_tables(rows: Sequence[list[list[Word]]]) -> list[list[list[list[Word]]]]:
    """Return for each row its lines, and for each line its cells.

    What is drawn cell after cell along a row is a table or a form, unless its cells are as long as lines.
    """
    shortest = [
        min(_length(left), _length(right))
        for row in rows
        for left, right in pairwise(row)
        if _drawn_together(left, right)
    ]
    if not shortest or median(shortest) >= PROSE:
        return [[[cell] for cell in row] for row in rows]
    found = []
    for row in rows:
        together = [[row[0]]]
        for left, right in pairwise(row):
            if not _drawn_together(left, right):
                together.append([])
            together[-1].append(right)
        found.append(together)
    return found


def _length(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def _drawn_together(left: Sequence[Word], right: Sequence[Word]) -> bool:
    return bool(min(word.place for word in right) - max(word.place for word in left) == 1)


def _line(cells: Sequence[Sequence[Word]], *, rtl: bool) -> Line:
    words = [word for cell in cells for word in cell]
    letters = sum(len(word.text) for word in words)
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    places = [word.place for word in words]
    return Line(
        _LIST_MARK.sub(r"\1 ", "\t".join(_text(cell, rtl=rtl) for cell in cells)),
        words[0].left,
        max(word.right for word in words),
        median(word.base for word in words),
        max(sizes, key=lambda size: sizes[size]),
        sum(len(word.text) for word in words if word.bold) > 0.9 * letters,
        words[0].right - words[0].left,
        (min(places), max(places)),
    )


def _text(words: Sequence[Word], *, rtl: bool) -> str:
    """Return words standing side by side in logical order."""
    against = [_runs_against(word.text, rtl=rtl) for word in words]
    found: list[str] = []
    place = 0
    while place < len(words):
        end = place + 1
        if against[place]:
            while end < len(words) and against[end] is not False:
                end += 1
            while against[end - 1] is None:
                end -= 1
        run = words[place:end]
        found += [word.text for word in (reversed(run) if end - place > 1 else run)]
        place = end
    return " ".join(found)


def _runs_against(text: str, *, rtl: bool) -> bool | None:
    """Tell whether a word runs against the direction of its line; None where it goes with its neighbours."""
    if text.isascii() and not rtl:
        return False if any(letter.isalnum() for letter in text) else None
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    if kinds & {"R", "AL"}:
        return not rtl
    if "L" in kinds:
        return rtl
    return rtl if kinds & {"EN", "AN"} else None
