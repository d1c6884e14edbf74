"""Full names laid beside each other: which part of one is which part of the other, in whatever order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.core.analysis.names.likeness import unlikeness, weight
from desktop_app.core.analysis.names.romanise import romanised, unvowelled
from desktop_app.core.analysis.names.sounds import sounds
from desktop_app.core.analysis.words import word_list

MOST_PARTS, MOST_LETTERS = 12, 40  # of a name, of a part; what is longer is none
PARTED = 0.35  # parts more unlike than this are different names
INITIAL = 0.25  # how unlike an initial is to a name that begins with it
GLUED = 0.1  # how unlike a name is to itself with its article or its neighbour written as one word
LACKING = 0.35  # how much a part counts that the other name only lacks, as a middle name
CONTRADICTING = 1.2  # and one in the place of which the other name has another

_PART = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # PolPot
# Abd needs the name after it, and -eddin the one before: they are one part, however they are written.
_SERVANT = re.compile(r"abd(?:[aeou]u?[lnrstz]?)?")
_FAITH = re.compile(r"(?:ed|ud|ad)?d[ieou]+ne?")
ARTICLE = re.compile(r"[ae]l(?=[^\W\d_]{4})")


class Part(NamedTuple):
    """One part of a name: its letters, its sounds, how much it tells, and whether its vowels were written."""

    word: str
    sounds: str
    weight: float
    unvowelled: bool


Telling = Callable[[Part], float]


@dataclass(frozen=True)
class Likeness:
    """How alike two names are, from 0 to 1, and what sets them apart."""

    score: float
    whole: bool = False  # every part of each name is found in the other
    inverted: bool = False  # in another order
    initials: bool = False


@lru_cache(maxsize=100_000)
def part(word: str, *, bare: bool = False) -> Part:
    """Return a romanised word as a part of a name; a sign of an alphabet we do not know stands for itself."""
    word = word[:MOST_LETTERS]
    heard = word if word.isdecimal() else sounds(word) or word
    return Part(word, heard, max(1.0, weight(heard)), bare)


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[Part, ...]:
    """Return the parts of a name without articles, words for son and titles; with them where it has no other."""
    words = _PART.findall(romanised(_HUMP.sub(" ", name)))[: 2 * MOST_PARTS]
    told = _joined([word for word in words if word not in particles()]) or words
    bare = unvowelled(name)
    return tuple(part(word, bare=bare) for word in told[:MOST_PARTS])


@lru_cache(maxsize=1)
def particles() -> frozenset[str]:
    """Return the articles, words for son and titles that come and go between spellings of one name."""
    return frozenset(word_list("name_particles"))


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with what belongs together as one: Abd al-Aziz is Abdulaziz, Salah al-Din Salahuddin."""
    joined: list[str] = []
    for word in words:
        if joined and _SERVANT.fullmatch(joined[-1]):
            joined[-1] = "abdul" + word
        elif joined and _FAITH.fullmatch(word):
            joined[-1] += "udin"
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=100_000)
def unlike(one: Part, other: Part, most: float = PARTED) -> float:
    """Return how unlike two parts are, with or without an article written as one with its word.

    What is more than `most` need not be told exactly.
    """
    if (len(one.word) == 1) != (len(other.word) == 1):
        return INITIAL if one.word[0] == other.word[0] else 1.0
    bare = one.unvowelled != other.unvowelled
    least = unlikeness(one.sounds, other.sounds, unvowelled=bare, most=most)
    for long, short in ((one, other), (other, one)):
        if least > GLUED and ARTICLE.match(long.word) and not ARTICLE.match(short.word):
            rest = sounds(long.word[2:])
            least = min(least, GLUED + unlikeness(rest, short.sounds, unvowelled=bare, most=most))
    return least


def compare(one: Sequence[Part], other: Sequence[Part], telling: Telling | None = None) -> Likeness:
    """Lay two names beside each other; `telling` says how much a part tells, a common one less than a rare one."""
    pairs = _pairs(one, other)
    rest_of_one = [n for n in range(len(one)) if n not in {i for _, i, _ in pairs}]
    rest_of_other = [n for n in range(len(other)) if n not in {j for _, _, j in pairs}]
    worth = [_worth(part, telling) for part in one]
    worth_of_other = [_worth(part, telling) for part in other]
    glued = _as_one_word([one[n] for n in rest_of_one], [other[n] for n in rest_of_other])
    matched = [(unlikely, (worth[i] + worth_of_other[j]) / 2) for unlikely, i, j in pairs]
    if glued < PARTED:
        both = sum(worth[n] for n in rest_of_one) + sum(worth_of_other[n] for n in rest_of_other)
        matched.append((glued, both / 2))
        rest_of_one, rest_of_other = [], []
    alike = sum((1 - unlikely / PARTED) * value for unlikely, value in matched)
    less, more = sorted((sum(worth[n] for n in rest_of_one), sum(worth_of_other[n] for n in rest_of_other)))
    against = LACKING * (more - less) + CONTRADICTING * less
    whole = sum(value for _, value in matched) + against
    places = [j for _, _, j in sorted(pairs, key=lambda pair: pair[1])]
    return Likeness(
        score=alike / whole if whole else 0.0,
        whole=not rest_of_one and not rest_of_other,
        inverted=places != sorted(places),
        initials=any((len(one[i].word) == 1) != (len(other[j].word) == 1) for _, i, j in pairs),
    )


def _worth(part: Part, telling: Telling | None) -> float:
    return float(part.weight**0.5 * (telling(part) if telling else 1.0))


def _pairs(one: Sequence[Part], other: Sequence[Part]) -> list[tuple[float, int, int]]:
    """Return which part of one name is which of the other, and how unlike they are; the most alike choose first."""
    table = sorted((unlike(mine, yours), i, j) for i, mine in enumerate(one) for j, yours in enumerate(other))
    pairs: list[tuple[float, int, int]] = []
    for unlikely, i, j in table:
        if unlikely >= PARTED:
            break
        if all(i != mine and j != yours for _, mine, yours in pairs):
            pairs.append((unlikely, i, j))
    return pairs


def _as_one_word(one: Sequence[Part], other: Sequence[Part]) -> float:
    """Return how unlike the rests of two names are when each is written as one word: Shir Amin and Shiramin."""
    if not one or not other or len(one) == len(other):
        return 1.0
    bare = one[0].unvowelled != other[0].unvowelled
    words = ("".join(part.word for part in rest) for rest in (one, other))
    return GLUED + unlikeness(*(sounds(word) for word in words), unvowelled=bare)
