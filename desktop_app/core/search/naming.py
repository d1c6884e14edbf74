"""The spellings of a name that the words of an index have, as a search looks for them."""

from collections.abc import Collection, Iterable, Mapping
from itertools import islice, product

from desktop_app.core.analysis.names.spellings import Spelling, Spellings
from desktop_app.core.search.query import Name, Phrase
from desktop_app.core.search.words import fold, words

MOST = 60  # spellings of a whole name that are looked for


class Naming:
    """Knows the words of one state of an index, and the user's groups of aliases."""

    def __init__(self, lexicon: Mapping[str, int], groups: Iterable[Collection[str]]) -> None:
        self.groups = [list(group) for group in groups]
        self._spellings = Spellings(lexicon, self.groups)

    def spelt(self, name: Name) -> tuple[Phrase, ...]:
        """Return a name as it was written, then in each spelling it surely has, its aliases included."""
        alternatives = [
            [word, *(found.spelling for found in self._sure(word) if fold(found.spelling) != word)]
            for word in name.folded
        ]
        found = [Phrase(spelling, " ".join(spelling)) for spelling in islice(product(*alternatives), MOST)]
        return tuple(dict.fromkeys([Phrase(name.folded, name.written), *found, *self._aliases(name)]))

    def matched(self, name: Name) -> list[tuple[str, int]]:
        """Return the spellings of each word of a name, the one asked for first, and how many articles have it."""
        return [(found.spelling, found.count) for word in name.folded for found in self._sure(word)]

    def _sure(self, word: str) -> list[Spelling]:
        return [found for found in self._spellings.expansions(word) if found.sure]

    def _aliases(self, name: Name) -> list[Phrase]:
        """Return the other names of the user's group in which a name stands."""
        groups = [[tuple(word.folded for word in words(alias)) for alias in group] for group in self.groups]
        own = [group for group in groups if name.folded in group]
        return [Phrase(alias, " ".join(alias)) for group in own for alias in group if alias]
