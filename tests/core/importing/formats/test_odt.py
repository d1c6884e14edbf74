"""OpenDocument texts: all a reader sees, each thing once, packed or in one file."""

import pytest

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.odt import read
from tests.core.importing.containers import packed

SPACES = (
    "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "draw", "meta", "manifest")
    )
    + ' xmlns:dc="urn:dc"'
)
STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
STYLES = """<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="P2" style:parent-style-name="Illustration"/></office:automatic-styles>
<style:style style:name="Illustration" style:parent-style-name="Caption"/>
<office:master-styles><style:master-page><style:header><text:p>Orla Post</text:p></style:header>
<style:header-first><text:p>Orla Post</text:p></style:header-first></style:master-page></office:master-styles>"""


def document(body: str, meta: str = "") -> bytes:
    """Return a document in one file."""
    return (
        f"<office:document{SPACES}><office:meta>{meta}</office:meta>{STYLES}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def article(body: str, meta: str = "") -> Article:
    return read(document(body, meta), "a.fodt")[0]


def parts(body: str) -> list[str]:
    """Return the text of the parts, without the header of the page."""
    return [text for text in article(body).text.split("\n\n") if text != "Orla Post"]


def test_a_packed_document() -> None:
    """Text, styles and properties lie in files of their own."""
    members = {
        "content.xml": f'<office:d{SPACES}><office:body><text:p text:style-name="P1">The bridge.</text:p>'
        f"<text:p>Ida Marsh</text:p><text:p>{STORY}</text:p></office:body></office:d>",
        "styles.xml": f"<office:d{SPACES}>{STYLES}</office:d>",
        "meta.xml": f"<office:d{SPACES}><office:meta><meta:initial-creator>Ida Marsh</meta:initial-creator>"
        "<dc:creator>Secretary</dc:creator></office:meta></office:d>",
    }
    found = read(packed(members), "a.odt")[0]
    assert (found.title, found.byline) == ("The bridge.", "Ida Marsh")
    assert found.of("furniture") == ["Orla Post"]


def test_styles_tell_parts() -> None:
    """A style is what it is derived from; a heading of the first level above the story is its title."""
    found = article(
        f'<text:h text:outline-level="1">The bridge.</text:h><text:p>{STORY}</text:p>'
        '<text:p text:style-name="P2">At noon.</text:p>'
    )
    assert found.title == "The bridge."
    assert found.of("caption") == ["At noon."]


def test_signs_within_a_paragraph() -> None:
    """Spaces, tabs and breaks are marked; line breaks of the file are spaces; a reading stands in brackets."""
    body = (
        "<text:p>A<text:s text:c='3'/>B<text:s/>C<text:tab/>D<text:line-break/>E\n  F "
        "<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>G</text:p>"
    )
    assert parts(body) == ["A   B C\tD\nE F 東京(とうきょう)G"]


def test_a_mark_stands_for_so_many_spaces_only() -> None:
    """A number of spaces that would fill the memory does not."""
    assert len(article('<text:p>A<text:s text:c="999999999"/>B</text:p>').text) < 300


def test_tables_and_boxes() -> None:
    """A row of single lines is one line; a text box follows its paragraph."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    assert parts(
        f"<table:table><table:table-row>{cell.format('Velmark')}<table:covered-table-cell/>{cell.format('12')}"
        "</table:table-row></table:table><text:p>Be<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box>"
        "</draw:frame>fore</text:p><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
    ) == ["Velmark\t\t12", "Before", "Box", "Item"]


def test_notes_comments_and_changes() -> None:
    """Footnotes belong to the story, comments and contents are furniture, what was deleted is gone."""
    found = article(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:table-of-content><text:p>Bridge 2</text:p></text:table-of-content>"
        f"<text:p>{STORY}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So the mayor."
        "</text:p></text:note-body></text:note><office:annotation><dc:creator>X</dc:creator><text:p>Check!</text:p>"
        "</office:annotation> Cars may cross it.</text:p>"
    )
    assert found.of("body") == [f"{STORY} Cars may cross it.", "So the mayor."]
    assert found.of("furniture") == ["Orla Post", "Bridge 2", "Check!"]
    assert "gone" not in found.text


def test_refusals() -> None:
    """A protected document, and one without a text, are refused in a sentence."""
    protected = {"META-INF/manifest.xml": f"<x{SPACES}><manifest:encryption-data/></x>", "content.xml": "\0"}
    for members, code in ((protected, "protected"), ({"styles.xml": "<x/>"}, "damaged")):
        with pytest.raises(UnreadableFile) as error:
            read(packed(members), "a.odt")
        assert error.value.code == code
