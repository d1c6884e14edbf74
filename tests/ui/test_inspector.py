"""What cleaning has hidden is told, and what the user has corrected of it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.core.article import Article
from desktop_app.ui.main_window import MainWindow


@pytest.fixture
def rain(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show an article with four blocks of furniture."""
    pieces = [("furniture", f"Menu {number}") for number in range(4)]
    return shelf(made(("body", "It rained."), *pieces, ("body", "Advertisement"), title="Rain"))


def test_hidden_blocks_are_counted_with_examples(rain: MainWindow) -> None:
    """The card says how much is hidden, and its link shows it."""
    inspector = rain.library.inspector
    assert inspector.cleaning.text() == ("4 blocks of page furniture hidden (“Menu 0”, “Menu 1”, “Menu 2”, …).")
    assert inspector.reset.isHidden()
    inspector.furniture.click()
    assert inspector.furniture.text() == "Hide page furniture"
    assert "Menu 3" in rain.library.reader.browser.toPlainText()


def test_a_correction_shows_as_the_users_and_is_reset_with_a_click(rain: MainWindow) -> None:
    """The user's word is told from the program's; the reset is itself undone by Undo."""
    inspector, start = rain.library.inspector, rain.library.reader.article.article.text.index("Advert")
    rain.library.reader.toggled.emit(start)
    assert inspector.cleaning.text().endswith("Corrected by you: 1 block.")
    inspector.reset.click()
    assert rain.library.reader.article.by_hand == frozenset()
    assert inspector.reset.isHidden()
    rain.commands["undo"].trigger()
    assert inspector.cleaning.text().endswith("Corrected by you: 1 block.")


def test_nothing_is_cut_where_it_is_narrowest(rain: MainWindow, qtbot) -> None:
    """What is known of an article can be read to the end of the line, without a bar to scroll sideways."""
    rain.library.splitter.setSizes([400, 400, 400, 0])
    inspector = rain.library.inspector
    qtbot.waitUntil(lambda: inspector.width() == inspector.minimumWidth())
    page = inspector.findChild(QWidget, "inspectorPage")
    assert page.minimumSizeHint().width() <= page.parentWidget().width()
