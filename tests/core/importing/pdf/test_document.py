"""A PDF is opened and closed again, forms are read as filled in, and what cannot be read is told in a sentence."""

import pytest
import typst

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.pdf import document
from desktop_app.core.importing.pdf.document import opened, read_document


def pdf(*objects: str, trailer: str = "") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalogue."""
    numbered = "".join(f"{number} 0 obj{text}endobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{numbered}trailer<</Root 1 0 R{trailer}>>\n%%EOF".encode("latin-1")


FONT = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>"


def texts(original: bytes) -> list[list[str]]:
    pages = read_document(original, "a.pdf").pages
    return [[line.text for line in page.lines] if page else [] for page in pages]


def test_pages_and_what_the_document_says_of_itself() -> None:
    """Properties and language come with the words of the pages."""
    source = '#set document(title: "Bridge", author: "Ida Marsh")\n#set text(lang: "de")\n'
    source += "The bridge\n#pagebreak()\nopens"
    found = read_document(typst.compile(source.encode()), "a.pdf")
    assert (len(found.pages), found.of, found.language, found.attachments) == (2, 2, "de", 0)
    assert (found.about["Title"], found.about["Author"]) == ("Bridge", "Ida Marsh")


def test_a_form_is_read_as_filled_in() -> None:
    """What somebody typed into a field, or wrote upon the page, is text of the page."""
    field = (
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(town)/V(Velmark)/Rect[50 200 200 220]/DA(/F 12 Tf)/F 4"
        "/AP<</N 5 0 R>>/P 3 0 R>>"
    )
    drawn = "BT /F 12 Tf 2 5 Td (Velmark) Tj ET"
    original = pdf(
        f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/DR {FONT}>>>>",
        PAGES,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Annots[4 0 R]>>",
        field,
        f"<</Type/XObject/Subtype/Form/BBox[0 0 150 20]/Resources {FONT}/Length {len(drawn)}>>"
        f"stream\n{drawn}\nendstream ",
    )
    assert texts(original) == [["Velmark"]]


def test_a_password_is_told() -> None:
    """The user learns what is in the way, and a way around it."""
    locked = pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        PAGES,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]>>",
        f"<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>",
        trailer="/Encrypt 4 0 R/ID[<00><00>]",
    )
    with pytest.raises(UnreadableFile) as error:
        read_document(locked, "a.pdf")
    assert error.value.code == "protected"
    assert "password" in error.value.message


@pytest.mark.parametrize(
    "original", [b"%PDF-1.4 and no more", pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]>>")]
)
def test_a_damaged_document_is_told(original: bytes) -> None:
    """Neither rubbish nor a document without pages is an article."""
    with pytest.raises(UnreadableFile) as error:
        read_document(original, "a.pdf")
    assert error.value.code == "damaged"
    assert "“a.pdf”" in error.value.message


def test_reading_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book of ten thousand pages costs no more than the most pages."""
    source = typst.compile(b"one\n#pagebreak()\ntwo\n#pagebreak()\nthree")
    monkeypatch.setattr(document, "MOST_PAGES", 2)
    found = read_document(source, "a.pdf")
    assert (len(found.pages), found.of) == (2, 3)
    monkeypatch.setattr(document, "MOST_GLYPHS", 2)
    assert len(read_document(source, "a.pdf").pages) == 1


def test_a_document_is_closed_whatever_happens() -> None:
    """Nothing of the library stays in memory after an error."""
    with pytest.raises(RuntimeError), opened(typst.compile(b"one"), "a.pdf") as document:
        raise RuntimeError
    assert document.raw is None
