"""The spellings of a name that the words of an index have, as a search looks for them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, product

import numpy as np

from desktop_app.core.analysis.names.spellings import Spellings
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.query import Name, Phrase
from desktop_app.core.search.words import fold, words

MOST = 60  # spellings of a whole name that are looked for
Having = Callable[[Phrase], Array]  # the documents that have a spelling
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Matched:
    """A name that was asked for, and in how many articles it stands in each spelling.

    The first of `spellings` is the name as it was asked for, the others are those of its words that were looked
    for; `without` are those that are switched off. `names` are the spellings of the whole name that were found, and
    `ruled` tells that the user has put them all into one group.
    """

    name: Name
    spellings: Counts
    without: Counts = ()
    names: tuple[str, ...] = ()
    ruled: bool = False


class Naming:
    """Knows the words of one state of an index, and the user's groups of aliases."""

    def __init__(self, lexicon: Mapping[str, int], groups: Iterable[Collection[str]]) -> None:
        self.groups = [list(group) for group in groups]
        self._folded = [[tuple(word.folded for word in words(alias)) for alias in group] for group in self.groups]
        self._spellings = Spellings(lexicon, self.groups)

    def spelt(self, name: Name) -> tuple[Phrase, ...]:
        """Return a name as it was written, then in each spelling it surely has, its aliases included."""
        return tuple(each for each in self._all(name) if name.without.isdisjoint(_others(name, each)))

    def matched(self, name: Name, having: Having) -> Matched:
        """Return the spellings of each word of a name, with the articles that have the name spelt so."""
        on: dict[str, list[Array]] = {}
        off: dict[str, list[Array]] = {}
        names: list[tuple[str, ...]] = []
        asked = " ".join(name.folded), 0
        for phrase in self._all(name):
            others = _others(name, phrase)
            unwanted = name.without.intersection(others)
            documents = having(phrase)
            if not others:
                asked = " ".join(phrase.folded), len(documents)
            for spelling in unwanted or others:
                (off if unwanted else on).setdefault(spelling, []).append(documents)
            if not unwanted and (len(documents) or not others):
                names.append(phrase.folded)
        ruled = any(set(names) <= set(group) for group in self._folded)
        return Matched(name, (asked, *_counted(on)), _counted(off), tuple(map(" ".join, names)), ruled)

    def _all(self, name: Name) -> tuple[Phrase, ...]:
        """Return a name in each spelling, those that are switched off as well."""
        alternatives = [list(dict.fromkeys([word, *self._sure(word)])) for word in name.folded]
        found = [Phrase(spelling, " ".join(spelling)) for spelling in islice(product(*alternatives), MOST)]
        return tuple(dict.fromkeys([Phrase(name.folded, name.written), *found, *self._aliases(name)]))

    def _sure(self, word: str) -> list[str]:
        return [fold(found.spelling) for found in self._spellings.expansions(word) if found.sure]

    def _aliases(self, name: Name) -> list[Phrase]:
        """Return the other names of the user's group in which a name stands."""
        own = [group for group in self._folded if name.folded in group]
        return [Phrase(alias, " ".join(alias)) for group in own for alias in group if alias]


def _others(name: Name, phrase: Phrase) -> list[str]:
    """Return what in a spelling is not as the name was asked for: some of its words, or all of an alias."""
    if len(phrase.folded) != len(name.folded):
        return [" ".join(phrase.folded)]
    return [word for word, asked in zip(phrase.folded, name.folded, strict=True) if word != asked]


def _counted(having: Mapping[str, list[Array]]) -> Counts:
    """Return spellings with the number of documents that have each, the most frequent first."""
    counts = {spelling: len(np.unique(np.concatenate(found))) for spelling, found in having.items()}
    return tuple(sorted(((each, n) for each, n in counts.items() if n), key=lambda each: (-each[1], each[0])))
