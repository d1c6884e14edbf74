"""A report of a comparison: an article, its evidence, and what its words stand for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from desktop_app.core.analysis.evidence import Evidence, NameKind, Quotation, Range
from desktop_app.core.analysis.passages import Wording
from desktop_app.core.analysis.words import WORD, Word, fold, function_words, word_lines, words
from desktop_app.core.article import Article
from desktop_app.core.comparison.rows import Span


class Named(NamedTuple):
    """A mention of a name at article.text[start:end]; `group` is the same wherever the same is named."""

    start: int
    end: int
    group: str
    kind: NameKind


class Term(NamedTuple):
    """A telling word or a name at article.text[start:end]; `key` is the same for what means the same."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """One article of a comparison; `place` counts from 0, `named` is in the order of the text."""

    place: int
    article: Article
    evidence: Evidence
    wording: Wording
    named: tuple[Named, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of this article as a place in the comparison."""
        return Span(self.place, start, end)

    def text(self, start: int, end: int) -> str:
        """Return the words of a stretch in one line."""
        return " ".join(self.article.text[start:end].split())

    def sentence(self, position: int) -> Range:
        """Return the sentence a position lies in, an empty one where it lies in none."""
        place = bisect_right(self._sentence_starts, position) - 1
        start, end = self.evidence.sentences[place] if place >= 0 else (position, position)
        return (start, end) if position < end else (position, position)

    def words(self, start: int, end: int) -> Sequence[Word]:
        """Return the words of title and body between two positions."""
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names(self, start: int, end: int) -> Sequence[Named]:
        """Return the names that begin between two positions."""
        return self.named[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def terms(self, start: int, end: int) -> list[Term]:
        """Return the telling words between two positions, with names and synonyms as one term each."""
        starts = self._term_starts
        return self._terms[bisect_left(starts, start) : bisect_left(starts, end)]

    def speaker(self, quotation: Quotation) -> str:
        """Return the group of the name behind a quotation, "" where none is known."""
        speaker = quotation.speaker
        return self._groups.get(speaker.name or "", "") if speaker else ""

    @cached_property
    def _terms(self) -> list[Term]:
        found = [Term(name.group, name.start, name.end) for name in self.named]
        inside = iter(found)
        name = next(inside, None)
        plain = []
        for word in self._words:
            while name and name.end <= word.start:
                name = next(inside, None)
            if (name is None or word.end <= name.start) and _tells(word.key):
                plain.append(Term(synonyms().get(word.key, word.key), word.start, word.end))
        return sorted((*found, *plain), key=lambda term: term.start)

    @cached_property
    def _term_starts(self) -> list[int]:
        return [term.start for term in self._terms]

    @cached_property
    def _groups(self) -> dict[str, str]:
        """Return the group of each name of the article."""
        starts = {name.start: name.group for name in self.named}
        mentioned = ((name.name, mention.start) for name in self.evidence.names for mention in name.mentions[:1])
        return {name: starts[start] for name, start in mentioned if start in starts}

    @cached_property
    def _words(self) -> Sequence[Word]:
        titles = [part for part in self.article.parts if part.role == "title"]
        above = [word for part in titles for word in words(self.article.text, part.start, part.end)]
        return sorted((*above, *self.wording.words), key=lambda word: word.start) if above else self.wording.words

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self._words]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.named]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.evidence.sentences]


def _tells(key: str) -> bool:
    """Tell whether a word says something: neither one that builds sentences nor a letter by itself."""
    return key not in function_words() and (len(key) > 1 or not key.isascii() or key.isdigit())


@cache
def synonyms() -> dict[str, str]:
    """Return for words that reports use for one another the one word that stands for all of them."""
    return {key: keys_of(line)[0] for line in reversed(word_lines("synonyms")) for key in keys_of(line)}


@cache
def common_words() -> frozenset[str]:
    """Return the terms that stand in reports of every kind."""
    return frozenset(synonyms().get(key, key) for line in word_lines("common_words") for key in keys_of(line))


def keys_of(text: str) -> list[str]:
    """Return the keys of the words of a text that stands in no article."""
    return [word.key for word in words(text)]


def plain(text: str) -> str:
    """Return the words of a text as they are compared: without case, accents, marks and line breaks."""
    return " ".join(map(fold, WORD.findall(text)))


def quoted(wordings: Iterable[str]) -> str:
    """Return different wordings for a reason: each once, in quotation marks."""
    different = {plain(wording): wording for wording in reversed(list(wordings))}
    return ", ".join(f"“{wording}”" for wording in reversed(different.values()))
