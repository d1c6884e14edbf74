"""Read what the user typed into the search field; whatever it is, it is read as something.

    words              all of them            "a phrase"      these words in this order
    one OR other       either                 begin*          words that begin so
    -word  NOT word    without it             ( … )           together
    title:word  author:word  source:"a name"  only there
    date:2016-05  2016-05..2016-10  before:2016-06  after:2016-06-12

OR binds its two neighbours before anything else: a b OR c is a and (b or c). What makes no sense as an
operator (a stray quotation mark, a bracket never closed, an OR with nothing beside it) is overlooked.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.core.search.explain import explain
from desktop_app.core.search.query import (
    And,
    DateRange,
    FieldName,
    InField,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
)
from desktop_app.core.search.words import words

DEEPEST = 40  # brackets within brackets; deeper ones are overlooked
FIELDS: dict[str, FieldName] = {"title": "title", "author": "author", "source": "source"}

_QUOTES = '"“”„‟«»＂「」『』'
_DAY = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_PIECE = re.compile(
    rf"(?P<space>\s+)"
    rf"|(?P<not>-(?=[^\s\-])|NOT(?=[\s(]|$))"
    rf"|(?P<or>OR(?=[\s)]|$))|(?P<and>AND(?=[\s)]|$))"
    rf"|(?P<field>(?i:title|author|source):(?=[^\s)]))"
    rf"|(?P<dates>(?:(?i:date|before|after):)?(?:{_DAY})?\.\.(?:{_DAY})?(?=[\s)]|$)"
    rf"|(?i:date|before|after):{_DAY}(?=[\s)]|$))"
    rf"|(?P<open>\()|(?P<close>\))"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]"
    rf"|(?P<run>[^\s(){_QUOTES}]+)"
    rf"|(?P<stray>.)",
    re.DOTALL,
)
_BREAK = re.compile(r"(?<!\d),|,(?!\d)|[;،؛、，。；！？]")
_START_OF_DATES = re.compile(r"(?i:(date|before|after):)?(.*)", re.DOTALL)


class Piece(NamedTuple):
    """A piece of the text of a query: its kind, and what it says."""

    kind: str
    text: str


def parse(text: str) -> Query:
    """Read a query; never fails."""
    tree = _Reader(_pieces(text)).everything()
    return Query(text, tree, explain(tree))


def _pieces(text: str) -> list[Piece]:
    """Cut a query into its pieces."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or "stray"
        if kind == "run":
            pieces += [Piece("run", run) for run in _BREAK.split(match[kind]) if run]
        elif kind not in ("space", "and", "stray"):
            pieces.append(Piece(kind, match[kind]))
    return pieces


class _Reader:
    """Goes through the pieces once and builds the tree."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._depth = 0

    def everything(self) -> Node | None:
        """Return the whole tree; a bracket that closes nothing is passed over."""
        parts: list[Node] = []
        while self._at < len(self._pieces):
            parts += self._side_by_side()
            self._at += 1
        return _all_of(parts)

    def _side_by_side(self) -> list[Node]:
        """Read up to a closing bracket or the end: all of these are needed."""
        parts: list[Node] = []
        while self._kind() not in ("close", "end"):
            part = self._choice()
            if part is not None:
                parts.append(part)
        return parts

    def _choice(self) -> Node | None:
        """Read one thing, or several with OR between them."""
        parts = [self._one()]
        while self._kind() == "or":
            self._at += 1
            if self._kind() not in ("close", "end", "or"):
                parts.append(self._one())
        kept = tuple(dict.fromkeys(part for part in parts if part is not None))
        return Or(kept) if len(kept) > 1 else next(iter(kept), None)

    def _one(self) -> Node | None:
        """Read one thing and go past it."""
        kind, text = self._pieces[self._at]
        if kind == "or":
            return None  # nothing stands before it; _choice goes past it
        self._at += 1
        if kind == "not":
            return self._negated()
        if kind == "field":
            return self._in_field(FIELDS[text[:-1].lower()])
        if kind == "open":
            return self._group()
        if kind == "phrase":
            return _term(text, whole=True)
        return _dates(text) if kind == "dates" else _term(text)

    def _negated(self) -> Node | None:
        """Read what is not wanted; two times not is the thing itself."""
        negative = True
        while self._kind() == "not":
            self._at += 1
            negative = not negative
        part = self._one() if self._kind() not in ("close", "end", "or") else None
        return Not(part) if part is not None and negative else part

    def _in_field(self, name: FieldName) -> Node | None:
        while self._kind() == "field":  # title:source:word: the last one counts
            name = FIELDS[self._pieces[self._at].text[:-1].lower()]
            self._at += 1
        if self._kind() not in ("phrase", "run", "open"):
            return None
        part = self._one()
        return None if part is None else InField(name, part)

    def _group(self) -> Node | None:
        if self._depth >= DEEPEST:
            return None
        self._depth += 1
        part = _all_of(self._side_by_side())
        self._depth -= 1
        self._at += 1
        return part

    def _kind(self) -> str:
        return self._pieces[self._at].kind if self._at < len(self._pieces) else "end"


def _all_of(parts: list[Node]) -> Node | None:
    kept = tuple(dict.fromkeys(parts))
    return And(kept) if len(kept) > 1 else next(iter(kept), None)


def _term(text: str, *, whole: bool = False) -> Node | None:
    """Read a run of signs without spaces, or what stands between quotation marks."""
    found = [word.folded for word in words(text)]
    begins = bool(found) and text.endswith("*")
    written = " ".join(text.split()) if whole else text.strip("*.,:;!?…'’‘-–—[]{}<>/\\")
    if not found:
        return None
    if len(found) > 1:
        return Phrase(tuple(found), written, begins)
    return Prefix(found[0], written) if begins else Word(found[0], written)


def _dates(text: str) -> Node | None:
    """Read dates; what only looks like dates is read as words."""
    match = _START_OF_DATES.match(text)
    name, value = (match[1] or "date", match[2]) if match else ("date", text)
    begin, parted, end = value.partition("..")
    first, last = _days(begin), _days(end if parted else begin)
    if (begin and not first) or (end and not last) or not (first or last):
        return _term(text)
    if first and last and last[1] < first[0]:
        first, last = last, first
    if name.lower() == "before":
        edge = first or last
        return DateRange(None, _shifted(edge[0], -1)) if edge else None
    if name.lower() == "after":
        edge = last or first
        return DateRange(_shifted(edge[1], 1), None) if edge else None
    return DateRange(first[0] if first else None, last[1] if last else None)


def _days(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a year, a month or a day; None when there is no such thing."""
    numbers = [int(number) for number in text.split("-") if number]
    try:
        year, month, day = (*numbers, 0, 0)[:3]
        first = date(year, month or 1, day or 1)
    except (ValueError, IndexError):
        return None
    if len(numbers) == 1:
        return first, date(year, 12, 31)
    return (first, date(year, month, monthrange(year, month)[1])) if len(numbers) == 2 else (first, first)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
