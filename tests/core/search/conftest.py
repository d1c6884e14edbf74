"""A small invented archive to search in."""

from collections.abc import Callable

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part, Role

Keep = Callable[..., list[int]]


def article(body: str, *others: tuple[str, Role], **facts: str) -> Article:
    """Make an article of a body and other parts."""
    text, parts = body, [Part(0, len(body), "body")]
    for words, role in others:
        start = len(text) + 1
        text += "\n" + words
        parts.append(Part(start, len(text), role))
    return Article(text=text, parts=tuple(parts), **facts)


@pytest.fixture
def keep(archive: Archive) -> Keep:
    """Give the test a way to put articles into its archive; it returns their ids."""

    def keep_all(*articles: Article) -> list[int]:
        import_id = archive.imports.begin("test")
        first = archive.articles.count()
        files = [
            ReadFile(f"/{n}.txt", f"{n}.txt", f"{n} {kept.title} {kept.text}".encode(), [kept])
            for n, kept in enumerate(articles, first)
        ]
        return [outcome.article or 0 for outcome in archive.imports.add(import_id, files, None)]

    return keep_all
