"""The reader keeps its place and says what it hides."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from desktop_app.core.article import Article
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import look


@pytest.fixture
def long_read(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show an article of eighty paragraphs with furniture before, between and after them."""
    pieces = [("furniture", f"Menu {n}") for n in range(30)]
    for number in range(80):
        pieces += [("body", f"Paragraph {number} tells of the river Orla and of nothing else. " * 3)]
        pieces += [("furniture", f"Advertisement {number}")] if number % 4 == 0 else []
    pieces += [("body", "The last advertisement came at noon.")]
    return shelf(made(*pieces, title="The long night", source="Orla Post"))


def test_showing_furniture_keeps_the_line_one_reads(long_read: MainWindow) -> None:
    """What comes in above does not push the text away, and going back leads to the same place."""
    reader = long_read.library.reader
    bar = reader.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, place = reader._place(), bar.value()
    long_read.commands["toggle_furniture"].trigger()
    assert bar.value() > place
    assert (reader._place().top, reader._place().y) == (before.top, before.y)
    long_read.commands["toggle_furniture"].trigger()
    assert bar.value() == place


def test_the_button_says_what_is_hidden(long_read: MainWindow) -> None:
    """In words, in its shape, and to a screen reader."""
    button = long_read.library.reader.furniture_button
    assert (button.text(), button.isChecked()) == ("50 hidden", False)
    button.click()
    assert (button.text(), button.isChecked()) == ("50 shown", True)
    assert button.accessibleName() == "Page furniture: 50 blocks shown, muted, in their place"


def test_hits_in_hidden_blocks_are_told_and_reached(long_read: MainWindow, qtbot) -> None:
    """What a search hits in page furniture is counted, and is there once the furniture is shown."""
    qtbot.keyClicks(long_read.top_bar.field, "advertisement")
    match = long_read.library.reader.match
    qtbot.waitUntil(lambda: match.text() == "Match 1 of 1 · 20 hidden")
    long_read.commands["toggle_furniture"].trigger()
    assert match.text() == "Match 1 of 21"
    long_read.commands["next_hit"].trigger()
    assert long_read.library.reader.browser.textCursor().block().text().startswith("Advertisement 4")


def test_a_change_of_colours_keeps_the_place(long_read: MainWindow) -> None:
    """Reading goes on where it was."""
    bar = long_read.library.reader.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    look.apply(QApplication.instance(), "dark")
    look.apply(QApplication.instance(), "light")
    assert bar.value() == before


def test_tools_without_room_show_their_icons_whole(long_read: MainWindow, qtbot) -> None:
    """No tool is cut to a few letters, however long the count of the matches is."""
    reader = long_read.library.reader
    button = long_read.findChild(QToolButton, "toolCompare")
    reader.resize(700, 600)
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    reader.resize(380, 600)
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert reader.furniture_button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
