"""Bytes become the characters that were meant, or the user is told that they may not be."""

import codecs

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.encoding import Decoded, decode, text_of

FRENCH = "Le pont de Velmark coûte 48 millions d’euros, a déclaré le maire."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """The mark says the encoding and is no part of the text."""
    assert decode(mark + FRENCH.encode(encoding)) == Decoded(FRENCH, encoding)


def test_what_is_declared_is_believed() -> None:
    """A page that says windows-1252 or the older latin-1 is read so, without a warning."""
    assert decode(FRENCH.encode("cp1252"), "iso-8859-1") == Decoded(FRENCH, "cp1252")
    assert decode("桥".encode("gb18030"), "gb2312") == Decoded("桥", "gb18030")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    """Pages often declare an old encoding and are UTF-8; reading them as declared would garble them."""
    assert decode(FRENCH.encode(), "iso-8859-1") == Decoded(FRENCH, "utf-8")


def test_seven_bit_encodings_are_believed_first() -> None:
    """ISO-2022-JP consists of ASCII bytes and would pass for UTF-8."""
    assert decode("橋".encode("iso2022_jp"), "iso-2022-jp").text == "橋"


def test_a_guess_is_told() -> None:
    """Without a declaration an old encoding is guessed, and a warning names the guess."""
    decoded = decode((FRENCH * 20).encode("cp1252"))
    assert decoded.text == FRENCH * 20
    assert decoded.encoding in decoded.warnings[0]


def test_a_few_broken_bytes_do_not_garble_the_rest() -> None:
    """One damaged place in UTF-8 is shown as such; the file is not taken for another encoding."""
    decoded = decode((FRENCH * 20).encode() + b"\xff")
    assert decoded.text == FRENCH * 20 + "\ufffd"
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 character could not be read; in the text “\ufffd” stands for each.",)


@pytest.mark.parametrize("declared", ["base64", "no-such-encoding", "utf-16", "", None])
def test_a_useless_declaration_is_ignored(declared: str | None) -> None:
    """What is declared may be nonsense."""
    assert decode(FRENCH.encode(), declared) == Decoded(FRENCH, "utf-8")


def test_line_ends_become_one() -> None:
    """Windows, old Mac and Unix line ends read alike."""
    assert text_of(Decoded("a\r\nb\rc\n", "utf-8"), "x.txt") == "a\nb\nc\n"


@pytest.mark.parametrize(("text", "code"), [(" \n\t", "empty"), ("a\x00\x01\x02b" * 50, "binary")])
def test_what_is_no_text_is_refused(text: str, code: str) -> None:
    """Blank files and binary files are told apart."""
    with pytest.raises(UnreadableFile) as error:
        text_of(Decoded(text, "utf-8"), "x.txt")
    assert error.value.code == code


def test_a_stray_control_character_is_borne() -> None:
    """One NUL in a long text does not make it binary, but must not cut it either."""
    assert text_of(Decoded("word " * 200 + "\x00", "utf-8"), "x.txt") == "word " * 200 + "\ufffd"
