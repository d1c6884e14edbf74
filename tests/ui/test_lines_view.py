"""The list of lines: headings are no lines, several can be chosen, ten thousand are as quick as ten."""

from PySide6.QtCore import Qt

from desktop_app.ui.lines_view import LinesView
from desktop_app.ui.report_lines import Line

LINES = [
    Line("heading", "Could not be read: empty · 2"),
    Line("failed", "a.txt", "It is empty.", file="/a.txt"),
    Line("failed", "b.txt", "It is empty.", file="/b.txt"),
    Line("heading", "Date unknown · 1"),
    Line("undated", "1 article"),
]


def shown(qtbot, lines: list[Line]) -> LinesView:
    view = LinesView()
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show_lines(lines)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_headings_are_not_chosen(dressed, qtbot) -> None:
    """Select all takes the lines and leaves the headings."""
    view = shown(qtbot, LINES)
    view.selectAll()
    assert [line.name for line in view.chosen()] == ["a.txt", "b.txt", "1 article"]


def test_the_keyboard_opens_a_line(dressed, qtbot) -> None:
    """Return does what a click on the last column does."""
    view = shown(qtbot, LINES)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [LINES[1]]
    place = view.visualRect(view.model().index(2, 2)).center()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [LINES[2]]


def test_only_what_is_in_view_is_painted(dressed, qtbot, monkeypatch) -> None:
    """A report of ten thousand files asks for the cells it shows, not for all."""
    many = [Line("failed", f"{n}.txt", "It is empty.", file=f"/{n}.txt") for n in range(10_000)]
    asked: set[int] = set()
    view = shown(qtbot, [])
    data = view.model().data
    monkeypatch.setattr(
        type(view.model()), "data", lambda _self, index, role=0: asked.add(index.row()) or data(index, role)
    )
    view.show_lines(many)
    view.grab()
    assert 0 < len(asked) < 100


def test_headings_stand_where_groups_begin(dressed, qtbot) -> None:
    """A list shown after another keeps neither its tall rows nor its headings."""
    view = shown(qtbot, LINES)
    assert view.rowHeight(0) != view.rowHeight(1)
    view.show_lines(LINES[1:3])
    assert (view.rowHeight(0), view.columnSpan(0, 0)) == (view.rowHeight(1), 1)
    view.resize(1200, 400)
    assert view.rowHeight(0) == view.rowHeight(1)
