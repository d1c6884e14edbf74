"""An index as it stood when it was opened: postings, places of words, lengths and days, by document number.

A document number counts the articles of this snapshot; `ids` turns it into an article's id.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import numpy as np

from desktop_app.core.errors import UserError
from desktop_app.core.search import ranking
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.snapshot import Snapshot as FastSnapshot

MONTH = 100  # no more than what the first and the last day of a month, as numbers, are apart


class IndexDamaged(UserError):
    """The index cannot be read; rebuilding it from the archive makes it good."""

    def __init__(
        self,
        code: str = "index_damaged",
        message: str = "The search index is damaged. Rebuild it; nothing in the archive itself is lost.",
    ) -> None:
        super().__init__(code, message)


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn whatever goes wrong while reading an index into IndexDamaged: damaged bytes raise anything."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        raise IndexDamaged from error


class Snapshot(FastSnapshot):
    """One opened index of articles; what is not asked for is not read."""

    @cached_property
    def ids(self) -> Array:
        """The id of each document."""
        return self.column("number")

    @cached_property
    def days(self) -> tuple[Array, Array]:
        """The first and the last day of each document, as numbers like 20160612."""
        return self.column("first_day"), self.column("last_day")

    @cached_property
    def newest(self) -> Array:
        """The ids of all articles as the archive lists them, the newest first and the undated last."""
        alive = slice(None) if self.live is None else self.live
        first, last = (days[alive] for days in self.days)
        longer = last - first
        keys = first.astype(np.int64) << 2
        keys += longer < MONTH  # of dates that begin alike the one known better comes first
        keys += longer == 0
        keys[last == 0] = 0
        keys <<= 32
        keys |= self.ids[alive]
        keys.sort()
        keys &= 0xFFFF_FFFF
        newest: Array = keys[::-1]
        return newest

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the articles, as far as they are known."""
        return frozenset(self.words("language"))

    @property
    def lexicon(self) -> dict[str, int]:
        """The words of titles and texts, each with the number of articles that have it, roughly."""
        found = self.words("body")
        for word, having in self.words("title").items():
            found[word] = max(having, found.get(word, 0))
        return found

    def similar(self, word: str, edits: int) -> dict[str, tuple[int, int]]:
        """Return the words of titles and texts so many letters away, each with its distance and its articles."""
        found: dict[str, tuple[int, int]] = self.once(
            (f"similar {edits}", word), lambda: self._similar(word, edits)
        )
        return found

    def _similar(self, word: str, edits: int) -> dict[str, tuple[int, int]]:
        found = self.within("body", word, edits, swaps=True)
        for other, (far, having) in self.within("title", word, edits, swaps=True).items():
            found[other] = far, max(having, found.get(other, (0, 0))[1])
        return found

    def shares(self, field: str) -> Array:
        """Return for each document what a word adds to its frequency each time it stands in a field."""

        def measured() -> Array:
            lengths = self.lengths(field)
            return ranking.share(field, lengths, self.filled_length(lengths)).astype(np.float32)

        shares: Array = self.once(("shares", field), measured)
        return shares

    def filled_length(self, lengths: Array) -> float:
        """Return how many words the documents that have a field have in it on average; never 0."""
        alive = lengths if self.live is None else lengths[self.live]
        filled = alive[alive > 0]
        return float(filled.sum() / len(filled)) if len(filled) else 1.0
