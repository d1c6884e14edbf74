"""What a search asks for: a small tree of words, phrases, fields and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop_app.core.search.words import words

FieldName = Literal["title", "author", "source"]


@dataclass(frozen=True)
class Word:
    """One word, folded; `written` is how the user wrote it."""

    folded: str
    written: str = field(compare=False)


@dataclass(frozen=True)
class Prefix:
    """Any word that begins so."""

    folded: str
    written: str = field(compare=False)


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other; `open` means that the last one is only the beginning of a word."""

    folded: tuple[str, ...]
    written: str = field(compare=False)
    open: bool = False


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
    """The part, but only in the title, the author's name or the name of the source."""

    name: FieldName
    part: "Node"


@dataclass(frozen=True)
class DateRange:
    """Articles that may have been published on a day of this range; None means open at that end.

    An article dated only 2016 may be of any day of 2016, so it matches every range that touches the year.
    """

    first: date | None
    last: date | None


Term = Word | Prefix | Phrase
Node = Term | And | Or | Not | InField | DateRange


@dataclass(frozen=True)
class Query:
    """A search as it was read; `tree` None finds everything, `explanation` says in English how it was read."""

    text: str
    tree: Node | None
    explanation: str


def marks(query: Query, text: str, within: FieldName | None = None) -> list[tuple[int, int]]:
    """Return where a text has what was searched for, as positions in characters, in order, not overlapping.

    Words asked for in one field count only when `within` names that field; excluded words never count.
    """
    wanted = list(dict.fromkeys(_wanted(query.tree, within))) if query.tree else []
    if not wanted:
        return []
    found = list(words(text))
    whole = {term.folded for term in wanted if isinstance(term, Word)}
    beginnings = tuple(term.folded for term in wanted if isinstance(term, Prefix))
    phrases: dict[str, list[Phrase]] = {}
    for term in wanted:
        if isinstance(term, Phrase):
            phrases.setdefault(term.folded[0], []).append(term)
    hits: list[tuple[int, int]] = []
    for at, word in enumerate(found):
        if word.folded in whole or (beginnings and word.folded.startswith(beginnings)):
            hits.append((word.start, word.end))
        for phrase in phrases.get(word.folded, ()):
            following = [other.folded for other in found[at : at + len(phrase.folded)]]
            if _follows(phrase, following):
                hits.append((word.start, found[at + len(phrase.folded) - 1].end))
    return _merged(hits)


def _wanted(node: Node, within: FieldName | None, *, counts: bool = True) -> Iterator[Term]:
    """Give the terms whose hits are shown in a text."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _wanted(part, within, counts=counts)
    elif isinstance(node, InField):
        yield from _wanted(node.part, within, counts=node.name == within)
    elif isinstance(node, Word | Prefix | Phrase) and counts:
        yield node


def _follows(phrase: Phrase, following: Sequence[str]) -> bool:
    if not phrase.open:
        return tuple(following) == phrase.folded
    *first, last = phrase.folded
    return following[:-1] == first and following[-1].startswith(last)


def _merged(hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return overlapping hits as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
