"""Reports that say the same are folded under the first of them, and never out of reach."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt

from desktop_app.core.article import Article
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.row_painter import ROW, RowPainter

WIRE = "The ferry to Velmark ran aground on a sandbank in the morning fog, and nobody aboard was hurt."


@pytest.fixture
def wire(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot) -> MainWindow:
    """Show three copies of one report from three sources, and another article."""
    sources = ("Harbour Wire", "Orla Post", "Radio Tessin")
    copies = [made(("body", WIRE), title=f"Ferry {n}", source=source) for n, source in enumerate(sources)]
    window = shelf(*copies, made(("body", "Bakers opened at four."), title="Bread"))
    window.library.results.unfold(wanted=False)  # opening the first article has unfolded them
    return window


def titles(window: MainWindow) -> list[str]:
    model = window.library.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_copies_are_folded_and_counted(wire: MainWindow) -> None:
    """The list says in how many other sources a report is; the number of articles is that of all."""
    assert titles(wire) == ["Bread", "Ferry 2"]
    index = wire.library.results.currentIndex()
    assert index.data(ROW).also == "also in 2 sources"
    assert "also in 2 sources, folded" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "4 articles" in wire.library.pane.count.text()
    assert "2 folded" in wire.library.pane.count.text()


def test_the_keyboard_unfolds_and_folds(wire: MainWindow, qtbot) -> None:
    """Right shows what is folded, Left from anywhere in it folds it again."""
    results = wire.library.results
    qtbot.keyClick(results, Qt.Key.Key_Right)
    assert titles(wire) == ["Bread", "Ferry 2", "Ferry 1", "Ferry 0"]
    qtbot.keyClick(results, Qt.Key.Key_Down)
    assert wire.library.reader.article.heading == "Ferry 1"
    qtbot.keyClick(results, Qt.Key.Key_Left)
    assert titles(wire) == ["Bread", "Ferry 2"]
    assert wire.library.reader.article.heading == "Ferry 2"


def test_a_click_on_the_words_unfolds(wire: MainWindow, qtbot) -> None:
    """The words that tell of the copies are where they are found."""
    results = wire.library.results
    index = results.currentIndex()
    box = RowPainter().also_box(QRectF(results.visualRect(index)), index.data(ROW))
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert len(titles(wire)) == 4


def test_a_folded_article_can_be_opened_by_its_id(wire: MainWindow) -> None:
    """A link to a folded article unfolds it instead of leaving the search."""
    wire.library.open_anywhere(1)
    assert wire.library.reader.article.heading == "Ferry 0"
    assert len(titles(wire)) == 4


def test_the_event_is_compared(wire: MainWindow, qtbot) -> None:
    """All reports of a row are put side by side in one step, and the tray is left as it is."""
    assert wire.commands["compare_event"].isEnabled()
    with qtbot.waitSignal(wire.comparing.ready, timeout=30_000):
        wire.commands["compare_event"].trigger()
    assert sorted(wire.comparing.ids) == [1, 2, 3]
    assert wire.library.tray.ids == []


def test_an_event_of_too_many_reports_goes_into_the_tray(
    shelf: Callable[..., MainWindow], made: Callable[..., Article]
) -> None:
    """Of more than six the user chooses."""
    window = shelf(*[made(("body", WIRE), title=f"Ferry {n}", source=f"Outlet {n}") for n in range(7)])
    window.commands["compare_event"].trigger()
    assert len(window.library.tray.ids) == 6
    assert list(window.comparing.ids) == []


def test_all_articles_means_the_folded_too(wire: MainWindow, qtbot) -> None:
    """What is done to all is seen before it is done: choosing all unfolds all."""
    wire.commands["select_all"].trigger()
    qtbot.waitUntil(lambda: len(wire.library.results.all_chosen_ids()) == 4)
    assert not wire.commands["fold"].isChecked()
    wire.commands["fold"].trigger()
    qtbot.waitUntil(lambda: len(titles(wire)) == 2)
