"""An empty list says why it is empty, and leads on."""

from PySide6.QtWidgets import QPushButton

from desktop_app.core.article import Selection
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.nothing_found import ALL_TRIED, SLIP, STATES


def search(window: MainWindow, text: str, qtbot) -> None:
    """Search for what nobody wrote about."""
    window.top_bar.field.setText(text)
    qtbot.waitUntil(window.library.pane.empty.isVisible)
    qtbot.waitUntil(lambda: text in window.library.pane.reading.text() or window.library.model.rowCount() == 0)


def ways(window: MainWindow) -> list[QPushButton]:
    return [way for way in window.library.pane.empty.findChildren(QPushButton, "wayOn") if way.isVisible()]


def test_a_way_on_is_taken_with_a_click(library: MainWindow, qtbot) -> None:
    """Each says how many articles it finds, and those that find none are not offered."""
    search(library, "kestrel date:1999", qtbot)
    assert [way.text() for way in ways(library)] == ["Without date:1999 · 2 articles"]
    ways(library)[0].click()
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 2)
    assert library.top_bar.field.text() == "kestrel"


def test_what_only_the_restriction_hides(library: MainWindow, qtbot) -> None:
    """The whole archive is one click away."""
    library.library.searching.choose(Selection(only=(("source", "Orla Post"),)))
    search(library, "bakers", qtbot)
    empty = library.library.pane.empty
    assert empty.unrestricted.text() == "In the whole archive · 1 article"
    empty.unrestricted.click()
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 1)


def test_where_nothing_helps(library: MainWindow, qtbot) -> None:
    """That other ways were tried is said, and all articles come back with a click."""
    search(library, "zeppelin", qtbot)
    empty = library.library.pane.empty
    assert empty.hint.text() == ALL_TRIED
    assert ways(library) == []
    empty.all.click()
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 3)


def test_a_slip_of_the_pen(library: MainWindow, qtbot) -> None:
    """Where another word is offered nobody is told that nothing helps."""
    search(library, "kestrll lokc", qtbot)
    qtbot.waitUntil(lambda: library.library.pane.empty.hint.text() == SLIP)


def test_what_has_never_been_done_is_explained(library: MainWindow, qtbot) -> None:
    """Who looks for stars before there are any is told how to set one."""
    search(library, "is:starred", qtbot)
    assert library.library.pane.empty.hint.text() == STATES["is:starred"]
