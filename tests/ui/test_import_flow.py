"""Importing from the window ends in a report that can be seen again later."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app.core.analysis.evidence import VERSION
from desktop_app.ui.import_flow import files_at, kinds_of_files
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
    assert "report is in the menu View" in library.status.said.text()


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


def test_what_came_in_is_marked(library: MainWindow, qtbot, tmp_path) -> None:
    """The first comparison of new reports need not wait for their evidence."""
    (tmp_path / "more.txt").write_text("A quiet day\n\nNothing at all happened in the harbour of Velmark.")
    library.importing.start([tmp_path / "more.txt"])
    evidence = library.session.archive.evidence
    qtbot.waitUntil(lambda: set(evidence.of([4], VERSION)) == {4}, timeout=60_000)


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
    assert "Continue adds what is missing" in library.report.subtitle.text()
    kept = library.session.archive.articles.count() - 3
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.report.go_on.click()
    assert library.report.tabs.tabText(1) == f"Already here {kept:,}"
    assert library.report.go_on.isHidden()
    assert library.session.archive.articles.count() == 3003


def test_a_file_in_a_bundle_is_tried_again_with_its_bundle(tmp_path) -> None:
    """Retry takes the file there is on the disk, each once; what has gone is told again."""
    bundle = tmp_path / "clippings.zip"
    bundle.write_bytes(b"PK")
    gone = tmp_path / "gone.txt"
    assert files_at([f"{bundle}/a/b.html", f"{bundle}/c.html", str(bundle), str(gone)]) == [bundle, gone]


def test_what_can_be_imported_can_be_chosen() -> None:
    """The dialog offers every kind of file that is read, not a list of its own."""
    assert {"*.html", "*.pdf", "*.zip", "*.csv"} <= set(kinds_of_files().split("(")[1].split(")")[0].split())


def test_retry_reads_the_failed_files_again(library: MainWindow, qtbot, tmp_path) -> None:
    """What was mended meanwhile comes in, and leaves the list of what needs attention."""
    file = tmp_path / "late.txt"
    file.write_text("")
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([file])
    assert [line.code for line in library.report.lines.lines()] == ["empty"]
    assert library.session.archive.attention.count() == 1
    file.write_text("Late news\n\nThe ferry to Velmark goes again, said the harbour master on the pier.")
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.report.retry.click()
    assert library.report.tabs.tabText(2) == "Added 1"
    assert library.session.archive.attention.files() == []


def test_removing_an_import_can_be_undone(library: MainWindow, qtbot) -> None:
    """One click takes away what an import added, one brings it back; the report goes along."""
    with qtbot.waitSignal(library.importing.reported):
        library.commands["show_report"].trigger()
    with qtbot.waitSignal(library.importing.reported):
        library.report.remove.click()
    assert library.session.archive.articles.count() == 0
    assert "has been removed" in library.report.subtitle.text()
    assert not library.report.remove.isEnabled()
    with qtbot.waitSignal(library.importing.reported):
        library.commands["undo"].trigger()
    assert library.session.archive.articles.count() == 3
    assert library.report.remove.isEnabled()


def test_a_report_leads_to_its_articles(library: MainWindow, qtbot) -> None:
    """The articles of one import, or those of it without a date, are listed under a name of their own."""
    with qtbot.waitSignal(library.importing.reported):
        library.commands["show_report"].trigger()
    undated = [line for line in library.report.lines.lines() if line.kind == "undated"]
    library.report.lines.opened.emit(undated[0])
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 1)
    assert library.pages.currentWidget() is library.library
    chosen = [line.text for line in library.library.sidebar.lines if line.state == "chosen"]
    assert chosen == ["Undated: 3 files"]
    library.report.articles.click()
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 3)


def test_every_import_is_listed_and_can_be_seen(library: MainWindow, qtbot, tmp_path) -> None:
    """Reports are kept for good; the newest is on top, and a click shows an earlier one."""
    (tmp_path / "more.txt").write_text("A quiet day\n\nNothing at all happened in the harbour of Velmark.")
    with qtbot.waitSignal(library.importing.reported, timeout=60_000):
        library.importing.start([tmp_path / "more.txt"])
    imports = library.report.imports
    assert [imports.item(row).text().split("\n")[0] for row in range(imports.count())] == ["more.txt", "3 files"]
    with qtbot.waitSignal(library.importing.reported):
        imports.setCurrentRow(1)
    assert library.report.subtitle.text().startswith("3 files · 3 files read")


def test_only_files_on_the_disk_are_read_as_scans(library: MainWindow, monkeypatch, tmp_path, dialogs) -> None:
    """Tesseract gets the scans themselves; of those in a bundle it is said what to do."""
    scan, bundle = tmp_path / "scan.pdf", tmp_path / "clippings.zip"
    scan.write_bytes(b"%PDF-")
    bundle.write_bytes(b"PK")
    given: list[list] = []
    write = library.jobs.write
    monkeypatch.setattr(
        library.jobs, "write", lambda title, _, *asked: given.append(asked[1]) or write(title, wait, *asked)
    )
    library.report.scans_wanted.emit([str(scan), f"{bundle}/old.pdf"])
    library.report.scans_wanted.emit([f"{bundle}/old.pdf"])
    assert given == [[scan]]
    assert "Unpack it" in dialogs.pop()


def wait(report, folder, paths) -> None:
    """Stand for the reading, which another test tries."""
    while True:
        report(0, 0)
