"""Importing from the window ends in a report that can be seen again later."""

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
