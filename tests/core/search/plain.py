"""What a query matches and how well, worked out one document after the other over an index of stock Whoosh."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product
from typing import Any

from whoosh.filedb.filestore import RamStorage

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.search import ranking
from desktop_app.core.search.edits import distance
from desktop_app.core.search.index import fields_of, schema
from desktop_app.core.search.matching import EVERYWHERE, STEMS, shape_of
from desktop_app.core.search.positions import stretches
from desktop_app.core.search.query import (
    And,
    DateRange,
    Fuzzy,
    InField,
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

Times = dict[int, float]  # by document
Scores = dict[int, float]


class Plain:
    """An index that stock Whoosh has made at once, and nothing but loops over what it says."""

    def __init__(self, articles: Iterable[ArchivedArticle]) -> None:
        index = RamStorage().create_index(schema())
        writer = index.writer()
        for kept in articles:
            writer.add_document(**fields_of(kept))
        writer.commit()
        self._reader = index.reader()
        self._all = list(self._reader.all_doc_ids())
        self.times, self.average = cache(self._times), cache(self._average)

    def found(self, node: Node) -> Scores:
        """Return the score of each article that matches, by its id."""
        ids = self._column("number")
        return {ids[document]: score for document, score in self.scores(node).items()}

    def scores(self, node: Node, fields: Sequence[str] = EVERYWHERE) -> Scores:
        """Return the score of each document that matches."""
        if isinstance(node, And):
            return self._and(node, fields)
        if isinstance(node, Or):
            return _added([self.scores(part, fields) for part in node.parts])
        if isinstance(node, Not):
            unwanted = self.scores(node.part, fields)
            return {document: 0.0 for document in self._all if document not in unwanted}
        if isinstance(node, InField):
            return self.scores(node.part, (node.name,))
        if isinstance(node, DateRange):
            return {document: 0.0 for document in self._all if self._dated(node, document)}
        assert isinstance(node, Term)
        return self._term(node, fields)

    def _and(self, node: And, fields: Sequence[str]) -> Scores:
        light = [part for part in node.parts if isinstance(part, Word) and part.light]
        needed = [self.scores(part, fields) for part in node.parts if part not in light]
        if not needed:
            needed, light = [self.scores(part, fields) for part in node.parts], []
        both = set.intersection(*map(set, needed))
        summed = _added([*needed, *(self.scores(part, fields) for part in light)])
        return {document: score for document, score in summed.items() if document in both}

    def _dated(self, node: DateRange, document: int) -> bool:
        first, last = self._column("first_day")[document], self._column("last_day")[document]
        begins = int(f"{node.first:%Y%m%d}") if node.first else 0
        return first <= (int(f"{node.last:%Y%m%d}") if node.last else 99_991_231) and last >= begins

    def _term(self, term: Term, fields: Sequence[str]) -> Scores:
        forms = {field: [self._forms(field, term)] for field in fields}
        exact: Callable[[str], Times] | None = None
        times, light = 1.0, False
        if isinstance(term, Word):
            times, light = term.times**ranking.REPEATED, term.light
            if fields == EVERYWHERE:
                forms["opening"] = [self.times("opening", stem) for stem in term.stems]
        if isinstance(term, Word | Prefix | Fuzzy):
            exact = lambda field: self.times(field, term.folded)  # noqa: E731
        found = self._weighed(forms, times * (ranking.LIGHT if light else 1.0))
        if exact is None or light:
            return found
        more = times * (ranking.EXACT if isinstance(term, Word) else ranking.FIRST)
        return _added([found, self._weighed({field: [exact(field)] for field in fields}, more)])

    def _weighed(self, found: dict[str, list[Times]], weight: float) -> Scores:
        frequencies: Times = {}
        for field, several in found.items():
            for document, times in ((key, value) for table in several for key, value in table.items()):
                length, b = self._reader.doc_field_length(document, field), ranking.LONG[field]
                share = ranking.WEIGHTS[field] * times / (1 - b + b * length / self.average(field))
                frequencies[document] = frequencies.get(document, 0.0) + share
        factor = weight * ranking.rarity(len(self._all), len(frequencies))
        return {
            document: factor * frequency * (ranking.K1 + 1) / (frequency + ranking.K1)
            for document, frequency in frequencies.items()
        }

    def _forms(self, field: str, term: Term) -> Times:
        if isinstance(term, Word):
            stems = term.stems if field in STEMS else frozenset()
            several = [self.times(STEMS[field], stem) for stem in stems]
            several += [] if term.folded in stems else [self.times(field, term.folded)]
            return {one: max(t.get(one, 0.0) for t in several) for one in set().union(*several)}
        if isinstance(term, Phrase):
            last = self._words(field, lambda word: word.startswith(term.folded[-1])) if term.open else []
            choices = [[word] for word in term.folded[:-1]] + [last if term.open else [term.folded[-1]]]
            return _added([self._phrase(field, words) for words in product(*choices)])
        if isinstance(term, Near):
            return self._near(field, term)
        return _added([self.times(field, word) for word in self._shaped(field, term)])

    def _shaped(self, field: str, term: Term) -> list[str]:
        if isinstance(term, Prefix):
            return self._words(field, lambda word: word.startswith(term.folded))
        if isinstance(term, Wildcard):
            return self._words(field, lambda word: bool(shape_of(term.folded).fullmatch(word)))
        assert isinstance(term, Fuzzy)
        return [word for word in self._words(field) if word and distance(term.folded, word, term.edits) is not None]

    def _phrase(self, field: str, words: Sequence[str]) -> Times:
        places = [self._places(field, word) for word in words]
        return {
            document: float(times)
            for document in places[0]
            if (
                times := sum(
                    all(start + at in found.get(document, ()) for at, found in enumerate(places))
                    for start in places[0][document]
                )
            )
        }

    def _near(self, field: str, term: Near) -> Times:
        places = [self._places(field, word) for word in term.folded]
        counts = Counter[int]()
        for document in set.intersection(*map(set, places)):
            at = sorted((place, kind) for kind, found in enumerate(places) for place in found[document])
            counts[document] = len(stretches(at, len(places), term.distance))
        return {document: float(times) for document, times in counts.items() if times}

    def _words(self, field: str, chosen: Callable[[str], bool] = lambda _: True) -> list[str]:
        return [word for word in map(bytes.decode, self._reader.lexicon(field)) if chosen(word)]

    def _times(self, field: str, word: str) -> Times:
        if (field, word.encode()) not in self._reader:
            return {}
        matcher = self._reader.postings(field, word.encode())
        found = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found

    def _places(self, field: str, word: str) -> dict[int, list[int]]:
        if (field, word.encode()) not in self._reader:
            return {}
        matcher = self._reader.postings(field, word.encode())
        found = {}
        while matcher.is_active():
            found[matcher.id()] = list(matcher.value_as("positions"))
            matcher.next()
        return found

    def _average(self, field: str) -> float:
        lengths = [self._reader.doc_field_length(document, field) for document in self._all]
        filled = [length for length in lengths if length]
        return sum(filled) / len(filled) if filled else 1.0

    def _column(self, name: str) -> Any:
        return self._reader.column_reader(name)


def _added(several: Sequence[dict[int, float]]) -> dict[int, float]:
    summed: dict[int, float] = {}
    for table in several:
        for document, value in table.items():
            summed[document] = summed.get(document, 0.0) + value
    return summed
