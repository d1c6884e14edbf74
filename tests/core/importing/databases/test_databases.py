"""An export is told by its marks, and anything else is left to its format."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from desktop_app.core.importing.databases import read

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
NEXIS = ["1 of 1 DOCUMENTS", "Orla Post", "May 14, 2024 Tuesday", "Bridge opens in Velmark", "LENGTH: 355 words",
         STORY]  # fmt: skip
LEXIS = [NEXIS[3], *NEXIS[1:3], "Length: 355 words", "Body", STORY, "End of Document"]
FACTIVA = [NEXIS[3], "355 words", "14 May 2024", "Orla Post", "(c) 2024 Orla Press", STORY, "Orla Press",
           "Document ORLAPO0020240514ek5e0001r"]  # fmt: skip
EXPORTS = {"nexis": NEXIS, "lexis": LEXIS, "factiva": FACTIVA}


def text(lines: list[str]) -> bytes:
    return "\r\n\r\n".join(f"   {line}" for line in lines).encode("utf-8-sig")


def wide_text(lines: list[str]) -> bytes:
    return "\n\n".join(lines).encode("utf-16")


def rtf(lines: list[str]) -> bytes:
    return b"{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in lines).encode() + b"}"


def docx(lines: list[str]) -> bytes:
    """Return a document with a page header, which belongs to no article."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        body = "".join(
            f"<w:p><w:r><w:t>{line[:9]}</w:t></w:r><w:r><w:t>{line[9:]}</w:t></w:r></w:p>" for line in lines
        )
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/header1.xml", f"<w:hdr {space}><w:p><w:r><w:t>Page 1</w:t></w:r></w:p></w:hdr>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "made"), [("text", text), ("text", wide_text), ("rtf", rtf), ("docx", docx)], ids=lambda x: str(x)[:13]
)
@pytest.mark.parametrize("lines", EXPORTS.values(), ids=EXPORTS)
def test_documents(kind: str, made: object, lines: list[str]) -> None:
    """An export says the same whatever it was saved as."""
    assert callable(made)
    found = read(made(lines), kind, "a")
    assert found is not None
    assert (found[0].title, found[0].source, found[0].published) == (NEXIS[3], "Orla Post", "2024-05-14")
    assert found[0].body == STORY
    assert "Page 1" not in found[0].text


@pytest.mark.parametrize(
    ("kind", "original"),
    [
        ("html", f"<p>{STORY}</p>".encode()),
        ("text", b"1 of 3 documents was lost. End of Document. Document ORLAPO0020240514ek5e0001r"),
        ("rtf", rtf([STORY])),
        ("docx", docx([STORY])),
        ("docx", b"PK\x03\x04 torn"),
        ("table", b"PK\x03\x04 torn"),
        ("pdf", b"%PDF 1 of 1 DOCUMENTS"),
    ],
)
def test_everything_else_is_left_alone(kind: str, original: bytes) -> None:
    """Every file passes here; what is no export, or damaged, is for its own format to read."""
    assert read(original, kind, "a") is None
