"""Saved pages become articles: the story found, the rest kept as furniture, facts only where stated."""

from pathlib import Path

import pytest

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.html import read

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"


def page(name: str) -> Article:
    return read((PAGES / name).read_bytes(), name)[0]


def test_a_news_page() -> None:
    """Each thing on the page has its role, and the body is the story alone."""
    found = page("bridge.html")
    assert found.of("title") == ["Velmark opens its second bridge over the Orla"]
    assert found.of("byline") == ["By Ida Marsh"]
    assert found.of("date") == ["14 May 2024"]
    assert found.of("caption") == ["The bridge on its first morning. Photo: Harbour Wire"]
    assert found.of("dateline") == ["VELMARK, Tessin –"]
    assert found.of("rights") == ["© 2024 Velmark Courier. All rights reserved."]
    assert found.body.startswith("The second bridge over the river Orla was opened")
    assert found.body.endswith("three kilometres to the north.")
    assert len(found.of("body")) == 4
    assert "You may also like" in found.of("furniture")


def test_the_facts_of_a_news_page() -> None:
    """The fields are what the page states, and each names what it rests on."""
    found = page("bridge.html")
    assert found.title == "Velmark opens its second bridge over the Orla"
    assert (found.byline, found.source, found.dateline) == ("Ida Marsh", "Velmark Courier", "VELMARK, Tessin")
    assert (found.published, found.language) == ("2024-05-14", "en")
    assert found.url == "https://www.velmarkcourier.example/2024/05/14/bridge"
    assert found.publisher_url == "https://www.velmarkcourier.example"
    assert found.evidence["published"] == "14 May 2024"
    assert found.warnings == ()


def test_hidden_text_and_programs_are_not_shown() -> None:
    """What a page hides or runs is not text of the article."""
    found = page("bridge.html")
    assert "offline" not in found.text
    assert "no-one" not in found.text
    assert "color: red" not in found.text


def test_an_arabic_page() -> None:
    """An Arabic page is read as well as an English one, menus and rights notice included."""
    found = page("arabic.html")
    assert (found.title, found.byline) == ("افتتاح جسر جديد فوق نهر أورلا", "سلمى الحاج")
    assert (found.source, found.language, found.published) == ("بريد أورلا", "ar", "2024-05-14")
    assert len(found.of("body")) == 3
    assert found.of("furniture") == ["الرئيسية", "سياسة", "اقرأ أيضا", "توقف العبارة إلى جزيرة الميناء في الشتاء"]
    assert found.of("rights") == ["جميع الحقوق محفوظة © بريد أورلا 2024"]


def test_an_old_encoding() -> None:
    """A page that declares windows-1252 is read so."""
    found = page("windows_1252.html")
    assert found.encoding == "cp1252"
    assert found.title == "Le pont de Velmark coûte 48 millions d’euros"
    assert "« Nous l’attendions depuis l’inondation »" in found.body
    assert found.warnings == ()


def test_an_ambiguous_date() -> None:
    """A date with two readings leaves the article undated and is named."""
    found = page("ambiguous_date.html")
    assert found.published is None
    assert "03/04/2016" in found.warnings[0]


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.iterdir()))
def test_each_character_lies_in_one_part(name: str) -> None:
    """Nothing a page shows is lost or counted twice."""
    found = page(name)
    covered = [0] * len(found.text)
    for part in found.parts:
        for place in range(part.start, part.end):
            covered[place] += 1
    assert all(count == 1 for count, sign in zip(covered, found.text, strict=True) if not sign.isspace())


def test_a_short_page_is_read_like_text() -> None:
    """A page too short for trafilatura is cleaned by the rules for plain text."""
    found = read(b"<h1>Bridge opens</h1><p>The bridge is open at last.</p><p>Leave a Reply</p>", "a.html")[0]
    assert [part.role for part in found.parts] == ["title", "body", "furniture"]
    assert found.title == "Bridge opens"


def test_an_undated_page_stays_undated() -> None:
    """A day named in the story or in the copyright line is not that of the publication."""
    story = (
        "<p>The bridge was opened on 14 May 2024 by the mayor of Velmark, who had waited for it for years.</p>" * 4
    )
    found = read(
        f"<html><body><h1>Bridge opens</h1>{story}<p>© 2024 Orla Post</p></body></html>".encode(), "a.html"
    )[0]
    assert found.published is None


def test_a_text_told_only_to_machines() -> None:
    """Where a page shows nothing of its article, the text in its data is taken, and that is told."""
    text = "The bridge was opened on Tuesday by the mayor of Velmark, who had waited for it for years. " * 4
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{text}"}}</script>'
    hidden = read(f"<html><head>{data}</head><body><h1>Bridge opens</h1></body></html>".encode(), "a.html")[0]
    assert hidden.body == text.strip()
    assert hidden.of("title") == ["Bridge opens"]
    assert "articleBody" in hidden.warnings[0]
    shown = read(f"<html><head>{data}</head><body><p>{text}</p></body></html>".encode(), "a.html")[0]
    assert shown.text == text.strip()
    assert shown.warnings == ()


def test_a_capture_is_noted() -> None:
    """A page from the Wayback Machine has its address and the time at which it was captured."""
    note = "<!-- FILE ARCHIVED ON 08:30:05 May 14, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"
    found = read(f"<html><body><h1>Bridge opens</h1><p>It is open.</p>{note}</body></html>".encode(), "a.html")[0]
    assert found.captured == "2024-05-14T08:30:05Z"
    assert found.published is None


@pytest.mark.parametrize("content", [b"<html></html>", b"<script>x()</script>", b"<!-- -->"])
def test_a_page_without_text_is_refused(content: bytes) -> None:
    """A page that a program was to fill says nothing, and that is told."""
    with pytest.raises(UnreadableFile, match="shows no text"):
        read(content, "a.html")


def test_a_page_without_end_is_refused() -> None:
    """A tree of ten million characters would take too much memory; the sentence gives size and limit."""
    with pytest.raises(UnreadableFile, match=r"12\.0 MB.*10 MB") as error:
        read(b"<p>word</p> " * 1_000_000, "a.html")
    assert error.value.code == "too_large"


@pytest.mark.parametrize(
    "content", [b"< " * 1000 + b"x", b"<p>x</p" * 99, b"<a b='>x</a>" * 500 + b"'>x", b"x" + b"</div>" * 999]
)
def test_broken_markup_is_read_as_far_as_it_goes(content: bytes) -> None:
    """Damaged mark-up gives what text it has."""
    assert "x" in read(content, "a.html")[0].text
