"""The import report says of every file what became of it."""

from desktop_app.core.archive.attention import UnsureArticle
from desktop_app.core.article import FileOutcome, ImportReport, Summary
from desktop_app.ui.import_report import ImportReportView, subtitle
from desktop_app.ui.report_lines import ReadReport, additions, duplicates, failures, guesses, undated_line

FILES = (
    FileOutcome("/a/one.txt", "added", 1, articles=1),
    FileOutcome("/a/all.mbox", "added", 2, articles=45),
    FileOutcome("/a/copy.txt", "duplicate", 1),
    FileOutcome("/a/empty.txt", "failed", None, "empty", "The file is empty."),
    FileOutcome("/a/scan.pdf", "failed", None, "no_text", "It is a picture of a page."),
    FileOutcome("/a/scan2.pdf", "failed", None, "no_text", "It is a picture of a page."),
)
REPORT = ImportReport(1, "Folder a", "2026-11-21T14:05:00+00:00", 2.0, "finished", FILES)
KNOWN = {1: Summary(1, "Flood", "Orla Post", None, 9, "one.txt"), 2: Summary(2, None, None, "2024", 9, "2.eml")}
UNSURE = [UnsureArticle(2, ("The file does not say its encoding.", "3 characters could not be read."))]


def read() -> ReadReport:
    lines = {
        "attention": [*failures(REPORT.having("failed")), *guesses(UNSURE, KNOWN), *undated_line(7)],
        "duplicate": duplicates(REPORT.having("duplicate"), KNOWN),
        "added": additions(REPORT.having("added"), KNOWN),
    }
    return ReadReport(REPORT, [REPORT], lines, added=46, guessed=1, undated=7, here=46)


def test_failures_are_grouped_by_their_reason() -> None:
    """Forty scans are one matter, not forty: the commonest reason comes first, each file with its sentence."""
    found = failures(REPORT.having("failed"))
    assert [line.name for line in found] == [
        "Could not be read: pictures of pages without text · 2",
        "scan.pdf",
        "scan2.pdf",
        "Could not be read: empty · 1",
        "empty.txt",
    ]
    assert found[4].says == "The file is empty."


def test_every_other_file_is_told_of() -> None:
    """Added with how many articles, duplicate of what, what was guessed, and how many have no date."""
    lines = read().lines
    assert [(line.name, line.says) for line in lines["added"]] == [
        ("one.txt", "Flood"),
        ("all.mbox", "2.eml and 44 more"),
    ]
    assert lines["duplicate"][0].says == "The same file as “Flood”."
    assert [line.says for line in guesses(UNSURE, KNOWN)][1] == " ".join(UNSURE[0].warnings)
    assert lines["attention"][-1].name == "7 articles"


def test_what_was_removed_since_is_said() -> None:
    """A report stays true when its articles have gone."""
    assert additions(REPORT.having("added"), {})[0].says == "Removed since."
    assert (
        duplicates(REPORT.having("duplicate"), {})[0].says == "The same file as an article that has been removed."
    )


def test_a_stopped_import_says_how_to_go_on() -> None:
    """After Cancel, or when the program was killed, the report tells that Continue adds the rest."""
    stopped = ImportReport(1, "Folder a", REPORT.started, 0.2, "cancelled", FILES[:1])
    assert "Continue adds what is missing" in subtitle(stopped)
    assert subtitle(stopped).startswith("Folder a · 1 file read")
    killed = ImportReport(1, "Folder a", REPORT.started, 0, "running", FILES[:1])
    assert "did not come to its end" in subtitle(killed)
    assert "under way" in subtitle(killed, running=True)


def test_the_view_opens_where_something_needs_attention(dressed, qtbot) -> None:
    """What went wrong is on top, the counts are articles, and each line leads somewhere."""
    view = ImportReportView()
    qtbot.addWidget(view)
    view.show_report(read())
    assert [view.tabs.tabText(n) for n in range(3)] == ["Needs attention 11", "Already here 1", "Added 46"]
    assert view.tabs.currentIndex() == 0
    first, *_, guessed, undated = view.lines.lines()
    with qtbot.waitSignal(view.folder_wanted) as wanted:
        view.lines.opened.emit(first)
    assert wanted.args == ["/a/scan.pdf"]
    with qtbot.waitSignal(view.article_wanted) as wanted:
        view.lines.opened.emit(guessed)
    assert wanted.args == [2]
    with qtbot.waitSignal(view.part_wanted) as wanted:
        view.lines.opened.emit(undated)
    assert (wanted.args[1].undated, wanted.args[1].imported_by) == (True, 1)


def test_only_what_can_be_done_is_offered(dressed, qtbot) -> None:
    """A finished import without failures offers neither Continue nor Retry; one under way cannot be removed."""
    view = ImportReportView()
    qtbot.addWidget(view)
    view.show_report(read())
    assert not view.retry.isHidden()
    assert not view.scans.isHidden()
    assert view.go_on.isHidden()
    whole = ImportReport(2, "one.txt", REPORT.started, 0.2, "running", FILES[:1])
    empty = {"attention": [], "duplicate": [], "added": []}
    view.show_report(ReadReport(whole, [whole], empty, added=1, guessed=0, undated=0, here=1), running=True)
    assert view.retry.isHidden()
    assert view.scans.isHidden()
    assert view.go_on.isHidden()
    assert not view.remove.isEnabled()
