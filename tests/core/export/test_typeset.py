"""The file is put in place in one go, and the user hears of what no font can show."""

from pathlib import Path

import pytest

from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.errors import UserError
from desktop_app.core.export import typeset
from desktop_app.core.export.dossier import write_articles


def archived(text: str) -> list[ArchivedArticle]:
    article = Article(text, (Part(0, len(text), "body"),), title="Flood")
    return [ArchivedArticle(1, article, "ab" * 32, "orla.html", "2026-11-20T10:00:00Z", 9)]


def test_signs_without_a_font_are_named(tmp_path: Path) -> None:
    """A sign that nothing can show does not stop the export; the note names it and only it."""
    written = write_articles(
        archived("Fine – text, \U000130b8 and \U00012000."), tmp_path / "signs.pdf", "Newsroom"
    )
    (note,) = written.notes
    assert "U+130B8" in note
    assert "U+12000" in note
    assert "U+2013" not in note


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A place that cannot be written to is a sentence, not a traceback."""
    with pytest.raises(UserError, match=r"nowhere.*could not be written.*choose another"):
        write_articles(archived("Rain."), tmp_path / "nowhere" / "flood.pdf", "Newsroom")


def test_what_was_there_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that cannot finish leaves the old file whole and nothing half done beside it."""
    out = tmp_path / "flood.pdf"
    out.write_bytes(b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="No space left on device"):
        write_articles(archived("Rain."), out, "Newsroom")
    assert [file.name for file in tmp_path.iterdir()] == ["flood.pdf"]
    assert out.read_bytes() == b"old"


def test_very_long_files_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dossier of very many pages is written, with a note."""
    monkeypatch.setattr(typeset, "MANY_PAGES", 1)
    text = "\n\n".join(f"The Orla rose on day {day}." for day in range(80))
    written = write_articles(archived(text), tmp_path / "long.pdf", "Newsroom")
    assert written.pages > 1
    assert written.notes == (f"The file has {written.pages} pages; a smaller selection opens faster.",)
