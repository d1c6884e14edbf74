"""Where words stand together: phrases, and words near each other.

The documents in question are laid end to end, so that a place is one number.
"""

from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import NOTHING, Snapshot

STRETCH = 1 << 20  # places marked together; the marks then stay in the processor's cache
RARE = 500  # fewer than one of so many places: quicker looked up than marked
Choices = Sequence[Sequence[str]]
Find = Callable[[list[Array], int], Array]  # from the places of each word, and where all end, what is found


def summed(postings: Postings, count: int) -> Postings:
    """Return postings in which a document stands more than once, in any order, as one for each document."""
    times = np.bincount(postings.documents, postings.times, minlength=count)
    documents = np.flatnonzero(times > 0)
    return Postings(documents, times[documents])


def phrase(snapshot: Snapshot, field: str, choices: Choices) -> Postings:
    """Return the documents with words in this order, right after each other; any choice of words at each place."""

    def found(places: list[Array], end: int) -> Array:
        rarest, *others = sorted(range(len(places)), key=lambda at: len(places[at]))
        starts = places[rarest] - rarest
        for at in others:
            starts = starts[_are_among(starts + at, places[at], end)]
        return starts

    return _compared(snapshot, field, choices, len(choices), found)


def pairs(snapshot: Snapshot, field: str, words: Sequence[str], reach: int) -> Postings:
    """Return the documents with two words within `reach` places of each other, and how often, without overlap."""

    def found(places: list[Array], _end: int) -> Array:
        one, other = places
        rare, often = sorted((one, other), key=len)
        often = _close(often, rare, reach)  # first: then few places of the frequent word are looked up
        one, other = _close(rare, often, reach), often
        at = np.concatenate((one, other))
        order = np.argsort(at)
        at, first = at[order], order < len(one)
        joined = np.append(False, (first[1:] != first[:-1]) & (np.diff(at) <= reach))
        # of words that follow each other so, each but the first would join the one before: every second one does
        number = np.arange(len(at))
        alone = np.maximum.accumulate(np.where(joined, 0, number))
        counted: Array = at[joined & ((number - alone) % 2 == 1)]
        return counted

    return _compared(snapshot, field, [[word] for word in words], reach + 1, found)


def near(snapshot: Snapshot, field: str, words: Sequence[str], reach: int) -> Postings:
    """Return the documents with all of these words, in any order, within `reach` places of each other."""

    def found(places: list[Array], _end: int) -> Array:
        rarest = min(places, key=len)
        begins = np.sort(np.concatenate([_close(among, rarest, reach) for among in places]))
        for among in places:
            begins = begins[_next(among, begins) - begins <= reach]
        return begins

    choices = [[word] for word in dict.fromkeys(words)]
    return _compared(snapshot, field, choices, reach + 1, found)


def _compared(snapshot: Snapshot, field: str, choices: Choices, apart: int, find: Find) -> Postings:
    """Return the documents in which any place is found, and how many; `apart` places are left between documents."""
    having = _having_all(snapshot, field, choices)
    documents = np.flatnonzero(having)
    if not len(documents):
        return NOTHING
    if 2 * len(documents) > snapshot.count_all:  # then to choose among them takes longer than to look at all
        documents = np.arange(snapshot.count_all)
    starts = np.concatenate(([0], np.cumsum(snapshot.spans(field)[documents] + apart)))
    index = np.zeros(snapshot.count_all, np.int64)
    index[documents] = starts[:-1]
    found = find([_laid_out(snapshot, field, words, (documents, index)) for words in choices], int(starts[-1]))
    where = np.searchsorted(starts, found, "right") - 1
    counts = np.bincount(where, minlength=len(documents)) * having[documents]
    return Postings(documents[counts > 0], counts[counts > 0])


def _are_among(places: Array, among: Array, end: int) -> Array:
    """Return for each place whether it is among others; both ascend, and all are before `end`."""
    if len(places) * RARE < end or not len(among):
        equal: Array = _next(among, places) == places
        return equal
    marks = np.zeros(STRETCH, bool)
    found = np.zeros(len(places), bool)
    for low in range(0, end, STRETCH):
        edges = low, low + STRETCH
        here, there = (slice(*np.searchsorted(one, edges).tolist()) for one in (places, among))
        marks[among[there] - low] = True
        found[here] = marks[places[here] - low]
        marks[among[there] - low] = False
    return found


def _having_all(snapshot: Snapshot, field: str, choices: Choices) -> Array:
    """Return for each document whether it has a word of each choice."""
    had = np.ones(snapshot.count_all, bool)
    for words in {tuple(words) for words in choices}:
        has = np.zeros(snapshot.count_all, bool)
        for word in words:
            has[snapshot.postings(field, word).documents] = True
        had &= has
    return had


def _laid_out(snapshot: Snapshot, field: str, words: Sequence[str], among: tuple[Array, Array]) -> Array:
    """Return where any of the words stands when documents are laid end to end."""
    documents, index = among
    several = []
    for word in words:
        having, times, positions = snapshot.places(field, word, documents)
        several.append(np.repeat(index[having], times))
        several[-1] += positions
    return several[0] if len(several) == 1 else np.unique(np.concatenate(several))


def _close(among: Array, rarest: Array, reach: int) -> Array:
    """Return the places that are at most so far from one of the rarest."""
    opened = np.bincount(np.searchsorted(among, rarest - reach), minlength=len(among) + 1)
    opened -= np.bincount(np.searchsorted(among, rarest + reach, "right"), minlength=len(among) + 1)
    return among[np.cumsum(opened[:-1]) > 0]


def _next(among: Array, places: Array) -> Array:
    """Return for each place the first of others that is not before it, or one too far away."""
    at = np.searchsorted(among, places)
    return np.where(at < len(among), among[np.minimum(at, len(among) - 1)], np.iinfo(np.int64).max >> 1)
