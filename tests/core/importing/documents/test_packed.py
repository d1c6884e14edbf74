"""Packed documents are opened without trusting them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from desktop_app.core.errors import Mended, UnreadableFile
from desktop_app.core.importing.documents import packed
from desktop_app.core.importing.documents.packed import Packed, parse_xml


def zipped(**members: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_members_are_read() -> None:
    """A member is read by its name; one that is not there is None."""
    document = Packed(zipped(a=b"<p>bridge</p>"), "a.docx")
    assert document.names() == ["a"]
    assert document.read("a") == b"<p>bridge</p>"
    assert document.read("b") is None
    tree = document.xml("a")
    assert tree is not None
    assert tree.text == "bridge"


def test_a_member_that_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to an enormous one is refused before the memory is full."""
    monkeypatch.setattr(packed, "LARGEST", 1000)
    with pytest.raises(UnreadableFile, match="would unpack") as error:
        Packed(zipped(a=b"0" * 2000), "a.docx").read("a")
    assert error.value.code == "too_large"


def test_what_is_no_archive_is_damaged() -> None:
    """A torn document is told in a sentence."""
    with pytest.raises(UnreadableFile) as error:
        Packed(zipped(a=b"text" * 100)[:60], "a.docx")
    assert error.value.code == "damaged"


def test_entities_are_not_followed(tmp_path: object) -> None:
    """No document can read another file of the computer, or grow by its own references."""
    tree = parse_xml(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>b&x;c</a>', "a.xml")
    assert "".join(tree.itertext()) in ("bc", "b&x;c")


def test_ill_formed_xml_is_mended_or_refused() -> None:
    """A tag left open costs nothing, and is told; what is no XML at all is damaged."""
    with pytest.warns(Mended, match="“a.xml” is ill-formed"):
        tree = parse_xml(b"<a>bridge <b>open</a>", "a.xml")
    assert "".join(tree.itertext()) == "bridge open"
    with pytest.raises(UnreadableFile):
        parse_xml(b"no xml at all", "a.xml")
