"""Why two articles are taken to be about the same: the weightiest words that both have, as one of them writes them.

Words that stand together in both are named together: “al-Ghusri”, “100 killed”.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import count, zip_longest
from typing import NamedTuple

import numpy as np

from desktop_app.core.article import Article
from desktop_app.core.search.stems import stem
from desktop_app.core.search.vectors import Terms, Vectors
from desktop_app.core.search.words import folded_words, spaceless, words

NAMED = 3  # runs of words
LOOKED_AT = 12  # words, the weightiest, that may be named
LONGEST = 6  # words in a run


class _Token(NamedTuple):
    """A word, the numbers of the stems it is part of, and what stands between it and the word before."""

    at: int
    folded: str
    written: str
    numbers: tuple[int | None, ...]
    joined: str | None


class _Run(NamedTuple):
    """Words that stand together, the numbers of their stems, and where they end in the other article."""

    written: str
    numbers: frozenset[int]
    ends: Set[int]
    length: int

    def with_(self, token: _Token, numbers: frozenset[int], places: Set[int]) -> "_Run | None":
        """Return the run with one more word, None where the other article has it not behind the others."""
        if token.joined not in ("", " ", "-") or self.length == LONGEST:
            return None
        ends = {end + 1 for end in self.ends} & places
        if not ends:
            return None
        return _Run(self.written + token.joined + token.written, self.numbers | numbers, ends, self.length + 1)

    def telling(self) -> bool:
        """Tell whether it stands in the other article as written, and is more than a letter."""
        return bool(self.ends) and len(self.written) > 1


NOTHING = _Run("", frozenset(), frozenset(), 0)
Places = Mapping[str, Set[int]]  # of each word in one article


class Reasons:
    """Finds what one article shares with others; for the articles of one snapshot of the index."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def of(self, article: Article, terms: Terms, others: Mapping[int, Article]) -> list[str]:
        """Return for each document what it shares with an article whose terms are given; "" for nothing to name."""
        standing: defaultdict[int, list[_Token]] = defaultdict(list)  # the words with each stem
        for token in self._tokens(article):
            for number in token.numbers:
                if number is not None:
                    standing[number].append(token)
        said = []
        for other, theirs in zip(others.values(), self._vectors.terms(list(others)), strict=True):
            shared = _shared(terms, theirs)
            tokens = {token for number in shared for token in standing[number]}
            places = _places_in(other, {token.folded for token in tokens})
            said.append(_named(list(_runs(tokens, shared, places)), shared))
        return said

    def _tokens(self, article: Article) -> Iterator[_Token]:
        at = count()
        for text in _texts(article):
            before: int | None = None
            pair: int | None = None  # the number of the two signs of a script without spaces that end here
            for word, after in zip_longest(found := list(words(text)), found[1:]):
                joined = None if before is None else text[before : word.start]
                before = word.end + (text[word.end : word.end + 1] == "." and "." in text[word.start : word.end])
                written = text[word.start : before]
                if spaceless(word.folded):
                    last, pair = pair, self._vectors.number(word.folded + after.folded) if after else None
                    yield _Token(next(at), word.folded, written, (last, pair), joined)
                else:
                    pair = None
                    number = self._vectors.number(stem(word.folded, written, article.language))
                    yield _Token(next(at), word.folded, written, (number,), joined)


def _places_in(article: Article, looked_for: Set[str]) -> Places:
    """Return where an article has each of some words."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    before = 0
    for text in _texts(article):
        found = folded_words(text)
        for place, word in enumerate(found, before):
            if word in looked_for:
                places[word].add(place)
        before += len(found) + 1  # what ends a text and what begins the next do not stand together
    return places


def _texts(article: Article) -> Iterator[str]:
    """Give what is looked at: the text, then the title, since the text writes names as they are."""
    yield from article.of("dateline", "body", "caption")
    yield article.title or ""


def _runs(tokens: Iterable[_Token], shared: Mapping[int, float], places: Places) -> Iterator[_Run]:
    """Give the longest runs of these words that stand together in the other article as well."""
    run, after = NOTHING, -1  # and the place after its last word
    for token in sorted(tokens):
        numbers = frozenset(number for number in token.numbers if number is not None and number in shared)
        there = places.get(token.folded, frozenset())
        longer = run.with_(token, numbers, there) if token.at == after else None
        if longer is None:
            yield run
            longer = _Run(token.written, numbers, there, 1)
        run, after = longer, token.at + 1
    yield run


def _named(runs: Sequence[_Run], shared: Mapping[int, float]) -> str:
    """Name the runs of words that say most."""
    numbers = {run.written: run.numbers for run in reversed(runs) if run.telling()}
    chosen: list[str] = []
    told: set[int] = set()
    for written in sorted(numbers, key=lambda written: (-sum(map(shared.__getitem__, numbers[written])), written)):
        if not numbers[written] <= told and len(chosen) < NAMED:
            chosen.append(written)
            told |= numbers[written]
    return f"shares {', '.join(chosen)}" if chosen else ""


def _shared(ours: Terms, theirs: Terms) -> dict[int, float]:
    """Return the numbers of the weightiest words that both have, with what they add to the likeness."""
    numbers, at, beside = np.intersect1d(ours.numbers, theirs.numbers, assume_unique=True, return_indices=True)
    worth = ours.weights[at] * theirs.weights[beside]
    chosen = [place for place in np.argsort(-worth)[:LOOKED_AT].tolist() if worth[place] > 0]
    return {int(numbers[place]): float(worth[place]) for place in chosen}
