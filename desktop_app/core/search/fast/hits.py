"""What was found: documents with their scores, put together, put in order and counted."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.snapshot import Snapshot

SPARSE = 16  # fewer than one in so many: looked up one by one


class Hits(NamedTuple):
    """Documents in ascending order, each with its score."""

    documents: Array
    scores: Array


NONE = Hits(np.zeros(0, np.int64), np.zeros(0))


def all_of(several: Sequence[Hits], count: int) -> Hits:
    """Return the documents, of so many in all, that every one has found; their scores are added."""
    first, *others = sorted(several, key=lambda hits: len(hits.documents))
    documents, scores = first
    for other in others:
        at, both = _found_at(documents, other.documents, count)
        documents, scores = documents[both], scores[both] + other.scores[at[both]]
    return Hits(documents, scores)


def any_of(several: Sequence[Hits], count: int) -> Hits:
    """Return the documents that any has found; their scores are added."""
    if len(several) == 1:
        return several[0]
    scores, found = np.zeros(count), np.zeros(count, bool)
    for hits in several:
        scores[hits.documents] += hits.scores
        found[hits.documents] = True
    documents = np.flatnonzero(found)
    return Hits(documents, scores[documents])


def without(hits: Hits, unwanted: Array, count: int) -> Hits:
    """Return the hits that are not among these documents."""
    return kept(hits, ~_marked(unwanted, count))


def only(hits: Hits, wanted: Array, count: int) -> Hits:
    """Return the hits that are among these documents, which may be in any order."""
    return kept(hits, _marked(wanted, count))


def kept(hits: Hits, wanted: Array) -> Hits:
    """Return the hits for which a True stands under the document's number."""
    stays = wanted[hits.documents]
    return Hits(hits.documents[stays], hits.scores[stays])


def coverage(several: Sequence[Hits], weights: Sequence[float], count: int) -> tuple[Hits, Array]:
    """Return whatever any has found, and what part of the weights each document covers, from 0 to 1.

    This is for long queries: scores are added, and the reader of the result says how much must be covered.
    """
    covered = np.zeros(count)
    for hits, weight in zip(several, weights, strict=True):
        covered[hits.documents] += weight
    found = any_of(several, count)
    return found, covered[found.documents] / (sum(weights) or 1.0)


def best(hits: Hits, limit: int | None = None) -> Hits:
    """Return the hits with the highest scores first, equal ones by their numbers; all of them without a limit."""
    return _first(hits, -hits.scores, limit)


def in_order(hits: Hits, values: Array, limit: int | None = None, *, newest: bool = False) -> Hits:
    """Return the hits with the lowest values of a column first, or with the highest."""
    keys = values[hits.documents]
    return _first(hits, -keys if newest else keys, limit)


def facet(snapshot: Snapshot, field: str, hits: Hits) -> dict[str, int]:
    """Return how many of the hits have each term of a field of keywords."""
    terms, term_of, document_of = snapshot.terms(field)
    chosen = term_of[_marked(hits.documents, snapshot.count_all)[document_of]]
    counts = np.bincount(chosen, minlength=len(terms)).tolist()
    return {term.decode(): number for term, number in zip(terms, counts, strict=True) if number}


def histogram(values: Array, hits: Hits, edges: Sequence[int]) -> list[int]:
    """Return how many hits lie from each edge up to the next one; whatever lies outside is left out."""
    place = np.searchsorted(np.asarray(edges), values[hits.documents], "right")
    counted: list[int] = np.bincount(place, minlength=len(edges) + 1)[1 : len(edges)].tolist()
    return counted


def _first(hits: Hits, keys: Array, limit: int | None) -> Hits:
    """Return the hits with the lowest keys."""
    documents, scores = hits
    if limit is not None and len(keys) > 4 * limit > 0:
        chosen = np.flatnonzero(keys <= np.partition(keys, limit - 1)[limit - 1])
        documents, scores, keys = documents[chosen], scores[chosen], keys[chosen]
    order = np.argsort(keys, kind="stable")[:limit]
    return Hits(documents[order], scores[order])


def _found_at(wanted: Array, among: Array, count: int) -> tuple[Array, Array]:
    """Return where the wanted documents stand among others, and whether they do."""
    if len(wanted) * SPARSE < len(among) or not len(among):
        at = np.searchsorted(among, wanted)
        at[at == len(among)] = 0
        return at, among[at] == wanted if len(among) else np.zeros(len(wanted), bool)
    place = np.full(count, -1, np.int32)
    place[among] = np.arange(len(among), dtype=np.int32)
    places: Array = place[wanted]
    return places, places >= 0


def _marked(documents: Array, count: int) -> Array:
    marked = np.zeros(count, bool)
    marked[documents] = True
    return marked
