"""Which documents of a snapshot a query matches, and how well: BM25F, a hit in the title counting double.

A word may stand in the title, the body or the author's name; in the name of the source only when asked for by
`source:`, since every article of the Harbour Wire would match “harbour”.
"""

from collections.abc import Iterable, Mapping
from math import log

from desktop_app.core.search.query import And, DateRange, InField, Node, Or, Phrase, Prefix, Term, Word
from desktop_app.core.search.snapshot import Snapshot

WEIGHTS = {"title": 2.0, "body": 1.0, "author": 1.0, "source": 1.0}
EVERYWHERE = ("title", "body", "author")
K1, B = 1.2, 0.75  # Robertson & Zaragoza 2009, the usual values
MOST_WORDS = 1000  # a beginning is looked for as its so many most frequent words; more would take seconds

Scores = dict[int, float]


class Matching:
    """Answers one query; `exact` tells afterwards whether nothing was left out."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.exact = True

    def scores(self, node: Node, fields: tuple[str, ...] = EVERYWHERE) -> Scores:
        """Return the documents that match, each with its score."""
        if isinstance(node, Word | Prefix | Phrase):
            return _summed(self._in_field(field, node) for field in fields)
        if isinstance(node, And):
            return self._all(node, fields)
        if isinstance(node, Or):
            return _summed(self.scores(part, fields) for part in node.parts)
        if isinstance(node, InField):
            return self.scores(node.part, (node.name,))
        if isinstance(node, DateRange):
            return dict.fromkeys(self._dated(node), 0.0)
        unwanted = self.scores(node.part, fields)
        return {document: 0.0 for document in self._snapshot.documents() if document not in unwanted}

    def _all(self, node: And, fields: tuple[str, ...]) -> Scores:
        """Return the documents every part matches."""
        wanted = [self.scores(part, fields) for part in node.parts]
        wanted.sort(key=len)
        first, *others = wanted
        return {
            document: score + sum(other[document] for other in others)
            for document, score in first.items()
            if all(document in other for other in others)
        }

    def _in_field(self, field: str, term: Term) -> Scores:
        """Return how well each document matches a word or a phrase in one field."""
        if isinstance(term, Phrase):
            times = self._phrase(field, term)
        elif isinstance(term, Prefix):
            words = self._words(field, term.folded)
            times = _summed(dict(self._snapshot.postings(field, word)) for word in words)
        else:
            times = dict(self._snapshot.postings(field, term.folded))
        return self._weighted(field, times) if times else {}

    def _weighted(self, field: str, times: Mapping[int, float]) -> Scores:
        """Turn numbers of times into scores."""
        rarity = log(max(1, self._snapshot.count) / (len(times) + 1)) + 1
        factor = WEIGHTS[field] * max(rarity, 0.01) * (K1 + 1)
        lengths = self._snapshot.lengths(field)
        base, slope = K1 * (1 - B), K1 * B / self._snapshot.average_length(field)
        return {
            document: factor * count / (count + base + slope * lengths[document])
            for document, count in times.items()
        }

    def _phrase(self, field: str, phrase: Phrase) -> Scores:
        """Return how often each document has the words in their order."""
        choices = [[word] for word in phrase.folded]
        if phrase.open:
            choices[-1] = self._words(field, phrase.folded[-1])
        documents = self._having(field, choices)
        starts: dict[int, set[int]] = {}
        for place, words in enumerate(choices):
            here: dict[int, set[int]] = {document: set() for document in documents}
            for word in words:
                for document, positions in self._snapshot.positions(field, word, documents).items():
                    here[document].update(position - place for position in positions)
            starts = {document: starts[document] & at for document, at in here.items()} if place else here
            documents = [document for document in documents if starts[document]]
        return {document: float(len(starts[document])) for document in documents}

    def _having(self, field: str, choices: list[list[str]]) -> list[int]:
        """Return the documents that have a word of each choice, in ascending order."""
        common: set[int] | None = None
        for words in sorted(choices, key=len):
            having = {document for word in words for document, _ in self._snapshot.postings(field, word)}
            common = having if common is None else common & having
            if not common:
                return []
        return sorted(common or ())

    def _words(self, field: str, beginning: str) -> list[str]:
        """Return the words a beginning stands for."""
        found = self._snapshot.beginning(field, beginning)
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


def _summed(several: Iterable[Scores]) -> Scores:
    total: Scores = {}
    for scores in several:
        if not total:
            total = scores
            continue
        for document, score in scores.items():
            total[document] = total.get(document, 0.0) + score
    return total
