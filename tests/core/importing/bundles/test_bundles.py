"""Bundles are known by name and content, and a document that is a ZIP archive in truth is none."""

import pytest

from desktop_app.core.importing.bundles import bundle_of


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("clippings.ZIP", b"PK\x03\x04", "zip"),
        ("clippings.tar.gz", b"\x1f\x8b", "tar"),
        ("clippings.tgz", b"\x1f\x8b", "tar"),
        ("crawl.warc.gz", b"\x1f\x8b", "warc"),
        ("crawl", b"WARC/1.0\r\n", "warc"),
        ("crawl.wacz", b"PK\x03\x04", "wacz"),
        ("Inbox", b"From ida@orla.example Mon May 13 08:00:00 2024\nSubject: Bridge", "mbox"),
        ("letters.mbox", b"", "mbox"),
        ("letter.docx", b"PK\x03\x04", None),
        ("letter.txt", b"From here it is a mile to 1984\n", None),
        ("page.gz", b"\x1f\x8b", None),
        ("2024.zip/letter", b"Dear", None),
        ("2024.d\\clippings.Zip", b"", "zip"),
        (".zip", b"Dear", None),
        ("clippings.zip.", b"Dear", None),
    ],
)
def test_what_is_a_bundle(name: str, start: bytes, kind: str | None) -> None:
    """The name counts first, the content where the name says nothing."""
    assert bundle_of(name, start) == kind
