"""Hiding blocks and bringing them back, in one article and in all of a source."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QMenu

from desktop_app.core.article import Article
from desktop_app.ui.main_window import MainWindow

BLOCK = "More from the harbour"
RIVER = "The river rose by three metres."


@pytest.fixture
def orla(shelf: Callable[..., MainWindow], made: Callable[..., Article]) -> MainWindow:
    """Show three articles, two of them of one source, each with a block that cleaning took for the story."""
    pieces = [("title", "Flood"), ("body", RIVER), ("body", BLOCK), ("furniture", "Leave a Reply")]
    return shelf(
        made(*pieces, title="Flood", source="Orla Post"),
        made(*pieces, title="Flood, second day", source="Orla Post"),
        made(*pieces, title="Flood", source="Velmark Courier"),
    )


def body(window: MainWindow, id_: int) -> list[str]:
    return window.session.archive.articles.get(id_).article.of("body")


def start_of(window: MainWindow, block: str) -> int:
    return window.library.reader.article.article.text.index(block)


def text(window: MainWindow) -> str:
    return window.library.reader.browser.toPlainText()


def test_the_block_at_the_caret_is_hidden_and_undo_brings_it_back(orla: MainWindow, qtbot) -> None:
    """One key hides a block; it is kept, and Undo, Redo and the same key again lead there and back."""
    browser = orla.library.reader.browser
    browser.setTextCursor(browser.document().find(BLOCK))
    orla.commands["toggle_block"].trigger()
    assert body(orla, 1) == [RIVER]
    assert BLOCK not in text(orla)
    orla.commands["undo"].trigger()
    assert BLOCK in text(orla)
    orla.commands["redo"].trigger()
    orla.commands["toggle_furniture"].trigger()
    assert "Page furniture · hidden by you" in text(orla)
    browser.setTextCursor(browser.document().find(BLOCK))
    orla.commands["toggle_block"].trigger()
    assert body(orla, 1) == [RIVER, BLOCK]


def test_a_click_brings_a_hidden_block_back(orla: MainWindow) -> None:
    """What cleaning took for page furniture becomes part of the article, marked as the user's own."""
    orla.commands["toggle_furniture"].trigger()
    orla.library.reader.browser.anchorClicked.emit(QUrl(f"bring-back:{start_of(orla, 'Leave')}"))
    assert body(orla, 1) == [RIVER, BLOCK, "Leave a Reply"]
    assert "Brought back by you" in text(orla)


def test_no_other_link_leads_anywhere(orla: MainWindow) -> None:
    """An address in a text is text."""
    orla.library.reader.browser.anchorClicked.emit(QUrl("https://orla.example/"))
    assert not orla.commands["undo"].isEnabled()


def test_the_menu_of_a_paragraph_hides_it(orla: MainWindow) -> None:
    """The mouse finds the same as the key."""
    browser = orla.library.reader.browser
    place = browser.cursorRect(browser.document().find(BLOCK)).center()
    browser.customContextMenuRequested.emit(place)
    (menu,) = browser.findChildren(QMenu)
    action = next(action for action in menu.actions() if action.objectName() == "toggleBlock")
    assert action.text() == "Hide this block"
    action.trigger()
    menu.close()
    assert body(orla, 1) == [RIVER]


def test_the_heading_is_no_block(orla: MainWindow) -> None:
    """The title stays where it is, whatever key is pressed in it."""
    browser = orla.library.reader.browser
    browser.setTextCursor(browser.document().find("Flood"))
    orla.commands["toggle_block"].trigger()
    assert not orla.commands["undo"].isEnabled()


def test_the_same_is_offered_for_the_other_articles_of_the_source(orla: MainWindow, qtbot) -> None:
    """One quiet line, no dialog; taken, it is one step to undo, and other sources are left alone."""
    offer = orla.library.reader.offer
    orla.library.reader.toggled.emit(start_of(orla, BLOCK))
    qtbot.waitUntil(offer.isVisible)
    assert offer.sentence.text() == "The same block stands in 1 other article of Orla Post."
    assert offer.button.text().startswith("Hide it there too")
    offer.button.click()
    assert offer.isHidden()
    assert [body(orla, id_) for id_ in (1, 2, 3)] == [[RIVER], [RIVER], [RIVER, BLOCK]]
    orla.commands["undo"].trigger()
    assert [body(orla, id_) for id_ in (1, 2)] == [[RIVER], [RIVER, BLOCK]]


def test_an_offer_goes_with_what_it_was_about(orla: MainWindow, qtbot) -> None:
    """After Undo, or with another article, the line would be out of place."""
    offer = orla.library.reader.offer
    orla.library.reader.toggled.emit(start_of(orla, BLOCK))
    qtbot.waitUntil(offer.isVisible)
    orla.commands["undo"].trigger()
    assert offer.isHidden()


def test_a_block_hidden_and_brought_back_is_what_it_was(
    shelf: Callable[..., MainWindow], made: Callable[..., Article]
) -> None:
    """A caption comes back as a caption."""
    window = shelf(made(("body", RIVER), ("caption", "The lock at noon"), title="Flood"))
    for _ in range(2):
        window.library.reader.toggled.emit(start_of(window, "The lock"))
    assert window.library.reader.article.article.of("caption") == ["The lock at noon"]
