"""What a search asks for: a small tree of words, phrases, fields and dates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

FieldName = Literal["title", "author", "source", "place"]
FilterKind = Literal["in", "tag", "language", "is", "has"]


@dataclass(frozen=True)
class Word:
    """One word, folded, with the stems under which its other forms are found; `written` is how the user wrote it.

    A `light` word says little (the, of) and need not be found when another is; `times` is how often it was written.
    """

    folded: str
    written: str = field(compare=False)
    stems: frozenset[str] = field(default=frozenset(), compare=False)
    light: bool = field(default=False, compare=False)
    times: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Prefix:
    """Any word that begins so."""

    folded: str
    written: str = field(compare=False)


@dataclass(frozen=True)
class Wildcard:
    """Any word of this shape: ? is one letter, * any letters."""

    folded: str
    written: str = field(compare=False)


@dataclass(frozen=True)
class Fuzzy:
    """The word, and those that differ from it by so many letters."""

    folded: str
    edits: int
    written: str = field(compare=False)


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other, just as written; `open` means that the last is only the beginning of a word.

    `words` are the same, each for itself; `quoted` tells a phrase in quotation marks from a word like al-Ghusri.
    """

    folded: tuple[str, ...]
    written: str = field(compare=False)
    open: bool = False
    quoted: bool = field(default=False, compare=False)
    words: tuple[Word, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Near:
    """Words in any order with at most `distance` other words between the first and the last of them."""

    folded: tuple[str, ...]
    distance: int
    written: str = field(compare=False)
    words: tuple[Word, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Name:
    """A name in any spelling but those it is asked `without`, which are folded.

    `at` is where it is asked for in the text of the query; `spellings`, the one asked for first, are filled in
    before the search.
    """

    folded: tuple[str, ...]
    written: str = field(compare=False)
    spellings: tuple[Word | Phrase, ...] = field(default=(), compare=False)
    without: frozenset[str] = frozenset()
    at: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class And:
    """All of the parts."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Or:
    """Any of the parts."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True)
class Not:
    """Whatever the part does not match."""

    part: "Node"


@dataclass(frozen=True)
class InField:
    """The part, but only in the title, the author's name, the name of the source or the dateline."""

    name: FieldName
    part: "Node"


@dataclass(frozen=True)
class DateRange:
    """Articles that may have been published on a day of this range; None means open at that end.

    An article dated only 2016 may be of any day of 2016, so it matches every range that touches the year.
    """

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Filter:
    """What the archive knows and the index does not: in a collection, tagged, starred, undated, in a language."""

    kind: FilterKind
    value: str


Term = Word | Prefix | Wildcard | Fuzzy | Phrase | Near | Name
Node = Term | And | Or | Not | InField | DateRange | Filter
FilterIds = Mapping[Filter, "frozenset[int]"]


@dataclass(frozen=True)
class Query:
    """A search as it was read; `tree` None finds everything, `explanation` says in English how it was read.

    `strict` tells that the user wrote AND, `looser` what is marked beside the tree when not all was found.
    """

    text: str
    tree: Node | None
    explanation: str
    strict: bool = False
    looser: tuple[Node, ...] = ()


def rewritten(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a tree with each of its nodes changed, the innermost first."""
    if isinstance(node, And | Or):
        return change(type(node)(tuple(rewritten(part, change) for part in node.parts)))
    if isinstance(node, Not | InField):
        return change(replace(node, part=rewritten(node.part, change)))
    return change(node)


def distinct(parts: Iterable[Node]) -> tuple[Node, ...]:
    """Return parts without repetitions; a word remembers how often it was there."""
    kept: dict[Node, Node] = {}
    for part in parts:
        if isinstance(part, Word) and part in kept:
            before = kept[part]
            assert isinstance(before, Word)
            kept[part] = replace(before, times=before.times + part.times)
        else:
            kept.setdefault(part, part)
    return tuple(kept.values())


def nodes(node: Node | None) -> Iterable[Node]:
    """Give every node of a tree."""
    if node is None:
        return
    yield node
    parts = node.parts if isinstance(node, And | Or) else [node.part] if isinstance(node, Not | InField) else []
    for part in parts:
        yield from nodes(part)
