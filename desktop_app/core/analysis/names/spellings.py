"""The other spellings of a name among those an archive has: in no dictionary, and each with its reason."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from desktop_app.core.analysis.names.full_names import (
    LACKING,
    PARTED,
    Likeness,
    Part,
    Telling,
    compare,
    part,
    particles,
    parts,
    unlike,
)
from desktop_app.core.analysis.names.romanise import romanised, unvowelled
from desktop_app.core.analysis.names.sounds import first_of_key, key, keys

SURE = 0.66  # the likeness from which on a name is taken for another spelling unless the user says no
PERHAPS = 0.56  # and from which on it is listed, but the user's to take
PERHAPS_FULL = 0.34  # the same for names of several parts, of which some may be lacking
ARTICLES = ("al", "el")  # that may be written as one with their word
_WRITTEN_WORD = re.compile(r"[^\W_]+(?:['’ʼ`ʿʾ][^\W_]+)*")
# The share of a name that must be found in another for them to be as alike as that.
_FOUND = PERHAPS_FULL * LACKING / (1 - PERHAPS_FULL * (1 - LACKING))


@dataclass(frozen=True)
class Spelling:
    """A spelling the archive has, how often, why it was taken for the name, and how alike it is, from 0 to 1."""

    spelling: str
    count: int
    reason: str
    likeness: float
    sure: bool
    of: str = ""  # the word of the name it stands for, where a name is looked for word by word


def expansions(name: str, words_of_archive: Mapping[str, int]) -> list[Spelling]:
    """Return the spellings of each word of a name among the words of an archive; see Spellings.expansions."""
    return Spellings(words_of_archive).expansions(name)


class Spellings:
    """Knows the names or words of an archive, each with its count, and finds in them the spellings of a name.

    The user's groups of aliases rule: a name of a group has the others of the group for its spellings, and never
    one that stands in another group. `telling` says how much a part of a name tells, where it is not to be known
    from these names themselves.
    """

    def __init__(
        self,
        lexicon: Mapping[str, int],
        groups: Iterable[Collection[str]] = (),
        telling: Telling | None = None,
    ) -> None:
        self._counts = lexicon
        self._telling = telling or self._rarity
        self._groups = [frozenset(map(_plain, group)) for group in groups]
        self._having: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}  # the entries with each word
        alone = []  # words that are entries themselves; a list for each would be a burden
        for entry in lexicon:
            if entry.isascii() and entry.isalnum() and entry.islower():  # as nearly all words of an index are
                alone.append(entry)
            else:
                having = self._having[unvowelled(entry)]
                for word in _words(entry):
                    having.setdefault(word, []).append(entry)
        self._alone = {word for word in alone if word.isalpha()}  # with a digit in it it is no name
        self._words: dict[str, list[str]] = defaultdict(list)  # the words with each key
        self._unsorted: dict[str, list[str]] = defaultdict(
            list
        )  # those whose keys nobody has asked for, by their first
        for word in self._alone.union(*self._having.values()):
            self._unsorted[first_of_key(word)].append(word)
            if _has_article(word):
                self._unsorted[first_of_key(word[2:])].append(word)

    def matches(self, name: str) -> list[Spelling]:
        """Return the spellings of a name, as asked for first, then the most alike, then the most frequent."""
        mine, others = self._ruled(name)
        found = [self._by_rule(entry, name) for entry in (self._counts if mine else ()) if _plain(entry) in mine]
        known = {spelling.spelling for spelling in found}
        query = parts(name)
        for entry in self._candidates(query):
            if entry in known or (others and _plain(entry) in others):
                continue
            likeness = compare(query, parts(entry), self._telling)
            if likeness.score >= (PERHAPS_FULL if len(query) > 1 else PERHAPS):
                found.append(self._spelling(name, entry, likeness))
        return in_order(name, found)

    def expansions(self, name: str) -> list[Spelling]:
        """Return for each telling word of a name, as written, its spellings among words; `of` says whose.

        Every word of a name may be found under any of its spellings: together they are what a search looks for.
        """
        written = _WRITTEN_WORD.findall(name)
        told = [word for word in written if romanised(word) not in particles()] or written
        return [replace(spelling, of=word) for word in dict.fromkeys(told) for spelling in self.matches(word)]

    def alike(self, name: str) -> list[dict[str, float]]:
        """Return for each part of a name the words like it, with how much of the name each is.

        Two neighbours may be written as one.
        """
        query = parts(name)
        glued = [part(one.word + two.word, bare=one.unvowelled) for one, two in pairwise(query)]
        return [
            {word: likeness * asked.weight**0.5 * self._telling(asked) for word, likeness in found.items()}
            for asked in (*query, *glued)
            if (found := self._having_part(asked, PARTED))
        ]

    def frequency(self, asked: Part) -> int:
        """Return how often the words stand that are a part of a name."""
        return sum(self._counts[word] for word in self._entries(asked.word, bare=asked.unvowelled))

    def _ruled(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names the user has put into one group with a name, and those of the other groups."""
        plain = _plain(name)
        own = frozenset[str]().union(*(group for group in self._groups if plain in group))
        return own, frozenset[str]().union(*self._groups) - own - {plain}

    def _by_rule(self, entry: str, name: str) -> Spelling:
        reason = "as asked for" if _plain(entry) == _plain(name) else "in your list of names"
        return Spelling(entry, self._counts[entry], reason, 1.0, sure=True)

    def _spelling(self, name: str, entry: str, likeness: Likeness) -> Spelling:
        sure = likeness.score >= SURE
        return Spelling(entry, self._counts[entry], _reason(name, entry, likeness), round(likeness.score, 4), sure)

    def _rarity(self, part: Part) -> float:
        return rarity(len(self._counts), len(self._entries(part.word, bare=part.unvowelled)))

    def _candidates(self, query: Sequence[Part]) -> list[str]:
        """Return the entries in which enough of a name is found."""
        found: dict[str, float] = defaultdict(float)
        enough = 0.0
        most = PARTED if len(query) > 1 else PARTED * (1 - PERHAPS)
        for asked in query:
            worth = asked.weight**0.5 * self._telling(asked)
            enough += worth * _FOUND
            for entry, alike in self._having_part(asked, most).items():
                found[entry] += alike * worth
        for one, two in pairwise(query):
            glued = part(one.word + two.word, bare=one.unvowelled)
            for entry in self._having_part(glued, most):
                found[entry] += enough
        return [entry for entry, worth in found.items() if worth >= enough]

    def _having_part(self, asked: Part, most: float) -> dict[str, float]:
        """Return the entries with a part like this one, and how alike the most alike of theirs is."""
        having: dict[str, float] = {}
        wanted = keys(asked.word)
        if _has_article(asked.word):
            wanted |= keys(asked.word[2:])
        for word in {word for each in wanted for word in self._with_key(each)}:
            for bare in (False, True):
                entries = self._entries(word, bare=bare)
                unlikely = unlike(asked, part(word, bare=bare), most) if entries else 1.0
                if unlikely <= most:
                    for entry in entries:
                        having[entry] = max(having.get(entry, 0.0), 1 - unlikely / PARTED)
        return having

    def _with_key(self, wanted: str) -> Iterable[str]:
        """Return the words with a key; the keys of words are made when the first like them is asked for."""
        for word in self._unsorted.pop(wanted[:1], ()):
            for written in (word, word[2:]) if _has_article(word) else (word,):
                self._words[key(written)].append(word)
        return self._words.get(wanted, ())

    def _entries(self, word: str, *, bare: bool) -> list[str]:
        """Return the entries that have a romanised word, whose vowels were written or not."""
        entries = self._having[bare].get(word, [])
        return [word, *entries] if not bare and word in self._alone else entries


def in_order(name: str, found: Iterable[Spelling]) -> list[Spelling]:
    """Return spellings, as asked for first, then the most alike, then the most frequent."""
    return sorted(found, key=lambda each: (_plain(each.spelling) != _plain(name), -each.likeness, -each.count))


def rarity(count: int, having: int) -> float:
    """Return how much a part tells that so many of all names have, at most 1: the more, the less."""
    return log(2 + count / (1 + having)) / log(2 + count)


def _words(entry: str) -> Iterable[str]:
    """Return the different words of an entry, romanised; a number is no name."""
    if entry.isdecimal():
        return ()
    if entry.isalpha() and entry == entry.lower():  # a word of an index: nothing to part but its article
        return {word for word in romanised(entry).split() if word not in particles()}
    return {part.word for part in parts(entry)}


def _has_article(word: str) -> bool:
    return word.startswith(ARTICLES) and len(word) > 5


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _latin(name: str) -> bool:
    return re.search("[A-Za-z]", name) is not None


def _reason(name: str, entry: str, likeness: Likeness) -> str:
    """Say in a few words why an entry was taken for a spelling of a name."""
    if _plain(name) == _plain(entry):
        return "as asked for"
    kinds = [
        ("in another alphabet", _latin(name) != _latin(entry)),
        ("sounds alike", likeness.score < 1),
        ("in another order", likeness.inverted),
        ("with an initial", likeness.initials),
        ("with more or fewer parts", not likeness.whole),
    ]
    return ", ".join(text for text, true in kinds if true) or "the same but for signs"
