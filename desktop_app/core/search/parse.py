"""Read what the user typed into the search field; whatever it is, it is read as something.

    words              all of them              "a phrase"         just these words in this order
    one OR other       either                   "one other"~5      at most five words between them
    -word  NOT word    without it               ( … )              together
    begin*  w?ld*rds   words of this shape      fuzzy~             words a letter or two away
    title:word  author:word  source:"a name"  place:velmark  name:gasri
    in:collection  tag:word  language:arabic  is:starred  is:undated  has:note
    date:2016-05  date:yesterday  2016-05..2016-10  before:2016-06  after:"June 2016"

OR binds its two neighbours before anything else: a b OR c is a and (b or c). A date that just stands there
(2016, June 2016, last month) is a word or a date. What makes no sense as an operator (a stray quotation mark, a
bracket never closed, an OR with nothing beside it) is overlooked.
"""

from collections.abc import Iterable
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
            return self._in_field(text)
        return self._group() if kind == "open" else self._reading.term(kind, text)

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
        while self._kind() == "field":
            field = self._pieces[self._at].text
            self._at += 1
        if self._kind() in ("close", "end", "or", "not", "dates"):
            return None
        name = field[:-1].lower()
        if name in FILTERS or name == "name":
            return self._known(name)
        part = self._one()
        return None if part is None else InField(FIELDS[name], part)

    def _known(self, name: str) -> Node | None:
        """Read what only the archive or a list of spellings can tell; a state that is none is read as words."""
        kind, text = self._pieces[self._at]
        if kind == "open":
            return self._one()
        part = self._one()
        if name == "name":
            return Name(part.folded, part.written) if isinstance(part, Phrase) else _named(part)
        value = text.strip()
        if name not in STATES:
            return Filter(FILTERS[name], value) if value else None
        if value.lower() in STATES[name]:
            return Filter(FILTERS[name], value.lower())
        return self._reading.term("run", f"{name}:{value}")

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


def _named(part: Node | None) -> Node | None:
    return Name((part.folded,), part.written) if isinstance(part, Word) else part


def _all_of(parts: list[Node]) -> Node | None:
    """Return all of the parts as one, without brackets that change nothing."""
    flat = distinct(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
    return And(flat) if len(flat) > 1 else next(iter(flat), None)
