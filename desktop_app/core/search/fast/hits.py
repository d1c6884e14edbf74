"""What was found: documents with their scores, and how they are put together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array

SPARSE = 16  # fewer than one in so many: looked up one by one


class Hits(NamedTuple):
    """Documents in ascending order, each with its score, which is never below 0."""

    documents: Array
    scores: Array


NONE = Hits(np.zeros(0, np.int64), np.zeros(0, np.float32))


def all_of(several: Sequence[Hits], count: int) -> Hits:
    """Return the documents, of so many in all, that every one has found; their scores are added."""
    (documents, scores), *others = sorted(several, key=lambda hits: len(hits.documents))
    for other in others:
        found = _scores_at(documents, other, count)
        both = found >= 0
        documents, scores = documents[both], scores[both] + found[both]
    return Hits(documents, scores)


def any_of(several: Iterable[Hits], count: int, join: np.ufunc = np.add) -> Hits:
    """Return the documents, of so many in all, that any has found; `join` says what becomes of their scores."""
    most, *others = sorted(several, key=lambda hits: -len(hits.documents)) or [NONE]
    if len(others) > 1 and len(others[1].documents) * SPARSE > count:
        return _tabled([most, *others], count, join)
    for other in others:
        if len(other.documents):
            most = _joined(most, other, count, join)
    return most


def raised(hits: Hits, by: Hits, count: int) -> Hits:
    """Return hits with the scores of others added, and none of the others' documents."""
    return Hits(hits.documents, hits.scores + np.maximum(_scores_at(hits.documents, by, count), 0))


def kept(hits: Hits, wanted: Array) -> Hits:
    """Return the hits for which a True stands under the document's number."""
    stays = wanted[hits.documents]
    return Hits(hits.documents[stays], hits.scores[stays])


def without(hits: Hits, unwanted: Array, count: int) -> Hits:
    """Return the hits that are not among these documents."""
    stays = np.ones(count, bool)
    stays[unwanted] = False
    return kept(hits, stays)


def _joined(most: Hits, other: Hits, count: int, join: np.ufunc) -> Hits:
    """Return the documents of both; the first has at least as many."""
    if np.array_equal(most.documents, other.documents):
        return Hits(most.documents, join(most.scores, other.scores))
    if len(other.documents) * SPARSE > count:
        return _tabled([most, other], count, join)
    at = np.searchsorted(most.documents, other.documents)
    there = most.documents[np.minimum(at, len(most.documents) - 1)] == other.documents
    documents, scores = most.documents, most.scores.copy()
    scores[at[there]] = join(scores[at[there]], other.scores[there])
    if not there.all():
        new, at = ~there, at[~there]
        documents = np.insert(documents, at, other.documents[new])
        scores = np.insert(scores, at, other.scores[new])
    return Hits(documents, scores)


def _tabled(several: Sequence[Hits], count: int, join: np.ufunc) -> Hits:
    """Return what any has found, by way of a table of all documents."""
    scores, found = np.zeros(count, np.float32), np.zeros(count, bool)
    first, *others = several
    scores[first.documents], found[first.documents] = first.scores, True
    for hits in others:
        scores[hits.documents] = join(scores[hits.documents], hits.scores)
        found[hits.documents] = True
    documents = np.flatnonzero(found)
    return Hits(documents, scores[documents])


def _scores_at(wanted: Array, among: Hits, count: int) -> Array:
    """Return the scores of the wanted documents, -1 where they have none."""
    documents, scores = among
    if not len(documents):
        return np.full(len(wanted), -1, np.float32)
    if len(wanted) * SPARSE < count:
        at = np.minimum(np.searchsorted(documents, wanted), len(documents) - 1)
        return np.where(documents[at] == wanted, scores[at], np.float32(-1))
    table = np.full(count, -1, np.float32)
    table[documents] = scores
    there: Array = table[wanted]
    return there
