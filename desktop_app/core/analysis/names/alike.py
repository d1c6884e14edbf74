"""Whether two full names may be one person's or one body's, and in what they differ."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

from desktop_app.core.analysis.names.chunks import PARTICLES
from desktop_app.core.analysis.names.full_names import ARTICLE, Part, part, parts, unlike
from desktop_app.core.analysis.names.known import listed, plain, spelling_of
from desktop_app.core.analysis.names.sounds import key, keys

ALIKE = 0.13  # how unlike the last parts of two full names that look Arabic may be
ALIKE_FIRST = 0.2  # and the others
ALIKE_ALONE = 0.12  # how unlike a last name alone may be to that of a full name
ALIKE_BOTH_ALONE = 0.09  # and two of them to each other
ALIKE_ENDING = 0.12  # how unlike two Slavonic surnames may be
MOST_KEYS = 100  # of a name, that are looked under
MOST_IN_BLOCK, MOST_NEAR = 24, 48  # names under one key, and under all, so that a text of names stays quick
MOST_COMPARED = 100_000  # pairs of names; more than 2,000 names share this many, so that a list of names ends
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
_ARABIC = re.compile(
    r"\b(?:[ae]l|a[sdtrnz]|ash)-\w|\b(?:al|el|bin|ibn|abu|abd\w{0,3})\s\w|\bal\w{4,} al\w{4,}", re.IGNORECASE
)
_SLAVONIC = re.compile(r"\w{2,}(?:sk[iy]y?|skii|[oe]v|[oe]ff|enko|vich|chuk)")


@lru_cache(maxsize=100_000)
def looks_arabic(name: str) -> bool:
    """Tell whether a name looks like an Arabic one in Latin letters, which may be spelt in many ways."""
    return _ARABIC.search(name) is not None or not listed("arabic_names").isdisjoint(plain(name).split())


@lru_cache(maxsize=100_000)
def full_words(name: str) -> tuple[tuple[str, ...], str]:
    """Return the plain words of a name without particles between them, and its suffix apart: (bob, lee), jr."""
    words = plain(name).split()
    ben = words[:1] if name.startswith("Ben ") else []  # Ben is a given name, ben a word for son
    words = [*ben, *(word for word in words[len(ben) :] if word not in PARTICLES)] or words
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    return tuple(words), suffix


def difference(one: str, other: str) -> str | None:
    """Say in what two names of several words differ that may be one person's; None where they may not."""
    (mine, suffix), (yours, other_suffix) = full_words(one), full_words(other)
    if suffix != other_suffix or len(mine) < 2 or len(yours) < 2:
        return None
    if mine == yours:
        return "written alike"
    given = _given(mine[0], yours[0])
    if mine[-1] == yours[-1] and given and _may_be_lacking(mine[1:-1], yours[1:-1]):
        return "a name in between is left out" if mine[0] == yours[0] else given
    if looks_arabic(one) or looks_arabic(other):
        return _sounding(one, other)
    slavonic = _SLAVONIC.fullmatch(mine[-1]) and _SLAVONIC.fullmatch(yours[-1])
    if slavonic and given and len(mine) == len(yours) == 2:
        return "they sound alike" if unlike(parts(mine[-1])[0], parts(yours[-1])[0]) <= ALIKE_ENDING else None
    return None


def _given(one: str, other: str) -> str | None:
    """Say how two given names are one, if they are."""
    if one == other:
        return "the same given name"
    if len(one) == 1 or len(other) == 1:
        return "the given name is an initial" if one[0] == other[0] else None
    lines = spelling_of("given_names")
    if lines.get(one, one) == lines.get(other, other):
        return "another form of the given name"
    return None


def _may_be_lacking(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the names between first and last do not contradict each other."""
    return (
        not one
        or not other
        or all(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in zip(one, other, strict=False))
    )


def _sounding(one: str, other: str) -> str | None:
    """Tell whether two names that look Arabic sound alike part by part; one may lack the names in between."""
    mine, yours = parts(one), parts(other)
    if min(len(mine), len(yours)) < 2 or (len(mine) != len(yours) and min(len(mine), len(yours)) > 2):
        return None
    between = zip(mine[1:-1], yours[1:-1], strict=False)
    alike = _alike(mine[-1], yours[-1], ALIKE) and _alike(mine[0], yours[0], ALIKE_FIRST)
    return "they sound alike" if alike and all(_alike(a, b, ALIKE_FIRST) for a, b in between) else None


def _alike(one: Part, other: Part, most: float) -> bool:
    mine, yours = (_bare(part.word) for part in (one, other))
    return not contradict(mine, yours) and unlike(part(mine), part(yours), most) <= most


def contradict(one: str, other: str) -> bool:
    """Tell whether two parts are known for two names, however alike they sound: Hassan and Hussein."""
    known = [{spelling_of(names).get(word) for names in ("arabic_names", "given_names")} for word in (one, other)]
    return all(lines != {None} for lines in known) and not (known[0] & known[1] - {None})


def sounds_like_last(short: str, full: str, most: float) -> bool:
    """Tell whether a single word is no more unlike than that to the last part of a name."""
    mine, yours = parts(short), parts(full)[-1:]
    return len(mine) == len(yours) == 1 and _alike(mine[0], yours[0], most)


def last_keys(name: str) -> tuple[str, set[str]]:
    """Return the key a name's last part stands under, and those it is looked for under."""
    found = parts(name)
    word = _bare(found[-1].word) if found else ""
    return key(word), {key(word), *keys(word)}


class FullNames:
    """Names of several words, laid down so that each finds those before it that it is another spelling of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._order: dict[str, int] = {}
        self._alike: dict[str, list[str]] = defaultdict(list)  # by their last word, and by their sound
        self._sounding: dict[str, list[str]] = defaultdict(list)  # those that look Arabic, by all their sounds
        self._between: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(
            set
        )  # middle names of first and last
        for name in names:
            self._order.setdefault(name, len(self._order))
            self._lay_down(name)
        self._most_near = min(MOST_NEAR, MOST_COMPARED // max(1, len(self._order)))

    def before(self, name: str) -> list[tuple[str, str]]:
        """Return the names laid down before this one that are one with it, and in what they differ."""
        own, last, sounds = _full_keys(name)
        near = [*self._alike[last], *self._alike[own], *self._sounding[own]]
        near += [other for sound in sounds for other in self._alike.get(sound, ())]
        earlier = (other for other in dict.fromkeys(near) if self._order[other] < self._order[name])
        found = ((other, difference(other, name)) for other in islice(earlier, self._most_near))
        contested = self._contested(name)
        return [
            (other, how) for other, how in found if how and not (contested and _between(other) != _between(name))
        ]

    def _lay_down(self, name: str) -> None:
        own, last, sounds = _full_keys(name)
        for place in (self._alike[last], self._alike[own], *(self._sounding[sound] for sound in sounds)):
            if len(place) < MOST_IN_BLOCK:
                place.append(name)
        if _between(name):
            self._between[_ends(name)].add(_between(name))

    def _contested(self, name: str) -> bool:
        """Tell whether two bearers of the name have other names in between, so that without any it is nobody's."""
        known = sorted(self._between.get(_ends(name), ()), key=len)
        return any(not _may_be_lacking(known[0], other) for other in known[1:])


def _ends(name: str) -> tuple[str, ...]:
    words, suffix = full_words(name)
    return spelling_of("given_names").get(words[0], words[0]), words[-1], suffix


def _between(name: str) -> tuple[str, ...]:
    return full_words(name)[0][1:-1]


def _full_keys(name: str) -> tuple[str, str, list[str]]:
    """Return a name's key by sound, by its last word, and the keys of its other spellings if it looks Arabic."""
    found = parts(name)
    first, last = (_bare(found[n].word) if found else "" for n in (0, -1))
    sounds = product(sorted(keys(first)), sorted(keys(last))) if looks_arabic(name) else ()
    others = [f"~{a} {b}" for a, b in islice(sounds, MOST_KEYS)]
    return f"~{key(first)} {key(last)}", f"={full_words(name)[0][-1]}", others


def _bare(word: str) -> str:
    """Return a part without an article that is written as one with it: Albinyan."""
    return word[2:] if ARTICLE.match(word) else word
