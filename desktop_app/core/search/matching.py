"""Which documents of a snapshot a query matches, and how well, as `ranking` weighs it.

A word may stand in the title, the body or the author's name; in the name of the source only when asked for by
`source:`, since every article of the Harbour Wire would match “harbour”.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from desktop_app.core.search import ranking
from desktop_app.core.search.edits import within
from desktop_app.core.search.positions import in_order, together
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
MOST_WORDS = 1000  # a beginning is looked for as its so many most frequent words; more would take seconds

Scores = dict[int, float]


class Matching:
    """Answers one query; `exact` tells afterwards whether nothing was left out.

    `kept` tells which articles, by id, a filter on the archive lets through; `exactness` what a word just as it
    was written adds.
    """

    def __init__(self, snapshot: Snapshot, kept: FilterIds | None = None, exactness: float = ranking.EXACT) -> None:
        self._snapshot = snapshot
        self._kept = kept or {}
        self._exactness = exactness
        self.exact = True

    def scores(self, node: Node, fields: tuple[str, ...] = EVERYWHERE) -> Scores:
        """Return the documents that match, each with its score."""
        if isinstance(node, And):
            return self._all(node, fields)
        if isinstance(node, Or):
            return summed(self.scores(part, fields) for part in node.parts)
        if isinstance(node, Not):
            unwanted = self.scores(node.part, fields)
            return {document: 0.0 for document in self._snapshot.documents() if document not in unwanted}
        if isinstance(node, InField):
            return self.scores(node.part, (node.name,))
        if isinstance(node, DateRange):
            return dict.fromkeys(self._dated(node), 0.0)
        if isinstance(node, Filter):
            kept = self._kept.get(node, frozenset())
            ids = self._snapshot.ids
            return {document: 0.0 for document in self._snapshot.documents() if ids[document] in kept}
        return self._term(node, fields)

    def rarity(self, having: int) -> float:
        """Return the weight of what so many documents have."""
        return ranking.rarity(self._snapshot.count, having)

    def _all(self, node: And, fields: tuple[str, ...]) -> Scores:
        """Return the documents every part matches; light words only add to their scores."""
        light = [part for part in node.parts if isinstance(part, Word) and part.light]
        needed = [part for part in node.parts if part not in light] or list(node.parts)
        wanted = [self.scores(part, fields) for part in needed]
        wanted.sort(key=len)
        first, *others = wanted
        found = {
            document: score + sum(other[document] for other in others)
            for document, score in first.items()
            if all(document in other for other in others)
        }
        for part in light if found and len(needed) < len(node.parts) else ():
            for document, score in self.scores(part, fields).items():
                if document in found:
                    found[document] += score
        return found

    def _term(self, term: Term, fields: tuple[str, ...]) -> Scores:
        """Weigh all forms of a term together, and its exact form on top."""
        forms: Scores = {}
        for field in fields:
            self._add(forms, field, self._forms(field, term))
        if fields == EVERYWHERE and isinstance(term, Word):
            for stem in term.stems:
                self._add(forms, "opening", self._snapshot.postings("opening", stem))
        times = term.times**ranking.REPEATED if isinstance(term, Word) else 1.0
        light = isinstance(term, Word) and term.light
        scores = self._weighed(forms, times * (ranking.LIGHT if light else 1.0))
        exact = _exact(term)
        if exact and not light:
            just: Scores = {}
            for field in fields:
                self._add(just, field, self._times(field, exact))
            more = self._exactness if isinstance(term, Word) else ranking.FIRST
            for document, score in self._weighed(just, times * more).items():
                scores[document] = scores.get(document, 0.0) + score
        return scores

    def _weighed(self, frequencies: Scores, weight: float) -> Scores:
        factor = weight * self.rarity(len(frequencies))
        return {document: factor * ranking.saturated(times) for document, times in frequencies.items()}

    def _add(self, sums: Scores, field: str, times: Iterable[tuple[int, float]]) -> None:
        """Add what the times of a term in one field are worth."""
        lengths = self._snapshot.lengths(field)
        average = self._snapshot.average_length(field)
        for document, count in times:
            worth = ranking.share(field, count, lengths[document], average)
            sums[document] = sums.get(document, 0.0) + worth

    def _forms(self, field: str, term: Term) -> Iterable[tuple[int, float]]:
        """Return how often each document has any form of a term in a field."""
        if isinstance(term, Word):
            stems = term.stems if field in STEMS else ()
            found = [self._snapshot.postings(STEMS[field], stem) for stem in stems]
            if term.folded not in stems:
                found.append(self._snapshot.postings(field, term.folded))
            return found[0] if len(found) == 1 else _most(found).items()
        if isinstance(term, Name):
            return summed(dict(self._times(field, spelling)) for spelling in term.spellings).items()
        return self._times(field, term)

    def _times(self, field: str, term: Term) -> Iterable[tuple[int, float]]:
        """Return how often each document has just this term in a field."""
        if isinstance(term, Word):
            return self._snapshot.postings(field, term.folded)
        if isinstance(term, Phrase):
            choices = [[word] for word in term.folded]
            if term.open:
                choices[-1] = self._most_frequent(self._snapshot.beginning(field, term.folded[-1]))
            return in_order(self._snapshot, field, choices).items()
        if isinstance(term, Near):
            return together(self._snapshot, field, term.folded, term.distance).items()
        words = self._words(field, term)
        return summed(dict(self._snapshot.postings(field, word)) for word in words).items()

    def _words(self, field: str, term: Term) -> Iterable[str]:
        """Return the words of a field that have a shape, a beginning, or are near to a word."""
        if isinstance(term, Prefix):
            return self._most_frequent(self._snapshot.beginning(field, term.folded))
        if isinstance(term, Wildcard):
            beginning = re.split(r"[*?]", term.folded)[0]
            shape = shape_of(term.folded)
            found = self._snapshot.beginning(field, beginning)
            return self._most_frequent({word: count for word, count in found.items() if shape.fullmatch(word)})
        if isinstance(term, Fuzzy):
            return within(self._lexicon, term.folded, term.edits)
        return ()

    @cached_property
    def _lexicon(self) -> list[str]:
        return list(self._snapshot.lexicon)

    def _most_frequent(self, found: Mapping[str, int]) -> list[str]:
        """Return words, or only the most frequent of too many."""
        if len(found) <= MOST_WORDS:
            return list(found)
        self.exact = False
        return sorted(found, key=found.__getitem__, reverse=True)[:MOST_WORDS]

    def _dated(self, node: DateRange) -> Iterable[int]:
        """Return the documents that may have been published in these days."""
        first = int(f"{node.first:%Y%m%d}") if node.first else 0
        last = int(f"{node.last:%Y%m%d}") if node.last else 99_991_231
        begins, ends = self._snapshot.days
        return [
            document
            for document in self._snapshot.documents()
            if begins[document] <= last and ends[document] >= first
        ]


def shape_of(wildcards: str) -> re.Pattern[str]:
    """Return the pattern of a word with * and ? in it."""
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(sign) or re.escape(sign) for sign in wildcards), re.DOTALL)


def summed(several: Iterable[Scores]) -> Scores:
    """Return scores added up."""
    total: Scores = {}
    for scores in several:
        if not total:
            total = dict(scores)
            continue
        for document, score in scores.items():
            total[document] = total.get(document, 0.0) + score
    return total


def _most(several: Iterable[Iterable[tuple[int, float]]]) -> Scores:
    """Return the highest of the numbers of each document: stems of several languages mean the same words."""
    total: Scores = {}
    for found in several:
        for document, times in found:
            total[document] = max(times, total.get(document, 0.0))
    return total


def _exact(term: Term) -> Term | None:
    """Return what of a term is just as it was asked for; None when there is no other form."""
    if isinstance(term, Word):
        return term
    if isinstance(term, Prefix | Fuzzy):
        return Word(term.folded, term.written)
    return term.spellings[0] if isinstance(term, Name) and term.spellings else None
