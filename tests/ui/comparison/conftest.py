"""What tests of the comparison stand on: reports to lay side by side."""

from collections.abc import Callable

import pytest

from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Event, Kind, Mark, Row, Span

Report = Callable[..., ArchivedArticle]


@pytest.fixture
def report() -> Report:
    """Make a report of paragraphs."""

    def make(number: int, *paragraphs: str, published: str | None = None) -> ArchivedArticle:
        parts, at = [], 0
        for paragraph in paragraphs:
            parts.append(Part(at, at + len(paragraph), "body"))
            at += len(paragraph) + 2
        article = Article("\n\n".join(paragraphs), tuple(parts), title=f"Report {number}", published=published)
        return ArchivedArticle(number, article, "0" * 64, f"{number}.txt", "2026-11-21", 9)

    return make


FLOOD = (
    (
        "Orla Post",
        "2024-03-12",
        "Some 1,200 people fled. “We had no time at all to lower the boards,” said Vera Tal.",
    ),
    (
        "Velmark Courier",
        "2024-03-13",
        "About 900 people fled, said Wera Tahl. Ms Tahl said: “We had no time to lower the boards.”",
    ),
    ("Radio Tessin", None, "The gate is 63 years old. It failed on Tuesday. Bells rang in the Lower Town."),
)


NO_TIME = ("“We had no time at all to lower the boards,”",), ("“We had no time to lower the boards.”",), ()


@pytest.fixture
def flood() -> tuple[list[ArchivedArticle], Comparison]:
    """Make three reports of one flood, and by hand what a comparison says of them."""
    fled = _row(
        "people fled", "differs", ("1,200 people",), ("About 900 people",), (), reasons=("Same thing: people.",)
    )
    rows: dict[Kind, tuple[Row, ...]] = {
        "figures": (_row("years the gate is old", "only-here", (), (), ("63 years",)), fled),
        "quotations": (_row("We had no time", "differs", *NO_TIME),),
        "names": (_row("Vera Tal", "differs", ("Vera Tal",), ("Wera Tahl", "Ms Tahl"), ()),),
    }
    timeline = (
        Event(Span(0, 0, 0), "reported", "2024-03-12", "its date line", "reported"),
        Event(_at(0, "We had no time"), "no time", "2024-03", "a month", "happened"),
        Event(_at(1, "fled"), "900 people fled", "2024-03-12", "", "happened"),
        Event(_at(2, "on Tuesday"), "It failed", None, "a day of a report without a date", "happened"),
    )
    shares = ((0.0, 0.5, 0.0), (0.4, 0.0, 0.0), (0.0, 0.0, 0.0))
    only = (_at(2, "Bells rang in the Lower Town."),)
    return [_article(number) for number in range(3)], Comparison((), rows, shares, only, ((0, 1),), timeline)


def _article(number: int) -> ArchivedArticle:
    source, published, text = FLOOD[number]
    parts = (Part(0, len(text), "body"),)
    article = Article(text, parts, title=f"Report {number}", source=source, published=published)
    return ArchivedArticle(number + 1, article, "0" * 64, f"{number}.txt", "2026-11-21", 9)


def _at(article: int, words: str) -> Span:
    start = FLOOD[article][2].index(words)
    return Span(article, start, start + len(words))


def _row(label: str, mark: Mark, *cells: tuple[str, ...], reasons: tuple[str, ...] = ()) -> Row:
    return Row(label, mark, tuple(tuple(_at(n, w) for w in cell) for n, cell in enumerate(cells)), reasons)
