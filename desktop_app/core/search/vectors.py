"""What each article is about: the weights of its words, and how alike that makes it to every other.

The weight of a word is 1 + log of the times it stands in the text, TITLE times as much in a title, and more the
fewer articles have it. How alike two articles are is the cosine of their weights. All of it is read from the index
as it lies on the disk; what is kept besides are a number for each word and one for each article.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.segment import Segment
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.stems import light_words, stem

BODY, TITLE = "body_stems", 1.5
FIELDS = ((BODY, 1.0), ("title_stems", TITLE), ("opening", TITLE))
TERMS = 100  # the weightiest words of an article, which are looked for in the others
REMEMBERED = 5000  # documents whose words are kept at hand: some 10 MB
CELLS = 1 << 15  # likenesses found out at once: more do not fit near the processor
STRETCH = 1 << 21  # postings gone through at once
LOGARITHMS = np.append(0.0, 1 + np.log(np.arange(1, 256))).astype(np.float32)


class Terms(NamedTuple):
    """The weightiest words of an article, by number in ascending order, and what each weighs."""

    numbers: Array
    weights: Array


@dataclass(frozen=True)
class _Block:
    """A field of one part of the index: its postings, and the number of each of its words in all the index."""

    field: str
    worth: float
    first: int
    count: int
    numbers: Array
    starts: Array
    documents: Array
    times: Array

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Give the words in stretches that have not too many postings."""
        low = 0
        while low < len(self.numbers):
            high = max(low + 1, int(np.searchsorted(self.starts, self.starts[low] + STRETCH, "right")) - 1)
            yield low, high
            low = high

    def of(self, words: Array) -> tuple[Array, Array]:
        """Return where the postings of some words are, one list after the other, and how many each word has."""
        starts = self.starts[words]
        sizes = self.starts[words + 1] - starts
        ends = np.cumsum(sizes)
        return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes), sizes

    def weights(self, at: slice | Array) -> Array:
        """Return what some of the postings weigh, apart from the rarity of their word."""
        times = self.times[at]
        if times.dtype != np.uint8:
            times = np.minimum(times, 255)
        weights: Array = (self.worth * LOGARITHMS)[times]
        return weights


class Vectors:
    """The weights of the articles of one snapshot, by document number."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        lexicons = [list(segment.lexicon(field) or ()) for segment in snapshot.segments for field, _ in FIELDS]
        self._words = sorted(set().union(*lexicons))
        number_of = {word: number for number, word in enumerate(self._words)}
        self._blocks: list[_Block] = []
        firsts = np.cumsum([0, *(segment.count for segment in snapshot.segments)]).tolist()
        fields = [
            (first, segment, field, worth)
            for first, segment in zip(firsts, snapshot.segments, strict=False)
            for field, worth in FIELDS
        ]
        for (first, segment, field, worth), lexicon in zip(fields, lexicons, strict=True):
            if lexicon:
                numbers = np.fromiter(map(number_of.__getitem__, lexicon), np.int64, len(lexicon))
                postings = _postings(segment, field)
                self._blocks.append(_Block(field, worth, first, segment.count, numbers, *postings))
        self._terms: dict[int, Terms] = {}  # of the documents asked for last
        self._rarity = self._rarities(number_of)
        self._lengths = self._measured()

    def number(self, word: str) -> int | None:
        """Return the number of a stem, None when no article has it."""
        at = bisect_left(self._words, word.encode())
        return at if self._words[at : at + 1] == [word.encode()] else None

    def terms(self, documents: Sequence[int]) -> list[Terms]:
        """Return the weightiest words of each of these documents; those not at hand are read all at once."""
        missing = [document for document in dict.fromkeys(documents) if document not in self._terms]
        found = {document: self._terms[document] for document in documents if document in self._terms}
        if missing:
            found.update(zip(missing, self._read(missing), strict=True))
            if len(self._terms) + len(missing) > REMEMBERED:
                self._terms.clear()
            self._terms.update(found)
        return [found[document] for document in documents]

    def _read(self, documents: Sequence[int]) -> list[Terms]:
        """Read the weightiest words of documents; all of the index is gone through once."""
        place = np.full(self._snapshot.count_all, -1, np.int32)
        place[np.asarray(documents, np.int64)] = np.arange(len(documents), dtype=np.int32)
        found = [part for block in self._blocks for part in self._standing_in(block, place)]
        if not found:
            return [Terms(np.zeros(0, np.int64), np.zeros(0)) for _ in documents]
        keys, weights = (np.concatenate(parts) for parts in zip(*found, strict=True))
        keys, at = np.unique(keys, return_inverse=True)
        weights = np.bincount(at, weights)
        weights *= self._rarity[keys % len(self._words)]
        ends = np.searchsorted(keys, np.arange(len(documents) + 1) * len(self._words))
        return [
            _weightiest(keys[low:high] % len(self._words), weights[low:high])
            for low, high in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        ]

    def alike(self, terms: Terms) -> Array:
        """Return for each document how alike it is to what has these words, from 0 to about 1."""
        return next(self.alike_each([terms]))

    def alike_each(self, several: Sequence[Terms]) -> Iterator[Array]:
        """Do what alike does for several articles, which is quicker together."""
        at_once = max(1, CELLS // max(1, self._snapshot.count_all))
        for start in range(0, len(several), at_once):
            yield from self._alike(several[start : start + at_once])

    def _alike(self, several: Sequence[Terms]) -> Array:
        """Return a row for each of several articles, with how alike each document is to it."""
        numbers = np.concatenate([terms.numbers for terms in several])
        weighed = np.concatenate([terms.weights for terms in several]) * self._rarity[numbers]
        weighed = weighed.astype(np.float32)
        rows = np.repeat(np.arange(len(several)), [len(terms.numbers) for terms in several])
        found = np.zeros((len(several), self._snapshot.count_all))
        for block in self._blocks:
            at = np.minimum(np.searchsorted(block.numbers, numbers), len(block.numbers) - 1)
            there = block.numbers[at] == numbers
            postings, sizes = block.of(at[there])
            if len(postings):
                weights = block.weights(postings)
                weights *= np.repeat(weighed[there], sizes)
                cells = np.repeat(rows[there] * block.count, sizes)
                cells += block.documents[postings]
                summed = np.bincount(cells, weights, len(several) * block.count)
                found[:, block.first : block.first + block.count] += summed.reshape(-1, block.count)
        lengths = [np.sqrt((terms.weights**2).sum()) or 1.0 for terms in several]
        found /= self._lengths * np.array(lengths)[:, np.newaxis]
        if self._snapshot.live is not None:
            found[:, ~self._snapshot.live] = 0.0
        return found

    def _rarities(self, numbers: dict[bytes, int]) -> Array:
        """Return what the rarity of each word is worth; words that say little are worth nothing."""
        having = np.ones(len(numbers))
        for field, _ in FIELDS:
            counts = np.zeros(len(numbers))
            for block in self._blocks:
                if block.field == field:
                    counts[block.numbers] += np.diff(block.starts)
            having = np.maximum(having, counts)
        rarity: Array = np.log1p(self._snapshot.count / having)
        for word in light_words(self._snapshot.languages):
            for language in (None, *self._snapshot.languages):
                if (at := numbers.get(stem(word, word, language).encode())) is not None:
                    rarity[at] = 0.0
        return rarity

    def _measured(self) -> Array:
        """Return the length of the weights of each document; never 0."""
        squares = np.zeros(self._snapshot.count_all)
        for block in self._blocks:
            here = squares[block.first : block.first + block.count]
            for low, high in block.stretches():
                start, end = int(block.starts[low]), int(block.starts[high])
                weights = block.weights(slice(start, end))
                weights *= np.repeat(self._rarity[block.numbers[low:high]], np.diff(block.starts[low : high + 1]))
                here += np.bincount(block.documents[start:end], weights**2, block.count)
        self._add_what_stands_in_both(squares)
        return np.sqrt(np.maximum(squares, 1e-6))

    def _add_what_stands_in_both(self, squares: Array) -> None:
        """Add what is lacking where a word stands in a title and in the text: its weights are added first."""
        bodies = {block.first: block for block in self._blocks if block.field == BODY}
        for title in self._blocks:
            body = bodies.get(title.first)
            if title.field == BODY or body is None:
                continue
            numbers = np.repeat(title.numbers, np.diff(title.starts))
            at = _found_in(body, numbers, title.documents)
            both = at >= 0
            products = title.weights(both) * body.weights(at[both])
            products *= self._rarity[numbers[both]] ** 2
            squares[title.first : title.first + title.count] += 2 * np.bincount(
                title.documents[both], products, title.count
            )

    def _standing_in(self, block: _Block, place: Array) -> Iterator[tuple[Array, Array]]:
        """Give keys of place and word, and weights, for the postings of the documents that have a place."""
        here = place[block.first : block.first + block.count]
        wanted = here >= 0
        if not wanted.any():
            return
        for low, high in block.stretches():
            start, end = int(block.starts[low]), int(block.starts[high])
            at = np.flatnonzero(wanted[block.documents[start:end]])
            words = block.numbers[np.searchsorted(block.starts, at + start, "right") - 1]
            places = here[block.documents[at + start]].astype(np.int64)
            yield places * len(self._words) + words, block.weights(at + start)


def _postings(segment: Segment, field: str) -> tuple[Array, Array, Array]:
    """Return where the postings of each word of a field begin, their documents, and the times."""
    begins = segment.arrays.part(f"{field}/starts").astype(np.int64)
    count = len(begins) - 1
    documents, times = segment.own_postings(field, 0, count)
    if field not in segment.second:
        return begins, documents, times
    other, same = segment.second[field], segment.same(field).astype(np.int64)
    elsewhere = segment.arrays.part(f"{other}/starts").astype(np.int64)
    more = segment.own_postings(other, 0, len(elsewhere) - 1)
    sizes = segment.frequencies(field, 0, count)
    starts = np.append(0, np.cumsum(sizes))
    begins = np.where(same > 0, len(documents) + elsewhere[same - 1], begins[:-1])
    at = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], sizes)
    return starts, np.append(documents, more.documents)[at], np.append(times, more.times)[at]


def _weightiest(numbers: Array, weights: Array) -> Terms:
    if len(numbers) > TERMS:
        chosen = np.sort(np.argpartition(-weights, TERMS)[:TERMS])
        numbers, weights = numbers[chosen], weights[chosen]
    return Terms(numbers, weights)


def _found_in(block: _Block, numbers: Array, documents: Array) -> Array:
    """Return where a block has each word in each document, -1 where it has not: a search by halves, all at once."""
    at = np.minimum(np.searchsorted(block.numbers, numbers), len(block.numbers) - 1)
    known = block.numbers[at] == numbers
    low = np.where(known, block.starts[at], 0)
    ends = np.where(known, block.starts[at + 1], 0)
    high = ends.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        before = open_ & (block.documents[np.minimum(middle, len(block.documents) - 1)] < documents)
        low = np.where(before, middle + 1, low)
        high = np.where(open_ & ~before, middle, high)
    found = (low < ends) & (block.documents[np.minimum(low, len(block.documents) - 1)] == documents)
    return np.where(found, low, -1)
