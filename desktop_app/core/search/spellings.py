"""The spellings of a name among the names in the articles of an archive, found by the words of its index.

The index tells which articles have words that are like those of the name. Of many articles with the same words only
some are read for what the name looks like there; in how many articles a spelling stands the index tells of all.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

import numpy as np

from desktop_app.core.analysis.names.full_names import Part
from desktop_app.core.analysis.names.mentions import names_in
from desktop_app.core.analysis.names.spellings import Spelling, Spellings, in_order, rarity
from desktop_app.core.archive import Archive
from desktop_app.core.article import Article
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import Progress
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.occurrences import phrase
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.snapshot import Snapshot, damage_told
from desktop_app.core.search.words import words

READ = ("title", "body")  # the fields whose names are looked at
A_WORD, MOST = 40, 300  # articles read for each word that is like one of the name, and for all of them


@contextmanager
def spellings_of(report: Progress, archive: Archive) -> Iterator["ArchiveSpellings"]:
    """Give the spellings of an archive, its index brought up to date; raises IndexDamaged, ArchiveError."""
    catch_up(report, archive)
    place = searched_place(archive)
    if place is None:
        raise ArchiveError("index_busy", "The index is being written by another program. Wait, and try again.")
    with damage_told():
        snapshot = Snapshot(place)
    with closing(snapshot):
        yield ArchiveSpellings(archive, snapshot)


class ArchiveSpellings:
    """Finds the spellings of one name after the other, under the aliases of the user."""

    def __init__(self, archive: Archive, snapshot: Snapshot) -> None:
        self._archive, self._snapshot = archive, snapshot
        self._groups = archive.aliases.groups()
        self._words = Spellings(snapshot.lexicon, telling=self._telling)

    def matches(self, name: str) -> list[Spelling]:
        """Return the spellings of a name, each with the number of articles that have it, best first."""
        with damage_told():
            return self._matches(name)

    def _matches(self, name: str) -> list[Spelling]:
        plain = name.casefold()
        asked = {name, *(one for group in self._groups if plain in map(str.casefold, group) for one in group)}
        alike = self._words.alike(name)
        wanted = {word.folded for one in asked for word in words(one)}.union(*alike)
        counts = self._names(self._articles(alike, [self._having(one) for one in asked]), wanted)
        found = Spellings(counts, self._groups, self._telling).matches(name)
        return in_order(
            name,
            [replace(each, count=max(each.count, len(self._having(each.spelling)))) for each in found],
        )

    def _telling(self, part: Part) -> float:
        return rarity(self._snapshot.count, self._words.frequency(part))

    def _articles(self, alike: Sequence[Mapping[str, float]], sure: Sequence[Array]) -> list[int]:
        """Return the ids of the articles to read: for each word like one of the name those that have most of it."""
        worth = np.zeros(self._snapshot.count_all)
        having: list[Array] = list(sure)
        for found in alike:
            best = np.zeros(self._snapshot.count_all)
            for word, likeness in found.items():
                documents = self._having(word)
                best[documents] = np.maximum(best[documents], likeness)
                having.append(documents)
            worth += best
        some = [documents[np.argsort(-worth[documents], kind="stable")[:A_WORD]] for documents in having]
        chosen = np.unique(np.concatenate(some)) if some else np.zeros(0, np.int64)
        chosen = chosen[np.argsort(-worth[chosen], kind="stable")[:MOST]]
        ids: list[int] = self._snapshot.ids[chosen].tolist()
        return ids

    def _having(self, text: str) -> Array:
        """Return the documents that have some words one after the other."""
        choices = [[word.folded] for word in words(text)]
        if not choices:
            return np.zeros(0, np.int64)
        found: Array = np.unique(
            np.concatenate([phrase(self._snapshot, field, choices).documents for field in READ])
        )
        return found

    def _names(self, ids: Sequence[int], wanted: Collection[str]) -> Counter[str]:
        """Return the names in some articles that have any of these words, each with the number of articles."""
        counts: Counter[str] = Counter()
        for kept in self._archive.articles.many(ids):
            counts.update(set(names_in(_read(kept.article))))
        return Counter({name: count for name, count in counts.items() if _has(name, wanted)})


def _has(name: str, wanted: Collection[str]) -> bool:
    return any(word.folded in wanted for word in words(name))


def _read(article: Article) -> str:
    """Return what is read of an article; where cleaning has left no body, all of it."""
    return "\n".join(filter(None, (article.title, article.body or article.text)))
