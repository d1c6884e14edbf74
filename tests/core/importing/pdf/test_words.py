"""Glyphs become words: by gaps and spaces, in the direction in which their letters are spoken."""

import pytest

from desktop_app.core.importing.pdf.words import DRAWN, Glyph, Style, is_elsewhere, is_rtl, upright, words

STYLE = Style(10, 0, bold=False, invisible=False, mirrored=False)


def run(*placed: tuple[str, float], spaced: int = 0) -> list[Glyph]:
    """Return glyphs five points wide at these places."""
    return [Glyph(letters, left, left + 5, 100, STYLE, spaced) for letters, left in placed]


def texts(glyphs: list[Glyph]) -> list[str]:
    return [word.text for word in words(glyphs)]


def test_gaps_part_words() -> None:
    """A gap as wide as between the other letters parts nothing, a wider one does."""
    assert texts(run(("O", 0), ("r", 5), ("l", 10), ("a", 17))) == ["Orl", "a"]
    assert texts(run(("O", 0), ("r", 7), ("l", 14), ("a", 21), ("s", 28))) == ["Orlas"]
    assert texts(run(("1", 0), ("o", 8), ("f", 13), ("3", 21))) == ["1", "of", "3"]


def test_a_space_that_takes_no_room_parts_nothing() -> None:
    """Programs that read scans write spaces where there are none."""
    assert texts(run(("O", 0), ("r", 5), spaced=DRAWN)) == ["Or"]
    assert texts(run(("O", 0), ("r", 6), spaced=DRAWN)) == ["O", "r"]


def test_letters_that_run_from_right_to_left() -> None:
    """Whether the file gives them as drawn or as spoken, and two in one sign in reverse as pdfium does."""
    assert texts(run(("ج", 10), ("س", 5), ("ر", 0))) == ["جسر"]
    assert texts(run(("ر", 0), ("س", 5), ("ج", 10))) == ["جسر"]
    assert texts(run(("س", 10), ("ا", 5), ("ل", 5), ("م", 0))) == ["سلام"]
    assert texts(run(("ب", 10), ("\u064e", 10), ("ر", 5))) == ["بَر"]


def test_ligatures_and_forms_become_letters() -> None:
    """What is one sign in print is found by its letters, and marks are part of theirs."""
    assert texts(run(("o", 0), ("ﬃ", 5), ("ce", 10))) == ["office"]
    assert texts(run(("ﻼ", 5), ("س", 10))) == ["سلا"]
    assert texts(run(("e", 0), ("\u0301", 4))) == ["é"]
    assert texts(run(("\ud83d", 0), ("\ude00", 5))) == ["😀"]


def test_another_line_is_elsewhere_and_a_raised_figure_is_not() -> None:
    """Nor is a letter a little off its place."""
    here = Glyph("a", 0, 5, 100, STYLE)
    assert is_elsewhere(here, Glyph("b", 0, 5, 88, STYLE))
    assert is_elsewhere(here, Glyph("b", 50, 55, 100, STYLE))
    assert not is_elsewhere(here, Glyph("1", 5, 8, 104, STYLE))


def test_turned_glyphs_stand_upright() -> None:
    """A glyph drawn upwards has its place along its own line."""
    glyph = upright("a", (100, 50), (96, 53), Style(10, 90, bold=False, invisible=False, mirrored=False))
    assert (glyph.left, glyph.right, glyph.base) == (pytest.approx(50), pytest.approx(56), pytest.approx(-100))


@pytest.mark.parametrize(("text", "rtl"), [("Orla", False), ("جسر", True), ("(גשר)", True), ("2024", False)])
def test_direction(text: str, rtl: bool) -> None:
    """Arabic and Hebrew run from right to left, numbers and signs alone do not."""
    assert is_rtl(text) is rtl
