"""Runs of five words: by those that texts share, articles with the same wording are found among all.

A sample of the runs is enough: those whose hash falls into one of SAMPLING classes, and the few smallest of a short
text. Runs that two texts share fall into both samples (Broder 1997, "On the resemblance and containment of
documents"). What is computed here is kept in archives: another way of hashing would find nothing in them.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

RUN = 5  # words
SAMPLING = 16  # one run in so many is kept
FEWEST = 8  # runs kept even of a short text
MOST = 400  # runs kept of a long one
VOCABULARY = 50_000  # words whose numbers are remembered

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
_BASE, _BITS, _HALF, _UP_TO_PRIME = (np.uint64(number) for number in (1_000_003, 61, 32, 61 - 32))
_PRIME, _LOW, _UPPER = (np.uint64((1 << bits) - 1) for bits in (61, 32, 61 - 32))  # 2 ** 61 is 1 modulo the prime
_SAMPLED = np.uint64(SAMPLING)

Runs = NDArray[np.uint64]


class _WordNumbers(dict[str, int]):
    """The number of each word, remembered because most words come again."""

    def __missing__(self, word: str) -> int:
        if len(self) >= VOCABULARY:
            self.clear()
        number = self[word] = zlib.crc32(word.encode())
        return number


_number_of = _WordNumbers()


def words_of(text: str) -> list[str]:
    """Return the words of a text, signs of scripts without spaces one by one."""
    text = text.casefold()
    return text.translate(_APART).split() if text.isascii() else _WORD.findall(text)


def runs(words: Sequence[str]) -> set[int]:
    """Return the hashes of all runs of a text, that of all its words where it is shorter than a run."""
    return set(runs_of_each([words])[0].tolist())


def runs_of_each(texts: Iterable[Sequence[str]]) -> list[Runs]:
    """Return for each of some texts the hashes of its runs, those that come again included."""
    whole = [[*[""] * (RUN - len(words)), *words] if 0 < len(words) < RUN else words for words in texts]
    numbers = np.fromiter(map(_number_of.__getitem__, chain.from_iterable(whole)), np.uint64)  # that of "" is 0
    found = _hashed(numbers)
    starts = accumulate(map(len, whole), initial=0)
    return [
        found[start : start + max(0, len(words) - RUN + 1)] for start, words in zip(starts, whole, strict=False)
    ]


def sample(of_text: Runs) -> list[int]:
    """Return the runs by which a text is looked up."""
    kept = sorted(set(of_text[of_text % _SAMPLED == 0].tolist()))
    return kept[:MOST] if len(kept) >= FEWEST else sorted(set(of_text.tolist()), key=_mixed)[:FEWEST]


def _hashed(numbers: Runs) -> Runs:
    """Return the hash of each run of RUN numbers: as digits to the base _BASE, modulo the prime, in 64 bits."""
    count = max(0, len(numbers) - RUN + 1)
    found = np.zeros(count, np.uint64)
    for place in range(RUN):
        low, high = (found & _LOW) * _BASE, (found >> _HALF) * _BASE  # of these, 2 ** 32 times as much is meant
        found = low + ((high & _UPPER) << _HALF) + (high >> _UP_TO_PRIME) + numbers[place : place + count]
        found = (found & _PRIME) + (found >> _BITS)
    return np.where(found == _PRIME, np.uint64(0), found)


def _mixed(run: int) -> int:
    return run * 0x9E3779B97F4A7C15 & int(_PRIME)
