"""Columns are moved, widened and hidden, by mouse or by menu, and ribbons follow."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import Comparison
from desktop_app.ui.comparison.column import made
from desktop_app.ui.comparison.columns import Columns

TEXT = "The council met for an hour and adjourned without a vote on anything at all. " * 3


@pytest.fixture
def columns(dressed, qtbot: QtBot, report) -> Columns:
    columns = Columns(list(made([report(number, TEXT, published="2024-03-12") for number in (1, 2, 3)])))
    qtbot.addWidget(columns)
    columns.resize(900, 400)
    columns.show()
    qtbot.waitExposed(columns)
    columns.show_comparison(Comparison())
    return columns


def order(columns: Columns) -> list[int]:
    return [column.number for column in columns.shown]


def entry(columns: Columns, number: int, label: str) -> bool:
    """Choose an entry of a column's menu, and tell whether it could be chosen."""
    menu = columns.columns[number].head.menu
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == label]
    action.trigger()
    QTest.qWait(0)
    return action.isEnabled()


def test_a_column_is_moved_by_its_menu(columns: Columns) -> None:
    """What the mouse can do the keyboard can; at the end there is no further."""
    assert entry(columns, 0, "Move right")
    assert order(columns) == [1, 0, 2]
    assert [(r.left.number, r.right.number) for r in columns.arrangement.ribbons] == [(1, 0), (0, 2)]
    assert not entry(columns, 2, "Move right")


def test_a_column_is_dragged_by_its_head(columns: Columns, qtbot: QtBot) -> None:
    """Let go over the last column, the first stands behind it; a click moves nothing."""
    head = columns.columns[0].head
    at = QPoint(20, 10)
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=at)
    assert order(columns) == [0, 1, 2]
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=at + QPoint(640, 0))
    assert order(columns) == [1, 2, 0]


def test_hidden_columns_come_back_and_two_always_stay(columns: Columns) -> None:
    """Nothing is lost by hiding, and a comparison is of two at least."""
    assert entry(columns, 1, "Hide this report")
    assert order(columns) == [0, 2]
    assert not columns.columns[1].isVisible()
    assert not entry(columns, 0, "Hide this report")
    assert entry(columns, 0, "Show all 3 reports")
    assert sorted(order(columns)) == [0, 1, 2]
    assert columns.columns[1].isVisible()


def test_a_column_is_widened_at_the_cost_of_its_neighbour(columns: Columns, qtbot: QtBot) -> None:
    """The edge between two columns is pulled; the third keeps its width, and none gets too narrow."""
    before = [column.width() for column in columns.columns]
    columns.arrangement.widen(0, 40)
    qtbot.waitUntil(lambda: columns.columns[0].width() == before[0] + 40)
    assert columns.columns[2].width() == before[2]
    columns.arrangement.widen(0, 4000)
    qtbot.waitUntil(lambda: columns.columns[1].width() == columns.columns[1].minimumWidth())


def test_the_table_above_hears_of_it(columns: Columns, qtbot: QtBot) -> None:
    """Whatever stands over the columns can follow them."""
    with qtbot.waitSignals([columns.arranged] * 3):
        columns.arrangement.move(0, 2)
        columns.arrangement.hide(1)
        columns.arrangement.widen(0, 10)
