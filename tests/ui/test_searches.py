"""Searches are saved, counted and found again; what is new to them is told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Selection
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.row_painter import ROW
from desktop_app.ui.sidebar_lines import Line
from tests.ui.conftest import article


def saved(window: MainWindow) -> list[Line]:
    return [line for line in window.library.sidebar.lines if line.kind == "search"]


def save(window: MainWindow, name: str, dialogs: list[str]) -> None:
    window.commands["save_search"].trigger()
    assert dialogs.pop() == "Save this search"
    dialog = window.findChild(QDialog, "setField")
    dialog.field.setText(name)
    dialog.accept()


def search(window: MainWindow, text: str, count: int, qtbot) -> None:
    window.top_bar.field.setText(text)
    qtbot.waitUntil(lambda: window.library.model.rowCount() == count)


def test_a_search_is_saved_and_opened_again(library: MainWindow, qtbot, dialogs: list[str]) -> None:
    """With all it is restricted to; Undo takes it from the sidebar."""
    assert not library.top_bar.save_button.isEnabled()
    search(library, "kestrel", 2, qtbot)
    library.library.searching.choose(Selection(only=(("source", "Orla Post"),)))
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 1)
    save(library, "Kestrel", dialogs)
    qtbot.waitUntil(lambda: [(line.text, line.count, line.new) for line in saved(library)] == [("Kestrel", 1, 0)])
    library.library.searching.choose(Selection())
    search(library, "", 3, qtbot)
    library.library.sidebar.open_line(saved(library)[0])
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 1)
    assert library.top_bar.field.text() == "kestrel"
    library.commands["undo"].trigger()
    qtbot.waitUntil(lambda: saved(library) == [])


def test_what_is_new_since_last_time_is_counted_and_marked(
    library: MainWindow, small_archive: Path, qtbot, dialogs: list[str]
) -> None:
    """The sidebar says how many are new; opening the search marks them, and with that they are seen."""
    search(library, "kestrel", 2, qtbot)
    save(library, "Kestrel", dialogs)
    with opened(small_archive) as archive:
        new = article("Kestrel again", "Radio Tessin", None, ("The Kestrel lock was opened.",))
        archive.imports.add(archive.imports.begin("1 file"), [ReadFile("/n", "n", b"n", [new])], None)
    library.session.written()
    qtbot.waitUntil(lambda: [(line.count, line.new) for line in saved(library)] == [(3, 1)], timeout=30_000)
    library.library.sidebar.open_line(saved(library)[0])
    qtbot.waitUntil(lambda: saved(library)[0].new == 0)
    model = library.library.model
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    assert [row.summary.heading for row in rows if row.new] == ["Kestrel again"]


def test_earlier_searches_are_under_the_field(library: MainWindow, qtbot) -> None:
    """Down shows them, Return takes one, and all of them can be forgotten."""
    library.activateWindow()
    field, offered = library.top_bar.field, library.searches.suggestions
    field.setFocus()
    for text in ("kestrel", "bakers"):
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    library.commands["find"].trigger()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert [offered.item(row).text() for row in range(offered.count())] == ["bakers", "kestrel"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), offered.isHidden()) == ("kestrel", True)
    library.commands["forget_searches"].trigger()
    assert library.session.archive.searches.history() == []


def test_titles_are_offered_while_typing(library: MainWindow, qtbot) -> None:
    """A title is opened from under the field; without choosing one, Return still searches."""
    library.activateWindow()
    field, offered = library.top_bar.field, library.searches.suggestions
    field.setFocus()
    qtbot.keyClicks(field, "night fl")
    qtbot.waitUntil(offered.isVisible)
    assert [offered.item(row).text() for row in range(offered.count())] == ["Night of the flood"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), offered.isHidden()) == ("night fl", True)
    field.setFocus()
    qtbot.keyClicks(field, "o")
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    reader = library.library.reader
    qtbot.waitUntil(lambda: reader.article is not None and reader.article.heading == "Night of the flood")
    assert offered.isHidden()
