"""A document's styles tell its parts; its properties count only where the text bears them out."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Paragraph, Properties, article, distinct, row

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
NOTHING = Properties()


def test_the_style_tells_the_title() -> None:
    """A paragraph styled as the title is the title, though another line stands above it."""
    found = article(
        [
            Paragraph("Orla Post"), Paragraph("The bridge is open.", "title"), Paragraph("At last", "title"),
            Paragraph(STORY),
        ],
        NOTHING, "a",
    )  # fmt: skip
    assert (found.title, found.of("title")) == ("The bridge is open.", ["The bridge is open."])
    assert STORY in found.body


def test_the_first_of_several_main_headings_is_not_the_title() -> None:
    """Below a title that has no style, "Background" is a part of the report, not its name."""
    found = article(
        [
            Paragraph("The bridge at Velmark"), Paragraph(STORY),
            Paragraph("Background", "heading 1"), Paragraph(STORY), Paragraph("Outlook", "heading 1"),
        ],
        NOTHING, "a",
    )  # fmt: skip
    assert found.title == "The bridge at Velmark"
    assert "Background" in found.of("body")


def test_a_heading_below_the_story_is_not_the_title() -> None:
    """The only main heading may be that of the sources, far below."""
    found = article(
        [Paragraph("The bridge"), Paragraph(STORY * 4), Paragraph("Sources", "heading 1")], NOTHING, "a"
    )
    assert found.title == "The bridge"


def test_styles_tell_captions_and_contents() -> None:
    """Captions are captions, and a table of contents is no story."""
    found = article(
        [
            Paragraph("Bridge, page 2", "toc 1"), Paragraph("The bridge"), Paragraph(STORY),
            Paragraph("At noon.", "caption"),
        ],
        NOTHING, "a",
    )  # fmt: skip
    assert found.of("caption") == ["At noon."]
    assert found.of("furniture") == ["Bridge, page 2"]


def test_properties_the_text_bears_out() -> None:
    """Title and author of the properties hold where the head of the text shows them, and say where they stand."""
    said = Properties("the  bridge at velmark", "Ida Marsh")
    found = article(
        [Paragraph("Orla Post"), Paragraph("The bridge at Velmark"), Paragraph("By Ida Marsh"), Paragraph(STORY)],
        said,
        "a",
    )
    assert (found.title, found.byline) == ("The bridge at Velmark", "Ida Marsh")
    assert found.evidence["byline"] == "the document’s properties: author, and its line “By Ida Marsh”"


def test_properties_the_text_does_not_show() -> None:
    """Who typed a report did not sign it, and a template's title is not that of the report."""
    found = article([Paragraph("The bridge"), Paragraph(STORY)], Properties("Fax", "Secretary"), "a")
    assert (found.title, found.byline) == ("The bridge", None)


def test_rows() -> None:
    """A row of single lines is one line, empty cells kept; cells that hold a story stay apart."""
    one, two = Paragraph("Velmark"), Paragraph("12")
    assert [found.text for found in row([[one], [], [two], []])] == ["Velmark\t\t12"]
    assert list(row([[one, two], [two]])) == [one, two, two]
    assert list(row([[Paragraph("Alone", "title")], []])) == [Paragraph("Alone", "title")]


def test_what_each_section_repeats() -> None:
    """The header of forty sections is one line of furniture."""
    assert distinct([Paragraph("Orla Post"), Paragraph("Page 1"), Paragraph("Orla Post")]) == [
        Paragraph("Orla Post"), Paragraph("Page 1"),
    ]  # fmt: skip


def test_no_text() -> None:
    """A document of pictures alone is refused in a sentence."""
    with pytest.raises(UnreadableFile) as error:
        article([Paragraph(" ")], NOTHING, "scan.docx")
    assert error.value.code == "no_text"
