"""Word documents: all a reader sees, each thing once, in its order."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Paragraph
from desktop_app.core.importing.formats.docx import paragraphs, read
from tests.core.importing.containers import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
STYLES = """<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>"""


def document(body: str, **others: str) -> bytes:
    """Return a document with this body and other parts, by their names without .xml."""
    parts = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, **others}
    return packed(
        {
            f"{'docProps' if part == 'core' else 'word'}/{part}.xml": f'<w:root xmlns:w="{W}">{content}</w:root>'
            for part, content in parts.items()
        }
    )


def p(text: str, style: str = "") -> str:
    """Return a paragraph."""
    settings = f'<w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' if style else ""
    return f"<w:p>{settings}<w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(body: str, **others: str) -> list[str]:
    return [found.text for found in paragraphs(document(body, **others), "a.docx")]


def test_styles_have_their_english_names() -> None:
    """Word writes styles by ids in the user's language; the names beside them are the same everywhere."""
    found = paragraphs(document(p("The bridge", "Titel") + p("Costs", "berschrift2") + p(STORY)), "a.docx")
    assert [paragraph.style for paragraph in found] == ["title", "heading 2", ""]
    assert read(document(p("Orla Post") + p("The bridge.", "Titel") + p(STORY)), "a.docx")[0].title == "The bridge."


def test_a_level_in_the_outline_is_a_heading() -> None:
    """Databases mark a headline by its level alone."""
    body = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>'
    assert paragraphs(document(body), "a.docx") == [Paragraph("The bridge", "heading 1")]


def test_signs_within_a_paragraph() -> None:
    """Tabs, breaks and hyphens that stay are text; instructions, deletions and hidden words are none."""
    body = (
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t></w:r>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>E</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>F</w:t></w:r></w:p>'
    )
    assert texts(body) == ["A\tB\nC\u2011DEF"]


def test_the_reading_of_a_word_stands_beside_it() -> None:
    """What is written small above Japanese words follows in brackets, not in their middle."""
    reading = "<w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase>"
    assert texts(f"<w:p><w:r><w:ruby>{reading}</w:ruby></w:r><w:r><w:t>で</w:t></w:r></w:p>") == [
        "東京(とうきょう)で"
    ]


def test_tables() -> None:
    """A row of single lines is one line; a table within a cell is not told twice."""
    inner = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{p('Velmark')}</w:tc><w:sdt><w:sdtContent><w:tc>{p('12')}</w:tc></w:sdtContent></w:sdt>"
        f"</w:tr><w:tr><w:tc>{p('first')}{inner}</w:tc><w:tc>{p('second')}</w:tc></w:tr></w:tbl>"
    )
    assert texts(body) == ["Velmark\t12", "first", "x\ty", "second"]


def test_a_text_box_stands_once_and_after_its_paragraph() -> None:
    """Word writes a text box twice, for itself and for its older self."""
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    twice = f"<w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent>"
    assert texts(f"<w:p><w:r><w:t>Be</w:t>{twice}</w:r><w:r><w:t>fore</w:t></w:r></w:p>{p('After')}") == [
        "Before", "In the box", "After",
    ]  # fmt: skip


def test_notes_and_margins() -> None:
    """Footnotes belong to the story; headers, footers and comments are kept as furniture, each once."""
    found = paragraphs(
        document(
            p(STORY), header1=p("Orla Post"), header2=p("Orla Post"), footer1=p("Page 1"),
            footnotes=f"<w:footnote>{p('So the mayor.')}</w:footnote>",
            comments=f"<w:comment>{p('Check!')}</w:comment>",
        ),
        "a.docx",
    )  # fmt: skip
    assert [(paragraph.text, paragraph.role) for paragraph in found] == [
        ("Orla Post", "furniture"), (STORY, None), ("So the mayor.", "body"), ("Check!", "furniture"),
        ("Page 1", "furniture"),
    ]  # fmt: skip


def test_properties() -> None:
    """The properties of the file reach the article where its text bears them out."""
    core = "<w:title>The bridge</w:title><w:creator>Ida Marsh</w:creator>"
    found = read(document(p("The bridge") + p("Ida Marsh") + p(STORY), core=core), "a.docx")[0]
    assert (found.title, found.byline) == ("The bridge", "Ida Marsh")


def test_the_text_may_have_another_name() -> None:
    """Some services call the text document2; the document says where it stands."""
    relation = '<Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/>'
    original = packed(
        {
            "_rels/.rels": f"<Relationships>{relation}</Relationships>",
            "word/document2.xml": f'<w:document xmlns:w="{W}">{p(STORY)}</w:document>',
        }
    )
    assert [found.text for found in paragraphs(original, "a.docx")] == [STORY]


def test_a_document_in_one_file() -> None:
    """Word also saves all parts in one XML file, and did so before there was .docx."""
    text = f'<w:document xmlns:w="{W}">{p(STORY)}</w:document>'
    part = f'<p:part p:name="/word/document.xml"><p:xmlData>{text}</p:xmlData></p:part>'
    flat = f'<?xml version="1.0"?><p:package xmlns:p="urn:p">{part}</p:package>'
    of_2003 = f'<w:wordDocument xmlns:w="urn:2003">{p(STORY)}</w:wordDocument>'
    for original in (flat, of_2003):
        assert [found.text for found in paragraphs(original.encode(), "a.docx")] == [STORY]


def test_no_document() -> None:
    """A packed file without a text is refused in a sentence."""
    with pytest.raises(UnreadableFile) as error:
        read(packed({"word/styles.xml": "<styles/>"}), "a.docx")
    assert error.value.code == "damaged"
