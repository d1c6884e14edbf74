"""Where words stand together: phrases, words near each other, and any of several words taken as one.

The documents in question are laid end to end, so that a place is one number. Rare words are looked up among places
of the others; when all words are frequent, each gets a mark for every place, and the marks are compared.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import NOTHING, Snapshot

STRETCH = 1 << 20  # places marked together; the marks of a few words then stay in the processor's cache
FREQUENT = 150  # a word that stands at one of so many places is quicker marked than looked up
Choices = Sequence[Sequence[str]]


class Comparison(NamedTuple):
    """Two ways to the same places: from the places of each word, or from marks."""

    of_places: Callable[[list[Array]], Array]
    of_marks: Callable[[list[Array]], Array]


def summed(postings: Postings, count: int) -> Postings:
    """Return postings in which a document stands more than once, in any order, as one for each document."""
    times = np.bincount(postings.documents, postings.times, minlength=count)
    documents = np.flatnonzero(times > 0)
    return Postings(documents, times[documents])


def any_of(snapshot: Snapshot, field: str, words: Iterable[str]) -> Postings:
    """Return the documents with any of these words, and how often they have them in all."""
    found = [postings for word in words if len((postings := snapshot.postings(field, word)).documents)]
    if len(found) < 2:
        return found[0] if found else NOTHING
    times = np.zeros(snapshot.count_all)
    for postings in found:
        times[postings.documents] += postings.times
    documents = np.flatnonzero(times > 0)
    return Postings(documents, times[documents])


def phrase(snapshot: Snapshot, field: str, choices: Choices) -> Postings:
    """Return the documents with words in this order, right after each other; any choice of words at each place."""

    def of_places(places: list[Array]) -> Array:
        rarest, *others = sorted(range(len(places)), key=lambda at: len(places[at]))
        starts = places[rarest] - rarest
        for at in others:
            starts = starts[_next(places[at], starts + at) == starts + at]
        return starts

    def of_marks(marks: list[Array]) -> Array:
        found = marks[0].copy()
        for at, marked in enumerate(marks[1:], 1):
            found[:-at] &= marked[at:]
        return found

    return _compared(snapshot, field, choices, len(choices), Comparison(of_places, of_marks))


def near(snapshot: Snapshot, field: str, words: Sequence[str], reach: int) -> Postings:
    """Return the documents with all of these words, in any order, within `reach` places of each other."""

    def of_places(places: list[Array]) -> Array:
        rarest = min(places, key=len)
        begins = np.sort(np.concatenate([_close(among, rarest, reach) for among in places]))
        for among in places:
            begins = begins[_next(among, begins) - begins <= reach]
        return begins

    def of_marks(marks: list[Array]) -> Array:
        found: Array = np.logical_or.reduce(marks)
        for marked in marks:
            found &= _spread(marked[::-1], reach)[::-1]
        return found

    choices = [[word] for word in dict.fromkeys(words)]
    return _compared(snapshot, field, choices, reach + 1, Comparison(of_places, of_marks))


def _compared(snapshot: Snapshot, field: str, choices: Choices, apart: int, comparison: Comparison) -> Postings:
    """Return the documents in which any place is left, and how many; `apart` places are left between documents."""
    documents = _having_all(snapshot, field, choices)
    if not len(documents):
        return NOTHING
    starts = np.concatenate(([0], np.cumsum(snapshot.spans(field)[documents] + apart)))
    index = np.zeros(snapshot.count_all, np.int64)
    index[documents] = starts[:-1]
    places = [_laid_out(snapshot, field, words, (documents, index)) for words in choices]
    if min(map(len, places)) * FREQUENT < starts[-1]:
        found = comparison.of_places(places)
    else:
        found = np.concatenate([_marked(places, *ends, comparison.of_marks) for ends in _stretches(starts)])
    where = np.searchsorted(starts, found, "right") - 1
    counts = np.bincount(where, minlength=len(documents))
    return Postings(documents[counts > 0], counts[counts > 0])


def _marked(places: list[Array], low: int, high: int, compare: Callable[[list[Array]], Array]) -> Array:
    """Return the places that are left of those from one to another."""
    marks = [np.zeros(high - low, bool) for _ in places]
    for among, marked in zip(places, marks, strict=True):
        first, last = np.searchsorted(among, (low, high)).tolist()
        marked[among[first:last] - low] = True
    found: Array = np.flatnonzero(compare(marks)) + low
    return found


def _having_all(snapshot: Snapshot, field: str, choices: Choices) -> Array:
    """Return the documents that have a word of each choice."""
    had = np.ones(snapshot.count_all, bool)
    for words in {tuple(words) for words in choices}:
        has = np.zeros(snapshot.count_all, bool)
        for word in words:
            has[snapshot.postings(field, word).documents] = True
        had &= has
    return np.flatnonzero(had)


def _laid_out(snapshot: Snapshot, field: str, words: Sequence[str], among: tuple[Array, Array]) -> Array:
    """Return where any of the words stands when documents are laid end to end."""
    documents, index = among
    several = []
    for word in words:
        having, times, positions = snapshot.places(field, word, documents)
        several.append(np.repeat(index[having], times))
        several[-1] += positions
    return several[0] if len(several) == 1 else np.unique(np.concatenate(several))


def _stretches(starts: Array) -> Iterator[tuple[int, int]]:
    """Give stretches of whole documents, as their first place and the one after their last."""
    low = 0
    while low < len(starts) - 1:
        high = max(int(np.searchsorted(starts, starts[low] + STRETCH, "right")) - 1, low + 1)
        yield int(starts[low]), int(starts[high])
        low = high


def _spread(marks: Array, reach: int) -> Array:
    """Return marks with a mark also at so many places after each."""
    spread, done = marks.copy(), 0
    while done < reach:
        step = min(done + 1, reach - done)
        spread[step:] |= spread[:-step].copy()
        done += step
    return spread


def _close(among: Array, rarest: Array, reach: int) -> Array:
    """Return the places that are at most so far from one of the rarest."""
    opened = np.bincount(np.searchsorted(among, rarest - reach), minlength=len(among) + 1)
    opened -= np.bincount(np.searchsorted(among, rarest + reach, "right"), minlength=len(among) + 1)
    return among[np.cumsum(opened[:-1]) > 0]


def _next(among: Array, places: Array) -> Array:
    """Return for each place the first of others that is not before it, or one too far away."""
    at = np.searchsorted(among, places)
    return np.where(at < len(among), among[np.minimum(at, len(among) - 1)], np.iinfo(np.int64).max >> 1)
