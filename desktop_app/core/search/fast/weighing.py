"""How well a document matches: BM25, a field at a time as Whoosh does it, or BM25F over all fields together."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.hits import NONE, Hits
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import Snapshot


@dataclass(frozen=True)
class Bm25:
    """Whoosh's own formula, to the last digit, each field for itself; every document counts that is not deleted."""

    k1: float = 1.2
    b: float = 0.75

    def weighed(self, snapshot: Snapshot, field: str, postings: Postings, boost: float = 1.0) -> Hits:
        """Return how well each document matches what stands in one field so many times."""
        documents, times = postings
        if not len(documents):
            return NONE
        if not snapshot.has_lengths(field):
            return Hits(documents, times * boost)
        rarity = log(snapshot.count / (len(documents) + 1)) + 1
        scores = times.astype(np.float64)
        divisor = self._long(snapshot, field)[documents]
        divisor += scores
        scores *= self.k1 + 1
        scores /= divisor
        scores *= rarity
        return Hits(documents, scores if boost == 1.0 else scores * boost)

    def _long(self, snapshot: Snapshot, field: str) -> Array:
        """Return for each document what its length takes away."""

        def made() -> Array:
            relative = self.b * snapshot.lengths(field) / snapshot.average_length(field)
            return self.k1 * ((1 - self.b) + relative)

        long: Array = snapshot.once((f"long {self.k1} {self.b}", field), made)
        return long


@dataclass(frozen=True)
class Bm25f:
    """BM25F (Robertson & Zaragoza 2009): the times in all fields are added, each by its weight, before they count.

    `fields` gives the weight of each field and how much its length takes away, from 0 to 1.
    """

    fields: Mapping[str, tuple[float, float]]
    k1: float = 1.5

    def weighed(self, snapshot: Snapshot, found: Mapping[str, Postings], boost: float = 1.0) -> Hits:
        """Return how well each document matches what stands in these fields so many times."""
        frequency = np.zeros(snapshot.count_all)
        for field, (documents, times) in found.items():
            frequency[documents] += times * self._share(snapshot, field)[documents]
        documents = np.flatnonzero(frequency)
        if not len(documents):
            return NONE
        having = len(documents)
        rarity = log(1 + (snapshot.count - having + 0.5) / (having + 0.5))
        chosen = frequency[documents]
        return Hits(documents, boost * rarity * chosen * (self.k1 + 1) / (chosen + self.k1))

    def _share(self, snapshot: Snapshot, field: str) -> Array:
        """Return for each document what a word that stands in a field once adds to its frequency."""
        weight, b = self.fields[field]

        def made() -> Array:
            shares: Array = weight / (1 - b + b * snapshot.lengths(field) / snapshot.average_length(field))
            return shares

        share: Array = snapshot.once((f"share {weight} {b}", field), made)
        return share
