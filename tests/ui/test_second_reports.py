"""An import that brings a second report of an event says so, quietly and only as far as it is known."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.core.article import Article, Summary
from desktop_app.core.search.same_event import Elsewhere, Report
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.second_reports import LOOKED_AT, SecondReports, told
from tests.ui.events import add, reports


def lines(section: SecondReports) -> list[str]:
    QCoreApplication.sendPostedEvents()  # so that what was put into a layout is shown
    return [label.text() for label in section.findChildren(QLabel) if label.isVisibleTo(section)]


@pytest.fixture
def flood(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot) -> MainWindow:
    """Show the report of an import that brought a second report of a flood."""
    window = shelf(*reports(made, 0, 3))
    import_id = add(window, reports(made, 1))
    with qtbot.waitSignal(window.imports.flow.reported, timeout=30_000):
        window.imports.flow.report_of(import_id)
    return window


def test_a_second_report_is_offered_for_comparison(flood: MainWindow, qtbot) -> None:
    """It comes once the index knows, beside the report that was there at once; one click compares."""
    section = flood.report.second
    qtbot.waitUntil(section.isVisible, timeout=30_000)
    assert lines(section) == ["“Velmark under water” reports the same event as 1 article here"]
    with qtbot.waitSignal(flood.comparing.ready, timeout=30_000):
        section.findChild(QPushButton, "compareSecond").click()
    assert sorted(flood.comparing.ids) == [1, 3]


def test_reports_that_came_together_are_one_line(
    shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot
) -> None:
    """Three reports of one event are one event, not three; an import without any has no line."""
    window = shelf(*reports(made, 3))
    section = window.report.second
    window.imports.flow.report()
    qtbot.waitUntil(lambda: window.report.isVisible() and not window.jobs.busy())
    assert section.isHidden()
    import_id = add(window, reports(made, 0, 1, 2))
    window.imports.flow.report_of(import_id)
    qtbot.waitUntil(section.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: not window.jobs.busy())
    assert lines(section) == ["“Lock gate fails” reports the same event as 2 articles here"]


def event(id_: int, title: str = "Flood", others: int = 1) -> Elsewhere:
    def summary(id_: int) -> Summary:
        return Summary(id_, title, None, None, 9, "a.txt")

    return Elsewhere(summary(id_), tuple(Report(summary(id_ * 100 + n), ()) for n in range(others)))


def test_many_events_are_counted(dressed, qtbot) -> None:
    """Three lines are offered and the others counted; where not all were looked at, that is said."""
    section = SecondReports()
    qtbot.addWidget(section)
    section.show_found([event(n) for n in range(1, 6)], 40)
    assert lines(section)[3:] == ["… and 2 more"]
    section.show_found([event(n) for n in range(1, 6)], LOOKED_AT)
    assert lines(section)[3:] == [f"… and 2 more among the first {LOOKED_AT} articles"]
    section.show_found([], 40)
    assert section.isHidden()


def test_no_more_than_can_be_compared(dressed, qtbot) -> None:
    """Six at most are laid side by side, the new one among them; a long title is cut."""
    section = SecondReports()
    qtbot.addWidget(section)
    section.show_found([event(1, others=9)], 1)
    asked = []
    section.compare_wanted.connect(asked.append)
    section.findChild(QPushButton, "compareSecond").click()
    assert asked == [[1, 100, 101, 102, 103, 104]]
    assert told(event(1, "Flood " * 30)).startswith("“Flood Flood")
    assert "…” reports the same event as 1 article here" in told(event(1, "Flood " * 30))
