"""An article read in the wrong encoding is read again in the right one, and keeps what was set by hand."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article
from desktop_app.core.errors import ArchiveError, UserError
from desktop_app.core.importing.formats import html, text
from desktop_app.core.importing.rereading import read_as, reread, rereadable, telling_lines

RUSSIAN = "Река Орла вышла из берегов\n\nВода поднялась на три метра за один час.\n\nЧитайте также\n\nЕщё новости"


@pytest.fixture
def misread(archive: Archive) -> int:
    """Add a Russian text that was read as Western European."""
    original = RUSSIAN.encode("cp1251")
    file = ReadFile("/saved/река.txt", "река.txt", original, text.read(original, "река.txt", "cp1252"))
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], None)
    return outcome.article or 0


def test_the_text_is_that_of_the_chosen_encoding(archive: Archive, misread: int) -> None:
    """The same article, its letters right, its encoding the user's own; Undo brings back what was."""
    before = archive.articles.get(misread)
    assert "Река" not in before.article.text
    change = reread(archive, misread, "cp1251")
    change.do()
    kept = archive.articles.get(misread)
    assert kept.article.text == RUSSIAN
    assert (kept.id, kept.sha256, kept.article.encoding) == (before.id, before.sha256, "cp1251")
    assert kept.by_hand == {"encoding"}
    assert misread in archive.likenesses.waiting(9)
    change.undo()
    assert archive.articles.get(misread) == before


def test_what_was_set_by_hand_stays(archive: Archive, misread: int) -> None:
    """Title and hidden blocks are the user's word; a reset then leads to the new reading, not to the old."""
    archive.corrections.field([misread], "title", "My own title").do()
    last = archive.articles.get(misread).article.parts[-1]
    role = "body" if last.role != "body" else "furniture"
    archive.corrections.role(misread, last.start, role).do()
    before = archive.articles.get(misread)
    change = reread(archive, misread, "cp1251")
    change.do()
    kept = archive.articles.get(misread)
    assert kept.article.title == "My own title"
    assert "Ещё новости" in kept.article.of(role)
    assert kept.by_hand == {"title", "parts", "encoding"}
    assert kept.words == len(kept.article.body.split())
    fresh = read_as(RUSSIAN.encode("cp1251"), "река.txt", "cp1251")
    assert archive.corrections.as_cleaned(misread) == fresh.parts
    change.undo()
    assert archive.articles.get(misread) == before


def test_a_second_choice_counts(archive: Archive, misread: int) -> None:
    """Who chose wrongly chooses again."""
    reread(archive, misread, "koi8_r").do()
    reread(archive, misread, "cp1251").do()
    assert archive.articles.get(misread).article.text == RUSSIAN


def test_the_rules_of_the_source_hold_for_the_new_reading(archive: Archive) -> None:
    """A block hidden in all articles of a source is hidden here too."""
    page = (
        "<html><head><meta property='og:site_name' content='Orla Post'></head><body><article><h1>Ülm</h1><p>{}</p>"
    )
    story = "Über die Brücke kam am Morgen niemand mehr, und der Fluss stieg um drei Meter. " * 4
    original = (page.format(story) + "<p>Mehr aus der Küche</p></article></body></html>").encode("cp1252")
    file = ReadFile("/saved/a.html", "a.html", original, html.read(original, "a.html", "cp1251"))
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], None)
    archive.corrections.rule("Orla Post", "Mehr aus der Küche", "furniture").do()
    reread(archive, outcome.article, "cp1252").do()
    assert "Mehr aus der Küche" in archive.articles.get(outcome.article).article.of("furniture")


def test_what_says_its_encoding_itself_is_not_read_again(archive: Archive, misread: int) -> None:
    """A PDF has no encoding to choose; a lost original is told."""
    with pytest.raises(UserError, match="Keep it as it was read") as refused:
        read_as(b"%PDF-1.4 ...", "a.pdf", "cp1251")
    assert refused.value.code == "no_encoding"
    archive.originals.path(archive.articles.get(misread).sha256).unlink()
    with pytest.raises(ArchiveError):
        reread(archive, misread, "cp1251")


@pytest.mark.parametrize(("name", "can"), [("a.txt", True), ("a.HTM", True), ("a", True), ("a.pdf", False)])
def test_the_offer_is_made_for_characters_only(archive: Archive, misread: int, name: str, can: bool) -> None:
    """Told by the name, so that no file has to be opened for it."""
    from dataclasses import replace

    assert rereadable(replace(archive.articles.get(misread), original_name=name)) is can


def test_the_lines_that_tell_are_shown() -> None:
    """An article in plain letters with one accent far down shows the accent."""
    plain = [f"Line {number} of the river" for number in range(50)]
    read = Article("\n\n".join([*plain, "Café"]), ())
    assert telling_lines(read) == ["Line 0 of the river", "Line 1 of the river", "Line 2 of the river", "Café"]
