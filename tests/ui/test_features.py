"""The features in plain sentences (tests/features), performed by the window."""

import re
from pathlib import Path

import pypdfium2
import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from pytestqt.qtbot import QtBot

from desktop_app.core.importing.intake import import_paths
from desktop_app.core.progress import silent
from desktop_app.paths import shipped
from desktop_app.ui.main_window import MainWindow

scenarios("main_job.feature")

SLOW = 60_000  # milliseconds for work in a process of its own
SAMPLES = shipped("resources") / "samples"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "Comparison.pdf"


@given("an empty archive")
def _empty(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=SLOW):
        window.open(tmp_path / "Mine", create=True)


@given("an archive with the sample articles")
def _with_samples(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    import_paths(silent, tmp_path / "Mine", [SAMPLES])
    with qtbot.waitSignal(window.session.opened, timeout=SLOW):
        window.open(tmp_path / "Mine")
    _listed(window, qtbot, "10")


@when("I import the sample articles")
def _import(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.importing.reported, timeout=SLOW):
        window.importing.start([SAMPLES])


@when("I remove the last import")
def _remove_import(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.importing.reported, timeout=SLOW):
        window.commands["show_report"].trigger()
    window.report.remove.click()


@when("I show the articles")
def _show(window: MainWindow) -> None:
    window.report.articles.click()


@when(parsers.parse("I search for {query}"))
def _search(window: MainWindow, qtbot: QtBot, query: str) -> None:
    with qtbot.waitSignal(window.session.found, timeout=SLOW):
        window.top_bar.field.setText(query)


@when(parsers.parse("I compare “{first}” with “{second}”"))
def _compare(window: MainWindow, qtbot: QtBot, first: str, second: str) -> None:
    ids = list(window.session.archive.articles.ids())
    chosen = [a.id for a in window.session.archive.articles.summaries(ids) if a.title in (first, second)]
    window.library.put_in_tray(chosen)
    with qtbot.waitSignal(window.comparing.ready, timeout=SLOW):
        window.commands["compare"].trigger()


@when("I go to the next passage")
def _next(window: MainWindow, qtbot: QtBot) -> None:
    columns = window.comparing.view.columns
    qtbot.waitUntil(lambda: not columns._settling.isActive())
    window.commands["next_row"].trigger()


@when("I go back")
def _back(window: MainWindow) -> None:
    window.commands["back"].trigger()


@when("I export the comparison as a PDF")
def _export(window: MainWindow, qtbot: QtBot, pdf: Path, dialogs: list[str]) -> None:
    view = window.comparing.view
    with qtbot.waitSignal(window.exporting.written, timeout=SLOW):
        window.exporting.start(view.articles, view.comparison, pdf)
    assert re.fullmatch(r"“Comparison.pdf” is written: \d+ pages\.", dialogs.pop())


@when(parsers.parse("I set its date to “{date}”"))
def _set_date(window: MainWindow, date: str) -> None:
    fact = window.findChild(object, "fact_published")
    fact.setText(date)
    fact.editingFinished.emit()


@when("I undo that")
def _undo(window: MainWindow) -> None:
    window.commands["undo"].trigger()


@when("I explore the sample archive")
def _explore(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.comparing.ready, timeout=SLOW):
        window.first_run.sample_wanted.emit()


@then("I see where to drop files")
def _drop_zone(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.first_run


@then(parsers.parse("the report says that {count:d} articles were added"))
def _added(window: MainWindow, count: int) -> None:
    assert window.pages.currentWidget() is window.report
    assert window.report.tabs.tabText(2) == f"Added {count}"


@then(parsers.parse("the report says that {count:d} articles are already here"))
def _already_here(window: MainWindow, count: int) -> None:
    assert window.report.tabs.tabText(1) == f"Already here {count}"


@then("the report says that some articles have no date")
def _undated(window: MainWindow) -> None:
    undated = [line for line in window.report.lines.lines() if line.kind == "undated"]
    assert [line.name for line in undated] == ["2 articles"]


@then(parsers.re(r"(?P<count>\d+) articles? (is|are) listed"))
def _listed(window: MainWindow, qtbot: QtBot, count: str) -> None:
    assert window.pages.currentWidget() is window.library
    articles = "1 article<" if count == "1" else f"{count} articles<"  # also those folded under others
    qtbot.waitUntil(lambda: window.library.pane.count.text().startswith(f"<b>{articles}"))


@then(parsers.parse("the archive holds {count:d} articles"))
def _holds(window: MainWindow, count: int) -> None:
    assert window.session.archive.articles.count() == count


@then(parsers.parse("the first article is “{title}”"))
def _first(window: MainWindow, title: str) -> None:
    assert window.library.model.row(0).summary.title == title


@then("the reader stands at the first match")
def _at_first_match(window: MainWindow) -> None:
    assert window.library.reader.match.text().startswith("Match 1 of ")


@then(parsers.parse("every article listed is of “{source}”"))
def _all_of(window: MainWindow, source: str) -> None:
    model = window.library.model
    found = {model.row(row).summary.source for row in range(model.rowCount())}
    assert found == {source}


@then("their shared passages are listed and marked")
def _passages(window: MainWindow, qtbot: QtBot) -> None:
    view = window.comparing.view
    window.commands["show_passages"].trigger()
    assert view.listed == list(view.comparison.of("passages")) != []
    qtbot.waitUntil(lambda: all(column.browser.extraSelections() for column in view.columns.columns))


@then("both columns show it at the same height")
def _level(window: MainWindow) -> None:
    view = window.comparing.view
    row = view.listed[view.table.currentIndex().row()]
    tops = [view.columns.columns[span.article].extent(span)[0] for span in row.spans]
    scrolled = {column.browser.verticalScrollBar().value() for column in view.columns.columns}
    assert max(tops) - min(tops) < 2
    assert len(scrolled) == 1


@then("the PDF names both originals with their SHA-256")
def _originals(window: MainWindow, pdf: Path) -> None:
    text = "".join(text_of(pdf).split())
    for article in window.comparing.view.articles:
        assert article.sha256 in text
        assert "".join(article.original_name.split()) in text


@then("the words of the passages can be found in it")
def _words(window: MainWindow, pdf: Path) -> None:
    found = set(re.findall(r"\w{4,}", text_of(pdf)))
    row = window.comparing.view.comparison.of("passages")[0]
    span = row.spans[0]
    words = re.findall(r"\w{4,}", window.comparing.view.articles[span.article].article.text[span.start : span.end])
    assert [word for word in words if word not in found] == []


@then(parsers.parse("the article is dated {date} by hand"))
def _dated(window: MainWindow, date: str) -> None:
    article = window.library.reader.article
    assert window.findChild(object, "fact_published").text() == date
    assert article.by_hand == {"published"}


@then("the article has no date")
def _no_date(window: MainWindow) -> None:
    assert window.library.reader.article.article.published is None


@then(parsers.parse("a comparison of {count} reports is ready"))
def _ready(window: MainWindow, count: str) -> None:
    assert window.pages.currentWidget() is window.comparing
    assert window.comparing.view.head.title.text() == f"Comparison of {count} reports"


def text_of(pdf: Path) -> str:
    """Return the text of a PDF as any reader finds it."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text
