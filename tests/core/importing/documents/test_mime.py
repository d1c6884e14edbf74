"""Headers, contents and dates of messages are read however they are written, and nothing is made up."""

import pytest

from desktop_app.core.importing.documents import mime


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (b"=?utf-8?q?Br=C3=BCcke_in?= =?utf-8?q?_Velmark?=", "Brücke in Velmark"),
        (b"=?utf-8?b?4oI=?= =?utf-8?b?rA==?= 5", "€ 5"),  # one character in two words
        (b"Orla: =?iso-8859-1?q?caf=E9?= open", "Orla: café open"),
        (b"caf\xc3\xa9", "café"),
        (b"=?NONE?b?b3Blbg==?=", "open"),
        (b"=?utf-8?b?!!?=", ""),
        (b"two\r\n lines", "two lines"),
    ],
)
def test_headers_are_read(words: bytes, read: str) -> None:
    """Encoded words, raw bytes and broken forms all become words."""
    assert mime.header(mime.parse(b"Subject: " + words + b"\r\n\r\nx"), "subject") == read


@pytest.mark.parametrize("sent_as", ["base64", " BASE64 ; ", "base64\t"])
def test_contents_are_unpacked(sent_as: str) -> None:
    """What was packed for the way is unpacked, even where its form is named carelessly."""
    message = mime.parse(f"Content-Transfer-Encoding: {sent_as}\n\nVGhlIE9ybGE=\n".encode())
    assert mime.content(message) == b"The Orla"


def test_text_is_decoded_by_its_charset() -> None:
    """The part's charset counts, then that of a page in it, and an unknown one is guessed with a warning."""
    part = "Content-Type: text/html{}\n\n".format
    assert mime.text(mime.parse(part("; charset=koi8-r").encode() + "Мост".encode("koi8-r"))).text == "Мост"
    page = '<meta charset="koi8-r">Мост'.encode("koi8-r")
    assert mime.text(mime.parse(part("").encode() + page)).text.endswith("Мост")
    guessed = mime.text(mime.parse(part("; charset=x-unknown").encode() + "über die Brücke".encode("cp1252")))
    assert (guessed.text, bool(guessed.warnings)) == ("über die Brücke", True)


def test_attached_files_have_names_without_folders() -> None:
    """A name is for the user's eyes; it never points anywhere."""
    head = b"Content-Disposition: attachment; filename="
    assert mime.file_name(mime.parse(head + b'"../../=?utf-8?q?Br=C3=BCcke?=.pdf"\n\n')) == "Brücke.pdf"
    assert mime.file_name(mime.parse(b"Content-Type: text/plain\n\n")) == ""


@pytest.mark.parametrize(
    ("words", "day", "moment"),
    [
        ("Sat, 14 May 2016 10:05:00 +0200", "2016-05-14", "2016-05-14T10:05:00+02:00"),
        ("Sat, 14 May 2016 10:05:00 -0000", "2016-05-14", "2016-05-14T10:05:00+00:00"),
        ("Sat May 14 10:05:00 2016", "2016-05-14", "2016-05-14"),
        ("Sat May 14 2016 10:05:00 GMT+0200", "2016-05-14", "2016-05-14"),
        ("14 May 16 10:05 GMT", "2016-05-14", "2016-05-14"),
        ("14. Mai 2016 um 10:05", "2016-05-14", "2016-05-14"),
        ("Thu, 1 Jan 1970 00:00:00 +0000", None, None),
        ("03/04/2016 10:00", None, None),
        ("Pn, 29 paX 2007 21:13:00", None, None),
        ("Sat, 99 May 2016 10:05:00 +0200", None, None),
        ("Sat, 14 May 2016 10:05:00 +9999", "2016-05-14", None),
        ("", None, None),
    ],
)
def test_only_clear_dates_are_read(words: str, day: str | None, moment: str | None) -> None:
    """The time is believed only in its due form, the day wherever there is one reading."""
    assert (mime.day(words), mime.moment(words)) == (day, moment)
