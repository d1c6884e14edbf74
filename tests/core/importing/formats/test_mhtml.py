"""A page saved as one file is read like a page, with where and when it was saved."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.mhtml import read

STORY = "<p>The bridge over the Orla is open at last, after nine years of work.</p>"
PAGE = f"<html><h1>Brücke in Velmark</h1>{STORY * 3}</html>"
ADDRESS = "https://www.orlapost.example/bridge"


def saved(*parts: tuple[str, str], head: str = "", charset: str = "utf-8") -> bytes:
    """Return a saved page of parts, each with its headers and its content."""
    lines = [f"MIME-Version: 1.0\n{head}Content-Type: multipart/related; boundary=x\n"]
    lines += [f"--x\n{heads}\n\n{content}\n" for heads, content in parts]
    return ("\n".join(lines) + "--x--\n").encode(charset)


def test_the_page_is_read_with_its_address_and_time() -> None:
    """Address, outlet and time of saving come from the file, and say so."""
    head = f"Snapshot-Content-Location: {ADDRESS}\nDate: Sat, 14 May 2016 10:00:00 -0000\n"
    (found,) = read(saved(("Content-Type: text/html", PAGE), head=head), "a.mhtml")
    assert (found.title, found.url, found.source) == ("Brücke in Velmark", ADDRESS, "orlapost.example")
    assert (found.captured, found.published) == ("2016-05-14T10:00:00+00:00", None)
    assert found.evidence["url"] == f"the address it was saved from: {ADDRESS}"
    assert found.evidence["captured"].endswith("“Sat, 14 May 2016 10:00:00 -0000”")


def test_what_the_page_says_of_itself_counts_first() -> None:
    """The address a page gives itself is its own; that of saving may be a copy."""
    own = PAGE.replace("<html>", '<html><link rel="canonical" href="https://harbourwire.example/1">')
    head = f"Content-Location: {ADDRESS}\n"
    (found,) = read(saved(("Content-Type: text/html", own), head=head), "a.mhtml")
    assert (found.url, found.source) == ("https://harbourwire.example/1", "harbourwire.example")


@pytest.mark.parametrize("charset", ["cp1252", "utf-8"])
def test_the_charset_of_the_part_counts(charset: str) -> None:
    """Letters are read as the part says they are written."""
    original = saved((f"Content-Type: text/html; charset={charset}", PAGE), charset=charset)
    assert read(original, "a.mht")[0].title == "Brücke in Velmark"


def test_the_main_page_is_the_one_the_file_names() -> None:
    """Frames around a page are not the page, wherever they stand; a frame without text gives way."""
    frame = (
        "Content-Type: text/html\nContent-Location: https://ads.example/",
        "<p>Buy a boat on the Orla today!</p>",
    )
    main = (f"Content-Type: text/html\nContent-Location: {ADDRESS}", PAGE)
    head = f"Snapshot-Content-Location: {ADDRESS}\n"
    assert read(saved(frame, main, head=head), "a.mhtml")[0].title == "Brücke in Velmark"
    empty = (f"Content-Type: text/html\nContent-Location: {ADDRESS}", "<frameset></frameset>")
    assert "boat" in read(saved(frame, empty, head=head), "a.mhtml")[0].text


def test_a_file_without_a_page_is_refused() -> None:
    """A sentence says what is missing."""
    with pytest.raises(UnreadableFile, match="holds no web page"):
        read(saved(("Content-Type: image/png", "x")), "a.mhtml")
