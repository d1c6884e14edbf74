"""Which documents of a snapshot a query matches, and how well, as `ranking` weighs it.

A word may stand in the title, the body or the author's name; in the name of the source only when asked for by
`source:`, since every article of the Harbour Wire would match “harbour”.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from desktop_app.core.search import ranking
from desktop_app.core.search.fast import hits as found_by
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.hits import Hits
from desktop_app.core.search.fast.lexicon import Lexicon
from desktop_app.core.search.fast.occurrences import phrase, summed
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import NOTHING
from desktop_app.core.search.positions import together
from desktop_app.core.search.query import (
    And,
    DateRange,
    Filter,
    FilterIds,
    Fuzzy,
    InField,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    Word,
)
from desktop_app.core.search.snapshot import Snapshot

EVERYWHERE = ("title", "body", "author")
STEMS = {"title": "title_stems", "body": "body_stems"}  # where the stems of a field are
Condition = Not | DateRange | Filter  # what a document meets or not, however often


class Reach(NamedTuple):
    """How many postings are gone through for a beginning or a shape, and how many words end an open phrase.

    Where there are more, the most frequent words stand for all.
    """

    postings: int
    words: int


WHOLE = Reach(1_000_000, 1000)
TYPING = Reach(20_000, 64)  # for as long as another key may come at any moment


class Matching:
    """Answers one query; `exact` tells afterwards whether nothing was left out.

    `kept` tells which articles, by id, a filter on the archive lets through; `exactness` what a word just as it
    was written adds.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        kept: FilterIds | None = None,
        exactness: float = ranking.EXACT,
        reach: Reach = WHOLE,
    ) -> None:
        self._snapshot = snapshot
        self._count = snapshot.count_all
        self._kept = kept or {}
        self._exactness = exactness
        self._reach = reach
        self._found: dict[tuple[str, str], Postings] = {}
        self.exact = True

    def scores(self, node: Node, fields: tuple[str, ...] = EVERYWHERE) -> Hits:
        """Return the documents that match, each with its score."""
        if isinstance(node, And):
            return self._all(node, fields)
        if isinstance(node, Or):
            return found_by.any_of([self.scores(part, fields) for part in node.parts], self._count)
        if isinstance(node, Condition):
            return self._everything(self._allowed(node, fields))
        if isinstance(node, InField):
            return self.scores(node.part, (node.name,))
        return self._term(node, fields)

    def having(self, term: Term) -> Array:
        """Return the documents that have just this term anywhere."""
        found: Array = np.unique(np.concatenate([self._times(field, term).documents for field in EVERYWHERE]))
        return found

    def rarity(self, having: int) -> float:
        """Return the weight of what so many documents have."""
        return ranking.rarity(self._snapshot.count, having)

    def _everything(self, allowed: Array) -> Hits:
        """Return all documents under whose number a True stands."""
        if self._snapshot.live is not None:
            allowed = allowed & self._snapshot.live
        documents = np.flatnonzero(allowed)
        return Hits(documents, np.zeros(len(documents), np.float32))

    def _allowed(self, node: Condition, fields: tuple[str, ...]) -> Array:
        """Return for each document whether it meets a condition."""
        if isinstance(node, DateRange):
            return self._dated(node)
        if isinstance(node, Filter):
            return np.isin(self._snapshot.ids, np.fromiter(self._kept.get(node, frozenset()), np.int64))
        unwanted = Matching(self._snapshot, self._kept)  # in whole: what is left of it would be found
        allowed = np.ones(self._count, bool)
        allowed[unwanted.scores(node.part, fields).documents] = False
        self.exact &= unwanted.exact
        return allowed

    def _all(self, node: And, fields: tuple[str, ...]) -> Hits:
        """Return the documents every part matches; light words only add to their scores."""
        light = [part for part in node.parts if isinstance(part, Word) and part.light]
        needed = [part for part in node.parts if part not in light]
        if not needed:
            needed, light = list(node.parts), []
        scored = [part for part in needed if not isinstance(part, Condition)]
        if scored:
            hits = found_by.all_of([self.scores(part, fields) for part in scored], self._count)
        else:
            hits = self._everything(np.ones(self._count, bool))
        for part in needed:
            if isinstance(part, Condition):
                hits = found_by.kept(hits, self._allowed(part, fields))
        for part in light if len(hits.documents) else ():
            hits = found_by.raised(hits, self.scores(part, fields), self._count)
        return hits

    def _term(self, term: Term, fields: tuple[str, ...]) -> Hits:
        """Weigh all forms of a term together, and its exact form on top."""
        forms = [(field, self._forms(field, term)) for field in fields]
        if fields == EVERYWHERE and isinstance(term, Word):
            forms += [("opening", self._postings("opening", stem)) for stem in term.stems]
        times = term.times**ranking.REPEATED if isinstance(term, Word) else 1.0
        light = isinstance(term, Word) and term.light
        hits = self._weighed(forms, times * (ranking.LIGHT if light else 1.0))
        exact = _exact(term)
        if exact and not light:
            more = self._exactness if isinstance(term, Word) else ranking.FIRST
            just = self._weighed([(field, self._times(field, exact)) for field in fields], times * more)
            hits = found_by.any_of([hits, just], self._count)
        return hits

    def _weighed(self, found: Iterable[tuple[str, Postings]], weight: float) -> Hits:
        """Return what the times of a term in several fields are worth."""
        shares = [
            Hits(documents, times * self._snapshot.shares(field)[documents])
            for field, (documents, times) in found
            if len(documents)
        ]
        documents, frequencies = found_by.any_of(shares, self._count)
        factor = np.float32(weight * self.rarity(len(documents)))
        return Hits(documents, factor * ranking.saturated(frequencies))

    def _forms(self, field: str, term: Term) -> Postings:
        """Return how often each document has any form of a term in a field."""
        if isinstance(term, Word):
            stems = term.stems if field in STEMS else ()
            found = [self._postings(STEMS[field], stem) for stem in stems]
            if term.folded not in stems:
                found.append(self._postings(field, term.folded))
            return self._most(found)
        if isinstance(term, Name):
            return self._summed([self._times(field, spelling) for spelling in term.spellings])
        return self._times(field, term)

    def _times(self, field: str, term: Term) -> Postings:
        """Return how often each document has just this term in a field."""
        if isinstance(term, Word):
            return self._postings(field, term.folded)
        if isinstance(term, Phrase):
            choices = [[word] for word in term.folded]
            if term.open:
                choices[-1] = self._most_frequent(self._snapshot.words(field, term.folded[-1]))
            return phrase(self._snapshot, field, choices)
        if isinstance(term, Near):
            return together(self._snapshot, field, term.folded, term.distance)
        assert isinstance(term, Prefix | Wildcard | Fuzzy)
        return self._shaped(field, term)

    def _postings(self, field: str, word: str) -> Postings:
        """Return the documents with a word; of one query many parts ask for the same."""
        if (field, word) not in self._found:
            self._found[field, word] = self._snapshot.postings(field, word)
        return self._found[field, word]

    def _shaped(self, field: str, term: Prefix | Wildcard | Fuzzy) -> Postings:
        """Return how often each document has words that begin so, have a shape, or are near to a word."""

        def choose(lexicon: Lexicon) -> Array:
            if isinstance(term, Prefix):
                return np.arange(*lexicon.beginning(term.folded.encode()))
            if isinstance(term, Wildcard):
                return np.array(lexicon.like(term.folded), np.int64)
            near = lexicon.within(term.folded, term.edits, swaps=True)
            return np.array([number for number, _ in near], np.int64)

        found, exact = self._snapshot.any_of(field, choose, self._reach.postings)
        self.exact &= exact
        return found

    def _most_frequent(self, found: Mapping[str, int]) -> list[str]:
        """Return words, or only the most frequent of too many."""
        if len(found) <= self._reach.words:
            return list(found)
        self.exact = False
        return sorted(found, key=found.__getitem__, reverse=True)[: self._reach.words]

    def _dated(self, node: DateRange) -> Array:
        """Return for each document whether it may have been published in these days."""
        first = int(f"{node.first:%Y%m%d}") if node.first else 0
        last = int(f"{node.last:%Y%m%d}") if node.last else 99_991_231
        begins, ends = self._snapshot.days
        return (begins <= last) & (ends >= first)

    def _summed(self, several: list[Postings]) -> Postings:
        if not several:
            return NOTHING
        documents, times = (np.concatenate(arrays) for arrays in zip(*several, strict=True))
        return summed(Postings(documents, times), self._count)

    def _most(self, several: list[Postings]) -> Postings:
        """Return the highest of the numbers of each document: stems of several languages mean the same words."""
        if len(several) == 1:
            return several[0]
        times = [Hits(documents, of.astype(np.float32)) for documents, of in several if len(documents)]
        return Postings(*found_by.any_of(times, self._count, np.maximum))


def shape_of(wildcards: str) -> re.Pattern[str]:
    """Return the pattern of a word with * and ? in it."""
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(sign) or re.escape(sign) for sign in wildcards), re.DOTALL)


def _exact(term: Term) -> Term | None:
    """Return what of a term is just as it was asked for; None when there is no other form."""
    if isinstance(term, Word):
        return term
    if isinstance(term, Prefix | Fuzzy):
        return Word(term.folded, term.written)
    return term.spellings[0] if isinstance(term, Name) and term.spellings else None
