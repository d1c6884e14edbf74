"""From texts to postings: words are gathered as numbers in the order they are read, then sorted all at once."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_app.core.search.fast.arrays import Array, ArrayWriter, smallest_type
from desktop_app.core.search.fast.fields import GAP, Text
from desktop_app.core.search.fast.lexicon import lexicon_arrays

REMEMBERED = 300_000  # chunks known from one part of the index to the next; each takes some 150 bytes


@dataclass(frozen=True)
class Inverted:
    """The postings of one field: those of a word lie from one of `starts` to the next, as do its positions."""

    words: list[bytes]
    starts: Array
    documents: Array
    times: Array
    position_starts: Array | None = None
    positions: Array | None = None
    lengths: Array | None = None
    spans: Array | None = None  # one more than the last position of each document

    def write(self, file: ArrayWriter, field: str) -> None:
        """Write it into a file, each array as narrow as its numbers allow."""
        blob, ends = lexicon_arrays(self.words)
        arrays = {
            "words": blob, "ends": ends, "starts": self.starts, "documents": self.documents, "times": self.times,
            "position_starts": self.position_starts, "positions": self.positions, "lengths": self.lengths,
            "spans": self.spans,
        }  # fmt: skip
        for name, numbers in arrays.items():
            if numbers is not None:
                file.add(f"{field}/{name}", smallest_type(int(numbers.max(initial=0))), [numbers])


class Vocabulary:
    """Numbers for words and for chunks, which is what stands between two blanks; a chunk is cut once.

    The words of all chunks stand in `cut_words`, by their numbers, those of a chunk up to its place in `ends`.
    """

    def __init__(self, cut: Callable[[str, str | None], list[str]]) -> None:
        self.words: list[bytes] = []
        self.cut_words, self.ends = array("i"), array("q", [0])
        self._cut = cut
        self._known: dict[str, int] = {}
        self._chunks: dict[str | None, Chunks] = {}

    def chunks(self, language: str | None) -> "Chunks":
        """Return the numbers of the chunks of texts in a language."""
        if language not in self._chunks:
            self._chunks[language] = Chunks(self, language)
        return self._chunks[language]

    def add(self, chunk: str, language: str | None) -> int:
        """Cut a chunk that is new and return its number."""
        self.cut_words.extend([self._number(word) for word in self._cut(chunk, language)])
        self.ends.append(len(self.cut_words))
        return len(self.ends) - 2

    def is_large(self) -> bool:
        """Tell whether it should be forgotten before the next part."""
        return len(self.ends) > REMEMBERED

    def _number(self, word: str) -> int:
        number = self._known.get(word)
        if number is None:
            number = self._known[word] = len(self.words)
            self.words.append(word.encode())
        return number


class Chunks(dict[bytes, int]):
    """Numbers for the chunks of texts in one language, given as they are met."""

    def __init__(self, vocabulary: Vocabulary, language: str | None) -> None:
        super().__init__()
        self._vocabulary, self._language = vocabulary, language

    def __missing__(self, chunk: bytes) -> int:
        number = self[chunk] = self._vocabulary.add(chunk.decode(), self._language)
        return number


class Texts:
    """The words of one field of many documents, ready to be sorted."""

    def __init__(self, field: Text, vocabulary: Vocabulary) -> None:
        self._field, self._vocabulary = field, vocabulary
        self._chunks = array("i")
        self._documents, self._ends = array("i"), array("q")  # of each part of each text

    def __len__(self) -> int:
        """Return roughly how many words there are."""
        return len(self._chunks) + len(self._vocabulary.cut_words)

    def add(self, document: int, value: Any) -> None:
        """Take in the text of one document; documents come in ascending order."""
        numbers = self._vocabulary.chunks(self._field.language(value))
        for part in self._field.parts(value):
            self._chunks.extend(map(numbers.__getitem__, part))
            self._documents.append(document)
            self._ends.append(len(self._chunks))

    def inverted(self, count: int) -> Inverted:
        """Return the postings of the first `count` documents."""
        numbers, sizes = self._cut()
        words, ranks = self._ranked(numbers)
        documents = np.frombuffer(self._documents, np.int32)
        positions = _positions(documents, sizes) if self._field.places else None
        keys = ranks[numbers] << 32
        keys |= np.arange(len(numbers))
        keys.sort()  # by word, then by where it was read
        order = (keys & 0xFFFFFFFF).astype(np.uint32)
        keys >>= 32
        ranked, document_of = keys.astype(np.int32), np.repeat(documents, sizes)[order]
        firsts = np.flatnonzero(_changes(ranked) | _changes(document_of))
        starts = np.searchsorted(ranked[firsts], np.arange(len(words) + 1, dtype=np.int32))
        ends = np.append(firsts, len(numbers))
        return Inverted(
            words,
            starts,
            document_of[firsts],
            np.diff(ends),
            lengths=np.bincount(documents, sizes, minlength=count).astype(np.int64),
            **({} if positions is None else {"position_starts": ends[starts], "positions": positions[order]}),
            **({} if positions is None else {"spans": _spans(np.repeat(documents, sizes), positions, count)}),
        )

    def _cut(self) -> tuple[Array, Array]:
        """Return the number of every word, one after the other, and how many words each part of a text has."""
        cut_words, ends = np.array(self._vocabulary.cut_words), np.array(self._vocabulary.ends)
        chunks = np.frombuffer(self._chunks, np.int32)
        sizes = np.diff(ends)[chunks]
        read = np.concatenate(([0], np.cumsum(sizes)))
        shift = np.repeat(ends[chunks] - read[:-1], sizes)
        shift += np.arange(len(shift))
        return cut_words[shift], np.diff(read[np.concatenate(([0], self._ends)).astype(np.int64)])

    def _ranked(self, numbers: Array) -> tuple[list[bytes], Array]:
        """Return the words that occur, sorted, and for each number in the vocabulary its place among them."""
        known = self._vocabulary.words
        used = np.flatnonzero(np.bincount(numbers, minlength=len(known))).tolist()
        used.sort(key=known.__getitem__)
        ranks = np.zeros(len(known), np.int64)
        ranks[used] = np.arange(len(used))
        return [known[number] for number in used], ranks


class Keywords:
    """The terms of one field without positions, as Whoosh's own field types make them."""

    def __init__(self, field: Any) -> None:
        self._field = field
        self._known: dict[bytes, int] = {}
        self._terms, self._documents, self._times = array("i"), array("i"), array("i")

    def add(self, document: int, value: Any) -> None:
        """Take in the value of one document; documents come in ascending order."""
        for term, times, _, _ in self._field.index(value):
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
