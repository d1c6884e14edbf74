"""Runs of five words: by those that texts share, articles with the same wording are found among all.

A sample of the runs is enough: those whose hash falls into one of SAMPLING classes, and the few smallest of a short
text. Runs that two texts share fall into both samples (Broder 1997, "On the resemblance and containment of
documents"). What is computed here is kept in archives: another way of hashing would find nothing in them.
"""

import re
import zlib
from collections.abc import Sequence

RUN = 5  # words
SAMPLING = 16  # one run in so many is kept
FEWEST = 8  # runs kept even of a short text
MOST = 400  # runs kept of a long one

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


def words_of(text: str) -> list[str]:
    """Return the words of a text, signs of scripts without spaces one by one."""
    return _WORD.findall(text.casefold())


def runs(words: Sequence[str]) -> set[int]:
    """Return the hashes of all runs of a text, that of all its words where it is shorter than a run."""
    numbers = [zlib.crc32(word.encode()) for word in words]
    found, window = set(), 0
    leaving = pow(_BASE, RUN, _PRIME)
    for place, number in enumerate(numbers):
        window = (window * _BASE + number) % _PRIME
        if place >= RUN:
            window = (window - numbers[place - RUN] * leaving) % _PRIME
        if place >= RUN - 1:
            found.add(window)
    return found or ({window} if numbers else set())


def sample(of_text: set[int]) -> list[int]:
    """Return the runs by which a text is looked up."""
    kept = sorted(run for run in of_text if run % SAMPLING == 0)
    return kept[:MOST] if len(kept) >= FEWEST else sorted(of_text, key=_mixed)[:FEWEST]


def _mixed(run: int) -> int:
    return run * 0x9E3779B97F4A7C15 & _PRIME
