"""The index as it stood when it was opened: postings, positions, lengths and columns of all its parts as one.

A document number counts the documents of this snapshot, deleted ones too; whatever is given back leaves those out.
Nothing in a snapshot changes, whatever is committed meanwhile.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from desktop_app.core.search.fast import contents
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.hits import SPARSE
from desktop_app.core.search.fast.lexicon import Lexicon
from desktop_app.core.search.fast.segment import Postings, Segment, live, rounded

TRIES, PAUSE = 10, 0.05  # a commit may take files away between reading the table of contents and opening them
NOTHING = Postings(np.zeros(0, np.int64), np.zeros(0, np.float64))


class Places(NamedTuple):
    """The documents that have a word, in ascending order, how many times each, and every position, one by one."""

    documents: Array
    times: Array
    positions: Array


class Snapshot:
    """One opened index; what is not asked for is not read.

    What was read and checked of parts that were there `before` is not read again.
    """

    def __init__(self, folder: Path, before: "Snapshot | None" = None) -> None:
        self._folder = folder
        known = {segment.path: segment for segment in before.segments} if before else {}
        self.segments: list[Segment]
        listed, self.segments = _opened(folder, known)
        self.generation = listed.generation
        counts = [segment.count for segment in self.segments]
        self._firsts = np.cumsum([0, *counts]).tolist()
        self.count_all: int = self._firsts[-1]
        deleted = [
            first + document
            for first, part in zip(self._firsts, listed.parts, strict=False)
            for document in part.deleted
        ]
        self.live = live(self.count_all, deleted)
        self.count = self.count_all - len(deleted)
        self._kept: dict[tuple[str, str], Any] = {}

    def close(self) -> None:
        """Let go of the files."""
        self.segments = []
        self._kept.clear()

    def is_latest(self) -> bool:
        """Tell whether nothing has been committed since."""
        return contents.latest(self._folder) == self.generation

    def documents(self) -> Array:
        """Return the numbers of all documents."""
        return np.arange(self.count_all) if self.live is None else np.flatnonzero(self.live)

    def postings(self, field: str, word: str | bytes) -> Postings:
        """Return the documents that have a word in a field, each with the number of times."""
        key = word if isinstance(word, bytes) else word.encode()
        found = ((segment, segment.find(field, key)) for segment in self.segments)
        return self._joined(field, [None if at is None else (at, at + 1) for _, at in found])

    def has(self, field: str, word: str) -> bool:
        """Tell whether any document has a word in a field."""
        if self.live is not None:
            return len(self.postings(field, word).documents) > 0
        return any(segment.find(field, word.encode()) is not None for segment in self.segments)

    def any_of(self, field: str, choose: Callable[[Lexicon], Array], most: int) -> tuple[Postings, bool]:
        """Return the documents with any of the words that are chosen, by ascending numbers, of each lexicon.

        When these have more than so many postings, their most frequent words stand for all; the answer tells
        whether it is exact.
        """
        chosen = [(segment, lexicon) for segment in self.segments if (lexicon := segment.lexicon(field))]
        numbers = {segment: choose(lexicon) for segment, lexicon in chosen}
        exact = sum(int(segment.having(field, of).sum()) for segment, of in numbers.items()) <= most
        times = np.zeros(self.count_all)
        for segment, first in zip(self.segments, self._firsts, strict=False):
            if segment in numbers:
                share = None if exact else most * segment.count // self.count_all
                times[first : first + segment.count] = segment.summed(field, numbers[segment], share)
        if self.live is not None:
            times *= self.live
        documents = np.flatnonzero(times > 0)
        return Postings(documents, times[documents]), exact

    def words(self, field: str, start: str = "") -> dict[str, int]:
        """Return the words of a field that begin so, each with the number of documents that have it."""
        found: dict[str, int] = {}
        for segment in self.segments:
            if lexicon := segment.lexicon(field):
                low, high = lexicon.beginning(start.encode())
                frequencies = segment.frequencies(field, low, high).tolist() if high > low else []
                for word, frequency in zip(lexicon.between(low, high), frequencies, strict=True):
                    text = word.decode()
                    found[text] = found.get(text, 0) + frequency
        return found

    def like(self, field: str, pattern: str) -> dict[str, int]:
        """Return the words a pattern of letters, * and ? stands for, each with the number of documents."""
        return self._chosen(field, lambda lexicon: [(number, 0) for number in lexicon.like(pattern)])[0]

    def within(self, field: str, word: str, distance: int, *, swaps: bool = False) -> dict[str, tuple[int, int]]:
        """Return the words at most so many letters away, each with its distance and the number of documents."""
        found, far = self._chosen(field, lambda lexicon: lexicon.within(word, distance, swaps=swaps))
        return {near: (far[near], frequency) for near, frequency in found.items()}

    def places(self, field: str, word: str, documents: Array) -> Places:
        """Return where a word stands in these documents, which ascend."""
        several: list[Places] = []
        for segment, first in zip(self.segments, self._firsts, strict=False):
            number = segment.find(field, word.encode())
            low, high = np.searchsorted(documents, (first, first + segment.count)).tolist()
            if number is not None and high > low:
                found, times, positions = _places(segment, field, number, documents[low:high] - first)
                several.append(Places(found + first, times, positions))
        if not several:
            return Places(NOTHING.documents, NOTHING.documents, NOTHING.documents)
        return several[0] if len(several) == 1 else Places(*map(np.concatenate, zip(*several, strict=True)))

    def spans(self, field: str) -> Array:
        """Return for each document one more than the last position in a field."""
        spans: Array = self.once(("spans", field), lambda: self._all(lambda segment: segment.spans(field)))
        return spans

    def lengths(self, field: str) -> Array:
        """Return the number of words of each document in a field, as Whoosh rounds them."""
        return rounded(self._all(lambda segment: segment.lengths(field)))

    def column(self, name: str) -> Array:
        """Return a number for each document."""
        column: Array = self.once(("column", name), lambda: self._all(lambda segment: segment.column(name)))
        return column

    def check(self) -> None:
        """Read all of the files; raises Damaged when one is not what was written."""
        for segment in self.segments:
            segment.arrays.check()

    def _all(self, of: Callable[[Segment], Array]) -> Array:
        return np.concatenate([of(segment) for segment in self.segments] or [NOTHING.documents])

    def once(self, key: tuple[str, str], made: Callable[[], Any]) -> Any:
        """Return what was made when this was first asked for; a snapshot never changes."""
        if key not in self._kept:
            self._kept[key] = made()
        return self._kept[key]

    def _joined(self, field: str, ranges: Iterable[tuple[int, int] | None]) -> Postings:
        """Return the postings of some words of each part."""
        several: list[tuple[int, Postings]] = []
        for segment, first, range_ in zip(self.segments, self._firsts, ranges, strict=False):
            if range_ and range_[0] < range_[1]:
                several.append((first, segment.postings(field, *range_)))
        if not several:
            return NOTHING
        documents, end = np.empty(sum(len(found.documents) for _, found in several), np.int64), 0
        for first, found in several:
            start, end = end, end + len(found.documents)
            np.add(found.documents, first, out=documents[start:end], dtype=np.int64)
        times = np.concatenate([found.times for _, found in several])
        if self.live is not None:
            stays = self.live[documents]
            documents, times = documents[stays], times[stays]
        return Postings(documents, times)

    def _chosen(
        self, field: str, choose: Callable[[Any], list[tuple[int, int]]]
    ) -> tuple[dict[str, int], dict[str, int]]:
        """Return the words each lexicon was asked for, with the number of documents, and what was said of them."""
        found: dict[str, int] = {}
        said: dict[str, int] = {}
        for segment in self.segments:
            if lexicon := segment.lexicon(field):
                chosen = choose(lexicon)
                having = segment.having(field, np.array([number for number, _ in chosen], np.int64)).tolist()
                for (number, what), frequency in zip(chosen, having, strict=True):
                    word = lexicon[number].decode()
                    found[word] = found.get(word, 0) + frequency
                    said[word] = what
        return found, said


def _places(segment: Segment, field: str, number: int, documents: Array) -> Places:
    """Return where a word stands in some documents of one part."""
    having, times = segment.postings(field, number, number + 1)
    positions = segment.positions(field, number, number + 1)
    if len(documents) == segment.count:
        return Places(having.astype(np.int64), times, positions)
    rows = _rows(having, documents, segment.count)
    sizes = times[rows].astype(np.int64)
    if len(positions) == len(having):  # it stands in none of them twice, as the words of a source's name
        return Places(having[rows].astype(np.int64), sizes, positions[rows])
    starts = (np.cumsum(times, dtype=np.int64) - times)[rows]
    taken = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    taken += np.arange(len(taken))
    return Places(having[rows].astype(np.int64), sizes, positions[taken])


def _rows(having: Array, documents: Array, count: int) -> Array:
    """Return where those of the wanted documents stand, of so many in all, that have something."""
    if len(documents) * SPARSE < len(having):  # quicker looked up one by one
        wanted = documents.astype(having.dtype)
        at = np.minimum(np.searchsorted(having, wanted), len(having) - 1)
        rows: Array = at[having[at] == wanted]
        return rows
    among = np.zeros(count, bool)
    among[documents] = True
    return np.flatnonzero(among[having])


def _opened(folder: Path, known: Mapping[Path, Segment]) -> tuple[contents.Contents, list[Segment]]:
    """Return the table of contents and the opened parts."""
    for left in reversed(range(TRIES)):
        try:
            listed = contents.read(folder)
            paths = [folder / part.file for part in listed.parts]
            return listed, [known.get(path) or Segment(path) for path in paths]
        except FileNotFoundError:
            if not left:
                raise
            time.sleep(PAUSE)
    raise AssertionError
