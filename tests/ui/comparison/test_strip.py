"""The counts are links, and what there is none of leads nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.matters import counts, rows_by_kind
from desktop_app.ui.comparison.strip import Strip


def test_a_count_leads_to_what_it_counts(dressed, qtbot: QtBot, flood) -> None:
    """A click tells which count; a zero cannot be clicked."""
    articles, comparison = flood
    strip = Strip()
    qtbot.addWidget(strip)
    found = counts(comparison, rows_by_kind(comparison, articles))
    strip.show_counts(found)
    strip.show_counts(found)
    buttons = [button for button in strip.findChildren(QPushButton) if not button.isHidden()]
    assert [button.isEnabled() for button in buttons] == [False, True, True, True, True, True]
    with qtbot.waitSignal(strip.wanted) as told:
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert told.args == [found[2]]
