"""The feature of the comparison in plain sentences (tests/features), performed by mouse and key."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from pytest_bdd import given, parsers, scenarios, then, when
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.comparison.keeping import NameAndNote
from desktop_app.ui.comparison.tabs import TABS
from desktop_app.ui.comparison.view import ComparisonView
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar import LINE

scenarios("comparison.feature")

SLOW = 60_000  # milliseconds for work in a process of its own


@dataclass
class Visitor:
    """Who performs a scenario, and what they remember of it."""

    window: MainWindow
    qtbot: QtBot
    clicks: int = 0
    row: Row | None = None
    seen: list[Row] = field(default_factory=list)

    @property
    def view(self) -> ComparisonView:
        """The comparison before them."""
        assert self.window.comparing.view is not None
        return self.window.comparing.view

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click something that can be seen."""
        assert widget.isVisible()
        self.clicks += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def rows_now(self) -> list[Row]:
        """Return the rows that speak of the same places as the one remembered."""
        assert self.row is not None
        return [row for row in self.view.rows["figures"] if row.cells == self.row.cells]


@pytest.fixture
def visitor(window: MainWindow, qtbot: QtBot) -> Visitor:
    return Visitor(window, qtbot)


@given("a program that is started for the first time")
def _first_start(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=SLOW):
        window.open(tmp_path / "Mine", create=True)
    assert window.pages.currentWidget() is window.first_run


@given("the comparison of the sample articles")
def _sample(visitor: Visitor) -> None:
    with visitor.qtbot.waitSignal(visitor.window.comparing.ready, timeout=SLOW):
        visitor.window.sample.explore()
    visitor.window.activateWindow()
    _settled(visitor)


@when("I click “Explore the sample archive”")
def _explore(visitor: Visitor) -> None:
    button = visitor.window.first_run.findChild(QPushButton, "exploreSample")
    assert button is not None
    assert button.text().startswith("Explore the sample archive")
    with visitor.qtbot.waitSignal(visitor.window.comparing.ready, timeout=SLOW):
        visitor.click(button)
    _settled(visitor)


@when("I click the count of figures that differ")
def _click_count(visitor: Visitor) -> None:
    counts = visitor.view.strip.findChildren(QPushButton)
    visitor.click(next(button for button in counts if "differ" in button.text() and "figure" in button.text()))


@when("I click the first cell that says something")
def _click_cell(visitor: Visitor) -> None:
    table, row = visitor.view.table, visitor.view.listed[0]
    index = table.rows.index(0, 1 + row.spans[0].article)
    visitor.click(table.viewport(), table.visualRect(index).center())
    visitor.row = row


@when(parsers.parse("I press “{keys}”"))
def _press(visitor: Visitor, keys: str) -> None:
    together = QKeySequence(keys)[0]
    place = visitor.window.focusWidget() or visitor.view.table
    visitor.qtbot.keyClick(place, together.key(), together.keyboardModifiers())


@when("I ask for the next difference until I have seen them all")
def _all_differences(visitor: Visitor) -> None:
    for _ in _differences(visitor):
        visitor.click(visitor.view.head.next)
        visitor.seen.append(visitor.view.table.chosen()[0])


@when("I go to the first figure that differs")
def _first_difference(visitor: Visitor) -> None:
    visitor.view.go_to_tab("figures")
    number = next(n for n, row in enumerate(visitor.view.listed) if row.mark == "differs")
    visitor.view.table.choose(number)
    visitor.row = visitor.view.listed[number]


@when(parsers.parse("I keep it as “{name}” with the note “{note}”"))
def _keep(visitor: Visitor, name: str, note: str, dialogs: list[str]) -> None:
    visitor.window.commands["save_comparison"].trigger()
    dialog = visitor.window.findChild(NameAndNote)
    assert dialog is not None
    assert dialogs.pop() == dialog.windowTitle()
    dialog.name.setText(name)
    dialog.note.setPlainText(note)
    dialog.accept()


@when("I go back to the library")
def _back(visitor: Visitor) -> None:
    visitor.window.commands["back"].trigger()
    assert visitor.window.pages.currentWidget() is visitor.window.library


@when(parsers.parse("I open “{name}” in the sidebar"))
def _open(visitor: Visitor, name: str) -> None:
    sidebar = visitor.window.library.sidebar
    lines = [sidebar.model().index(row, 0).data(LINE) for row in range(sidebar.model().rowCount())]
    line = next(line for line in lines if line.kind == "comparison" and line.target.name == name)
    with visitor.qtbot.waitSignal(visitor.window.comparing.ready, timeout=SLOW):
        sidebar.open_line(line)


@then("a comparison is before me")
def _compared(visitor: Visitor) -> None:
    assert visitor.window.pages.currentWidget() is visitor.window.comparing
    assert len(visitor.view.articles) >= 2


@then("only figures that differ are listed")
def _only_differing(visitor: Visitor) -> None:
    assert visitor.view.tabs.tab == "figures"
    assert {row.mark for row in visitor.view.listed} == {"differs"}


@then("the sentence of every report that speaks of it is lit and in sight")
def _lit(visitor: Visitor) -> None:
    assert visitor.row is not None
    assert visitor.view.columns is not None
    for span in visitor.row.spans:
        column = visitor.view.columns.columns[span.article]
        extent, top = column.extent(span), column.browser.verticalScrollBar().value()
        assert extent is not None
        assert top <= extent[0] < extent[1] <= top + column.browser.viewport().height()
        cursor = column.document.cursor(span.start, span.end)
        lit = [mark.cursor.selectedText() for mark in column.browser.extraSelections()]
        assert cursor is not None
        assert cursor.selectedText() in lit


@then(parsers.parse("I have clicked {number:d} times"))
def _clicked(visitor: Visitor, number: int) -> None:
    assert visitor.clicks == number


@then(parsers.parse("the tab “{tab}” is in front with all it counts"))
def _tab(visitor: Visitor, tab: str) -> None:
    tabs, view = visitor.view.tabs, visitor.view
    number = TABS.index(tabs.tab)
    shown = len(view.comparison.timeline) if tabs.tab == "timeline" and view.comparison else len(view.listed)
    assert tabs.bar.tabText(number) == (f"{tab} {shown}" if shown else tab)
    assert view.upper.currentWidget() is (
        view.timeline if tab == "Timeline" else view.table if shown else view.nothing
    )


@then("I have seen every row that differs once")
def _seen(visitor: Visitor) -> None:
    assert len(visitor.seen) > 1
    assert sorted(map(repr, visitor.seen)) == sorted(map(repr, _differences(visitor)))


@then("that row is gone")
def _gone(visitor: Visitor) -> None:
    visitor.qtbot.waitUntil(lambda: not visitor.rows_now(), timeout=SLOW)


@then("that row is back")
def _is_back(visitor: Visitor) -> None:
    visitor.qtbot.waitUntil(lambda: visitor.rows_now() == [visitor.row], timeout=SLOW)


@then("that row is marked as mine")
def _mine(visitor: Visitor) -> None:
    visitor.qtbot.waitUntil(lambda: [row.by for row in visitor.rows_now()] == ["user"], timeout=SLOW)


@then("that row is not marked as mine")
def _not_mine(visitor: Visitor) -> None:
    visitor.qtbot.waitUntil(lambda: [row.by for row in visitor.rows_now()] == ["rule"], timeout=SLOW)


@then(parsers.parse("it is called “{title}”"))
def _called(visitor: Visitor, title: str) -> None:
    assert visitor.view.head.title.text() == title


@then(parsers.parse("its note is “{note}”"))
def _noted(visitor: Visitor, note: str) -> None:
    assert visitor.view.head.title.toolTip() == note


def _settled(visitor: Visitor) -> None:
    """Wait until the table stands over the texts."""
    visitor.qtbot.waitUntil(lambda: visitor.view.table.columnWidth(1) > 1 and visitor.view._sized, timeout=SLOW)


def _differences(visitor: Visitor) -> list[Row]:
    return [row for rows in visitor.view.rows.values() for row in rows if row.mark == "differs"]
