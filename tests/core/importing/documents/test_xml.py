"""XML is decoded, mended and cut into paragraphs whatever state it is in."""

import pytest

from desktop_app.core.errors import Mended, UnreadableFile
from desktop_app.core.importing.documents.xml import blocks, document, local, said


def paragraphs(markup: str) -> list[str]:
    return [text for text, _ in blocks(document(markup.encode(), "a.xml")[0])]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_the_encoding_is_that_of_the_bytes(encoding: str) -> None:
    """What the file says of its encoding is believed where it can be."""
    original = f'<?xml version="1.0" encoding="{encoding}"?><a>Brücke</a>'.encode(encoding)
    assert said(document(original, "a.xml")[0]) == "Brücke"


def test_it_is_mended() -> None:
    """Undeclared names, loose ends, forbidden characters and the entities of HTML cost nothing."""
    with pytest.warns(Mended):
        found = paragraphs("<!-- x --><?xml version='1.0'?><a>caf&eacute; &amp; x:\x01<x:b>Orla</x:b>")
    assert found == ["café & x:Orla"]


def test_entities_are_not_followed() -> None:
    """Nothing is fetched or expanded; among words an entity stands for itself."""
    markup = (
        '<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY f SYSTEM "file:///etc/hostname">]><a><p>one &b; two</p>&f;</a>'
    )
    assert paragraphs(markup) == ["one &b; two"]


def test_paragraphs_are_told_from_words_marked_in_them() -> None:
    """Marks within a sentence do not break it; paragraphs do, even between words."""
    assert paragraphs("<a><b>The <i>Orla</i> rises.</b>\n <b>So</b></a>") == ["The Orla rises.", "So"]
    assert paragraphs("<a>First<p>second <i>here</i></p>last\n\n  one</a>") == [
        "First",
        "second here",
        "last",
        "one",
    ]


def test_names_have_no_namespaces() -> None:
    """Whatever prefix a document gives a name, it is the same name; what is no element has none."""
    with pytest.warns(Mended):
        tree = document(b'<o:a xmlns:o="urn:orla"><x:b/>&c;</o:a>', "a.xml")[0]
    assert [local(tree), *map(local, tree)] == ["a", "b", ""]


def test_what_is_no_xml_is_refused() -> None:
    """A sentence says so."""
    with pytest.raises(UnreadableFile):
        document(b"nothing of the kind", "a.xml")
