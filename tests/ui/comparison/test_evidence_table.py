"""The table stands over the texts, and every cell is a way into them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.comparison.evidence_table import EvidenceTable

EDGES = [(220, 200), (450, 200), (680, 200)]


@pytest.fixture
def table(dressed, qtbot: QtBot, flood) -> EvidenceTable:
    table = EvidenceTable()
    qtbot.addWidget(table)
    table.resize(900, 300)
    articles, comparison = flood
    table.show_rows(comparison.of("figures"), "figures", articles)
    table.stand_over(EDGES, 220)
    table.show()
    qtbot.waitExposed(table)
    return table


def click(table: EvidenceTable, qtbot: QtBot, row: int, column: int) -> None:
    centre = table.visualRect(table.rows.index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def lefts(table: EvidenceTable) -> list[int]:
    return [table.columnViewportPosition(n) for n in (1, 2, 3)]


def test_every_cell_begins_where_its_text_begins(table: EvidenceTable) -> None:
    """Also where the texts have another order, or one of them is hidden."""
    assert lefts(table) == [220, 450, 680]
    table.stand_over([(680, 200), (220, 200), (450, 200)], 220)
    assert lefts(table) == [680, 220, 450]
    table.stand_over([(220, 300), None, (560, 300)], 220)
    assert table.isColumnHidden(2)
    assert lefts(table)[::2] == [220, 560]


def test_the_table_follows_texts_that_are_scrolled_sideways(table: EvidenceTable) -> None:
    """Too many texts for the width: the cells stay over theirs, and a key asks for the one it goes to."""
    table.stand_over([(-400, 500), (110, 500), (620, 500)], 0)
    assert lefts(table) == [-400, 110, 620]
    asked = []
    table.seen_wanted.connect(asked.append)
    table.setCurrentIndex(table.rows.index(0, 3))
    assert asked[-1] == 2
    assert lefts(table) == [-400, 110, 620]


def test_labels_stand_above_their_rows_where_room_is_short(table: EvidenceTable) -> None:
    """No label is lost, and each row makes room for it."""
    low = table.rowHeight(1)
    table.stand_over([(0, 280), (300, 280), (600, 280)], 0)
    assert table.isColumnHidden(0)
    assert lefts(table) == [0, 300, 600]
    assert table.rowHeight(1) != low
    table.choose(1)
    assert table.currentIndex().column() == 1


def test_another_row_is_told_once(table: EvidenceTable) -> None:
    """The texts go where the keys go."""
    told: list[Row] = []
    table.row_chosen.connect(told.append)
    table.choose(0)
    table.choose(1)
    table.setCurrentIndex(table.rows.index(1, 2))
    assert told == [table.rows.rows[0], table.rows.rows[1]]


def test_a_cell_clicked_again_goes_to_its_next_mark(table: EvidenceTable, flood, qtbot: QtBot) -> None:
    """A name that comes twice leads to both places, and round."""
    articles, comparison = flood
    table.show_rows(comparison.of("names"), "names", articles)
    table.stand_over(EDGES, 220)
    told: list[Row] = []
    table.row_chosen.connect(told.append)
    for _ in range(3):
        click(table, qtbot, 0, 2)
    marks = comparison.of("names")[0].cells[1]
    assert [row.of(1) for row in told] == [marks[0], marks[0], marks[1], marks[0]]


def test_return_leads_into_the_text(table: EvidenceTable, qtbot: QtBot) -> None:
    """The column of the cell takes the keys; a silent one does not."""
    table.setCurrentIndex(table.rows.index(1, 2))
    with qtbot.waitSignal(table.text_wanted) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    table.setCurrentIndex(table.rows.index(1, 3))
    with qtbot.assertNotEmitted(table.text_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_several_rows_can_be_chosen(table: EvidenceTable) -> None:
    """Names are joined by choosing them together."""
    table.selectAll()
    assert table.chosen() == list(table.rows.rows)


def test_many_rows_are_listed_at_once(table: EvidenceTable, flood, qtbot: QtBot) -> None:
    """Every row gets its height, the hundredth too, if a little later."""
    articles, comparison = flood
    rows = [replace(comparison.of("figures")[1], label=f"matter {n}") for n in range(300)]
    table.show_rows(rows, "figures", articles)
    qtbot.waitUntil(lambda: table.rowHeight(119) == table.rowHeight(0) > 40)
    assert table.rowHeight(299) > table.rowHeight(0)
    assert table.height_for(3) == table.height_for(2) + table.rowHeight(0)


def test_the_chosen_row_stays_in_sight_in_a_lower_table(table: EvidenceTable, flood, qtbot: QtBot) -> None:
    """Not half below the edge; but where the user has scrolled away from it, that place is kept."""
    articles, comparison = flood
    rows = [replace(comparison.of("figures")[1], label=f"matter {n}") for n in range(30)]
    table.show_rows(rows, "figures", articles)
    table.choose(3)
    assert table.verticalScrollBar().value() == 0
    table.resize(900, 240)
    room = table.viewport().height()
    assert table.rowViewportPosition(3) + table.rowHeight(3) <= room
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    place = table.rowAt(5)
    table.resize(900, 200)
    assert table.rowAt(5) == place


def test_the_menu_key_asks_for_the_menu_of_the_cell(table: EvidenceTable, qtbot: QtBot) -> None:
    """What the mouse can do, the keyboard can."""
    table.setCurrentIndex(table.rows.index(1, 2))
    asked: list[tuple[int, QPoint]] = []
    table.menu_wanted.connect(lambda article, place: asked.append((article, place)))
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table.viewport(), event)
    assert [article for article, _ in asked] == [1]


def test_more_texts_than_before_are_painted_before_they_stand(table: EvidenceTable, flood) -> None:
    """A comparison of two, then one of three: nothing of the first is looked up for the third text."""
    articles, comparison = flood
    two = [replace(row, cells=row.cells[:2]) for row in comparison.of("figures") if row.mark == "differs"]
    table.show_rows(two, "figures", articles[:2])
    table.stand_over(EDGES[:2], 220)
    table.show_rows(comparison.of("figures"), "figures", articles)
    table.viewport().repaint()
    table.stand_over(EDGES, 220)
    assert lefts(table) == [220, 450, 680]


def test_the_last_report_keeps_its_width_where_it_is_half_out_of_sight(table: EvidenceTable) -> None:
    """Its cells are as wide as its text: words set in the few pixels to be seen would make rows very high."""
    table.resize(700, 300)
    table.stand_over([(220, 200), (450, 200), (680, 201)], 220)
    assert table.columnWidth(3) == 201


def test_a_long_name_leaves_the_date_in_sight(table: EvidenceTable) -> None:
    """The name is cut at its own line; the whole of it is under the mouse."""
    table.stand_over([(220, 70), (450, 200), (680, 200)], 220)
    shown = table.rows.headerData(1, Qt.Orientation.Horizontal)
    assert shown.split("\n")[1] == "12 Mar 2024"
    assert "…" in shown.split("\n")[0]
    whole = table.rows.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert whole == "Orla Post\n12 Mar 2024"
