"""Putting parts of the index together, so that there are never many of them."""

import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.core.search.fast.arrays import Array, ArrayWriter, smallest_type
from desktop_app.core.search.fast.lexicon import lexicon_arrays
from desktop_app.core.search.fast.segment import NOWHERE, Segment, live

MOST_PARTS = 8
LARGEST = 1 << 16  # documents in one part, so that each is named by two bytes
OPENING = 200  # documents that cost as much to merge as one more part costs to open and close
HOLLOW = 4  # a part is written anew when more than one document in so many is deleted
AT_ONCE = 300_000  # postings held in memory
WORDS_AT_ONCE = 60_000  # of them; what 16 bits can number is sorted fastest


def runs(sizes: Sequence[tuple[int, int]], *, tidy: bool = False) -> list[tuple[int, int]]:
    """Return which neighbouring parts to put together, given documents and deleted documents of each.

    While there are too many small ones, those go together that save the most parts for the fewest documents, so
    that a document is copied only a few times in its life. Neighbours only: documents keep their order. `tidy`
    leaves as few parts as there can be, and nothing deleted in them.
    """
    kept = [(at, at + 1, count - deleted) for at, (count, deleted) in enumerate(sizes)]
    while sum(size <= LARGEST // 2 for _, _, size in kept) > (1 if tidy else MOST_PARTS) and (
        prices := _prices(kept)
    ):
        low, high = min(prices, key=prices.__getitem__)
        kept[low:high] = [(kept[low][0], kept[high - 1][1], sum(size for _, _, size in kept[low:high]))]
    hollow = {at for at, (count, deleted) in enumerate(sizes) if deleted * (2 * count if tidy else HOLLOW) > count}
    return [(low, high) for low, high, _ in kept if high - low > 1 or low in hollow]


def _prices(kept: Sequence[tuple[int, int, int]]) -> dict[tuple[int, int], float]:
    """Return for neighbours that make no part too large how much there is to copy for each part that is saved."""
    prices = {}
    for low in range(len(kept)):
        size = kept[low][2]
        for high in range(low + 1, len(kept)):
            size += kept[high][2]
            if size > LARGEST:
                break
            prices[low, high + 1] = (size + OPENING * (high + 1 - low)) / (high - low)
    return prices


def merged(parts: Sequence[tuple[Segment, Sequence[int]]], path: Path) -> int:
    """Write parts as one, without what is deleted in them; return the number of documents."""
    sources, count = [], 0
    for segment, deleted in parts:
        sources.append(Source(segment, deleted, count))
        count += sources[-1].count
    file = ArrayWriter(path)
    try:
        second = {name: of for source in sources for name, of in source.segment.second.items()}
        fields: dict[str, _Field] = {}
        for name in dict.fromkeys(field for source in sources for field in source.segment.fields):
            fields[name] = _Field(name, sources, fields.get(second.get(name, "")))
            fields[name].write(file, count)
        kept = [name for name, field in fields.items() if field.left.any()]
        for name in sorted({name for source in sources for name in source.segment.columns()}):
            _write_each(file, f"{name}/column", [source.kept(source.segment.column(name)) for source in sources])
        second = {name: of for name, of in second.items() if name in kept}
        file.finish({"count": count, "fields": kept, "second": second})
    except BaseException:
        file.abandon()
        raise
    return count


class Source:
    """One of the parts, with the number each of its documents will have."""

    def __init__(self, segment: Segment, deleted: Sequence[int], first: int) -> None:
        self.segment = segment
        self.live = live(segment.count, deleted)
        self.count = segment.count - len(deleted)
        self.first = first
        self.numbers = None if self.live is None else np.cumsum(self.live) - 1

    def kept(self, values: Array) -> Array:
        """Return values of documents without those of deleted ones."""
        return values if self.live is None else values[self.live]

    def postings(self, field: str, low: int, high: int, words: Array) -> tuple[Array, ...]:
        """Return for neighbouring words the postings that stay: word, document, times, and positions one by one.

        Of words whose postings are kept with another field there are none; see `shared`.
        """
        documents, times = self.segment.own_postings(field, low, high)
        counts: Array = np.diff(self.segment.arrays.part(f"{field}/starts", low, high + 1).astype(np.int64))
        positions = self.segment.positions(field, low, high)
        return self._staying(np.repeat(words[low:high], counts), documents, times, positions)

    def shared(self, field: str, same: Array, words: Array) -> tuple[Array, ...]:
        """Return the same for words of another field, which keeps their postings: its numbers plus one, theirs."""
        arrays = self.segment.arrays
        counts = self.segment.having(field, same - 1)
        starts = arrays.part(f"{field}/starts")[same - 1].astype(np.int64)
        at = np.repeat(starts - (np.cumsum(counts) - counts), counts)
        at += np.arange(len(at))
        documents, times = arrays.part(f"{field}/documents")[at], arrays.part(f"{field}/times")[at]
        return self._staying(np.repeat(words, counts), documents, times, NOWHERE)

    def _staying(self, words: Array, documents: Array, times: Array, positions: Array) -> tuple[Array, ...]:
        if self.live is None or self.numbers is None:
            return words, documents.astype(np.int64) + self.first, times, positions
        stays = self.live[documents]
        if len(positions):
            positions = positions[np.repeat(stays, times)]
        return words[stays], self.numbers[documents[stays]] + self.first, times[stays], positions


class _Field:
    """One field of all the parts; `of` is the one it is a second reading of."""

    def __init__(self, name: str, sources: Sequence[Source], of: "_Field | None" = None) -> None:
        self.name, self._of = name, of
        self._all = sources
        self.sources = [source for source in sources if name in source.segment.fields]
        lexicons = [list(source.segment.lexicon(name) or ()) for source in self.sources]
        self._words = sorted(set().union(*lexicons))
        number = {word: at for at, word in enumerate(self._words)}
        self.numbers = [np.fromiter(map(number.__getitem__, words), np.int64, len(words)) for words in lexicons]
        self.having = np.zeros(len(self._words), np.int64)
        for source, numbers in zip(self.sources, self.numbers, strict=True):
            self.having[numbers] += source.segment.frequencies(name, 0, len(numbers))
        self._same = np.zeros(len(self._words), np.int64) if of is None else self._shared(of)
        self.left = np.zeros(len(self._words), bool)  # words that any document still has

    def write(self, file: ArrayWriter, count: int) -> None:
        """Write the field."""
        name = self.name
        places = any(source.segment.has_positions(name) for source in self.sources)
        types = [smallest_type(max(count - 1, 0)), self._type("times"), self._type("positions") if places else "u1"]
        spools = [_Spool(file.folder, type_) for type_ in types]
        with spools[0] as documents, spools[1] as times, spools[2] as positions:
            frequency, total = self._spooled(spools)
            self.left = frequency > 0
            if self._of is not None:
                self.left |= (self._same > 0) & self._of.left[self._same - 1]
            words = [word for word, stays in zip(self._words, self.left.tolist(), strict=True) if stays]
            blob, ends = lexicon_arrays(words)
            for part, values in (("words", blob), ("ends", ends), ("starts", _starts(frequency[self.left]))):
                file.add(f"{name}/{part}", values.dtype, [values])
            file.add(f"{name}/documents", types[0], documents.pieces())
            file.add(f"{name}/times", types[1], times.pieces())
            if self._of is not None:
                same = np.append(0, np.cumsum(self._of.left))[self._same[self.left]]
                file.add(f"{name}/same", smallest_type(int(same.max(initial=0))), [same])
            if places:
                starts = _starts(total[self.left])
                file.add(f"{name}/position_starts", starts.dtype, [starts])
                file.add(f"{name}/positions", types[2], positions.pieces())
                _write_each(file, f"{name}/spans", [one.kept(one.segment.spans(name)) for one in self._all])
            if any(source.segment.has_lengths(name) for source in self.sources):
                _write_each(file, f"{name}/lengths", [one.kept(one.segment.lengths(name)) for one in self._all])

    def _shared(self, of: "_Field") -> Array:
        """Return for each word one more than the word of the other field that has the same postings, or 0.

        It must be the same in all parts that have the word, and in no other part.
        """
        same = np.zeros(len(self._words), np.int64)
        their = dict(zip(of.sources, of.numbers, strict=True))
        for source, numbers in zip(self.sources, self.numbers, strict=True):
            here = source.segment.same(self.name).astype(np.int64)
            here = np.where(here > 0, their[source][here - 1] + 1, -1)
            known = same[numbers]
            same[numbers] = np.where((known == 0) | (known == here), here, -1)
        same[(same > 0) & (of.having[same - 1] != self.having)] = 0
        return np.maximum(same, 0)

    def _spooled(self, spools: "Sequence[_Spool]") -> tuple[Array, Array]:
        """Put the postings aside; return how many documents have each word of its own, and how often."""
        frequencies, totals = [], []
        for low, high in pairwise(self._steps()):
            words, *found = self._between(low, high)
            for spool, values in zip(spools, found, strict=True):
                spool.add(values)
            frequencies.append(np.bincount(words - low, minlength=high - low))
            totals.append(np.bincount(words - low, found[1], minlength=high - low).astype(np.int64))
            for source in self.sources:
                source.segment.arrays.forget()
        return np.concatenate(frequencies), np.concatenate(totals)

    def _type(self, part: str) -> npt.DTypeLike:
        names = [self.name] if self._of is None else [self.name, self._of.name]
        return np.result_type(
            *(one.segment.arrays.type(f"{name}/{part}") for one in self.sources for name in names)
        )

    def _steps(self) -> list[int]:
        """Return numbers of words between which there are neither too many postings nor too many words."""
        having = np.where(self._same > 0, 0, self.having)
        cost = np.cumsum(np.maximum(having, AT_ONCE // WORDS_AT_ONCE))
        steps = np.searchsorted(cost, np.arange(AT_ONCE, int(cost[-1]), AT_ONCE), "right").tolist()
        return list(dict.fromkeys([0, *steps, len(self._words)]))

    def _between(self, low: int, high: int) -> tuple[Array, ...]:
        """Return the postings of some words in order: word, document, times, and positions one by one."""
        several = []
        for source, numbers in zip(self.sources, self.numbers, strict=True):
            first, last = np.searchsorted(numbers, (low, high)).tolist()
            several.append(source.postings(self.name, first, last, numbers))
            if self._of is not None:
                same = source.segment.same(self.name, first, last).astype(np.int64)
                alone = (same > 0) & (self._same[numbers[first:last]] == 0)
                several.append(source.shared(self._of.name, same[alone], numbers[first:last][alone]))
        words, documents, times, positions = (np.concatenate(arrays) for arrays in zip(*several, strict=True))
        order = np.argsort((words - low).astype(np.uint16) if high - low <= 1 << 16 else words, kind="stable")
        if len(positions):
            firsts = (np.cumsum(times, dtype=np.int64) - times)[order]
            sizes = times[order].astype(np.int64)
            shift = np.repeat(firsts - (np.cumsum(sizes) - sizes), sizes)
            positions = positions[shift + np.arange(len(positions))]
        return words[order], documents[order], times[order], positions


class _Spool:
    """Numbers put aside until their turn comes to be written."""

    def __init__(self, folder: Path, type_: npt.DTypeLike) -> None:
        self._type = np.dtype(type_)
        self._file: Any = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> "_Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, values: Array) -> None:
        self._file.write(np.ascontiguousarray(values, self._type).data.cast("B") if len(values) else b"")

    def pieces(self) -> Iterator[Array]:
        self._file.seek(0)
        while some := self._file.read(AT_ONCE * self._type.itemsize):
            yield np.frombuffer(some, self._type)


def _starts(counts: Array) -> Array:
    starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
    return starts.astype(smallest_type(int(starts[-1])))


def _write_each(file: ArrayWriter, name: str, arrays: Sequence[Array]) -> None:
    file.add(name, np.result_type(*arrays), arrays)
