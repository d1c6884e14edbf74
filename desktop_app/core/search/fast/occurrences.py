"""Where words stand together: phrases, and words near each other.

The documents in question are laid end to end, so that a place is one number; many of them in stretches, each for
itself.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import NOTHING, Places, Snapshot

STRETCH = 1 << 21  # places gone through together, so that all about them stays in the processor's cache
RARE = 500  # fewer than one of so many places: quicker looked up than marked
Choices = Sequence[Sequence[str]]
Find = Callable[[list[Array], int], Array]  # from the places of each word, and where all end, what is found


class _Line(NamedTuple):
    """Documents laid end to end, with so many places before each and after the last.

    `starts` tells where each starts and where the line ends, `by_number` the same by their numbers; it is cut at
    the documents `cuts`, whose numbers are `numbers`, both with one more for the end. None is in two stretches.
    """

    starts: Array
    by_number: Array
    cuts: Array
    numbers: Array
    apart: int

    def stretches(self) -> Iterator[tuple[int, int, int]]:
        """Give the first document of each stretch, the first one after it, and how many places come before it."""
        before = (self.starts[self.cuts] - self.apart).tolist()
        return ((*ends, start) for ends, start in zip(pairwise(self.cuts.tolist()), before, strict=False))


def summed(postings: Postings, count: int) -> Postings:
    """Return postings in which a document stands more than once, in any order, as one for each document."""
    times = np.bincount(postings.documents, postings.times, minlength=count)
    documents = np.flatnonzero(times > 0)
    return Postings(documents, times[documents])


def phrase(snapshot: Snapshot, field: str, choices: Choices) -> Postings:
    """Return the documents with words in this order, right after each other; any choice of words at each place."""

    def found(places: list[Array], end: int) -> Array:
        rarest, *others = sorted(range(len(places)), key=lambda at: len(places[at]))
        kept = places[rarest]
        for at in others:
            kept = kept[_are_among(kept + (at - rarest), places[at], end)]
        return kept

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
    if not len(having):
        return NOTHING
    all_of_them = 2 * len(having) > snapshot.count_all  # then to choose among them takes longer than to look at all
    documents = np.arange(snapshot.count_all) if all_of_them else having
    line = _in_line(snapshot, field, documents, apart)
    laid_out = [_laid_out(snapshot, field, words, (documents, line)) for words in choices]
    counts = np.zeros(len(documents), np.int64)
    for (first, last, before), *places in zip(line.stretches(), *laid_out, strict=True):
        starts = line.starts[first : last + 1] - before
        counts[first:last] = np.diff(np.searchsorted(find(places, int(starts[-1])), starts))
    if all_of_them:
        counts = counts[having]
    return Postings(having[counts > 0], counts[counts > 0])


def _are_among(places: Array, among: Array, end: int) -> Array:
    """Return for each place whether it is among others, which ascend; all are before `end`."""
    if len(places) * RARE < end or not len(among):
        equal: Array = _next(among, places) == places
        return equal
    marks = np.zeros(end, bool)
    marks[among] = True
    return marks[places]


def _having_all(snapshot: Snapshot, field: str, choices: Choices) -> Array:
    """Return the documents that have a word of each choice."""
    having = []
    for words in {tuple(words) for words in choices}:
        several = [snapshot.postings(field, word).documents for word in words]
        having.append(
            several[0] if len(several) == 1 else np.unique(np.concatenate(several or [NOTHING.documents]))
        )
    documents, *others = sorted(having, key=len)
    for other in others:
        documents = documents[_are_among(documents, other, snapshot.count_all)]
    return documents


def _in_line(snapshot: Snapshot, field: str, documents: Array, apart: int) -> _Line:
    """Lay documents end to end and cut the line."""
    starts = np.full(len(documents) + 1, apart)
    starts[1:] += np.cumsum(snapshot.spans(field)[documents] + np.int64(apart))
    by_number = starts
    if len(documents) < snapshot.count_all:
        by_number = np.zeros(snapshot.count_all, np.int64)
        by_number[documents] = starts[:-1]
    cuts = np.unique(np.searchsorted(starts[:-1], np.arange(apart, starts[-1], STRETCH)))
    cuts = cuts[cuts < len(documents)]
    numbers = np.append(documents[cuts], snapshot.count_all)
    return _Line(starts, by_number, np.append(cuts, len(documents)), numbers, apart)


def _laid_out(snapshot: Snapshot, field: str, words: Sequence[str], places: tuple[Array, _Line]) -> Iterator[Array]:
    """Give where any of the words stands in each stretch of a line of documents, in order."""
    documents, line = places
    if len(words) == 1:
        yield from _standing(snapshot.places(field, words[0], documents), line)
        return
    whole = line._replace(cuts=line.cuts[[0, -1]], numbers=line.numbers[[0, -1]])
    several = [at for word in words for at in _standing(snapshot.places(field, word, documents), whole)]
    found = np.sort(np.concatenate(several))
    cuts = np.searchsorted(found, line.starts[line.cuts]).tolist()
    for (_, _, before), (low, high) in zip(line.stretches(), pairwise(cuts), strict=True):
        yield found[low:high] - before


def _standing(places: Places, line: _Line) -> Iterator[Array]:
    """Give where a word stands in each stretch of a line."""
    having, times, positions = places
    ends = np.zeros(len(times) + 1, np.int64)
    np.cumsum(times, out=ends[1:])
    rows = np.searchsorted(having, line.numbers)
    ranges = zip(pairwise(rows.tolist()), pairwise(ends[rows].tolist()), strict=True)
    for (_, _, before), ((row, last), (low, high)) in zip(line.stretches(), ranges, strict=True):
        found = np.repeat(line.by_number[having[row:last]] - before, times[row:last])
        found += positions[low:high]
        yield found


def _close(among: Array, rarest: Array, reach: int) -> Array:
    """Return the places that are at most so far from one of the rarest."""
    opened = np.bincount(np.searchsorted(among, rarest - reach), minlength=len(among) + 1)
    opened -= np.bincount(np.searchsorted(among, rarest + reach, "right"), minlength=len(among) + 1)
    return among[np.cumsum(opened[:-1]) > 0]


def _next(among: Array, places: Array) -> Array:
    """Return for each place the first of others that is not before it, or one too far away."""
    at = np.searchsorted(among, places)
    return np.where(at < len(among), among[np.minimum(at, len(among) - 1)], np.iinfo(np.int64).max >> 1)
