"""The lists of an archive, each in its order, kept for as long as nothing in the archive changes."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import EVERYTHING, Order, Selection
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.snapshot import Snapshot, damage_told

KEPT = 8  # lists; each takes 16 bytes an article
FEW = 100  # articles that are put in order by themselves more quickly than all of 100,000


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
        self._places = np.full(int(ids.max(initial=0)) + 2, -1, np.int32)  # the last one for all greater ids
        self._places[ids] = np.arange(len(ids), dtype=np.int32)

    def of(self, ids: Array) -> Array:
        """Return which of some ids the list has, in its order."""
        places, _ = self._found(ids)
        there = np.zeros(len(self.ids), bool)
        there[places] = True
        return self.ids[there]

    def best(self, ids: Array, scores: Array) -> Array:
        """Return which of some ids the list has, the highest scores first; equal ones in the order of the list."""
        places, there = self._found(ids)
        # The bits of numbers from 0 on are in their order: score and place are sorted as one number.
        keys = (~scores[there].astype(np.float32).view(np.uint32)).astype(np.uint64) << np.uint64(32)
        keys |= places.astype(np.uint64)
        keys.sort()
        return self.ids[(keys & np.uint64(0xFFFF_FFFF)).view(np.int64)]

    def _found(self, ids: Array) -> tuple[Array, Array | slice]:
        """Return the places of the ids that the list has, and which these are."""
        places = self._places[np.minimum(ids, len(self._places) - 1)]
        there = places >= 0
        return (places, slice(None)) if there.all() else (places[there], there)


class Lists:
    """Gives the lists of one archive that stays open."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._changes = archive.changes
        self._lists: dict[tuple[Selection, Order], Listed] = {}

    def get(
        self, selection: Selection, order: Order, among: Array | None = None, index: Snapshot | None = None
    ) -> Listed:
        """Return the articles of a selection in order; those among a few suffice where only these are wanted.

        An `index` that lacks no change of the archive knows the list of all, and is quicker to give it.
        """
        changes = self._archive.changes
        if changes != self._changes or len(self._lists) >= KEPT:
            self._changes = changes
            self._lists.clear()
        asked = selection, order
        if asked in self._lists:
            return self._lists[asked]
        ids = self._archive.articles.ids
        if among is not None and len(among) <= FEW:
            return Listed(np.array(ids(selection, order, among.tolist()), np.int64))
        if index and asked == (EVERYTHING, "newest") and (listed := self._indexed(index)):
            return listed
        self._lists[asked] = Listed(np.array(ids(selection, order), np.int64))
        return self._lists[asked]

    def _indexed(self, index: Snapshot) -> Listed | None:
        """Return the list of all as an index has it, None when it is of an older or newer archive."""

        def made() -> Listed | None:
            if index.count != self._archive.articles.count():
                return None
            with damage_told():
                return Listed(index.newest)

        listed: Listed | None = index.once(("list", "newest"), made)
        return listed
