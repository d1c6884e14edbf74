"""The arrays hold what the archive does, and give the same as asking it."""

from collections.abc import Callable

from desktop_app.core.archive import Archive
from desktop_app.core.archive.columns import KEPT, Columns
from desktop_app.core.article import Selection


def test_an_empty_archive_counts_nothing(archive: Archive) -> None:
    """There are no values, and ids there never were are no articles."""
    columns = Columns(archive.db)
    assert columns.rows(None).tolist() == columns.rows([1, 2]).tolist() == []
    assert columns.source.counted(columns.rows(None)) == []
    assert columns.linked["tag"].counted(columns.rows([1])) == []


def test_rows_and_values(archive: Archive, add: Callable[..., int]) -> None:
    """An article has one source, and any number of tags."""
    first, second = add("a", "One.", source="Orla Post", published="2024-03-12"), add("b", "Two.")
    archive.tags.putting("water", [first, second]).do()
    archive.tags.putting("dam", [second]).do()
    columns = Columns(archive.db)
    assert columns.rows([second, -5, 0, 99]).sum() == 1
    assert columns.month.counted(columns.rows([first])) == [("2024-03", 1)]
    assert columns.linked["tag"].counted(columns.rows([second])) == [("dam", 1), ("water", 1)]


def test_many_selections(archive: Archive, add: Callable[..., int]) -> None:
    """However many were asked for before, each takes its own articles."""
    for number in range(KEPT + 3):
        add("a", f"Text {number}.", source=str(number))
    columns = Columns(archive.db)
    for _ in range(2):
        for number in range(KEPT + 3):
            allowed = columns.allowed(Selection(source=str(number)))
            assert columns.source.counted(allowed) == [(str(number), 1)]
