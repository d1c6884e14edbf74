"""The sidebar restricts the list, and its counts follow the search."""

from PySide6.QtCore import QPoint, Qt

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar_lines import FEW, Line


def titles(window: MainWindow) -> list[str]:
    model = window.library.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def line(window: MainWindow, text: str) -> Line:
    return next(line for line in window.library.sidebar.lines if line.text == text)


def open_line(window: MainWindow, text: str, qtbot, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Go to a line and open it with the keyboard."""
    sidebar = window.library.sidebar
    sidebar.setCurrentIndex(sidebar.model().index(list(sidebar.lines).index(line(window, text)), 0))
    qtbot.keyClick(sidebar, Qt.Key.Key_Space, modifier)


def test_counts_follow_the_search(library: MainWindow, qtbot) -> None:
    """Every value is there with its number among what was found."""
    sidebar = library.library.sidebar
    qtbot.waitUntil(lambda: any(line.text == "Sources" for line in sidebar.lines))
    assert [line.text for line in sidebar.lines] == [
        "Archive", "All articles", "Starred", "Date unknown", "Needs attention", "Sources", "Unknown source",
        "Orla Post", "Velmark Courier", "Years", "2024",
    ]  # fmt: skip
    assert line(library, "2024").count == 2
    library.top_bar.field.setText("people")
    qtbot.waitUntil(lambda: line(library, "2024").count == 1)
    assert not [each for each in sidebar.lines if each.text == "Velmark Courier"]
    assert line(library, "All articles").count == 3


def test_a_value_restricts_and_is_taken_back(library: MainWindow, qtbot) -> None:
    """A click takes only these, another click on it takes that back; the other sources stay in sight."""
    qtbot.waitUntil(lambda: len(library.library.sidebar.lines) == 11)
    open_line(library, "Orla Post", qtbot)
    qtbot.waitUntil(lambda: titles(library) == ["Lock gate fails"])
    qtbot.waitUntil(lambda: line(library, "Orla Post").spoken == "Orla Post, 1, restricted to it")
    open_line(library, "Velmark Courier", qtbot, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(library) == ["Night of the flood", "Lock gate fails"])
    open_line(library, "Unknown source", qtbot)
    qtbot.waitUntil(lambda: titles(library) == ["Bread for the town"])
    open_line(library, "Unknown source", qtbot)
    qtbot.waitUntil(lambda: len(titles(library)) == 3)


def test_alt_click_excludes(library: MainWindow, qtbot) -> None:
    """What is excluded stays in sight, told by a sign and in words, so that it can be taken back."""
    sidebar = library.library.sidebar
    qtbot.waitUntil(lambda: len(sidebar.lines) == 11)
    index = sidebar.model().index(list(sidebar.lines).index(line(library, "Orla Post")), 0)
    where = sidebar.visualRect(index).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, QPoint(where))
    qtbot.waitUntil(lambda: titles(library) == ["Night of the flood", "Bread for the town"])
    qtbot.waitUntil(lambda: line(library, "Orla Post").state == "without")
    open_line(library, "Orla Post", qtbot, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(titles(library)) == 3)


def test_undated_articles_are_a_click_away(library: MainWindow, qtbot) -> None:
    """A part of the archive takes the place of all restrictions."""
    qtbot.waitUntil(lambda: len(library.library.sidebar.lines) == 11)
    open_line(library, "Date unknown", qtbot)
    qtbot.waitUntil(lambda: titles(library) == ["Bread for the town"])
    assert line(library, "Date unknown").state == "chosen"
    open_line(library, "All articles", qtbot)
    qtbot.waitUntil(lambda: len(titles(library)) == 3)


def test_all_values_can_be_unfolded(shelf, made, qtbot) -> None:
    """A long facet shows the largest first, and every other value on demand."""
    articles = [made(("body", f"Story {n}."), title=f"Story {n}", source=f"Paper {n:02}") for n in range(FEW + 3)]
    window = shelf(*articles)
    sidebar = window.library.sidebar
    qtbot.waitUntil(lambda: any(each.kind == "more" for each in sidebar.lines))
    more = next(each for each in sidebar.lines if each.kind == "more")
    assert more.text == f"Show all {FEW + 3}"
    assert len([each for each in sidebar.lines if each.kind == "value"]) == FEW
    sidebar.open_line(more)
    assert len([each for each in sidebar.lines if each.kind == "value"]) == FEW + 3
    assert line(window, "Show fewer")
