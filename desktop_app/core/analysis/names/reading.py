"""What a whole article tells about its words: which are names is not seen in one sentence alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.core.analysis.names.chunks import Token, tokens
from desktop_app.core.article import Article

_HEADLINE, _HEADLINE_WORDS = 0.7, 4  # share of words with capitals in a line of at least so many
_GERMAN = frozenset(("der", "die", "und", "das", "nicht", "ist"))
_BROKEN_LINE = re.compile(r"[a-z,]\n[a-z]")
_SENTENCE_ENDS = (".", "!", "”", '"', ",", ":")


class Found(NamedTuple):
    """A mention at text[start:end], with its title; `name` is it without, and `words` the folded words of that.

    An `initial` one has its capital perhaps only from its place; one in a `headline` stands before what it sums up.
    """

    start: int
    end: int
    name: str
    words: tuple[str, ...]
    title: str = ""
    initial: bool = False
    headline: bool = False


@dataclass
class Reading:
    """The words of an article, and what stands in it with and without capitals."""

    text: str
    sentences: list[Sequence[Token]] = field(default_factory=list)
    headlines: list[Sequence[Token]] = field(default_factory=list)  # lines in which capitals tell nothing
    small: set[str] = field(default_factory=set)  # folded words that stand without a capital
    capital: set[str] = field(default_factory=set)  # and with one where none is due

    @property
    def german(self) -> bool:
        """Whether the text seems to be of a language in which all nouns have capitals."""
        return len(_GERMAN & self.small) >= len(_GERMAN) // 2


def reading(article: Article, sentences: Sequence[tuple[int, int]]) -> Reading:
    """Read the words of title, body and captions."""
    read = Reading(article.text)
    wrapped = _BROKEN_LINE.search(article.text) is not None
    for start, end in _stretches(article, sentences):
        words = tokens(article.text, start, end, wrapped=wrapped)
        if _is_headline(words, article.text[start:end]):
            read.headlines.append(words)
            continue
        read.sentences.append(words)
        read.small.update(word.key for word in words if not word.capital)
        read.capital.update(word.key for word in words if word.capital and not word.initial)
    return read


def _stretches(article: Article, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the sentences of the parts that are read; a part outside all sentences is one by itself."""
    ordered = sorted(sentences)
    upcoming = 0
    for part in sorted(article.parts, key=lambda part: part.start):
        if part.role not in ("title", "body", "caption"):
            continue
        while upcoming < len(ordered) and ordered[upcoming][1] <= part.start:
            upcoming += 1
        place = upcoming
        while place < len(ordered) and ordered[place][0] < part.end:
            yield max(part.start, ordered[place][0]), min(part.end, ordered[place][1])
            place += 1
        if place == upcoming:
            yield part.start, part.end


def _is_headline(words: Sequence[Token], line: str) -> bool:
    """Tell whether capitals say nothing in a line, since all its words of weight have them."""
    cased = [word for word in words if word.capital or word.text[0].islower()]
    shouted = sum(word.text.isupper() and len(word.key) > 1 for word in cased)
    if shouted > _HEADLINE * max(len(cased), _HEADLINE_WORDS):
        return True
    if len(cased) < _HEADLINE_WORDS or line.rstrip().endswith(_SENTENCE_ENDS):
        return False
    weighty = [word for word in cased if len(word.key) > 3 or word.capital]
    return sum(word.capital for word in weighty) > _HEADLINE * len(weighty)
