"""The dates an article without one may be of: those in its first lines, unclear ones in both readings."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.article import Article
from desktop_app.core.dates import doubt, reading
from desktop_app.core.importing.cleaning.dates import stated_date

LINES = 12  # of the article, and as many of its page furniture
LINE = 300  # characters of a line that are looked at
MOST = 3  # dates


@dataclass(frozen=True)
class Candidate:
    """A date an article may be of, in ISO 8601, and the words that state it."""

    iso: str
    words: str
    unclear: bool = False


def candidates(article: Article) -> list[Candidate]:
    """Return dates for the user to choose from, those of a warning first; nothing is set by them."""
    found: dict[str, Candidate] = {}
    for words in _stated(article):
        said = stated_date(words, article.language)
        unclear = doubt(words) in article.warnings
        for iso in [said.iso] if said and said.iso else readings(words):
            found.setdefault(iso, Candidate(iso, words, unclear))
    ordered = sorted(found.values(), key=lambda candidate: not candidate.unclear)
    if ordered and ordered[0].unclear:
        return [candidate for candidate in ordered if candidate.unclear][:2]
    return ordered[:MOST]


def readings(words: str) -> list[str]:
    """Return the two dates that numbers such as 03/04/2016 may mean, the day first in the first; else nothing."""
    both = [reading(words, day_first=True), reading(words, day_first=False)]
    return [iso for iso in both if iso] if None not in both and both[0] != both[1] else []


def _stated(article: Article) -> Iterator[str]:
    """Yield the words of each date in the first lines: those about the article, the article, then the rest."""
    for roles in (("date", "byline", "dateline"), ("title", "body", "caption"), ("furniture", "rights")):
        lines = [line for text in article.of(*roles)[:LINES] for line in text.splitlines()]
        for line in lines[:LINES]:
            rest = line[:LINE]
            while said := stated_date(rest, article.language):
                yield said.words
                rest = rest[rest.index(said.words) + len(said.words) :]
