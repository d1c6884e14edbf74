"""The lists of an archive, each in its order, kept for as long as nothing in the archive changes."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import Order, Selection
from desktop_app.core.search.fast.arrays import Array

KEPT = 8  # lists; each takes 16 bytes an article


class Scores(Mapping[int, float]):
    """How well each of some articles matches, by id; looked up only where somebody asks."""

    def __init__(self, ids: Array, scores: Array) -> None:
        self._ids, self._scores = ids, scores

    def __getitem__(self, id_: int) -> float:
        return self._by_id[id_]

    def __iter__(self) -> Iterator[int]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._ids)

    @cached_property
    def _by_id(self) -> dict[int, float]:
        return dict(zip(self._ids.tolist(), self._scores.tolist(), strict=True))


class Listed:
    """The ids of a list in its order, and the place of each."""

    def __init__(self, ids: Array) -> None:
        self.ids = ids
        self._places = np.full(int(ids.max(initial=0)) + 2, -1)  # the last one for all ids that are greater
        self._places[ids] = np.arange(len(ids))

    def of(self, ids: Array) -> tuple[Array, Array]:
        """Return which of some ids the list has, in its order, and where they stood."""
        places = self._places[np.minimum(ids, len(self._places) - 1)]
        there = np.flatnonzero(places >= 0)
        there = there[np.argsort(places[there])]
        return ids[there], there


class Lists:
    """Gives the lists of one archive that stays open."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._changes = archive.changes
        self._lists: dict[tuple[Selection, Order], Listed] = {}

    def get(self, selection: Selection, order: Order) -> Listed:
        """Return the articles of a selection in order."""
        changes = self._archive.changes
        if changes != self._changes or len(self._lists) >= KEPT:
            self._changes = changes
            self._lists.clear()
        asked = selection, order
        if asked not in self._lists:
            self._lists[asked] = Listed(np.array(self._archive.articles.ids(selection, order), np.int64))
        return self._lists[asked]


def best_first(scores: Array) -> Array:
    """Return the order that puts the highest scores first and leaves equal ones as they stand."""
    order = np.argsort(-scores)  # with what follows still twice as quick as a stable order
    equal = np.diff(scores[order], prepend=np.nan) != 0
    groups = np.cumsum(equal) * len(scores)  # of equal scores
    keys = groups + order
    keys.sort()
    stable: Array = keys - groups
    return stable
