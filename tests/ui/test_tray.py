"""The compare tray takes two to six articles and says what is missing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.core.article import Summary
from desktop_app.ui.tray import MOST, Tray


def summaries(count: int) -> list[Summary]:
    return [Summary(n, f"Title {n}", "Orla Post", None, 1, "f") for n in range(count)]


@pytest.fixture
def tray(dressed, qtbot) -> Tray:
    tray = Tray()
    qtbot.addWidget(tray)
    return tray


def test_two_articles_can_be_compared(tray: Tray, qtbot) -> None:
    """One is not enough, and the tray says so; with two the button says what it will do."""
    tray.put(summaries(1))
    assert not tray.button.isEnabled()
    tray.put(summaries(2))
    assert tray.button.text() == "Compare 2 articles"
    with qtbot.waitSignal(tray.compare_wanted):
        qtbot.mouseClick(tray.button, Qt.MouseButton.LeftButton)


def test_the_same_article_is_in_the_tray_once(tray: Tray) -> None:
    """An article is not compared with itself."""
    tray.put(summaries(2))
    tray.put(summaries(2))
    assert tray.ids == [0, 1]


def test_there_is_room_for_six(tray: Tray) -> None:
    """More than six columns cannot be read."""
    tray.put(summaries(9))
    assert len(tray.ids) == MOST


def test_a_chip_takes_its_article_out(tray: Tray, qtbot) -> None:
    """What was put in by mistake is taken out with one click."""
    tray.put(summaries(3))
    first = tray.findChildren(QToolButton)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert tray.ids == [1, 2]
