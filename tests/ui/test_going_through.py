"""The way through the hits: from article to article, inside one article, and along its scroll bar."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.main_window import MainWindow


@pytest.fixture
def found(library: MainWindow, qtbot) -> MainWindow:
    """Search for what stands in two articles."""
    library.top_bar.field.setText("kestrel river")
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 2)
    library.library.results.go_to(0)
    return library


def place(window: MainWindow) -> tuple[int, str]:
    return window.library.results.currentIndex().row(), window.library.reader.match.text().split()[-3]


def test_j_and_k_go_through_hits_across_articles(found: MainWindow) -> None:
    """After the last hit of an article comes the first of the next, and back to the last of the one before."""
    places = []
    for command in ("next_found", "next_found", "next_found", "previous_found", "previous_found"):
        places.append(place(found))
        found.commands[command].trigger()
    assert places == [(0, "1"), (0, "2"), (1, "1"), (1, "2"), (1, "1")]
    assert place(found) == (0, "2")


def test_the_ends_of_the_list_are_the_end(found: MainWindow) -> None:
    """Nothing jumps from the last hit of all to the first."""
    found.commands["previous_found"].trigger()
    assert place(found) == (0, "1")


def test_searching_in_the_article_takes_the_place_of_the_hits(found: MainWindow, qtbot) -> None:
    """Return goes on, Esc brings back the hits of the search."""
    found.activateWindow()
    reader = found.library.reader
    found.commands["find_in_article"].trigger()
    assert found.focusWidget() is reader.find_bar.field
    qtbot.keyClicks(reader.find_bar.field, "before")
    assert reader.match.text().endswith("1 of 1")
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert reader.find_bar.isHidden()
    assert reader.match.text().endswith("1 of 2")


def test_hits_are_marked_along_the_scroll_bar(found: MainWindow) -> None:
    """Each hit has its mark in the order of the text, and none is left when there are none."""
    marks = found.library.reader._hit_marks
    shares = marks.shares()
    assert len(shares) == 2
    assert 0 < shares[0] <= shares[1] < 1
    marks.grab()
    found.library.reader.show_article(None, [])
    assert marks.shares() == []


def test_the_line_above_the_closest_is_passed_over(library: MainWindow, qtbot) -> None:
    """Articles that lack some of the words stand below a line, and J goes on to them as to any other."""
    library.top_bar.field.setText("kestrel gate people")
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 2)
    qtbot.waitUntil(lambda: library.library.model.row(1).lacking)
    assert not library.library.model.row(0).lacking
    library.commands["next_article"].trigger()
    assert library.library.reader.article.heading == "Night of the flood"
