"""Text cut into runs for printing: sentence numbers, shared passages, and the words in which they differ."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.analysis.words import fold, words
from desktop_app.core.article import Article
from desktop_app.core.comparison.paragraphs import Range, paragraphs
from desktop_app.core.comparison.rows import Row, Span

# Control characters and lone surrogates cannot be printed by any font.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LANGUAGE = re.compile(r"[a-z]{2,3}")
RIGHT_TO_LEFT = {"AL": "ar", "R": "he"}

Data = dict[str, Any]


@dataclass(frozen=True)
class Passage:
    """A numbered passage in one article, with the words the other reports have otherwise."""

    number: int
    start: int
    end: int
    differing: tuple[Range, ...]


class Text:
    """The body of one article, cut into numbered sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.paragraphs = paragraphs(article)
        self.sentences = [
            piece for start, end in self.paragraphs for piece in sentences(article.text, start, end)
        ]  # fmt: skip
        self._numbers = {start: number for number, (start, _) in enumerate(self.sentences, 1)}

    def numbers(self, start: int, end: int) -> str:
        """Return the numbers of the sentences a stretch touches, as in 4 or 4–6."""
        touched = [n for n, (a, b) in enumerate(self.sentences, 1) if a < end and start < b]
        return "–".join(str(n) for n in sorted({touched[0], touched[-1]})) if touched else ""

    def paragraph(self, place: Range, passages: Sequence[Passage] = ()) -> Data:
        """Return a paragraph as runs, each with its mark, sentence number and the passage that ends there."""
        start, end = place
        text = self.article.text
        inside = [passage for passage in passages if passage.start < end and start < passage.end]
        edges = {start, end, *(n for n in self._numbers if start < n < end)}
        for passage in inside:
            edges |= {passage.start, passage.end, *(edge for piece in passage.differing for edge in piece)}
        cuts = sorted(edge for edge in edges if start <= edge <= end)
        runs = [self._run(a, b, inside) for a, b in pairwise(cuts)]
        return direction(text[start:end], self.article.language) | {"runs": runs}

    def wording(self, passage: Passage) -> Data:
        """Return the words of a passage as runs."""
        place = (passage.start, passage.end)
        return self.paragraph(place, [passage]) | {"sentences": self.numbers(*place)}

    def _run(self, start: int, end: int, passages: Sequence[Passage]) -> Data:
        holding = next((passage for passage in passages if passage.start <= start < passage.end), None)
        mark = ""
        if holding:
            differs = any(a <= start < b for a, b in holding.differing)
            mark = "differs" if differs else "shared"
        ending = next((passage.number for passage in passages if passage.end == end), 0)
        number = self._numbers.get(start, 0)
        return {
            "text": printable(self.article.text[start:end]),
            "mark": mark,
            "sentence": number,
            "passage": ending,
        }


def printable(text: str) -> str:
    """Return a text with single spaces for any white space and without what no font can print."""
    return re.sub(r"\s+", " ", UNPRINTABLE.sub("", text))


def direction(text: str, language: str | None = None) -> Data:
    """Return the direction of a text, by its first letter, and its language."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    known = language[:3].partition("-")[0].lower() if language else ""
    if not LANGUAGE.fullmatch(known):
        known = ""
    if first == "L":
        return {"dir": "ltr", "lang": known if known not in RIGHT_TO_LEFT.values() and known else "en"}
    return {"dir": "rtl", "lang": known if known not in ("", "en") else RIGHT_TO_LEFT[first]}


def numbered(rows: Sequence[Row], articles: Sequence[Article]) -> list[dict[int, Passage]]:
    """Return each row's passages by article, numbered from 1, with the words in which they differ."""
    found = []
    for number, row in enumerate(rows, 1):
        differing = _differing(row.spans, articles)
        found.append(
            {
                span.article: Passage(number, span.start, span.end, places)
                for span, places in zip(row.spans, differing, strict=True)
            }
        )
    return found


def _differing(spans: Sequence[Span], articles: Sequence[Article]) -> list[tuple[Range, ...]]:
    """Return for each span the words that the first does not have, and of the first what any other lacks."""
    texts = [list(_words(articles[span.article], span)) for span in spans]
    first = [key for key, _ in texts[0]]
    lacking: set[int] = set()
    found: list[tuple[Range, ...]] = []
    for text in texts[1:]:
        matcher = SequenceMatcher(None, first, [key for key, _ in text], autojunk=False)
        both = matcher.get_matching_blocks()
        lacking |= set(range(len(first))) - {i for a, _, size in both for i in range(a, a + size)}
        same = {j for _, b, size in both for j in range(b, b + size)}
        found.append(_joined([(j, place) for j, (_, place) in enumerate(text) if j not in same]))
    return [_joined([(i, texts[0][i][1]) for i in sorted(lacking)]), *found]


def _words(article: Article, span: Span) -> Iterator[tuple[str, Range]]:
    for word in words(article.text, span.start, span.end):
        yield fold(article.text[word.start : word.end]), (word.start, word.end)


def _joined(places: Sequence[tuple[int, Range]]) -> tuple[Range, ...]:
    """Join the places of words that follow each other, so that the mark runs through the space between."""
    joined: list[tuple[int, Range]] = []
    for index, (start, end) in places:
        if joined and joined[-1][0] == index - 1:
            joined[-1] = (index, (joined[-1][1][0], end))
        else:
            joined.append((index, (start, end)))
    return tuple(place for _, place in joined)
