"""Evidence is kept with its article and goes when what it was read from changes."""

import sqlite3

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.evidence import KeptEvidence
from tests.core.archive.conftest import Add


def kept(archive: Archive, *ids: int) -> dict[int, str]:
    return archive.evidence.of(ids, 1)


@pytest.fixture
def marked(archive: Archive, add: Add) -> int:
    """Give the test an article with evidence."""
    id_ = add("Mills", "Eleven mills burnt.")
    assert archive.evidence.remember(1, [(archive.articles.get(id_), "[11]")])
    return id_


def test_what_is_kept_comes_back(archive: Archive, add: Add, marked: int) -> None:
    """Only what rules of this version have marked counts; the others are waiting, the latest first."""
    other, third = add("Bridge", "A bridge fell."), add("Barn", "A barn burnt.")
    assert kept(archive, marked, other) == {marked: "[11]"}
    assert archive.evidence.of([marked], 2) == {}
    assert archive.evidence.waiting(1, 9) == [third, other]
    assert archive.evidence.waiting(1, 1) == [third]
    assert archive.evidence.waiting(2, 9) == [third, other, marked]


@pytest.mark.parametrize("column", ["text", "parts", "published", "language"])
def test_a_change_takes_it_away(archive: Archive, marked: int, column: str) -> None:
    """A text read anew, another cleaning and another date need other marks."""
    archive.db.execute(f"UPDATE articles SET {column} = '[]' WHERE id = ?", [marked])
    assert kept(archive, marked) == {}


def test_other_changes_leave_it(archive: Archive, marked: int) -> None:
    """Setting a title, or setting a date to what it was, is no reason to mark anew."""
    archive.db.execute("UPDATE articles SET title = 'Fire', published = published WHERE id = ?", [marked])
    assert kept(archive, marked) == {marked: "[11]"}


def test_evidence_of_a_text_that_is_no_more_is_not_kept(archive: Archive, add: Add) -> None:
    """Where another program changes the article while it is being marked, the marks are of no use."""
    id_ = add("Mills", "Eleven mills burnt.")
    before = archive.articles.get(id_)
    archive.db.execute("UPDATE articles SET text = 'Twelve mills burnt.' WHERE id = ?", [id_])
    assert archive.evidence.remember(1, [(before, "[11]")])
    assert kept(archive, id_) == {}


def test_an_archive_that_cannot_be_written(archive: Archive, add: Add) -> None:
    """It can still be compared in: nothing is kept, and that is said."""
    article = archive.articles.get(add("Mills", "Eleven mills burnt."))
    archive.db.execute("PRAGMA query_only = ON")
    assert not archive.evidence.remember(1, [(article, "[11]")])


def test_an_error_of_ours_is_not_hidden(archive: Archive, add: Add) -> None:
    """Only what the disk refuses may be passed over."""
    article = archive.articles.get(add("Mills", "Eleven mills burnt."))
    archive.db.execute("DROP TABLE evidence")
    with pytest.raises(sqlite3.OperationalError):
        KeptEvidence(archive.db).remember(1, [(article, "[11]")])
