"""How unlike two words are as spellings of one name: what it costs to turn the sounds of one into the other's.

The costs say how readily one sound is written for another when a name passes between alphabets: q for g is
cheap, r for m is not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import permutations

from desktop_app.core.analysis.names.sounds import VOWELS

OTHER = 1.0  # one consonant for another without kinship
_SOFTENING = 0.6  # makes short words be judged more leniently than their few sounds would have it

_KIN = {
    0.1: ("kq", "gG", "çs"),
    0.15: ("tT", "dD", "vw", "ae", "ei", "ou", "iE", "eE", "aE", "oO", "uO", "aO"),
    0.2: ("fv", "XhG", "XC", "jZ", "Yi", "wu", "çc", "wO", "gq"),
    0.25: ("kX", "qG", "kG", "CS", "TD", "çC", "qX"),
    0.3: ("bp", "sz", "Dz", "zZ", "cC", "çj", "gh", "Yj", "Ye", "YE", "wo"),
    0.35: (VOWELS, "gk", "gGX", "jg", "zc", "çk", "ji", "fw", "Td"),
    0.4: ("kh", "Gh", "Ts", "sS", "sc", "jG", "jC", "bv", "fp", "çz", "zT", "uv", "jX"),
    0.5: ("ZS", "jD", "jz"),
    0.6: ("td", "kC", "kc", "mn"),
    0.7: ("wb",),
    0.8: ("lr", "dz"),
}
_LEFT_OUT = dict.fromkeys(VOWELS, 0.3) | {"h": 0.25, "Y": 0.3, "w": 0.4, "n": 0.8}
_CONSONANT_LEFT_OUT = 0.9
_FIRST_VOWEL, _LAST_VOWEL = 0.5, 0.35
# An alphabet that leaves vowels unwritten says little about them, and ours write b for p, f for v, j for g.
_UNWRITTEN = 0.08
_KIN_UNVOWELLED = _KIN | {
    0.05: ("ae", "ei", "ou", "iE", "eE", "aE", "oO", "uO", "aO"),
    0.15: (*_KIN[0.15], VOWELS, "bp", "fv", "jg", "gqG"),
}
_LESS_TOLD = 0.7  # of what a name tells when its vowels do not count
_VOWEL_WEIGHT = 0.4


def _table(kin: Mapping[float, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return for each sound what it costs to take it for which other; the cheapest cost of a pair holds."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for cost, families in sorted(kin.items(), reverse=True):
        for one, other in (pair for family in families for pair in permutations(family, 2)):
            table[one][other] = cost
    return dict(table)


_INSTEAD = _table(_KIN)
_INSTEAD_UNVOWELLED = _table(_KIN_UNVOWELLED)


@lru_cache(maxsize=100_000)
def weight(sounds: str) -> float:
    """Return how much a word has to be recognised by: its consonants, and its vowels for less."""
    return sum(_VOWEL_WEIGHT if sound in VOWELS else 1.0 for sound in sounds)


def unlikeness(one: str, other: str, *, unvowelled: bool = False, most: float = 1.0) -> float:
    """Return 0 for the same sounds and about 1 for nothing in common; `unvowelled` where one lacks its vowels.

    What is more than `most` need not be told exactly, which is quicker.
    """
    if one == other:
        return 0.0
    size = (weight(one) + weight(other)) / 2 * (_LESS_TOLD if unvowelled else 1.0) + _SOFTENING
    return _cost(one, other, unvowelled, most * size) / size


@lru_cache(maxsize=100_000)
def _cost(one: str, other: str, unvowelled: bool, most: float) -> float:  # noqa: FBT001
    """Return the least cost of turning sounds into others (Wagner & Fischer 1974), or any over `most`."""
    adding = _leaving_out(other, unvowelled=unvowelled)
    table = _INSTEAD_UNVOWELLED if unvowelled else _INSTEAD
    row = [0.0]
    for cost in adding:
        row.append(row[-1] + cost)
    for sound, removal in zip(one, _leaving_out(one, unvowelled=unvowelled), strict=True):
        instead = table.get(sound, {})
        diagonal, left = row[0], row[0] + removal
        after = [left]
        for place, heard in enumerate(other):
            above = row[place + 1]
            change = 0.0 if sound == heard else instead.get(heard, OTHER)
            left = min(diagonal + change, above + removal, left + adding[place])
            diagonal = above
            after.append(left)
        row = after
        if min(row) > most:
            return min(row)
    return row[-1]


def _leaving_out(sounds: str, *, unvowelled: bool) -> list[float]:
    """Return for each sound what it costs that the other word lacks it."""
    if unvowelled:
        return [_UNWRITTEN if sound in VOWELS else _LEFT_OUT.get(sound, _CONSONANT_LEFT_OUT) for sound in sounds]
    costs = [_LEFT_OUT.get(sound, _CONSONANT_LEFT_OUT) for sound in sounds]
    if sounds and sounds[-1] in VOWELS:
        costs[-1] = _LAST_VOWEL
    if sounds and sounds[0] in VOWELS:
        costs[0] = _FIRST_VOWEL
    return costs
