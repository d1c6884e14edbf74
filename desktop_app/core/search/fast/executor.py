"""Searching with Whoosh's own queries, a whole posting list at a time; what it does not know stock Whoosh does."""

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query
from whoosh.searching import SearchContext, Searcher

from desktop_app.core.search.fast import hits as found_by
from desktop_app.core.search.fast.hits import NONE, Hits
from desktop_app.core.search.fast.leaves import Leaves
from desktop_app.core.search.fast.occurrences import follow
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.stock import reader, weighting
from desktop_app.core.search.fast.weighing import Bm25


class Outdated(Exception):
    """Nobody waits for this search any more."""


class Executor:
    """Answers queries over one snapshot.

    Words, phrases, AND, OR and NOT give the documents and the scores stock Whoosh would give for an index of the
    same documents, made at once. A beginning, a wildcard, a fuzzy word or a range counts as one word that stands
    wherever any of its words does. While the user still types, a beginning may be looked up in `at_most` postings,
    those of its most frequent words; `exact` tells afterwards whether any was left out.
    """

    def __init__(self, snapshot: Snapshot, weighing: Bm25, at_most: int | None = None) -> None:
        self._snapshot = snapshot
        self._weighing = weighing
        self._leaves = Leaves(snapshot, at_most)
        self._searcher: Searcher | None = None

    @property
    def exact(self) -> bool:
        """Whether every word was taken that a query stood for."""
        return self._leaves.exact

    def find(self, wanted: Any, outdated: Callable[[], bool] = lambda: False) -> Hits:
        """Return every document a Whoosh query matches; raises Outdated as soon as nobody waits for it."""
        if outdated():
            raise Outdated
        count = self._snapshot.count_all
        kind = type(wanted)
        if kind in _COMPOUND and not _is_unusual(wanted):
            several = [self.find(part, outdated) for part in wanted.subqueries]
            hits = _COMPOUND[kind](several, count) if several else NONE
            return hits if len(several) < 2 else Hits(hits.documents, hits.scores * wanted.boost)
        if kind is query.AndNot:
            unwanted = self.find(wanted.b, outdated).documents
            return found_by.without(self.find(wanted.a, outdated), unwanted, count)
        if kind is query.Not:
            unwanted = self.find(wanted.query, outdated).documents
            return found_by.without(self._everything(), unwanted, count)
        if kind is query.ConstantScoreQuery:
            documents = self.find(wanted.child, outdated).documents
            return Hits(documents, np.full(len(documents), float(wanted.score)))
        return self._leaf(wanted, outdated)

    def _leaf(self, wanted: Any, outdated: Callable[[], bool]) -> Hits:
        """Return what matches a query that has no parts."""
        if isinstance(wanted, query.NumericRange):
            return self.find(wanted._compile_query(reader(self._snapshot)), outdated)  # noqa: SLF001 - nobody tells
        if type(wanted) is query.Phrase:
            return self._phrase(wanted)
        if type(wanted) is query.Every and wanted.fieldname is None:
            return self._everything()
        postings = self._leaves.postings(wanted)
        if postings is None:
            return self._by_stock(wanted)
        return self._weighing.weighed(self._snapshot, wanted.field(), postings, wanted.boost)

    def _everything(self) -> Hits:
        return Hits(self._snapshot.documents(), np.ones(self._snapshot.count))

    def _phrase(self, wanted: query.Phrase) -> Hits:
        """Return the documents with the phrase; the words in it are weighed each for itself, as Whoosh does."""
        field, words = (
            wanted.fieldname,
            [self._leaves.bytes(wanted.fieldname, word).decode() for word in wanted.words],
        )
        documents = follow(self._snapshot, field, words, wanted.slop).documents
        each = [
            self._weighing.weighed(self._snapshot, field, self._snapshot.postings(field, word)) for word in words
        ]
        hits = found_by.all_of(each, self._snapshot.count_all) if each else NONE
        hits = found_by.only(hits, documents, self._snapshot.count_all)
        return Hits(hits.documents, hits.scores * wanted.boost)

    def _by_stock(self, wanted: Any) -> Hits:
        """Let stock Whoosh walk through the same files; to it, deleted documents make a word less rare."""
        if self._searcher is None:
            self._searcher = Searcher(reader(self._snapshot), weighting=weighting(self._weighing))
        found: list[tuple[int, float]] = []
        for searcher, first in self._searcher.leaf_searchers():
            matcher = wanted.matcher(searcher, SearchContext(weighting=self._searcher.weighting))
            while matcher.is_active():
                found.append((first + matcher.id(), matcher.score()))
                matcher.next()
        return Hits(np.array([one for one, _ in found], np.int64), np.array([score for _, score in found]))


_COMPOUND = {query.And: found_by.all_of, query.Or: found_by.any_of}


def _is_unusual(wanted: Any) -> bool:
    """Tell whether an OR counts how many of its parts match."""
    return type(wanted) is query.Or and bool(wanted.minmatch or wanted.scale)
