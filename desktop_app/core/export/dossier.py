"""The dossier: articles, or a comparison of them, as a PDF that looks like a printed report.

The templates in resources/typst say how it looks; what is printed goes to them as data, never as markup.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.columns import blocks
from desktop_app.core.errors import UserError
from desktop_app.core.export.front import front, titled
from desktop_app.core.export.marks import Data, Passage, Text, numbered
from desktop_app.core.export.typeset import Written, typeset

COUNTS = ("no", "one", "two", "three", "four", "five", "six")


def write_articles(articles: Sequence[ArchivedArticle], out: Path, archive_name: str) -> Written:
    """Write articles as a PDF, one after the other; raises UserError when it cannot be written."""
    if not articles:
        raise UserError("nothing_to_export", "There is nothing to write: choose at least one article.")
    alone = len(articles) == 1
    now = _now()
    title = articles[0].heading if alone else f"{len(articles):,} articles"
    data = (
        front(articles, archive_name, now)
        | titled(title)
        | {
            "subtitle": "One article" if alone else "Reports as they were read, one after the other",
            "articles": [[text.paragraph(place) for place in text.paragraphs] for text in _texts(articles)],
        }
    )
    return typeset("articles", data, out, now)


def write_comparison(
    articles: Sequence[ArchivedArticle],
    comparison: Comparison,
    out: Path,
    archive_name: str,
    title: str | None = None,
) -> Written:
    """Write a comparison of these articles as a PDF; raises UserError when it cannot be written."""
    texts, now = _texts(articles), _now()
    rows = numbered(comparison.of("passages"), [article.article for article in articles])
    columns = [[row[index] for row in rows if index in row] for index in range(len(articles))]
    data = (
        front(articles, archive_name, now)
        | titled(title or articles[0].heading)
        | {
            "subtitle": f"A comparison of {COUNTS[len(articles)]} reports",
            "passages": [_passage(row, texts) for row in rows],
            "blocks": [
                [[texts[i].paragraph(place, columns[i]) for place in cell] for i, cell in enumerate(block)]
                for block in blocks([article.article for article in articles], comparison.of("passages"))
            ],
        }
    )
    return typeset("comparison", data, out, now)


def _texts(articles: Sequence[ArchivedArticle]) -> list[Text]:
    return [Text(article.article) for article in articles]


def _passage(row: dict[int, Passage], texts: Sequence[Text]) -> Data:
    """Return a line of the table of shared passages."""
    differs = any(passage.differing for passage in row.values())
    cells = [text.wording(row[index]) if index in row else None for index, text in enumerate(texts)]
    return {"cells": cells, "mark": "wording differs" if differs else "same"}


def _now() -> datetime:
    """Return the moment printed in a dossier: today, so that two of one day are the same to the byte."""
    today = datetime.now().astimezone().date()
    return datetime(today.year, today.month, today.day, tzinfo=UTC)
