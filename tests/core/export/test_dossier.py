"""A dossier holds every word, is searchable in every script, and is the same each time."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.comparison import compare
from desktop_app.core.errors import UserError
from desktop_app.core.export import dossier
from desktop_app.core.export.dossier import write_articles, write_comparison

ENGLISH = "The Orla rose #[unsafe] $x$ *high*. “We will open the old bridge of Velmark to every citizen tomorrow.”"
OTHER = "Radio was calm. Later: “We will open the new bridge of Velmark to every citizen tomorrow.” Trains run."
ARABIC = "قال العمدة إن الجسر القديم سيفتح غدا أمام جميع السكان."


def archived(id_: int, *paragraphs: str, **facts: object) -> ArchivedArticle:
    text, parts = "Menu\n", [Part(0, 4, "furniture")]
    for words in paragraphs:
        parts.append(Part(len(text), len(text) + len(words), "body"))
        text += words + "\n"
    found = Article(text, tuple(parts), title=f"Report {id_}", **facts)
    return ArchivedArticle(id_, found, f"{id_:064x}", f"orla-{id_}.html", "2026-11-20T10:00:00Z", 9)


REPORTS = [
    archived(1, ENGLISH, source="Orla Post", published="2026-11-12"),
    archived(2, OTHER, source="Radio Tessin"),
    archived(3, ARABIC, source="Harbour Wire", language="ar"),
]


def pages(file: Path) -> list[str]:
    """Return the text of each page, with white space folded and Arabic letters in their plain forms."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(unicodedata.normalize("NFKC", text).split()) for text in texts]


def test_one_article(tmp_path: Path) -> None:
    """The words, the source, the unknown date, the fingerprint and what was left out are all there."""
    out = tmp_path / "one.pdf"
    written = write_articles(REPORTS[1:2], out, "Newsroom")
    found = " ".join(pages(out))
    for words in ("Report 2", "Radio was calm.", "Radio Tessin", "date unknown", REPORTS[1].sha256, "orla-2.html"):
        assert words in found
    assert "1 block of page furniture is left out" in found
    assert "Menu" not in found
    assert (written.bytes, written.pages, written.notes) == (out.stat().st_size, len(pages(out)), ())


def test_comparison_says_what_differs(tmp_path: Path) -> None:
    """The shared passage is in the table with its sentence and its word, and the reports follow in full."""
    out = tmp_path / "two.pdf"
    comparison = compare([report.article for report in REPORTS])
    written = write_comparison(REPORTS, comparison, out, "Newsroom", "Flood")
    found = " ".join(pages(out))
    assert "A comparison of three reports" in found
    assert "wording differs" in found
    assert "passage 1" in found
    assert "#[unsafe] $x$ *high*" in found
    assert "12 November 2026" in found
    assert f"Page {written.pages} of {written.pages}" in found


@pytest.mark.parametrize("word", ["العمدة", "القديم", "السكان"])
def test_arabic_is_searchable(tmp_path: Path, word: str) -> None:
    """Arabic words are found in the PDF as they were in the report."""
    out = tmp_path / "arabic.pdf"
    write_articles(REPORTS[2:], out, "Newsroom")
    assert word in " ".join(pages(out))


def test_the_file_has_title_bookmarks_and_standards(tmp_path: Path) -> None:
    """Title, author, bookmarks, tags and the PDF/A claim are in the file."""
    out = tmp_path / "two.pdf"
    write_comparison(REPORTS[:2], compare([report.article for report in REPORTS[:2]]), out, "Newsroom", "Flood")
    with pypdfium2.PdfDocument(out) as document:
        facts = document.get_metadata_dict()
        bookmarks = [mark.get_title() for mark in document.get_toc()]
    assert (facts["Title"], facts["Author"]) == ("Flood", "Second Source")
    assert [mark.partition(" ")[2] for mark in bookmarks if mark[0].isdigit()] == [
        "Shared passages", "The reports side by side", "How this was made"
    ]  # fmt: skip
    content = out.read_bytes()
    assert b"pdfaid:part" in content
    assert b"pdfuaid:part" in content


def test_the_same_day_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two dossiers of the same articles on the same day are one file; on another day they are not."""
    content = []
    for day in (1, 1, 2):
        monkeypatch.setattr(dossier, "_now", lambda day=day: datetime(2026, 11, day, tzinfo=UTC))
        write_articles(REPORTS, tmp_path / "many.pdf", "Newsroom")
        content.append((tmp_path / "many.pdf").read_bytes())
    assert content[0] == content[1] != content[2]


def test_six_reports_and_odd_ones(tmp_path: Path) -> None:
    """Six reports fit, one of them empty and one without title, source or date."""
    bare = replace(REPORTS[0], article=Article("", ()))
    six = [*REPORTS, bare, archived(5, "No end"), archived(6, "奥拉河。" * 3, "", "Ok.")]
    written = write_comparison(six, compare([report.article for report in six]), tmp_path / "six.pdf", "Newsroom")
    assert written.pages == len(pages(tmp_path / "six.pdf"))


def test_nothing_to_write(tmp_path: Path) -> None:
    """An empty selection is refused with a sentence, and no file is left."""
    with pytest.raises(UserError, match="choose at least one"):
        write_articles([], tmp_path / "none.pdf", "Newsroom")
    assert not list(tmp_path.iterdir())
