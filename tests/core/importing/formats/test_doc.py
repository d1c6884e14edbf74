"""Old Word documents: their text in its order, without what is hidden."""

import random
from contextlib import suppress
from struct import pack, pack_into

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.doc import read
from tests.core.importing.containers import compound

STORY = "The bridge over the Orla is open at last, three years after the flood took the old one."
PLACE = 2048  # where the text begins


def document(*runs: str, hidden: str = "", flags: int = 0, kind: int = 0xA5EC) -> dict[str, bytes]:
    """Return the streams of a document: text, notes, margins …; the text's second half in one byte a letter."""
    text = "".join(runs)
    half = len(text) // 2
    wide = text[:half].encode("utf-16-le")
    content = bytearray(PLACE) + wide + text[half:].encode("cp1252")
    pieces = pack("<3I", 0, half, len(text)) + pack("<HIH", 0, PLACE, 0)
    pieces += pack("<HIH", 0, 0x40000000 | (PLACE + len(wide)) * 2, 0)
    before = b"\x01\x02\x00xx"
    table = before + b"\x02" + pack("<I", len(pieces)) + pieces
    pack_into("<H8xH", content, 0, kind, flags)
    pack_into(f"<{len(runs)}I", content, 76, *map(len, runs))
    pack_into("<2I", content, 418, 0, len(table))
    if hidden:  # one page that lists the settings of two runs of characters
        start = PLACE + 2 * text.index(hidden)
        pack_into("<3I2B", content, 1024, PLACE, start, start + 2 * len(hidden), 0, 100)
        pack_into("<BHBHBH", content, 1024 + 200, 6, 0x2A42, 1, 0x083C, 1, 0)
        content[1024 + 511] = 2
        pack_into("<2I", content, 250, len(table), 12)
        table += pack("<3I", 0, 0, 2)
    return {"WordDocument": bytes(content), "0Table": table}


def texts(*runs: str, hidden: str = "") -> list[str]:
    return read(compound(document(*runs, hidden=hidden)), "a.doc")[0].text.split("\n\n")


def test_pieces_make_the_text() -> None:
    """Letters of one and of two bytes come in one text; a line break is one."""
    assert texts(f"Мост\x0bover\r{STORY} – here\r") == ["Мост\nover", f"{STORY} – here"]


def test_what_nobody_sees() -> None:
    """Instructions, hidden words and marks of pictures are no text; the results of instructions are."""
    text = f'secret A\x01 \x13HYPERLINK "x \x13y\x14z\x15"\x14link\x15 b\x1ec\x1f\r{STORY}{STORY}\r'
    assert texts(text, hidden="secret ")[0] == "A link b\u2011c"


def test_the_reading_of_a_word_stands_beside_it() -> None:
    """Japanese words with their reading are written as an instruction, and yet are text."""
    word = "\x13EQ \\* jc2 \\o\\ad(\\s\\up 10(とうきょう),東京)\x15で。"
    assert texts(f"{word}\r{STORY}{STORY}\r")[0] == "東京(とうきょう)で。"


def test_tables() -> None:
    """A row of single lines is one line."""
    assert texts(f"Velmark\x0712\x07\x07Tessin\x079\x07\x07{STORY}\r") == ["Velmark\t12", "Tessin\t9", STORY]


def test_notes_and_margins() -> None:
    """Notes follow the text and belong to it; margins and comments are furniture."""
    found = read(
        compound(document(f"{STORY}\r", "Note\r", "Orla Post\rOrla Post\r", "", "Check\r", "End\r", "Box\r")), "a"
    )[0]
    assert found.of("body") == [STORY, "Box", "Note", "End"]
    assert found.of("furniture") == ["Orla Post", "Check"]


def test_properties() -> None:
    """The properties count where the text bears them out."""
    name = b"Ida Marsh\0"
    said = pack("<2I", 30, len(name)) + name
    streams = document(f"The bridge\rIda Marsh\r{STORY}\r")
    streams["\x05SummaryInformation"] = bytes(44) + pack("<I", 48) + pack("<4I", 0, 1, 4, 16) + said
    assert read(compound(streams), "a.doc")[0].byline == "Ida Marsh"


def test_refusals() -> None:
    """Protected, older and other documents are refused, each in its sentence."""
    for streams, code in (
        (document(STORY, flags=0x0100), "protected"),
        ({"EncryptedPackage": b"x"}, "protected"),
        (document(STORY, kind=0xA5DC), "unsupported"),
        ({"Workbook": b"x"}, "unsupported"),
        ({"WordDocument": b"x"}, "damaged"),
    ):
        with pytest.raises(UnreadableFile) as error:
            read(compound(streams), "a.docx")
        assert error.value.code == code
    with pytest.raises(UnreadableFile) as error:
        read(b"WordPerfect", "a.doc")
    assert error.value.code == "unsupported"


def test_broken_documents() -> None:
    """Whatever stands in the tables of a document, it is read or refused."""
    chance = random.Random(7)
    for _ in range(300):
        streams = document(f"{STORY}\r", "Note\r", hidden="bridge")
        broken = bytearray(streams["WordDocument"] + streams["0Table"])
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = len(streams["WordDocument"])
        with suppress(UnreadableFile):
            read(compound({"WordDocument": bytes(broken[:cut]), "0Table": bytes(broken[cut:])}), "a.doc")
