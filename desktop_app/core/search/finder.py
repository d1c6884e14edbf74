"""Find articles: the index says which match, the archive says in which order and which are still there."""

import time
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.articles import EVERYTHING, Selection
from desktop_app.core.search.index import open_index, searched_place
from desktop_app.core.search.matching import Matching
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Query
from desktop_app.core.search.snapshot import IndexDamaged, Snapshot, damage_told

ResultOrder = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True)
class Found:
    """What a search found: all ids in order, and how well each matches (nothing for a search for everything).

    `exact` is False when a beginning stood for too many words, or when the index lags behind the archive.
    """

    query: Query
    ids: "array[int]"
    exact: bool
    took_ms: float
    scores: Mapping[int, float] = field(default_factory=dict)


class Finder:
    """Searches one archive again and again, keeping its index open; for one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place: Path | None = None
        self._snapshot: Snapshot | None = None

    def close(self) -> None:
        """Let go of the index; the next search opens it again."""
        if self._snapshot:
            self._snapshot.close()
        self._place = self._snapshot = None

    def find(self, text: str, order: ResultOrder = "relevance", selection: Selection = EVERYTHING) -> Found:
        """Return everything that matches.

        Raises IndexDamaged when the index must be rebuilt, ArchiveError when the archive cannot be used.
        """
        began = time.perf_counter()
        query = parse(text)
        with opened(self._folder) as archive:
            listed = archive.articles.ids(selection, "newest" if order == "relevance" else order)
            scores, exact = self._scores(archive, query) if query.tree else ({}, True)
        if query.tree:
            listed = array("q", (id_ for id_ in listed if id_ in scores))
            if order == "relevance":
                listed = array("q", sorted(listed, key=scores.__getitem__, reverse=True))
        return Found(query, listed, exact, (time.perf_counter() - began) * 1000, scores)

    def _scores(self, archive: Archive, query: Query) -> tuple[dict[int, float], bool]:
        """Return the score of every article that matches, by id, and whether that is all of them."""
        assert query.tree is not None
        waiting = len(archive.index_queue)
        with damage_told():
            snapshot = self._present_snapshot(archive)
            if snapshot is None:
                if waiting < archive.articles.count():
                    raise IndexDamaged  # it was there once: what it held would be found by nobody
                return {}, not waiting
            matching = Matching(snapshot)
            found = matching.scores(query.tree)
            ids = snapshot.ids
            return {ids[document]: score for document, score in found.items()}, matching.exact and not waiting

    def _present_snapshot(self, archive: Archive) -> Snapshot | None:
        """Return the index as it is now, opening it again when it has changed."""
        place = searched_place(archive)
        if place is None:
            self.close()
            return None
        if self._snapshot and place == self._place and self._snapshot.is_latest():
            return self._snapshot
        self.close()
        try:
            snapshot = Snapshot(open_index(place))
        except (OSError, IndexDamaged):  # a commit may have come between looking and opening
            snapshot = Snapshot(open_index(place))
        self._place, self._snapshot = place, snapshot
        return snapshot
