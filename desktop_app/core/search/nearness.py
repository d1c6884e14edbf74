"""How near two articles are to being reports of one event: by what they are about, beside others, and by date.

A report that is as alike to a whole crowd of others is no relative of any of them; so how alike two articles are is
weighed against how alike each is to those nearest to it (local scaling, Zelnik-Manor and Perona 2004).
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.vectors import Terms, Vectors

NEAREST = 5  # articles that show how crowded it is around one
SAME_TEXT = 0.8  # articles more alike than this are one text, and no crowd
LEAST_CROWD = 0.001
WEIGHED = 25  # candidates, the most alike, that are weighed against their crowds

NEAR, FAR = 3, 30  # days between two reports of one event, and days after which they hardly are
UNDATED, LATE = 0.7, 0.5  # what is left of the likeness where a date is unknown, and where they are far apart
VAGUE = 31  # a date that may mean more days than this is as good as unknown


class Neighbours(NamedTuple):
    """Documents, each with how well it fits as related (the highest first), and how surely it is the same event.

    Both are 0 for nothing; `same` is hardly above 1.
    """

    documents: Array
    scores: Array
    same: Array


class Nearness:
    """Knows how near the articles of one snapshot are to each other."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.vectors = Vectors(snapshot)
        self._crowds = np.full(snapshot.count_all, np.nan)
        self._begins, self._ends = (_ordinals(days) for days in snapshot.days)
        self._dated = (self._begins > 0) & (self._ends - self._begins <= VAGUE)

    def neighbours(self, document: int, terms: Terms, limit: int) -> Neighbours:
        """Return the documents nearest to one, whose words are given."""
        alike = self.vectors.alike(terms)
        alike[document] = 0.0
        near = _highest(alike, max(limit, WEIGHED))
        self.learn([document, *near.tolist()])
        beside, dated, known = alike[near] / np.sqrt(self._crowds[near]), *self._in_time(document, near)
        scores = beside * np.where(known, dated, UNDATED)
        same = (
            np.sqrt(beside * alike[near] / np.sqrt(self._crowds[document])) * dated**2
        )  # events are shorter than matters
        order = np.argsort(-scores, kind="stable")[:limit]
        return Neighbours(near[order], scores[order], same[order])

    def learn(self, documents: Sequence[int]) -> None:
        """Find out how crowded it is around documents; many at once are quicker than one by one."""
        unknown = [document for document in documents if np.isnan(self._crowds[document])]
        for document, alike in zip(unknown, self.vectors.alike_each(self.vectors.terms(unknown)), strict=True):
            alike[document] = 0.0
            alike[alike > SAME_TEXT] = 0.0
            nearest = np.partition(alike, -NEAREST)[-NEAREST:] if len(alike) > NEAREST else alike
            self._crowds[document] = max(LEAST_CROWD, nearest.sum() / NEAREST)

    def days_apart(self, document: int, other: int) -> int | None:
        """Return how many days lie between the dates of two documents, None where one is not known."""
        if not (self._dated[document] and self._dated[other]):
            return None
        return int(self._gaps(document, np.array([other]))[0])

    def _in_time(self, document: int, others: Array) -> tuple[Array, Array]:
        """Return what is left of likenesses by the days between, 1 where a date is unknown; and which are known."""
        gaps = self._gaps(document, others)
        known = self._dated[others] & self._dated[document]
        late = np.clip((gaps - NEAR) / (FAR - NEAR), 0.0, 1.0)
        return np.where(known, 1 - (1 - LATE) * late, 1.0), known

    def _gaps(self, document: int, others: Array) -> Array:
        """Return the days between the date of one document and those of others, 0 where they may be the same."""
        after, before = self._begins[others] - self._ends[document], self._begins[document] - self._ends[others]
        gaps: Array = np.maximum(0, np.maximum(after, before))
        return gaps


def _highest(values: Array, most: int) -> Array:
    """Return where the highest values above 0 are, the highest first."""
    found = np.flatnonzero(values > 0)
    if len(found) > most:
        found = found[np.argpartition(-values[found], most)[:most]]
    return found[np.argsort(-values[found], kind="stable")]


def _ordinals(days: Array) -> Array:
    """Return numbers like 20160612 as numbers of days; 0 for what is no date."""
    unique, at = np.unique(days, return_inverse=True)
    ordinals = [_ordinal(day) for day in unique.tolist()]
    return np.array(ordinals, np.int64)[at]


def _ordinal(day: int) -> int:
    """Return the number of a day, of the last one of its month where that has not so many (20160231)."""
    year, month, day_of_month = day // 10_000, day // 100 % 100, day % 100
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return 0
    following = date(year + month // 12, month % 12 + 1, 1).toordinal()
    return min(date(year, month, 1).toordinal() + max(day_of_month, 1), following) - 1
