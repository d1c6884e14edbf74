"""How often documents have words near each other."""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.search.fast.occurrences import near, pairs
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.snapshot import Snapshot


def together(snapshot: Snapshot, field: str, words: Sequence[str], distance: int) -> Postings:
    """Return how often each document has all words with at most so many others between first and last."""
    if len(words) == 2:
        return pairs(snapshot, field, words, distance + 1)
    documents = near(snapshot, field, words, distance + len(words) - 1).documents
    at: dict[int, list[tuple[int, int]]] = {document: [] for document in documents.tolist()}
    for kind, word in enumerate(words):
        having, times, positions = snapshot.places(field, word, documents)
        for document, place in zip(np.repeat(having, times).tolist(), positions.tolist(), strict=True):
            at[document].append((place, kind))
    counts = [len(stretches(sorted(places), len(words), distance)) for places in at.values()]
    return Postings(documents, np.array(counts, np.int64))


def stretches(at: Sequence[tuple[int, int]], kinds: int, distance: int) -> list[tuple[int, int]]:
    """Return from where to where all kinds stand together, without overlap; `at` is (place, kind) in order."""
    found: list[tuple[int, int]] = []
    last: dict[int, int] = {}
    for place, kind in at:
        last[kind] = place
        first = min(last.values())
        if len(last) == kinds and place - first + 1 - kinds <= distance:
            found.append((first, place))
            last = {}
    return found
