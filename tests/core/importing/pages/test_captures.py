"""Programs that save pages note where and when; nothing else tells when a page was captured."""

import pytest

from desktop_app.core.importing.pages.captures import Capture, capture, original_address

PAGE = "<html><body><p>The bridge is open.</p></body></html>"


def test_browsers_note_the_address() -> None:
    """The note of Chrome and its relatives has an address and no time."""
    found = capture("<!-- saved from url=(0027)https://orla.example/bridge -->" + PAGE)
    assert (found.url, found.time) == ("https://orla.example/bridge", None)
    assert "saved from url" in found.words


def test_single_file_notes_the_time() -> None:
    """SingleFile writes the clock of the computer with its zone, which is kept."""
    note = """<!--
 Page saved with SingleFile
 url: https://orla.example/bridge
 saved date: Tue May 14 2024 10:30:05 GMT+0200 (Central European Summer Time)
-->"""
    found = capture(f"<!DOCTYPE html><html>{note}{PAGE}")
    assert (found.url, found.time) == ("https://orla.example/bridge", "2024-05-14T10:30:05+02:00")
    assert "saved date" in found.words


@pytest.mark.parametrize(
    "date", ["", "\n saved date: yesterday", "\n saved date: Tue Foo 14 2024 10:30:05 GMT+0200"]
)
def test_a_time_that_cannot_be_read_is_none(date: str) -> None:
    """Without a readable time the address alone is known."""
    found = capture(f"<!--\n Page saved with SingleFile\n url: https://orla.example/bridge{date}\n-->{PAGE}")
    assert (found.url, found.time) == ("https://orla.example/bridge", None)


def test_the_wayback_machine_notes_the_time() -> None:
    """The Internet Archive signs below the page, in universal time, and names the page to its own program."""
    head = '<script>__wm.wombat("https://orla.example/bridge","20240514083005","https://web.archive.org/")</script>'
    foot = (
        "<!--\n     FILE ARCHIVED ON 08:30:05 May 14, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 09:00:00 -->"
    )
    found = capture(head + PAGE + foot)
    assert (found.url, found.time) == ("https://orla.example/bridge", "2024-05-14T08:30:05Z")
    assert "FILE ARCHIVED ON" in found.words


def test_addresses_in_the_wayback_machine() -> None:
    """An address within the archive holds the page's own address and the time, with or without its flags."""
    own = ("https://orla.example/bridge?a=1", "2024-05-14T08:30:05Z")
    for flag in ("", "id_", "if_"):
        assert original_address(f"https://web.archive.org/web/20240514083005{flag}/{own[0]}") == own
    saved = capture(f"<!-- saved from url=(0076)https://web.archive.org/web/20240514083005/{own[0]} -->")
    assert (saved.url, saved.time) == own
    assert original_address("https://orla.example/web/20240514083005/") == (
        "https://orla.example/web/20240514083005/",
        None,
    )
    assert original_address("https://web.archive.org/web/99999999999999/http://orla.example/")[1] is None


def test_no_note_is_no_capture() -> None:
    """A page that says nothing of its saving has neither address nor time by it."""
    assert capture(PAGE) == Capture()
