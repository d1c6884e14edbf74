"""The right reader is chosen by name and content, and what cannot be read is told in a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats import format_of, read, text

ROOT = Path(__file__).parents[4]
PAGE = b"<!DOCTYPE html><html><body><h1>Velmark opens bridge</h1><p>The bridge is open.</p></body></html>"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.php", "page"])
def test_pages(name: str) -> None:
    """A page is known by its name, or by its content where the name says nothing."""
    assert "<h1>" not in read(PAGE, name)[0].text


@pytest.mark.parametrize("name", ["a.txt", "A.TEXT", "note"])
def test_texts(name: str) -> None:
    """Text is read as it stands, also where the file has no suffix."""
    assert read(b"The bridge is open.", name)[0].text == "The bridge is open."


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b" \n", "empty"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("scan", b"\xff\xd8\xff\xe0", "unsupported"),
        ("a.pages", b"PK\x03\x04...", "unsupported"),
        ("a.mp3", b"ID3...", "unsupported"),
    ],
)
def test_what_cannot_be_read(name: str, content: bytes, code: str) -> None:
    """Each kind of unreadable file has its code and a sentence that names the file."""
    with pytest.raises(UnreadableFile) as error:
        read(content, name)
    assert error.value.code == code
    assert f"“{name}”" in error.value.message


def test_a_parser_that_breaks_down_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a file does to a parser, the user reads a sentence, not the parser's words."""

    def breaks(original: bytes, name: str) -> None:
        raise RuntimeError("internal: 0xdead")

    monkeypatch.setattr(text, "read", breaks)
    with pytest.raises(UnreadableFile) as error:
        read(b"text", "a.txt")
    assert error.value.code == "damaged"
    assert "0xdead" not in error.value.message


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.doc", b"{\\rtf1\\ansi", "rtf"),
        ("a.doc", b"<html><body>", "html"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "doc"),
        ("a.xml", b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
        ("a.xml", b"<?xml version='1.0'?><letter>", "xml"),
        ("a.doc", b"<?xml version='1.0'?>\n<?mso-application progid='x'?><w:wordDocument>", "docx"),
        ("a.xml", b"\xef\xbb\xbf<!-- > --> <?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss>", "feed"),
        ("a.xml", b"<nitf><head/><body/></nitf>", "xml"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE html><html>", "html"),
        ("saved", b"Received: from orla.example\r\n", "mail"),
        ("a.eml", b"Hello", "mail"),
        ("a.CSV", b"title,text\n", "table"),
    ],
)
def test_content_counts_before_the_name(name: str, content: bytes, kind: str) -> None:
    """A file is read as what it is, also where its name says something else or nothing."""
    assert format_of(content, name) == kind


def test_the_parsers_are_not_loaded_before_they_are_needed() -> None:
    """The window imports this package at its start, so the parsers of pages must wait for the first page."""
    script = "import sys, desktop_app.core.importing.intake; print({'lxml', 'trafilatura'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert found.stdout == "set()\n"


def test_what_was_mended_is_told_of_its_articles() -> None:
    """A document that is ill-formed may have lost a part; who reads it should know."""
    feed = b"<rss><channel><title>Orla</title><item><title>Bridge</title><description>It is open.</description>"
    (article,) = read(feed, "a.rss")
    assert article.body == "It is open."
    assert article.warnings == (
        "“a.rss” is ill-formed, so a part of its text may be missing. Compare it with the original.",
    )
