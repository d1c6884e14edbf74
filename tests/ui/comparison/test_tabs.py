"""The tabs count what they hold, and say when they show only some of it."""

from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.matters import Filter, rows_by_kind
from desktop_app.ui.comparison.tabs import Tabs


def test_each_tab_tells_its_count(dressed, qtbot: QtBot, flood) -> None:
    """A tab without rows has no number beside it."""
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.show_counts(rows_by_kind(flood[1], flood[0]), 4)
    assert [tabs.bar.tabText(n) for n in range(tabs.bar.count())] == [
        "Figures 2",
        "Quotations 1",
        "Names 1",
        "Shared passages",
        "Statements 1",
        "Timeline 4",
    ]


def test_a_filter_is_told_and_can_be_taken_back(dressed, qtbot: QtBot) -> None:
    """Nobody takes some rows for all."""
    tabs = Tabs()
    qtbot.addWidget(tabs)
    assert tabs._all.isHidden()
    tabs.show_filter(Filter("that differ", lambda _: True))
    assert tabs._only.text() == "Only rows that differ"
    with qtbot.waitSignal(tabs.all_wanted):
        tabs._all.click()
