"""Find articles: the index says which match, the archive says in which order and which are still there."""

import time
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np

from desktop_app.core.archive import DATABASE, Archive, explained, open_archive
from desktop_app.core.archive.articles import EVERYTHING, Selection
from desktop_app.core.search import ranking
from desktop_app.core.search.closest import closest, loosened
from desktop_app.core.search.explain import explain_closest
from desktop_app.core.search.fast.arrays import Array, keep_memory
from desktop_app.core.search.fast.hits import NONE, Hits, without
from desktop_app.core.search.generations import pointed, searched_place
from desktop_app.core.search.lists import Listed, Lists, Scores
from desktop_app.core.search.matching import TYPING, WHOLE, Matching, Reach
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Filter, FilterIds, Name, Node, Query, nodes, rewritten
from desktop_app.core.search.snapshot import IndexDamaged, Snapshot, damage_told
from desktop_app.core.search.stems import language_code
from desktop_app.core.search.suggesting import suggestion
from desktop_app.core.search.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.facets import Counts
    from desktop_app.core.search.naming import Matched, Naming

ResultOrder = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True)
class Found:
    """What a search found: all ids in order, and how well each matches (nothing for a search for everything).

    `exact` is False when a beginning stood for too many words, or when the index lags behind the archive. The last
    `partial` of the ids lack some of the words; `suggestion` is the query with words the archive has; `spellings`
    gives for each name: asked for the spellings it was matched with, and in how many articles each stands.
    """

    query: Query
    ids: "array[int]"
    exact: bool
    took_ms: float
    scores: Mapping[int, float] = field(default_factory=dict)
    partial: int = 0
    suggestion: str | None = None
    spellings: "tuple[Matched, ...]" = ()


@dataclass(frozen=True)
class _Answer:
    """What the index says: which articles, by id, have everything and which come closest, and how well.

    The `index` itself is given when it lacks no change of the archive.
    """

    query: Query
    all: Hits = NONE
    some: Hits = NONE
    exact: bool = True
    suggestion: str | None = None
    spellings: "tuple[Matched, ...]" = ()
    index: Snapshot | None = None


def archive_filter(archive: Archive, wanted: Filter) -> frozenset[int]:
    """Return the ids of the articles that a filter lets through."""
    if wanted.kind in ("is", "has"):
        return archive.filters.in_state(wanted.value)
    if wanted.kind == "language":
        return archive.filters.in_language(language_code(wanted.value))
    named = archive.filters.named(wanted.kind)
    return archive.filters.under(
        wanted.kind, [id_ for name, id_ in named.items() if fold(name) == fold(wanted.value)]
    )


class Finder:
    """Searches one archive again and again, keeping its index open; for one thread at a time.

    `today` is what “yesterday” is before.
    """

    def __init__(
        self,
        folder: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.folder = folder
        self._today = today
        self._archive: Archive | None = None
        self._file: tuple[int, int] | None = None
        self._lists: Lists | None = None
        self._place: Path | None = None
        self._pointed: tuple[int, int] | None = None
        self._snapshot: Snapshot | None = None
        self._naming: Naming | None = None

    def close(self) -> None:
        """Let go of the archive and its index; the next search opens them again."""
        self._let_go()
        if self._archive:
            self._archive.db.close()
        self._archive = self._lists = None

    def find(
        self,
        text: str,
        order: ResultOrder = "relevance",
        selection: Selection = EVERYTHING,
        *,
        typing: bool = False,
    ) -> Found:
        """Return everything that matches; while `typing`, for a beginning only what has its most frequent words.

        Raises IndexDamaged when the index must be rebuilt, ArchiveError when the archive cannot be used.
        """
        began = time.perf_counter()
        archive, lists = self._present_archive()
        with explained(self.folder):
            answer = self._answer(archive, text, TYPING if typing else WHOLE)
            found = np.concatenate((answer.all.documents, answer.some.documents)) if answer.query.tree else None
            listed = lists.get(selection, "newest" if order == "relevance" else order, found, answer.index)
        ids, complete = listed.ids, len(listed.ids)
        if answer.query.tree:
            first, others = (_ordered(listed, hits, order) for hits in (answer.all, answer.some))
            ids, complete = np.concatenate((first, others)), len(first)
        query = answer.query
        if complete < len(ids):
            query = replace(query, explanation=explain_closest(query.explanation, complete))
        scores = Scores(*map(np.concatenate, zip(answer.all, answer.some, strict=True)))
        took = (time.perf_counter() - began) * 1000
        kept, partial = array("q", ids.tobytes()), len(ids) - complete
        return Found(query, kept, answer.exact, took, scores, partial, answer.suggestion, answer.spellings)

    def count(self, ids: Iterable[int] | None, selection: Selection = EVERYTHING) -> "Counts":
        """Count the facets of articles as `Facets.count` does; what is counted by stays in memory."""
        archive, _ = self._present_archive()
        with explained(self.folder):
            return archive.facets.count(ids, selection)

    def _present_archive(self) -> tuple[Archive, Lists]:
        """Return the archive, opened again when another one lies in its place."""
        try:
            facts = (self.folder / DATABASE).stat()
            file = facts.st_dev, facts.st_ino
        except OSError:
            file = None
        if file != self._file or not (self._archive and self._lists):
            self.close()
            archive = open_archive(self.folder, wandering=True)
            self._archive, self._file, self._lists = archive, file, Lists(archive)
        return self._archive, self._lists

    def _answer(self, archive: Archive, text: str, reach: Reach) -> _Answer:
        """Look a query up."""
        waiting = len(archive.index_queue)
        with damage_told():
            snapshot = self._present_snapshot(archive)
            if snapshot is None:
                query = parse(text, today=self._today())
                if query.tree and waiting < archive.articles.count():
                    raise IndexDamaged  # it was there once: what it held would be found by nobody
                return _Answer(query, exact=not (query.tree and waiting))
            query = parse(text, snapshot.languages, self._today())
            if query.tree is None:
                return _Answer(query)
            names = [node for node in nodes(query.tree) if isinstance(node, Name)]
            if names:
                groups = [sorted(group) for group in archive.aliases.groups()]
                from desktop_app.core.search.naming import Naming

                if self._naming is None or self._naming.groups != groups:
                    self._naming = Naming(snapshot.lexicon, groups)
                query = replace(query, tree=rewritten(query.tree, self._spelt))
            kept = {node: archive_filter(archive, node) for node in nodes(query.tree) if isinstance(node, Filter)}
            answer = _looked_up(snapshot, query, kept, reach)
            having = Matching(snapshot).having
            matched = tuple(self._naming.matched(name, having) for name in names if self._naming)
            known = None if waiting else snapshot
            return replace(answer, index=known, exact=answer.exact and not waiting, spellings=matched)

    def _spelt(self, node: Node) -> Node:
        if isinstance(node, Name) and self._naming:
            return replace(node, spellings=self._naming.spelt(node))
        return node

    def _present_snapshot(self, archive: Archive) -> Snapshot | None:
        """Return the index as it is now, opening it again when it has changed."""
        now = pointed(archive.index_folder)
        if self._snapshot and now and now == self._pointed and self._snapshot.is_latest():
            return self._snapshot
        place = searched_place(archive)
        if place is None:
            self._let_go()
            return None
        if self._snapshot and place == self._place and self._snapshot.is_latest():
            self._pointed = now
            return self._snapshot
        keep_memory()
        try:
            snapshot = Snapshot(place, self._snapshot)
        except (OSError, IndexDamaged):  # a commit may have come between looking and opening
            snapshot = Snapshot(place, self._snapshot)
        self._let_go()
        self._place, self._pointed, self._snapshot = place, now, snapshot
        return snapshot

    def _let_go(self) -> None:
        """Close the index."""
        if self._snapshot:
            self._snapshot.close()
        self._place = self._pointed = self._snapshot = self._naming = None


def _looked_up(snapshot: Snapshot, query: Query, kept: FilterIds, reach: Reach) -> _Answer:
    """Return what has everything, and when that is nothing or the words are many, what comes closest."""
    assert query.tree is not None
    loose = loosened(query.tree)
    matching = Matching(snapshot, kept, ranking.EXACT if loose and loose.many else ranking.FIRST, reach)
    complete = matching.scores(query.tree)
    had = len(complete.documents)
    if had < ranking.FEW and not matching.exact and reach is not WHOLE:
        return _looked_up(snapshot, query, kept, WHOLE)  # that hardly an article has all is said of the whole only
    some = NONE
    if loose and (not had or (loose.many and not query.strict and had < ranking.FEW)):
        near = closest(matching, loose, snapshot.count_all)
        some = without(near, complete.documents, snapshot.count_all)
        query = replace(query, looser=loose.wanted)
    return _Answer(
        query,
        _by_id(snapshot, complete),
        _by_id(snapshot, some),
        matching.exact,
        suggestion(query.text, query.tree, snapshot),
    )


def _by_id(snapshot: Snapshot, hits: Hits) -> Hits:
    """Return hits with the ids of the articles in the place of document numbers."""
    return Hits(snapshot.ids[hits.documents], hits.scores)


def _ordered(listed: Listed, hits: Hits, order: ResultOrder) -> Array:
    """Return which ids of a list were found, the best first, or as they are listed."""
    return listed.best(hits.documents, hits.scores) if order == "relevance" else listed.of(hits.documents)
