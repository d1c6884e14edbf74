"""What tests of the comparison stand on: reports to lay side by side."""

from collections.abc import Callable

import pytest

from desktop_app.core.article import ArchivedArticle, Article, Part

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
