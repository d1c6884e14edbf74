"""What tests of the archive stand on: a short way to fill it."""

from collections.abc import Callable

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part

Add = Callable[..., int]


@pytest.fixture
def add(archive: Archive) -> Add:
    """Add one article by its title, text and further facts, and return its id."""

    def add_one(title: str | None, text: str, **facts: str) -> int:
        article = Article(text=text, parts=(Part(0, len(text), "body"),), title=title, **facts)
        file = ReadFile("/clippings/a.txt", "a.txt", text.encode(), [article])
        (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], None)
        return outcome.article or 0

    return add_one


@pytest.fixture
def ways(archive: Archive) -> Callable[[Callable[[], object]], str]:
    """Return how SQLite finds what a piece of work asks it for, in its own words."""

    def ways_of(work: Callable[[], object]) -> str:
        asked: list[str] = []
        archive.db.conn.set_trace_callback(asked.append)
        work()
        archive.db.conn.set_trace_callback(None)
        plans = [f"EXPLAIN QUERY PLAN {query}" for query in asked if query.startswith("SELECT")]
        return "\n".join(row[3] for plan in plans for row in archive.db.execute(plan))

    return ways_of
