"""From texts to postings: words are gathered as numbers in the order they are read, then sorted all at once."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from whoosh.analysis import IDTokenizer
from whoosh.fields import ID

from desktop_app.core.search.fast.arrays import Array, ArrayWriter, smallest_type
from desktop_app.core.search.fast.fields import GAP, Text
from desktop_app.core.search.fast.lexicon import lexicon_arrays

REMEMBERED = 300_000  # chunks known from one part of the index to the next; each takes some 150 bytes


@dataclass(frozen=True)
class Inverted:
    """The postings of one field: those of a word lie from one of `starts` to the next, as do its positions.

    In a second reading of another field, `same` gives for each word one more than the number of the word there that
    stands in the same places; its postings are only kept there. 0 stands for none.
    """

    words: list[bytes]
    starts: Array
    documents: Array
    times: Array
    position_starts: Array | None = None
    positions: Array | None = None
    lengths: Array | None = None
    spans: Array | None = None  # one more than the last position of each document
    same: Array | None = None

    def write(self, file: ArrayWriter, field: str) -> None:
        """Write it into a file, each array as narrow as its numbers allow."""
        blob, ends = lexicon_arrays(self.words)
        arrays = {
            "words": blob, "ends": ends, "starts": self.starts, "documents": self.documents, "times": self.times,
            "position_starts": self.position_starts, "positions": self.positions, "lengths": self.lengths,
            "spans": self.spans, "same": self.same,
        }  # fmt: skip
        for name, numbers in arrays.items():
            if numbers is not None:
                file.add(f"{field}/{name}", smallest_type(int(numbers.max(initial=0))), [numbers])


class Reading:
    """What one field reads in chunks: their words by number in `cut_words`, those of a chunk up to its `ends`."""

    def __init__(self, field: Text) -> None:
        self.field = field
        self.words: list[bytes] = []
        self.cut_words, self.ends = array("i"), array("q", [0])
        self._known: dict[str, int] = {}

    def add(self, chunk: str, language: str | None) -> None:
        """Cut a chunk that is new."""
        known, words = self._known, self.words
        for word in self.field.cut(chunk, language):
            number = known.get(word)
            if number is None:
                number = known[word] = len(words)
                words.append(word.encode())
            self.cut_words.append(number)
        self.ends.append(len(self.cut_words))

    def join(self, chunks: Sequence[int]) -> None:
        """Take the words of some chunks for those of a new one."""
        for chunk in chunks:
            self.cut_words += self.cut_words[self.ends[chunk] : self.ends[chunk + 1]]
        self.ends.append(len(self.cut_words))

    def of(self, chunks: Array) -> tuple[Array, Array]:
        """Return the numbers of the words of some chunks, one after the other, and how many each chunk has."""
        cut_words, ends = np.array(self.cut_words), np.array(self.ends)
        sizes = np.diff(ends)[chunks]
        shift = np.repeat(ends[chunks] - (np.cumsum(sizes) - sizes), sizes)
        shift += np.arange(len(shift))
        return cut_words[shift], sizes

    def ranked(self, counts: Array) -> tuple[list[bytes], Array]:
        """Return the words that occur, sorted, and for each word's number its place among them."""
        used = np.flatnonzero(counts).tolist()
        used.sort(key=self.words.__getitem__)
        ranks = np.zeros(len(self.words), np.int64)
        ranks[used] = np.arange(len(used))
        return [self.words[number] for number in used], ranks


class Vocabulary:
    """Numbers for chunks, which is what stands between two blanks, and what each field reads in them.

    The first field is the one whose text it is, the others are second readings of it. A chunk is cut once.
    """

    def __init__(self, *fields: Text) -> None:
        self.readings = [Reading(field) for field in fields]
        self._chunks: dict[str | None, Chunks] = {}

    def chunks(self, language: str | None) -> "Chunks":
        """Return the numbers of the chunks of texts in a language."""
        if language not in self._chunks:
            self._chunks[language] = Chunks(self.readings, language)
        return self._chunks[language]

    def __len__(self) -> int:
        return sum(map(len, self._chunks.values()))

    def is_large(self) -> bool:
        """Tell whether it should be forgotten before the next part."""
        return len(self) >= REMEMBERED


class Chunks(dict[bytes, int]):
    """Numbers for the chunks of texts in one language, given as they are met; those of the same word share one."""

    def __init__(self, readings: Sequence[Reading], language: str | None) -> None:
        super().__init__()
        self._readings, self._language = readings, language
        self._simpler = readings[0].field.simpler

    def __missing__(self, chunk: bytes) -> int:
        """Learn a chunk: from simpler ones, which mostly are known, or by cutting it."""
        simpler = self._simpler(chunk)
        if simpler == [chunk]:
            text = chunk.decode()
            for reading in self._readings:
                reading.add(text, self._language)
        elif len(simpler) == 1:
            number = self[chunk] = self[simpler[0]]
            return number
        else:
            numbers = [self[each] for each in simpler]
            for reading in self._readings:
                reading.join(numbers)
        number = self[chunk] = len(self._readings[0].ends) - 2
        return number


class Texts:
    """The words of one field of many documents, and of the second readings of it, ready to be sorted."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._field, self._last = vocabulary.readings[0].field, vocabulary.readings[-1].field
        self._chunks = [np.zeros(0, np.int32)]
        self._count = 0
        self._documents, self._ends = array("i"), array("q", [0])  # of each part of each text

    def __len__(self) -> int:
        """Return roughly how many words there are, those of the vocabulary included."""
        return self._count + len(self._vocabulary.readings[0].ends)

    def add(self, document: int, value: Any) -> None:
        """Take in the text of one document; documents come in ascending order."""
        numbers = self._vocabulary.chunks(self._last.language(value))
        for part in self._field.parts(value):
            self._chunks.append(np.fromiter(map(numbers.__getitem__, part), np.int32, len(part)))
            self._count += len(part)
            self._documents.append(document)
            self._ends.append(self._count)

    def inverted(self, count: int) -> Iterator[Inverted]:
        """Give the postings of the first `count` documents in the field, then in each second reading of it."""
        chunks = np.concatenate(self._chunks)
        documents = np.frombuffer(self._documents, np.int32)
        first, *others = self._vocabulary.readings
        numbers, sizes = self._cut(first, chunks)
        counts = np.bincount(numbers, minlength=len(first.words))
        words, ranks = first.ranked(counts)
        of_words = np.repeat(documents, sizes)
        positions = _positions(documents, sizes) if self._field.places else None
        lengths = np.bincount(documents, sizes, minlength=count).astype(np.int64)
        spans = None if positions is None else _spans(of_words, positions, count)
        starts, found, ends, order = _sorted(ranks[numbers], of_words, len(words))
        inverted = Inverted(words, starts, found, np.diff(ends), lengths=lengths, spans=spans)
        if positions is not None:
            inverted = replace(inverted, position_starts=ends[starts], positions=positions[order])
        yield inverted
        del numbers, of_words, positions, order, inverted
        used = np.flatnonzero(np.bincount(chunks))
        for second in others:
            yield self._second(second, chunks, _alike(first, second, used), (counts, ranks), count)

    def _second(
        self, second: Reading, chunks: Array, alike: Array, first: tuple[Array, Array], count: int
    ) -> Inverted:
        """Return a second reading; of the first one it is told how often each word stands there, and its rank."""
        documents = np.frombuffer(self._documents, np.int32)
        numbers, sizes = self._cut(second, chunks)
        counts = np.bincount(numbers, minlength=len(second.words))
        words, ranks = second.ranked(counts)
        shared = (alike >= 0) & (counts > 0) & (first[0][alike] == counts)
        same = np.zeros(len(words), np.int64)
        same[ranks[shared]] = first[1][alike[shared]] + 1
        own = ~shared[numbers]
        of_words = np.repeat(documents, sizes)[own]
        starts, found, ends, _ = _sorted(ranks[numbers[own]], of_words, len(words))
        lengths = np.bincount(documents, sizes, minlength=count).astype(np.int64)
        return Inverted(words, starts, found, np.diff(ends), lengths=lengths, same=same)

    def _cut(self, reading: Reading, chunks: Array) -> tuple[Array, Array]:
        """Return the number of every word, one after the other, and how many words each part of a text has."""
        numbers, sizes = reading.of(chunks)
        return numbers, np.diff(np.concatenate(([0], np.cumsum(sizes)))[np.array(self._ends)])


def _alike(first: Reading, second: Reading, chunks: Array) -> Array:
    """Return for each word of a second reading the one that stands wherever it does, or -1 when there is none.

    In chunks of as many words in both readings each word stands for one; in others nothing is known.
    """
    words, sizes = first.of(chunks)
    others, other_sizes = second.of(chunks)
    fits = sizes == other_sizes
    words, fitting = words[np.repeat(fits, sizes)], np.repeat(fits, other_sizes)
    alike = np.full(len(second.words), -1)
    alike[others[fitting]] = words
    alike[others[fitting][alike[others[fitting]] != words]] = -1
    alike[others[~fitting]] = -1
    return alike


def _sorted(words: Array, documents: Array, count: int) -> tuple[Array, Array, Array, Array]:
    """Sort the words of texts, of which there are `count`.

    Return where the postings of each word start, the documents of all postings, where the occurrences of each
    posting start among the sorted ones, and the place each of these had before.
    """
    keys = words << 32
    keys |= np.arange(len(words))
    keys.sort()  # by word, then by where it was read
    order = (keys & 0xFFFFFFFF).astype(np.uint32)
    keys >>= 32
    ranked, documents = keys.astype(np.int32), documents[order]
    firsts = np.flatnonzero(_changes(ranked) | _changes(documents))
    starts = np.searchsorted(ranked[firsts], np.arange(count + 1, dtype=np.int32))
    return starts, documents[firsts], np.append(firsts, len(words)), order


class Keywords:
    """The terms of one field without positions, as Whoosh's own field types make them."""

    def __init__(self, field: Any) -> None:
        self._field = field
        # then a value is its only term, which Whoosh takes long to say
        self._is_whole = type(field) is ID and isinstance(field.analyzer, IDTokenizer)
        self._known: dict[bytes, int] = {}
        self._terms, self._documents, self._times = array("i"), array("i"), array("i")

    def add(self, document: int, value: Any) -> None:
        """Take in the value of one document; documents come in ascending order."""
        found = [(value.encode(), 1, 1.0, b"")] if self._is_whole else self._field.index(value)
        for term, times, _, _ in found:
            self._terms.append(self._known.setdefault(term, len(self._known)))
            self._documents.append(document)
            self._times.append(times)

    def inverted(self, count: int) -> Inverted:
        """Return the postings of the first `count` documents."""
        words = sorted(self._known)
        ranks = np.zeros(len(words), np.int64)
        ranks[[self._known[word] for word in words]] = np.arange(len(words))
        terms = ranks[np.frombuffer(self._terms, np.int32)]
        documents, times = np.frombuffer(self._documents, np.int32), np.frombuffer(self._times, np.int32)
        order = np.argsort(terms, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(terms, minlength=len(words)))))
        lengths = np.bincount(documents, times, minlength=count).astype(np.int64) if self._field.scorable else None
        return Inverted(words, starts, documents[order], times[order], lengths=lengths)


def _positions(documents: Array, sizes: Array) -> Array:
    """Return the position of every word in its document, given the document and the size of each part of a text."""
    before = np.cumsum(sizes) - sizes
    first_part = np.flatnonzero(_changes(documents))
    first_part = np.repeat(first_part, np.diff(np.append(first_part, len(documents))))
    shift = before[first_part] - GAP * (np.arange(len(documents)) - first_part)
    positions: Array = np.arange(int(sizes.sum())) - np.repeat(shift, sizes)
    return positions.astype(np.uint32)


def _spans(documents: Array, positions: Array, count: int) -> Array:
    """Return one more than the last position of each document, given those of all words in order."""
    spans = np.zeros(count, np.int64)
    lasts = np.flatnonzero(np.diff(documents, append=-1))
    spans[documents[lasts]] = positions[lasts] + np.int64(1)
    return spans


def _changes(numbers: Array) -> Array:
    """Return for each number whether it differs from the one before."""
    changed = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=changed[1:])
    return changed
