"""Importing from the window ends in a report that can be seen again later."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app.ui.main_window import MainWindow


def test_the_last_report_can_be_seen_again(library: MainWindow, qtbot) -> None:
    """The report of an earlier import is read from the archive and shown with its articles."""
    with qtbot.waitSignal(library.importing.reported):
        library.commands["show_report"].trigger()
    assert library.pages.currentWidget() is library.report
    titles = [library.report.tabs.tabText(number) for number in range(library.report.tabs.count())]
    assert titles == ["Needs attention 1", "Already here 0", "Added 3"]


def test_the_report_waits_while_one_is_typing(library: MainWindow, qtbot, tmp_path) -> None:
    """An import that ends takes nobody's page away; where its report is, is said."""
    (tmp_path / "more.txt").write_text("A quiet day\n\nNothing at all happened in the harbour of Velmark.")
    library.top_bar.field.setText("gate")
    library.activateWindow()
    library.top_bar.field.setFocus()
    qtbot.waitUntil(library.top_bar.field.hasFocus)
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([tmp_path / "more.txt"])
    assert library.pages.currentWidget() is library.library
    assert "report is in the menu View" in library.status._work.text()


def test_what_is_dropped_on_the_window_is_imported(library: MainWindow, qtbot, tmp_path) -> None:
    """Files and folders from the desktop come in without a dialog."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "more.txt").write_text("A quiet day\n\nNothing at all happened in the harbour of Velmark.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    library.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert library.report.tabs.tabText(2) == "Added 1"
    assert library.session.archive.articles.count() == 4


def test_choosing_nothing_imports_nothing(library: MainWindow, monkeypatch) -> None:
    """A dialog that is closed again leaves everything as it was."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(library.jobs, "write", lambda *_: pytest.fail("work was started"))
    library.commands["import_files"].trigger()


def test_cancel_keeps_what_was_read_and_says_how_to_go_on(library: MainWindow, qtbot, tmp_path) -> None:
    """Stopping is safe: what came in stays, and importing again adds only the rest."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_text(f"Day {number}\n\nNothing happened in the harbour on day {number}.")
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([folder])
        qtbot.waitUntil(lambda: " of 3,000" in library.status._work.text(), timeout=30_000)
        library.findChild(QPushButton, "cancelWork").click()
    assert "importing again adds what is missing" in library.report.subtitle.text()
    kept = library.session.archive.articles.count() - 3
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([folder])
    assert library.report.tabs.tabText(1) == f"Already here {kept:,}"
    assert library.session.archive.articles.count() == 3003
