"""A typeset document comes out as it is read: furniture around the pages, captions, what is turned, the story."""

from random import Random

import typst

from desktop_app.core.importing.pdf.document import read_document
from desktop_app.core.importing.pdf.typeset import Typeset, typeset
from desktop_app.paths import font_folders

WORDS = "The old ferry crossed the river for ninety years until the bridge was opened on Friday by the mayor. "


def read(source: str) -> Typeset:
    return typeset(
        read_document(
            typst.compile(source.encode(), font_paths=[str(folder) for folder in font_folders()]), "a.pdf"
        )
    )


def test_two_columns_on_two_pages_are_one_story() -> None:
    """Columns one after the other, words mended, a paragraph whole across the page, heads and numbers aside."""
    words = Random(1).choices(WORDS.split(), k=900)
    story = " ".join(words)
    found = read(
        '#set page(width: 12cm, height: 16cm, columns: 2, numbering: "1", '
        "header: [Orla Post #h(1fr) 14 May 2024])\n"
        '#set text(size: 9pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        '#place(top, scope: "parent", float: true)[#text(size: 20pt)['
        "The bridge over the Orla opens at last after years]]\n" + story
    )
    assert [text.text for text in found.texts if text.role is None][1:] == [story]
    assert found.texts[1].text == "The bridge over the Orla opens at last after years"
    furniture = [text.text for text in found.texts if text.role == "furniture"]
    assert [text for text in furniture if not text.isdigit()] == ["Orla Post\t14 May 2024"] * (len(furniture) // 2)
    assert found.body == 9


def test_a_caption_is_small_and_under_its_picture() -> None:
    """Small type elsewhere may be anything."""
    inside = ", ".join(map(str, png()))
    found = read(
        f"#set page(width: 12cm, height: 16cm)\n{WORDS * 3}\n\n#image(bytes(({inside})), width: 6cm)\n"
        f"#text(size: 8pt)[The bridge seen from the harbour]\n\n{WORDS * 3}\n\n#text(size: 8pt)[Small print]"
    )
    assert [(text.text, text.role) for text in found.texts if text.size == 8] == [
        ("The bridge seen from the harbour", "caption"),
        ("Small print", None),
    ]


def png() -> bytes:
    """Return a picture of one grey point."""
    import struct
    import zlib

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def test_what_is_turned_against_the_text_stands_aside() -> None:
    """A credit set upwards along a picture is kept, but does not cut the story."""
    found = read(f"{WORDS * 6}\n#place(top + left, dx: -20pt, rotate(-90deg, reflow: true)[Photo: Per Olsen])")
    assert [(text.text, text.role) for text in found.texts if "Olsen" in text.text] == [
        ("Photo: Per Olsen", "furniture")
    ]


def test_a_page_set_sideways_is_text() -> None:
    """A wide table on an upright page is no furniture."""
    found = read(f"#rotate(-90deg, reflow: true)[#box(width: 18cm)[{WORDS * 4}]]")
    assert [text.role for text in found.texts] == [None]
    assert " ".join(found.texts[0].text.split()) == (WORDS * 4).strip()


def test_arabic_columns_are_read_from_the_right() -> None:
    """Lines and columns from right to left, letters in the order in which they are spoken."""
    words = "قال رئيس البلدية إن الجسر الجديد على نهر أورلا سيفتح أمام السيارات في عام 2024 (بعد تسع سنوات)."
    found = read(
        '#set page(width: 12cm, height: 8cm, columns: 2)\n#set text(size: 11pt, lang: "ar", font: "Amiri")\n'
        f"#text(size: 18pt)[افتتاح الجسر]\n\n{words * 5}"
    )
    assert found.texts[0].text == "افتتاح الجسر"
    assert found.texts[1].text == (words * 5)


def test_a_browsers_notes_are_known() -> None:
    """What stands at the edges of a page printed from a browser leads to the facts."""
    found = read(
        "#set document(date: datetime(year: 2024, month: 5, day: 4))\n"
        "#set page(header: [5/4/24, 10:32 AM #h(1fr) Bridge], "
        'footer: [#"https://orla.example/bridge" #h(1fr) 1/1])\n' + WORDS
    )
    assert found.browser is not None
    assert found.browser.captured == "2024-05-04"
    assert [text.role for text in found.texts] == ["furniture", None, "furniture"]
