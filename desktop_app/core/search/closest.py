"""The articles that come closest to a query when no article, or hardly any, has all it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.core.search import ranking
from desktop_app.core.search.explain import is_light
from desktop_app.core.search.fast.hits import Hits
from desktop_app.core.search.matching import Matching
from desktop_app.core.search.query import (
    And,
    DateRange,
    Filter,
    InField,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    distinct,
)
from desktop_app.core.search.words import spaceless


@dataclass(frozen=True)
class Loosened:
    """A query taken apart: words of which some may be missing, phrases that only raise an article, and the rest.

    `many` tells that these are so many words that hardly an article has them all.
    """

    wanted: tuple[Node, ...]
    raising: tuple[Node, ...]
    needed: tuple[Node, ...]
    many: bool


def loosened(tree: Node) -> Loosened | None:
    """Return what may be missing and what not; None when there is nothing that could."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    needed = tuple(part for part in parts if _is_needed(part))
    others = [part for part in parts if part not in needed]
    wanted = distinct(loose for part in others for loose in _loose(part))
    if len(wanted) < 2 or (len(others) == 1 and _is_one_word(others[0])):
        return None
    quoted = [part for part in others if isinstance(part, Near) or (isinstance(part, Phrase) and part.quoted)]
    plain = [part for part in others if part not in quoted and not is_light(part)]
    return Loosened(wanted, tuple(quoted), needed, len(plain) >= ranking.MANY)


def closest(matching: Matching, query: Loosened, count: int) -> Hits:
    """Return the articles, of so many documents, that have most of what is wanted, and all that is needed.

    Rare words count more.
    """
    content = [part for part in query.wanted if not is_light(part)] or list(query.wanted)
    scores, weights = np.zeros(count), np.zeros(count)
    for part in query.wanted:
        documents, found = matching.scores(part)
        scores[documents] += found
        if part in content:
            weights[documents] += matching.rarity(len(documents))
    if query.needed:
        allowed = np.zeros(count, bool)
        allowed[matching.scores(And(query.needed)).documents] = True
        weights[~allowed] = 0.0
    near = (weights > 0) & (weights >= ranking.CLOSE * weights.max(initial=0.0))
    for part in query.raising:
        documents, found = matching.scores(part)
        scores[documents] += found
    documents = np.flatnonzero(near)
    return Hits(documents, scores[documents])


def _is_needed(part: Node) -> bool:
    """Tell whether a part is a condition, or a thing to be told about."""
    if isinstance(part, InField):
        return part.name != "title" or _is_needed(part.part)
    return isinstance(part, Not | DateRange | Filter | Name)


def _is_one_word(part: Node) -> bool:
    """Tell whether a part is written as one word: half of al-Ghusri is no nearer to it."""
    return isinstance(part, Phrase) and not part.quoted and not spaceless(part.folded[0])


def _loose(part: Node) -> Iterator[Node]:
    """Give the words of a part, each for itself."""
    if isinstance(part, And):
        for inner in part.parts:
            yield from _loose(inner)
    elif isinstance(part, InField):
        for inner in _loose(part.part):
            yield InField(part.name, inner)
    elif isinstance(part, Phrase | Near) and part.words:
        yield from _each(part.words)
    elif isinstance(part, Or) or not _is_needed(part):
        yield part


def _each(words: tuple[Word, ...]) -> Iterator[Word]:
    """Give words; signs of a script without spaces as pairs, under which their stems are kept."""
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if not spaceless(word.folded):
            yield word
        elif after and spaceless(after.folded):
            pair = word.folded + after.folded
            yield Word(pair, word.written + after.written, frozenset({pair}))
