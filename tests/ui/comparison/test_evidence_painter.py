"""A cell that is too small shows what matters first, and never half a figure."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics

from desktop_app.ui.comparison.cell_text import Piece
from desktop_app.ui.comparison.evidence_painter import height_of, laid_out, length_of, quiet
from desktop_app.ui.theme import interface_font, look

LONG = "under water at midday in the Lower Town, as the town hall said, and more were to follow before the evening"
FILLS = ("panel", "shared", "differs", "only", "accent_soft")


@pytest.mark.usefixtures("dressed")
def test_a_figure_is_not_cut_for_the_words_before_it() -> None:
    """In a narrow column the sentence gives way, the figure does not."""
    cell = (
        Piece("… part of the town and drove ", "muted"),
        Piece("more than 1,400 people", "strong"),
        Piece(LONG, "muted"),
    )
    text = laid_out(cell, 110, 3).text()
    assert text.startswith("… more than 1,400 people")
    assert text.endswith(" …")


@pytest.mark.usefixtures("dressed")
def test_words_are_not_cut_in_two() -> None:
    """What is shown ends with a whole word and the sign that it goes on."""
    shown = laid_out((Piece(LONG),), 200, 2).text()
    assert shown.endswith(" …")
    assert LONG.startswith(shown[:-2])
    assert LONG[len(shown) - 2] in " ,"
    words = ("under water at", "midday in", "the Lower Town,", "as the town hall said, and more")
    for width in range(100, 260, 7):
        pieces = [piece for word in words for piece in (Piece(word, "strong"), Piece(" "))]
        shown = laid_out(tuple(pieces), width, 2).text()
        assert {*shown.split()} <= {*" ".join(words).split(), "…"}


@pytest.mark.usefixtures("dressed")
def test_what_fits_is_whole() -> None:
    """No sign of more where there is no more; marks of letters beyond the first plane keep their place."""
    cell = (Piece("𝕏 says "), Piece("60 km", "strong"))
    layout = laid_out(cell, 300, 3)
    assert layout.text() == "𝕏 says 60 km"
    assert [(f.start, f.length) for f in layout.formats()] == [(0, 8), (8, 5)]


@pytest.mark.usefixtures("dressed")
def test_rows_have_room_for_their_lines() -> None:
    """The height that is guessed holds the lines that are laid out, from the left and from the right."""
    metrics = QFontMetrics(interface_font(13))
    for text in ("short", LONG, "انكسرت بوابة القفل قبل الفجر بقليل وجرفت معها جسر المشاة إلى أسفل النهر"):
        for width in (140, 240, 400):
            layout = laid_out((Piece(text),), width - 32, 3)
            assert layout.boundingRect().height() <= height_of(length_of(text, metrics), width, 3) + 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_words_of_a_cell_can_be_read(dressed, theme: str) -> None:
    """4.5 to 1 is what weak eyes need, on every colour a cell can have."""
    look.apply(dressed, theme)
    weakest = min(contrast(letters, look[fill]) for letters in (quiet(), look["ink"]) for fill in FILLS)
    look.apply(dressed, "light")
    assert weakest >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = [(c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4) for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
