"""Bytes become the characters that were meant, or the user is told that they may not be."""

import codecs

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.decoding.encoding import CHOICES, Decoded, declared_in, decode, text_of

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


@pytest.mark.parametrize(
    "head",
    [
        "<?xml version='1.0' encoding = 'windows-1251'?><rss>",
        '<html><head><title>x</title><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta charset=windows-1251>",
        '@charset "windows-1251";',
    ],
)
def test_the_head_of_the_original_may_declare_it(head: str) -> None:
    """Pages, feeds and style sheets say their encoding themselves, each in its way."""
    assert declared_in(head.encode()) == "windows-1251"
    assert decode((head + "ўт").encode("cp1251")) == Decoded(head + "ўт", "cp1251")


@pytest.mark.parametrize(
    ("label", "codec"), [("x-sjis", "cp932"), ("Windows-874", "cp874"), ("iso-8859-8-i", "iso8859_8")]
)
def test_the_names_of_the_web_are_known(label: str, codec: str) -> None:
    """Pages use names for encodings that Python does not know."""
    original = {"x-sjis": "橋", "Windows-874": "ก", "iso-8859-8-i": "גשר"}[label].encode(codec)
    assert decode(original, label).text == original.decode(codec)
    assert not decode(original, label).warnings


def test_what_the_user_chooses_counts_first() -> None:
    """Neither a declaration nor the look of the bytes overrules the user, and nothing is left to doubt."""
    assert decode("Мост".encode("koi8_r"), "windows-1251", "koi8_r") == Decoded("Мост", "koi8_r")
    assert decode("é".encode(), chosen="cp1252") == Decoded("Ã©", "cp1252")
    assert decode(codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), chosen="utf-16-le") == Decoded("é", "utf-16-le")


def test_every_choice_can_be_read() -> None:
    """A choice the program offers and cannot keep would be a broken promise."""
    assert [decode(b"Velmark\n ", chosen=choice).encoding for choice in CHOICES] == list(CHOICES)


def test_unicode_without_its_mark_is_told_as_a_guess() -> None:
    """UTF-16 without a mark would pass for UTF-8 full of NULs."""
    decoded = decode(FRENCH.encode("utf-16-le"))
    assert decoded.text == FRENCH
    assert "utf-16-le" in decoded.warnings[0]


def test_seven_bit_encodings_need_no_declaration() -> None:
    """Mail saved as text keeps its escapes and loses its headers."""
    assert decode("橋".encode("iso2022_jp")) == Decoded("橋", "iso2022_jp_ext")


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
