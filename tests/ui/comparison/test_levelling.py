"""Bringing columns level is repeatable, and leaves no space behind."""

from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import compare
from desktop_app.core.comparison.rows import Span
from desktop_app.ui.comparison.column import made
from desktop_app.ui.comparison.columns import Columns

RAIN = "Rain had been falling on the hills for a whole week, and the fields stood under water. " * 3
SHARED = "The gate of the upper lock broke away shortly before dawn and took the footbridge with it."


def test_levelling_twice_is_levelling_once(dressed, qtbot: QtBot, report) -> None:
    """However often a window is resized, no space adds up."""
    articles = [report(1, SHARED, "Trains run."), report(2, RAIN, SHARED)]
    columns = Columns(list(made(articles)))
    qtbot.addWidget(columns)
    columns.resize(700, 400)
    columns.show_comparison(compare([a.article for a in articles]))
    columns.grab()
    columns.level()
    heights = [column.browser.document().size().height() for column in columns.columns]
    places = [columns.columns[span.article].extent(span) for span in columns.comparison.of("passages")[0].spans]
    columns.level()
    columns.level()
    assert [column.browser.document().size().height() for column in columns.columns] == heights
    assert abs(places[0][0] - places[1][0]) < 2


def test_places_are_those_after_levelling(dressed, qtbot: QtBot, report) -> None:
    """What was pushed down is found where it stands now, also by who had asked before."""
    articles = [report(1, SHARED, "Trains run."), report(2, RAIN, SHARED)]
    columns = Columns(list(made(articles)))
    qtbot.addWidget(columns)
    columns.resize(700, 400)
    columns.grab()
    trains = Span(0, len(SHARED) + 2, len(SHARED) + 8)
    before = columns.columns[0].extent(trains)
    columns.show_comparison(compare([a.article for a in articles]))
    assert columns.columns[0].extent(trains)[0] > before[0] + 20
