"""The import report says of every file what became of it."""

from desktop_app.core.article import FileOutcome, ImportReport, Summary
from desktop_app.ui.import_report import ImportReportView, rows, subtitle

FILES = (
    FileOutcome("/a/one.txt", "added", 1),
    FileOutcome("/a/two.html", "added", 2),
    FileOutcome("/a/copy.txt", "duplicate", 1),
    FileOutcome("/a/empty.txt", "failed", None, "empty", "The file is empty."),
)
REPORT = ImportReport(1, "Folder a", "2026-11-21T14:05:00+00:00", 2.0, "finished", FILES)
KNOWN = [Summary(1, "Flood", "Orla Post", None, 9, "one.txt"), Summary(2, None, None, "2024", 9, "two.html")]


def test_every_file_is_told_of() -> None:
    """Added, duplicate of what, failed and why, and what needs a date, the failures first."""
    found = rows(REPORT, {article.id: article for article in KNOWN})
    assert [(o.file, says) for o, says, _ in found["added"]] == [
        ("/a/one.txt", "Flood"),
        ("/a/two.html", "two.html"),
    ]
    assert found["duplicate"][0][1] == "The same file as “Flood”."
    assert [kind for _, _, kind in found["attention"]] == ["failed", "undated"]


def test_a_stopped_import_says_how_to_go_on() -> None:
    """After Cancel the report tells that importing again adds the rest."""
    stopped = ImportReport(1, "Folder a", REPORT.started, 0.2, "cancelled", FILES[:1])
    assert "importing again adds what is missing" in subtitle(stopped)
    assert subtitle(stopped).startswith("Folder a · 1 file read")


def test_the_view_opens_where_something_needs_attention(dressed, qtbot) -> None:
    """What went wrong is on top, and a row leads to its article."""
    view = ImportReportView()
    qtbot.addWidget(view)
    view.show_report(REPORT, KNOWN)
    assert view.tabs.tabText(view.tabs.currentIndex()) == "Needs attention 2"
    assert view.table.item(0, 0).text() == "empty.txt"
    with qtbot.waitSignal(view.article_wanted) as wanted:
        view.table.cellActivated.emit(1, 0)
    assert wanted.args == [1]
