"""Rows are as high as their words, those in sight first."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison import row_heights
from desktop_app.ui.comparison.evidence_table import EvidenceTable


def test_what_is_in_sight_comes_first(dressed, qtbot: QtBot, flood, monkeypatch) -> None:
    """However slow the machine, the first rows have their height when the table is shown, the others soon after."""
    monkeypatch.setattr(row_heights, "SLICE", 0.0)
    table = listing(qtbot, flood)
    heights = [table.rowHeight(number) for number in range(40)]
    assert len(set(heights[: row_heights.AT_ONCE])) == 1
    assert heights[0] != heights[-1]
    qtbot.waitUntil(lambda: table.rowHeight(39) == heights[0])


def test_a_row_far_down_is_reached_at_once(dressed, qtbot: QtBot, flood, monkeypatch) -> None:
    """Who goes there sees it, though rows above it were not measured yet."""
    monkeypatch.setattr(row_heights, "SLICE", 0.0)
    table = listing(qtbot, flood)
    table.choose(39)
    assert table.rowHeight(39) == table.rowHeight(0)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def listing(qtbot: QtBot, flood) -> EvidenceTable:
    """Return a table of forty rows of one height, with room for four."""
    articles, comparison = flood
    table = EvidenceTable()
    qtbot.addWidget(table)
    table.resize(1000, 250)
    table.show()
    table.stand_over([(224 + 190 * number, 190) for number in range(len(articles))], 224)
    rows = [replace(comparison.of("figures")[1], label=f"matter {number}") for number in range(40)]
    table.show_rows(rows, "figures", articles)
    return table
