"""Stretches between quotation marks, in the styles of many countries."""

import re
from collections.abc import Iterator
from typing import NamedTuple

CLOSERS = {
    "“": "”\"", "„": "“”\"", "«": "»", "‹": "›", "「": "」", "『": "』", "\"": "\"", "‘": "’", "‚": "‘’", "'": "'",
    "”": "”", "»": "«", "’": "’", "〝": "〞", "＂": "＂",
}  # fmt: skip
DOUBLE = re.compile('[“”„«»‹›「」『』"〝〞＂]')
SINGLE = re.compile("[‘‚'’]")
# Marks that open in one country and close in another: they open only where a word begins.
TWO_WAYS = frozenset("”\"»’'＂“")
LONGEST_OPEN = 2500  # characters a quotation runs on at the end of a paragraph when its last mark is missing
SHORTEST_OPEN = 30


class Marked(NamedTuple):
    """A stretch between quotation marks: with them, and what is between; `closed` if the last mark is there.

    `last` is the last sign within.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    last: str = ""


def marked(text: str, start: int, end: int, *, opens_again: bool = False) -> list[Marked]:
    """Return the outermost marked stretches of a paragraph; a stray mark marks nothing.

    `opens_again`: the next paragraph begins with a mark, so that a quotation may go on there.
    """
    double = list(_double(text, start, end))
    if double and not double[-1].closed and not _runs_on(text, double[-1], opens_again=opens_again):
        double.pop()
    single = _single(text, start, end) if SINGLE.search(text, start, end) else []
    return _outermost([*double, *single])


def _outermost(found: list[Marked]) -> list[Marked]:
    """Return the stretches that lie in no other, in order; of two that cross, the first."""
    outer: list[Marked] = []
    for one in sorted(found):
        if not outer or one.start >= outer[-1].end:
            outer.append(one)
    return outer


def _double(text: str, start: int, end: int) -> Iterator[Marked]:
    """Yield what double marks enclose; the last may have no end."""
    opened, mark = -1, ""
    for match in DOUBLE.finditer(text, start, end):
        sign, place = match.group(), match.start()
        opens = sign not in TWO_WAYS or _begins_word(text, place, start, end)
        if opened >= 0 and sign in CLOSERS[mark] and not (opens and sign in '"“＂'):
            if place > opened + 1 and text[opened + 1 : place].strip():
                inner = _inner(text, opened + 1, place)
                yield Marked(opened, place + 1, *inner, last=text[inner[1] - 1])
            opened = -1
        elif sign in CLOSERS and opens and (opened < 0 or sign == mark):
            opened, mark = place, sign
    if opened >= 0 and text[opened + 1 : end].strip():
        inner = _inner(text, opened + 1, end)
        yield Marked(opened, inner[1], *inner, closed=False)


def _single(text: str, start: int, end: int) -> list[Marked]:
    """Return what single marks enclose; apostrophes are none."""
    opened, mark, last = -1, "", -1
    found = []
    for match in SINGLE.finditer(text, start, end):
        sign, place = match.group(), match.start()
        if opened >= 0 and sign in CLOSERS[mark] and _ends_word(text, place, start, end):
            last = place if last < 0 or not _after_mark(text, last) else last
            if _after_mark(text, place) or not _plural(text, place):
                found.append(Marked(opened, place + 1, opened + 1, place, last=text[place - 1]))
                opened = last = -1
        elif sign in "‘‚'" and _begins_word(text, place, start, end):
            if opened >= 0 and last >= 0:
                found.append(Marked(opened, last + 1, opened + 1, last, last=text[last - 1]))
            opened, mark, last = place, sign, -1
    if opened >= 0 and last >= 0:
        found.append(Marked(opened, last + 1, opened + 1, last, last=text[last - 1]))
    return [one for one in found if _is_said(text[one.inner_start : one.inner_end])]


def _is_said(inner: str) -> bool:
    """Tell words in single marks from what lies between two apostrophes, as in rock ’n’ roll or the ’90s."""
    return len(inner.strip()) > 2 and not inner[0].isspace() and not re.match(r"\d0s\b", inner)


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _begins_word(text: str, place: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return not before.isalnum() and before not in ".,!?;%)…" and not after.isspace() and after not in ".,;:!?)"


def _ends_word(text: str, place: int, start: int, end: int) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _after_mark(text: str, place: int) -> bool:
    return text[place - 1] in ".,!?…—-" or text[place + 1 : place + 2] in tuple(",.;:!?)")


def _plural(text: str, place: int) -> bool:
    """Tell whether the mark may be the apostrophe of “the voters’ will”."""
    return text[place - 1] in "sS" and re.match(r"\s+\w", text[place + 1 : place + 4]) is not None


def _runs_on(text: str, last: Marked, *, opens_again: bool) -> bool:
    """Tell whether a quotation without its last mark goes to the end of the paragraph."""
    length = last.inner_end - last.inner_start
    before = text[max(0, last.start - 2) : last.start].strip()
    announced = length >= SHORTEST_OPEN and before in ("", ":", ",")
    return length <= LONGEST_OPEN and (opens_again or announced)
