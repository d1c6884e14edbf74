"""Read what the user typed into the search field; whatever it is, it is read as something.

    words              all of them              "a phrase"         just these words in this order
    one OR other       either                   "one other"~5      at most five words between them
    -word  NOT word    without it               ( … )              together
    begin*  w?ld*rds   words of this shape      fuzzy~             words a letter or two away
    title:word  author:word  source:"a name"  place:velmark
    name:gasri  name:(gasri -gosry)                                 a name in any spelling; in any but this one
    in:collection  tag:word  language:arabic  is:starred  is:undated  has:note
    date:2016-05  date:yesterday  2016-05..2016-10  before:2016-06  after:"June 2016"

OR binds its two neighbours before anything else: a b OR c is a and (b or c). A date that just stands there
(2016, June 2016, last month) is a word or a date. What makes no sense as an operator (a stray quotation mark, a
bracket never closed, an OR with nothing beside it) is overlooked.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop_app.core.search.explain import explain
from desktop_app.core.search.pieces import Piece, is_loud, pieces
from desktop_app.core.search.query import (
    And,
    FieldName,
    Filter,
    FilterKind,
    InField,
    Name,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    distinct,
    rewritten,
)
from desktop_app.core.search.stems import ENGLISH
from desktop_app.core.search.terms import Reading

DEEPEST = 40  # brackets within brackets; deeper ones are overlooked
FIELDS: dict[str, FieldName] = {"title": "title", "author": "author", "source": "source", "place": "place"}
FILTERS: dict[str, FilterKind] = {"in": "in", "tag": "tag", "language": "language", "is": "is", "has": "has"}
STATES = {"is": ("starred", "undated"), "has": ("note", "tag")}


def parse(text: str, languages: Iterable[str] = (ENGLISH,), today: date | None = None) -> Query:
    """Read a query; never fails. `languages` are those of the archive, in which its words are understood."""
    found = pieces(text)
    reading = Reading(frozenset(languages), today or date.today(), loud=is_loud(text))
    tree = _Reader([piece for piece in found if piece.kind != "and"], reading).everything()
    return Query(text, tree, explain(tree), strict=any(piece.kind == "and" for piece in found))


class _Reader:
    """Goes through the pieces once and builds the tree."""

    def __init__(self, found: list[Piece], reading: Reading) -> None:
        self._pieces = found
        self._reading = reading
        self._at = 0
        self._depth = 0
        self._naming = False  # whether what is read are names

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
        kind, text, start, end = self._pieces[self._at]
        if kind == "or":
            return None  # nothing stands before it; _choice goes past it
        self._at += 1
        if kind == "not":
            return self._negated()
        if kind == "field":
            return self._in_field(text)
        if kind == "open":
            return self._group()
        term = self._reading.term(kind, text)
        return _named(term, (start, end)) if self._naming else term

    def _negated(self) -> Node | None:
        """Read what is not wanted; two times not is the thing itself."""
        negative = True
        while self._kind() == "not":
            self._at += 1
            negative = not negative
        part = self._one() if self._kind() not in ("close", "end", "or") else None
        return Not(part) if part is not None and negative else part

    def _in_field(self, field: str) -> Node | None:
        """Read what follows a field; of several in a row (title:source:word) the last one counts."""
        start = self._pieces[self._at - 1].start
        while self._kind() == "field":
            field = self._pieces[self._at].text
            self._at += 1
        if self._kind() in ("close", "end", "or", "not", "dates"):
            return None
        name = field[:-1].lower()
        if name == "name":
            return self._name(start)
        if name in FILTERS:
            return self._known(name)
        part = self._one()
        return None if part is None else InField(FIELDS[name], part)

    def _known(self, name: str) -> Node | None:
        """Read what only the archive can tell; a state that is none is read as words."""
        kind, text, *_ = self._pieces[self._at]
        part = self._one()
        if kind == "open":
            return part
        value = text.strip()
        if name not in STATES:
            return Filter(FILTERS[name], value) if value else None
        if value.lower() in STATES[name]:
            return Filter(FILTERS[name], value.lower())
        return self._reading.term("run", f"{name}:{value}")

    def _name(self, start: int) -> Node | None:
        """Read a name, or in brackets several and the spellings they are not meant in."""
        before, self._naming = self._naming, True
        part = self._one()
        self._naming = before
        parts = part.parts if isinstance(part, And) else (part,)
        unwanted = [inner for inner in parts if isinstance(inner, Not) and isinstance(inner.part, Name)]
        spellings = frozenset(" ".join(inner.part.folded) for inner in unwanted if isinstance(inner.part, Name))
        wanted = [_but(inner, spellings) for inner in parts if inner is not None and inner not in unwanted]
        if isinstance(only := _all_of(wanted), Name):
            end = self._pieces[min(self._at, len(self._pieces)) - 1].end
            return replace(only, at=(start, end))
        return only or part

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


def _named(part: Node | None, at: tuple[int, int]) -> Node | None:
    """Return words as a name; May is none of the calendar there."""
    if isinstance(part, Or):
        part = part.parts[0]
    return Name(_folded(part), part.written, at=at) if isinstance(part, Word | Phrase) else part


def _folded(part: Word | Phrase) -> tuple[str, ...]:
    return (part.folded,) if isinstance(part, Word) else part.folded


def _but(node: Node, spellings: frozenset[str]) -> Node:
    """Return a tree whose names are not meant in some spellings."""

    def changed(inner: Node) -> Node:
        return replace(inner, without=inner.without | spellings) if isinstance(inner, Name) else inner

    return rewritten(node, changed)


def _all_of(parts: list[Node]) -> Node | None:
    """Return all of the parts as one, without brackets that change nothing."""
    flat = distinct(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
    return And(flat) if len(flat) > 1 else next(iter(flat), None)
