"""The library finds, reads, corrects and collects for comparison."""

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.archive import DATABASE
from desktop_app.ui.main_window import MainWindow


def found(window: MainWindow) -> list[str]:
    model = window.library.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_the_archive_is_listed_the_newest_first(library: MainWindow) -> None:
    """What was opened is there, undated articles at the end."""
    assert found(library) == ["Night of the flood", "Lock gate fails", "Bread for the town"]
    assert "3 articles" in library.library.pane.count.text()
    assert library.status.state.text() == "Archive: Clippings · 3 articles · index up to date"


def test_typing_searches_and_opens_the_first_hit(library: MainWindow, qtbot) -> None:
    """While typing, the list narrows and the reader shows the hits."""
    qtbot.keyClicks(library.top_bar.field, '"kestrel lock" people')
    qtbot.waitUntil(lambda: found(library) == ["Lock gate fails"])
    assert library.library.reader.match.text() == "Match 1 of 2"
    library.commands["next_hit"].trigger()
    assert library.library.reader.match.text() == "Match 2 of 2"
    library.commands["next_hit"].trigger()
    assert library.library.reader.match.text() == "Match 1 of 2"


def test_nothing_found_is_said_with_a_way_out(library: MainWindow, qtbot) -> None:
    """An empty list is never just empty."""
    qtbot.keyClicks(library.top_bar.field, "zeppelin")
    qtbot.waitUntil(lambda: found(library) == [])
    assert library.library.pane.empty.isVisible()
    assert library.library.reader.article is None
    library.top_bar.field.clear()
    qtbot.waitUntil(lambda: len(found(library)) == 3)


def correct(window: MainWindow, qtbot, field: str, text: str) -> QLineEdit:
    fact = window.findChild(QLineEdit, f"fact_{field}")
    fact.setFocus()
    fact.selectAll()
    qtbot.keyClicks(fact, text)
    qtbot.keyClick(fact, Qt.Key.Key_Return)
    return fact


def test_a_date_is_set_by_hand_and_taken_back(library: MainWindow, qtbot) -> None:
    """The user's word shows as theirs, and Undo brings back what was there."""
    library.library.open_article(3)
    assert "date unknown" in library.library.reader.browser.toPlainText()
    with qtbot.waitSignal(library.session.changed):
        fact = correct(library, qtbot, "published", "12 March 2024")
    assert library.session.archive.articles.get(3).article.published == "2024-03-12"
    assert fact.toolTip() == "set by you"
    library.commands["undo"].trigger()
    assert library.session.archive.articles.get(3).article.published is None
    library.commands["redo"].trigger()
    assert library.session.archive.articles.get(3).article.published == "2024-03-12"


def test_a_two_faced_date_is_not_taken(library: MainWindow, qtbot, dialogs: list[str]) -> None:
    """03/04/2024 is asked about, and nothing changes."""
    library.library.open_article(3)
    correct(library, qtbot, "published", "03/04/2024")
    assert len(dialogs) == 1
    assert "is not a clear date" in dialogs.pop()
    assert library.session.archive.articles.get(3).article.published is None


def test_page_furniture_comes_back_with_one_click(library: MainWindow) -> None:
    """What cleaning hides is named, and shown when asked for."""
    assert "1 block of page furniture hidden (“Leave a Reply”)" in library.library.inspector.cleaning.text()
    library.commands["toggle_furniture"].trigger()
    assert "Leave a Reply" in library.library.reader.browser.toPlainText()
    library.commands["toggle_furniture"].trigger()
    assert "Leave a Reply" not in library.library.reader.browser.toPlainText()


def test_the_keyboard_alone_fills_the_tray(library: MainWindow, qtbot) -> None:
    """Arrows choose, Return puts into the tray."""
    library.library.results.setFocus()
    qtbot.keyClick(library.library.results, Qt.Key.Key_Return)
    qtbot.keyClick(library.library.results, Qt.Key.Key_Down)
    qtbot.keyClick(library.library.results, Qt.Key.Key_Return)
    assert library.library.tray.ids == [2, 1]
    assert library.commands["compare"].isEnabled()


def test_return_leads_from_the_search_to_what_was_found(library: MainWindow, qtbot) -> None:
    """Nobody needs the mouse between typing a search and choosing from the list."""
    library.activateWindow()
    library.commands["find"].trigger()
    qtbot.keyClicks(library.top_bar.field, "kestrel")
    qtbot.waitUntil(lambda: len(found(library)) == 2)
    qtbot.keyClick(library.top_bar.field, Qt.Key.Key_Return)
    assert library.focusWidget() is library.library.results


def test_the_title_says_where_one_is(library: MainWindow) -> None:
    """The taskbar and a screen reader tell the archive and the page."""
    assert library.windowTitle() == "Clippings – Second Source"
    library.show_page(library.report)
    assert library.windowTitle() == "Import report – Second Source"


def test_a_damaged_index_mends_itself(library: MainWindow, qtbot) -> None:
    """Search goes on after the index was lost; the archive is the truth."""
    import shutil

    shutil.rmtree(library.session.archive.index_folder)
    qtbot.keyClicks(library.top_bar.field, "bakers")
    qtbot.waitUntil(lambda: found(library) == ["Bread for the town"], timeout=20_000)


def test_a_correction_that_cannot_be_written_says_why(library: MainWindow, qtbot, dialogs: list[str]) -> None:
    """While another program keeps the archive, the user reads a sentence, and nothing pretends to be changed."""
    library.library.open_article(3)
    library.session.archive.db.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(library.session.folder / DATABASE)
    other.execute("BEGIN IMMEDIATE")
    correct(library, qtbot, "published", "12 March 2024")
    other.close()
    assert len(dialogs) == 1
    assert "another program" in dialogs.pop()
    assert not library.commands["undo"].isEnabled()
    assert library.session.archive.articles.get(3).article.published is None
