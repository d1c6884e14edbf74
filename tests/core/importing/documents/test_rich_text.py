"""Rich text is read as it was written: every alphabet, every table, every note, and nothing that was hidden."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.document import Properties
from desktop_app.core.importing.documents.rich_text import DEEPEST, RichText


def document(content: bytes) -> RichText:
    return RichText(b"{\\rtf1\\ansi\\deff0" + content + b"}", "a.rtf")


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in document(content).paragraphs()]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (rb"\'84Orla\'93", "„Orla“"),
        (rb"\ansicpg1251 \'cc\'ee\'f1\'f2", "Мост"),
        (rb"{\fonttbl{\f0\fcharset204 Times;}}\f0 \'cc\'ee\'f1\'f2", "Мост"),
        (rb"\deff3{\fonttbl{\f3\fcharset204 Times;}}\'cc\'ee\'f1\'f2", "Мост"),
        (rb"{\fonttbl{\f1\fcharset128 Mincho;}}\f1 \'83A\'83\'5c\f0 ;", "アソ;"),
        (rb"\ansicpg936{\fonttbl{\f0\fcharset0 Song;}}\f0 \'c7\'c5", "桥"),
        (rb"\mac\ansicpg10000 caf\'8e", "café"),
        (rb"\u1084?\u1086 \'ee\'ee", "мо\xee"),
        (rb"\uc2\u1084 ??o{\uc0\u1084 ?}", "мoм?"),
        (rb"\u-10179?\u-8703?", "😁"),
        (rb"\u-3913\'b7", "·"),
        (rb"\ldblquote Orla\rdblquote\~\emdash\{\\\}\_x\-y", "“Orla”\u00a0—{\\}\u2011xy"),
    ],
)
def test_characters(content: bytes, said: str) -> None:
    """Characters come as bytes of a font's code page, as numbers with stand-ins, and as words."""
    assert texts(content) == [said]


def test_paragraphs_and_lines() -> None:
    """Paragraphs end where they are ended, not where the file breaks its lines."""
    assert texts(b"The bri\r\ndge\\par is\\line open\\tab now\\\nat last") == [
        "The bridge",
        "is\nopen\tnow",
        "at last",
    ]


def test_what_nobody_sees() -> None:
    """Hidden and deleted words, pictures, instructions and unknown groups are no text."""
    content = (
        rb"A{\v hidden}{\deleted gone}\v0{\pict 00ff}{\*\unknown x{\shptxt y}}"
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}\*\cs7 B\bin3 }}}C"
    )
    assert texts(content) == ["AlinkBC"]


def test_tables() -> None:
    """A row of single lines is one line; cells with more stay apart; what follows is out of the table."""
    content = (
        rb"\trowd\pard\intbl Velmark\cell\pard\intbl 12\cell\row"
        rb"\trowd\pard\intbl one\par two\cell three\cell\row\pard After\par"
    )
    assert texts(content) == ["Velmark\t12", "one", "two", "three", "After"]


def test_a_table_that_was_not_closed() -> None:
    """A row that is cut off is kept."""
    assert texts(rb"\pard\intbl Velmark\cell 12\cell\pard After\par") == ["Velmark\t12", "After"]


def test_boxes_notes_and_margins() -> None:
    """A box follows its paragraph, a note the text; the margins and comments are furniture, each once."""
    content = (
        rb"{\headerl Orla}{\headerr Orla}A{\shp{\*\shpinst{\sp{\sn name}{\sv 1}}{\shptxt Box\par}}{\shprslt Box}}B"
        rb"{\footnote Note}{\*\annotation Check}\par C{\footer 1}"
    )
    found = [(paragraph.text, paragraph.role) for paragraph in document(content).paragraphs()]
    assert found == [
        ("Orla", "furniture"), ("AB", None), ("Box", None), ("C", None), ("Note", "body"), ("Check", "furniture"),
        ("1", "furniture"),
    ]  # fmt: skip


def test_styles() -> None:
    """A paragraph has its style until the next begins; a level in the outline is a heading."""
    content = (
        rb"{\stylesheet{Normal;}{\s1{\*\x y}Heading 1;}{\*\cs5 Strong;}}"
        rb"\pard\s1 A\par\pard\s0 B\par\pard\outlinelevel1 C\par"
    )
    assert [paragraph.style for paragraph in document(content).paragraphs()] == ["heading 1", "normal", "heading 2"]


def test_properties() -> None:
    """The document says its title and its author, and no date is taken from it."""
    content = rb"{\info{\title The bridge}{\author Ida Marsh}{\operator X}{\creatim\yr2004}{\company Y}}A"
    assert document(content).properties() == Properties("The bridge", "Ida Marsh")
    assert texts(content) == ["A"]


def test_broken_documents() -> None:
    """A document that is cut off gives what it has; one that is none, or never ends its groups, is refused."""
    assert [p.text for p in RichText(b"{\\rtf1 {\\b Open", "a.rtf").paragraphs()] == ["Open"]
    assert [p.text for p in RichText(b"{\\rtf1 A}}} outside", "a.rtf").paragraphs()] == ["A"]
    for broken in (b"Open", b"{\\rtf1" + b"{" * (DEEPEST + 1)):
        with pytest.raises(UnreadableFile) as error:
            RichText(broken, "a.rtf")
        assert error.value.code == "damaged"
