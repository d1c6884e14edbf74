"""The overview shows where the marks are, also after its size or the colours have changed."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.overview import EDGE, LANE, Overview, Stretch
from desktop_app.ui.theme import look

ABOVE = 40  # pixels of the heads of the columns


@pytest.fixture
def overview(dressed: QApplication, qtbot: QtBot) -> Overview:
    """Make an overview of two texts, the second of which has a mark in its middle tenth."""
    overview = Overview()
    qtbot.addWidget(overview)
    overview.show_marks([Stretch(1, 0.45, 0.55, "differs_line")], 2, ABOVE)
    overview.resize(overview.width(), 240)
    return overview


def seen(overview: Overview, lane: int, y: int) -> QColor:
    """Return the colour in the middle of a lane."""
    return overview.grab().toImage().pixelColor(EDGE + LANE * lane + LANE // 2, y)


def test_a_mark_stands_in_the_lane_of_its_text(overview: Overview) -> None:
    """It is seen at its share of the height, under the heads, and nowhere else."""
    assert seen(overview, 1, 140) == look["differs_line"]
    assert seen(overview, 0, 140) == seen(overview, 1, 60) == look["side"]


def test_marks_follow_the_height(overview: Overview) -> None:
    """A higher window has the same marks further down."""
    overview.grab()
    overview.resize(overview.width(), 440)
    assert seen(overview, 1, 140) == look["side"]
    assert seen(overview, 1, 240) == look["differs_line"]


def test_marks_follow_the_colours_and_what_is_marked(overview: Overview, dressed: QApplication) -> None:
    """Nothing is kept of a picture that is no longer true."""
    light = seen(overview, 1, 140)
    look.apply(dressed, "dark")
    dark = seen(overview, 1, 140)
    assert dark == look["differs_line"] != light
    look.apply(dressed, "light")
    overview.show_marks([], 2, ABOVE)
    assert seen(overview, 1, 140) == look["side"]
