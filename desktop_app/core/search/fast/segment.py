"""One part of the index, opened: its lexicons, postings, lengths and columns, with documents numbered from 0."""

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array, Arrays
from desktop_app.core.search.fast.lexicon import Lexicon

MOST_WORDS = 64  # that stand for all where not all are looked up; they reach nearly every document
NOWHERE = np.zeros(0, np.int64)
ROUNDED_FROM = 106_374  # words; Whoosh keeps no difference between texts longer than this


class Postings(NamedTuple):
    """The documents that have something, in ascending order, and how many times each has it."""

    documents: Array
    times: Array


class Segment:
    """The arrays of one file, by what they mean."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.arrays = Arrays(path)
        self.count: int = self.arrays.facts["count"]
        self.fields: list[str] = self.arrays.facts["fields"]
        self.second: dict[str, str] = self.arrays.facts["second"]  # readings of other fields
        self._lexicons: dict[str, Lexicon] = {}

    def lexicon(self, field: str) -> Lexicon | None:
        """Return the words of a field, None when no document has any."""
        if field not in self._lexicons and field in self.fields:
            self._lexicons[field] = Lexicon(self.arrays, field)
        return self._lexicons.get(field)

    def find(self, field: str, word: bytes) -> int | None:
        """Return the number of a word in a field's lexicon, None when it is not there."""
        lexicon = self.lexicon(field)
        return None if lexicon is None else lexicon.find(word)

    def frequencies(self, field: str, low: int, high: int) -> Array:
        """Return how many documents have each of the words from one number up to another."""
        if high - low == 1:
            field, low = self._kept(field, low)
            high = low + 1
        elif field in self.second:
            return self.having(field, np.arange(low, high))
        return np.diff(self.arrays.part(f"{field}/starts", low, high + 1).astype(np.int64))

    def postings(self, field: str, low: int, high: int) -> Postings:
        """Return the postings of neighbouring words, one list after the other."""
        if high - low == 1:
            field, low = self._kept(field, low)
            return self.own_postings(field, low, low + 1)
        if field not in self.second or low == high:
            return self.own_postings(field, low, high)
        several = [self.postings(field, number, number + 1) for number in range(low, high)]
        return Postings(*map(np.concatenate, zip(*several, strict=True)))

    def _kept(self, field: str, number: int) -> tuple[str, int]:
        """Return under which field and number the postings of a word are kept."""
        if field in self.second and (same := int(self.same(field, number, number + 1)[0])):
            return self.second[field], same - 1
        return field, number

    def own_postings(self, field: str, low: int, high: int) -> Postings:
        """Return the postings of neighbouring words less those that are kept with another field."""
        start, end = self.arrays.part(f"{field}/starts", low, high + 1)[[0, -1]].tolist()
        documents = self.arrays.part(f"{field}/documents", start, end)
        return Postings(documents, self.arrays.part(f"{field}/times", start, end))

    def having(self, field: str, numbers: Array) -> Array:
        """Return how many documents have each of some words."""
        starts = self.arrays.part(f"{field}/starts")
        having: Array = starts[numbers + 1].astype(np.int64) - starts[numbers]
        if field in self.second:
            same = self.same(field)[numbers]
            having[same > 0] = self.having(self.second[field], same[same > 0] - np.int64(1))
        return having

    def same(self, field: str, low: int = 0, high: int | None = None) -> Array:
        """Return for words of a second reading which word of the other field keeps their postings.

        One more than its number, for it stands in the same places; 0 for none.
        """
        return self.arrays.part(f"{field}/same", low, high)

    def summed(self, field: str, numbers: Array, most: int | None = None) -> Array:
        """Return for each document how many times it has any of these words, given by ascending numbers.

        Of too many only the most frequent count, so many that they have about `most` postings together.
        """
        if most is not None:
            having = self.having(field, numbers)
            often = np.argpartition(-having, MOST_WORDS)[:MOST_WORDS] if len(having) > MOST_WORDS else slice(None)
            order = np.arange(len(having))[often]
            order = order[np.argsort(-having[order], kind="stable")]
            fit = np.searchsorted(np.cumsum(having[order]), most, "right")
            numbers = np.sort(numbers[order[: max(int(fit), 1)]])
        if not len(numbers):
            return np.zeros(self.count)
        edges = np.flatnonzero(np.diff(numbers) > 1) + 1  # neighbours are read together
        lows, highs = numbers[np.append(0, edges)], numbers[np.append(edges, len(numbers)) - 1] + 1
        runs = [self.postings(field, low, high) for low, high in zip(lows.tolist(), highs.tolist(), strict=True)]
        documents, times = runs[0] if len(runs) == 1 else map(np.concatenate, zip(*runs, strict=True))
        return np.bincount(documents, times, minlength=self.count)

    def positions(self, field: str, low: int, high: int) -> Array:
        """Return where neighbouring words stand, posting after posting; nothing for a field without places."""
        if not self.has_positions(field):
            return NOWHERE
        start, end = self.arrays.part(f"{field}/position_starts", low, high + 1)[[0, -1]].tolist()
        return self.arrays.part(f"{field}/positions", start, end)

    def has_positions(self, field: str) -> bool:
        """Tell whether the places of a field's words are known."""
        return f"{field}/positions" in self.arrays

    def has_lengths(self, field: str) -> bool:
        """Tell whether a field is one whose length counts."""
        return f"{field}/lengths" in self.arrays

    def lengths(self, field: str) -> Array:
        """Return how many words each document has in a field."""
        return self.arrays.part(f"{field}/lengths") if self.has_lengths(field) else np.zeros(self.count, np.uint8)

    def spans(self, field: str) -> Array:
        """Return for each document one more than the last position in a field."""
        return self.arrays.part(f"{field}/spans") if self.has_positions(field) else np.zeros(self.count, np.uint8)

    def column(self, name: str) -> Array:
        """Return a number for each document."""
        return self.arrays.part(f"{name}/column")

    def columns(self) -> list[str]:
        """Return the names of the columns."""
        return [name.removesuffix("/column") for name in self.arrays.names() if name.endswith("/column")]

    @cached_property
    def total_lengths(self) -> dict[str, int]:
        """How many words each field has in all documents together."""
        return {field: int(self.lengths(field).sum(dtype=np.int64)) for field in self.fields}


def live(count: int, deleted: Sequence[int]) -> Array | None:
    """Return for each document whether it is not deleted, None when none is."""
    if not len(deleted):
        return None
    kept = np.ones(count, bool)
    kept[np.asarray(deleted, np.int64)] = False
    return kept


def rounded(lengths: Array) -> Array:
    """Return lengths as Whoosh remembers them, in a byte, roughly for long ones, so that scores are the same."""
    return _rounded_lengths()[np.minimum(lengths, np.uint32(ROUNDED_FROM))]


@cache
def _rounded_lengths() -> Array:
    kept = np.rint((1.033 ** np.arange(256) - 1) * 27)
    rounded_up: Array = np.repeat(kept, np.diff(kept, prepend=-1).astype(np.int64))
    return rounded_up
