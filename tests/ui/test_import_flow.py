"""Importing from the window ends in a report that can be seen again later."""

from desktop_app.ui.main_window import MainWindow


def test_the_last_report_can_be_seen_again(library: MainWindow, qtbot) -> None:
    """The report of an earlier import is read from the archive and shown with its articles."""
    with qtbot.waitSignal(library.importing.reported):
        library.commands["show_report"].trigger()
    assert library.pages.currentWidget() is library.report
    titles = [library.report.tabs.tabText(number) for number in range(library.report.tabs.count())]
    assert titles == ["Needs attention 1", "Already here 0", "Added 3"]
