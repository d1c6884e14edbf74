"""What a query matches and how well, worked out one document after the other, from texts or from stock Whoosh."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product
from typing import Any, Protocol

from whoosh.filedb.filestore import RamStorage

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.search import ranking
from desktop_app.core.search.edits import distance
from desktop_app.core.search.index import fields_of, schema
from desktop_app.core.search.matching import EVERYWHERE, STEMS, shape_of
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

Times = dict[int, float]  # by document
Scores = dict[int, float]


class Tables(Protocol):
    """What is known of some articles, which are numbered from 0."""

    count: int

    def words(self, field: str) -> Iterable[str]:
        """Return the words of a field."""

    def times(self, field: str, word: str) -> Times:
        """Return how often each document has a word in a field."""

    def places(self, field: str, word: str) -> dict[int, list[int]]:
        """Return where each document has a word in a field."""

    def length(self, document: int, field: str) -> float:
        """Return how many words a document has in a field, as Whoosh remembers it."""

    def column(self, name: str) -> Sequence[int]:
        """Return a number for each document."""


class Stock:
    """What stock Whoosh says, in an index that it has made at once."""

    def __init__(self, articles: Iterable[ArchivedArticle]) -> None:
        index = RamStorage().create_index(schema())
        writer = index.writer()
        for kept in articles:
            writer.add_document(**fields_of(kept))
        writer.commit()
        self._reader = index.reader()
        self.count = self._reader.doc_count()
        self.length, self.column = self._reader.doc_field_length, self._reader.column_reader

    def words(self, field: str) -> list[str]:
        """Return the words of a field."""
        return list(map(bytes.decode, self._reader.lexicon(field)))

    def times(self, field: str, word: str) -> Times:
        """Return how often each document has a word in a field."""
        return self._of_each(field, word, lambda matcher: matcher.weight())

    def places(self, field: str, word: str) -> dict[int, list[int]]:
        """Return where each document has a word in a field."""
        return self._of_each(field, word, lambda matcher: list(matcher.value_as("positions")))

    def _of_each(self, field: str, word: str, what: Callable[[Any], Any]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        if (field, word.encode()) in self._reader:
            matcher = self._reader.postings(field, word.encode())
            while matcher.is_active():
                found[matcher.id()] = what(matcher)
                matcher.next()
        return found


class Plain:
    """Nothing but loops over what is known of some articles; `kept` is what each filter lets through, by id."""

    def __init__(self, tables: Tables, kept: FilterIds | None = None) -> None:
        self._tables, self._kept = tables, kept or {}
        self._all = list(range(tables.count))
        self.times, self.average = cache(tables.times), cache(self._average)

    def found(self, node: Node) -> Scores:
        """Return the score of each article that matches, by its id."""
        ids = self._tables.column("number")
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
        if isinstance(node, Filter):
            ids = self._tables.column("number")
            return {document: 0.0 for document in self._all if ids[document] in self._kept[node]}
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
        first, last = (self._tables.column(name)[document] for name in ("first_day", "last_day"))
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
        elif isinstance(term, Name) and term.spellings:
            exact = lambda field: self._spelt(field, term.spellings[0])  # noqa: E731
        found = self._weighed(forms, times * (ranking.LIGHT if light else 1.0))
        if exact is None or light:
            return found
        more = times * (ranking.EXACT if isinstance(term, Word) else ranking.FIRST)
        return _added([found, self._weighed({field: [exact(field)] for field in fields}, more)])

    def _weighed(self, found: dict[str, list[Times]], weight: float) -> Scores:
        frequencies: Times = {}
        for field, several in found.items():
            for document, times in ((key, value) for table in several for key, value in table.items()):
                length, b = self._tables.length(document, field), ranking.LONG[field]
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
        if isinstance(term, Name):
            return _added([self._spelt(field, spelling) for spelling in term.spellings])
        if isinstance(term, Phrase):
            return self._spelt(field, term)
        if isinstance(term, Near):
            return self._near(field, term)
        return _added([self.times(field, word) for word in self._shaped(field, term)])

    def _spelt(self, field: str, term: Word | Phrase) -> Times:
        if isinstance(term, Word):
            return self.times(field, term.folded)
        last = self._words(field, lambda word: word.startswith(term.folded[-1])) if term.open else []
        choices = [[word] for word in term.folded[:-1]] + [last if term.open else [term.folded[-1]]]
        return _added([self._phrase(field, words) for words in product(*choices)])

    def _shaped(self, field: str, term: Term) -> list[str]:
        if isinstance(term, Prefix):
            return self._words(field, lambda word: word.startswith(term.folded))
        if isinstance(term, Wildcard):
            return self._words(field, lambda word: bool(shape_of(term.folded).fullmatch(word)))
        assert isinstance(term, Fuzzy)
        return [word for word in self._words(field) if word and distance(term.folded, word, term.edits) is not None]

    def _phrase(self, field: str, words: Sequence[str]) -> Times:
        places = [self._tables.places(field, word) for word in words]
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
        places = [self._tables.places(field, word) for word in term.folded]
        counts = Counter[int]()
        for document in set.intersection(*map(set, places)):
            at = sorted((place, kind) for kind, found in enumerate(places) for place in found[document])
            counts[document] = _stretches(at, len(places), term.distance)
        return {document: float(times) for document, times in counts.items() if times}

    def _words(self, field: str, chosen: Callable[[str], bool] = lambda _: True) -> list[str]:
        return [word for word in self._tables.words(field) if chosen(word)]

    def _average(self, field: str) -> float:
        lengths = [self._tables.length(document, field) for document in self._all]
        filled = [length for length in lengths if length]
        return sum(filled) / len(filled) if filled else 1.0


def _stretches(at: Sequence[tuple[int, int]], kinds: int, distance: int) -> int:
    """Return how often words of all kinds stand together, none of them counted twice; `at` is (place, kind)."""
    found = begin = 0
    for end in range(len(at)):
        for start in range(end, begin - 1, -1):
            if len({kind for _, kind in at[start : end + 1]}) == kinds:
                if at[end][0] - at[start][0] + 1 - kinds <= distance:
                    found, begin = found + 1, end + 1
                break
    return found


def _added(several: Sequence[dict[int, float]]) -> dict[int, float]:
    summed: dict[int, float] = {}
    for table in several:
        for document, value in table.items():
            summed[document] = summed.get(document, 0.0) + value
    return summed
