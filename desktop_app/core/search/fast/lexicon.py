"""The words of one field in one file of the index: in alphabetical order of their bytes, mapped, never copied."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from desktop_app.core.search.fast.arrays import Array, Arrays, smallest_type

HIGHEST, CONTINUES = 0xC0, 0x80  # a byte of UTF-8 continues a letter when its two highest bits are 1 and 0
LANDMARKS = 512  # words kept in memory that every search for another one comes by


class Lexicon(Sequence[bytes]):
    """The sorted words of a field, found by number or by their letters."""

    def __init__(self, arrays: Arrays, field: str) -> None:
        self._ends = arrays.part(f"{field}/ends").data
        self._blob = arrays.part(f"{field}/words").data
        self._landmarks: dict[int, bytes] = {}

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        return bytes(self._blob[self._ends[number] : self._ends[number + 1]])

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.between(0, len(self)))

    def between(self, low: int, high: int) -> list[bytes]:
        """Return the words from one number up to another."""
        start = self._ends[low]
        blob = bytes(self._blob[start : self._ends[high]])
        ends = [end - start for end in self._ends[low : high + 1].tolist()]
        return [blob[begin:end] for begin, end in pairwise(ends)]

    def find(self, word: bytes) -> int | None:
        """Return the number of a word, None when it is not there."""
        low, high = 0, len(self)
        far = high // LANDMARKS
        while high - low > far:
            middle = (low + high) // 2
            landmark = self._landmarks.get(middle)
            if landmark is None:
                landmark = self._landmarks[middle] = self[middle]
            low, high = (middle + 1, high) if landmark < word else (low, middle)
        at = bisect_left(self, word, low, high)
        return at if at < len(self) and self[at] == word else None

    def beginning(self, start: bytes) -> tuple[int, int]:
        """Return the numbers of the first word that begins so and of the first one after them."""
        if not start:
            return 0, len(self)
        low = bisect_left(self, start)
        after = _after(start)
        return low, len(self) if after is None else bisect_left(self, after, low)

    def like(self, pattern: str) -> list[int]:
        """Return the numbers of the words a pattern of letters, * and ? stands for."""
        start = re.split(r"[*?]", pattern, maxsplit=1)[0]
        low, high = self.beginning(start.encode())
        letters = re.sub(r"[*?]", "", pattern)
        signatures = self._signatures[low:high]
        wanted = np.uint64(_signature(letters))
        matches = re.compile(_expression(pattern), re.DOTALL).fullmatch
        near = np.flatnonzero((signatures & wanted) == wanted) + low
        return [number for number in near.tolist() if matches(self[number].decode())]

    def within(self, word: str, distance: int, *, swaps: bool = False) -> list[tuple[int, int]]:
        """Return the numbers of the words so few letters away, each with its distance.

        One letter too many, too few or another one is a distance of 1; so are two swapped ones if `swaps`.
        """
        differing = np.bitwise_count(self._signatures ^ np.uint64(_signature(word)))
        longer = np.abs(self._lengths - len(word))
        near = np.flatnonzero((differing <= 2 * distance) & (longer <= distance))
        if not len(near):
            return []
        starts, lengths = (self._lengths.cumsum(dtype=np.int64) - self._lengths)[near], self._lengths[near]
        places = starts + np.arange(int(lengths.max()))[:, None]
        letters = self._letters[np.minimum(places, len(self._letters) - 1)]
        measured = edits(word, letters, lengths, distance, swaps=swaps)
        found = np.flatnonzero(measured <= distance)
        return list(zip(near[found].tolist(), measured[found].tolist(), strict=True))

    @cached_property
    def _letters(self) -> Array:
        """The letters of all words, one after the other, as their numbers in Unicode."""
        letters = np.frombuffer(bytes(self._blob).decode().encode("utf-32-le"), np.uint32)
        return letters.astype(smallest_type(int(letters.max(initial=0))))

    @cached_property
    def _lengths(self) -> Array:
        """How many letters each word has."""
        begins = (np.asarray(self._blob) & HIGHEST) != CONTINUES
        letters = np.concatenate(([0], np.cumsum(begins, dtype=np.int64)))[np.asarray(self._ends)]
        lengths: Array = np.diff(letters).astype(np.int32)
        return lengths

    @cached_property
    def _signatures(self) -> Array:
        """64 bits for each word: which letters it has; an edit changes at most two of them."""
        bits = np.append(np.uint64(1) << (self._letters & 63).astype(np.uint64), np.uint64(0))
        starts = np.cumsum(self._lengths, dtype=np.int64) - self._lengths
        signatures: Array = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits[:0]
        signatures[self._lengths == 0] = 0
        return signatures


def edits(word: str, letters: Array, lengths: Array, most: int, *, swaps: bool = False) -> Array:
    """Return how many letters must be added, left out or changed to make each of some other words of one.

    `letters` has a row for the first letters of the others, one for the second ones, and so on. What is more than
    `most` is only told as more.
    """
    far = np.full(len(lengths), most + 1, np.int8)
    before, row = [far] * (len(letters) + 1), [np.minimum(far, at) for at in range(len(letters) + 1)]
    for at, letter in enumerate(map(ord, word), 1):
        earlier, before, row = before, row, [far] * (len(letters) + 1)
        row[0] = np.minimum(far, at)
        for place in range(max(at - most, 1), min(at + most, len(letters)) + 1):  # elsewhere it is too far
            signs = letters[place - 1]
            least = np.minimum(np.minimum(before[place], row[place - 1]) + 1, before[place - 1] + (signs != letter))
            if swaps and at > 1 and place > 1:
                swapped = (letters[place - 2] == letter) & (signs == ord(word[at - 2]))
                least = np.where(swapped, np.minimum(least, earlier[place - 2] + 1), least)
            row[place] = np.minimum(least, far)
    found: Array = np.array(row)[lengths, np.arange(len(lengths))]
    return found


def lexicon_arrays(words: Iterable[bytes]) -> tuple[Array, Array]:
    """Return the bytes and the ends of sorted words, as they go into a file."""
    kept = list(words)
    ends = np.zeros(len(kept) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, kept), np.int64, len(kept)), out=ends[1:])
    return np.frombuffer(b"".join(kept), np.uint8), ends.astype(smallest_type(int(ends[-1])))


def _after(start: bytes) -> bytes | None:
    """Return the smallest bytes greater than all that begin so, None when there are none."""
    stripped = start.rstrip(b"\xff")
    return stripped[:-1] + bytes([stripped[-1] + 1]) if stripped else None


def _expression(pattern: str) -> str:
    """Return the regular expression for a pattern of letters, * and ?."""
    return "".join({"*": ".*", "?": "."}.get(sign) or re.escape(sign) for sign in pattern)


def _signature(word: str) -> int:
    signature = 0
    for letter in word:
        signature |= 1 << (ord(letter) & 63)
    return signature
