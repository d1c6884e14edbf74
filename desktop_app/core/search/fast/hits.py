"""What was found: documents with their scores, and how they are put together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array

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


def kept(hits: Hits, wanted: Array) -> Hits:
    """Return the hits for which a True stands under the document's number."""
    stays = wanted[hits.documents]
    return Hits(hits.documents[stays], hits.scores[stays])


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
