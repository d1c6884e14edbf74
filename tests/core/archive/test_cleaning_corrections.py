"""What the user corrects of the cleaning is told from what cleaning did, and can be reset."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part

TEXT = "The river rose.\n\nMore from the harbour\n\nLeave a Reply"
READ = (Part(0, 15, "body"), Part(17, 38, "body"), Part(40, 53, "furniture"))


@pytest.fixture
def cleaned(archive: Archive) -> int:
    file = ReadFile("/saved/a.txt", "a.txt", b"a", [Article(TEXT, READ, source="Orla Post")])
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], None)
    return outcome.article or 0


def test_what_cleaning_did_stays_known(archive: Archive, cleaned: int) -> None:
    """However often the user corrects, the roles an article was read with are not lost."""
    assert archive.corrections.as_cleaned(cleaned) is None
    archive.corrections.role(cleaned, 17, "furniture").do()
    archive.corrections.role(cleaned, 40, "body").do()
    assert archive.corrections.as_cleaned(cleaned) == READ


def test_a_reset_goes_back_to_the_cleaning_and_can_be_undone(archive: Archive, cleaned: int) -> None:
    """The roles and the number of words are those of the reading again; undone, those of the user."""
    archive.corrections.role(cleaned, 17, "furniture").do()
    corrected = archive.articles.get(cleaned)
    change = archive.corrections.cleaning_reset(cleaned)
    change.do()
    kept = archive.articles.get(cleaned)
    assert (kept.article.parts, kept.words, kept.by_hand) == (READ, 7, frozenset())
    change.undo()
    assert archive.articles.get(cleaned) == corrected
    assert archive.corrections.as_cleaned(cleaned) == READ


def test_a_reset_without_a_correction_changes_nothing(archive: Archive, cleaned: int) -> None:
    """Nothing to reset is no error."""
    before = archive.articles.get(cleaned)
    change = archive.corrections.cleaning_reset(cleaned)
    change.do()
    change.undo()
    assert archive.articles.get(cleaned) == before
