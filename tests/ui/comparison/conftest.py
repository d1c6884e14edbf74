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


@pytest.fixture
def flood() -> tuple[list[ArchivedArticle], Comparison]:
    """Make three reports of one flood, and by hand what a comparison says of them."""
    texts = [text for _, _, text in FLOOD]

    def at(article: int, words: str) -> Span:
        start = texts[article].index(words)
        return Span(article, start, start + len(words))

    def row(label: str, mark: Mark, *cells: tuple[str, ...], reasons: tuple[str, ...] = ()) -> Row:
        return Row(label, mark, tuple(tuple(at(n, w) for w in cell) for n, cell in enumerate(cells)), reasons)

    articles = []
    for number, (source, published, text) in enumerate(FLOOD):
        article = Article(
            text, (Part(0, len(text), "body"),), title=f"Report {number}", source=source, published=published
        )
        articles.append(ArchivedArticle(number + 1, article, "0" * 64, f"{number}.txt", "2026-11-21", 9))
    rows: dict[Kind, tuple[Row, ...]] = {
        "figures": (
            row("years the gate is old", "only-here", (), (), ("63 years",)),
            row(
                "people fled",
                "differs",
                ("1,200 people",),
                ("About 900 people",),
                (),
                reasons=("Same thing: people.",),
            ),
        ),
        "quotations": (
            row(
                "We had no time",
                "differs",
                ("“We had no time at all to lower the boards,”",),
                ("“We had no time to lower the boards.”",),
                (),
            ),
        ),
        "names": (row("Vera Tal", "differs", ("Vera Tal",), ("Wera Tahl", "Ms Tahl"), ()),),
    }
    timeline = (
        Event(Span(0, 0, 0), "reported", "2024-03-12", "its date line", "reported"),
        Event(at(0, "We had no time"), "no time", "2024-03", "a month", "happened"),
        Event(at(1, "fled"), "900 people fled", "2024-03-12", "", "happened"),
        Event(at(2, "on Tuesday"), "It failed", None, "a day of a report without a date", "happened"),
    )
    shares = ((0.0, 0.5, 0.0), (0.4, 0.0, 0.0), (0.0, 0.0, 0.0))
    only = (at(2, "Bells rang in the Lower Town."),)
    return articles, Comparison((), rows, shares, only, ((0, 1),), timeline)
