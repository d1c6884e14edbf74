"""What needs attention stays listed until the user has seen to it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, FileOutcome, Part
from desktop_app.ui.main_window import MainWindow

ATTENTION = 4  # its row beside the list


@pytest.fixture
def troubled(library: MainWindow, small_archive: Path, qtbot: QtBot) -> MainWindow:
    """Show what needs attention in an archive with a file that failed and an article with a guess in it."""
    text = "Café by the harbour."
    guessed = Article(text, (Part(0, len(text), "body"),), published="2024", warnings=("Read as cp1252.",))
    with opened(small_archive) as archive:
        import_id = archive.imports.begin("2 files")
        failed = FileOutcome("/empty.txt", "failed", None, "empty", "It is empty.")
        archive.imports.add(import_id, [failed, ReadFile("/cafe.txt", "cafe.txt", b"cafe", [guessed])], None)
        archive.imports.end(import_id, 1.0, "finished")
    library.session.written()
    library.library.sidebar.open_line(library.library.sidebar.lines[ATTENTION])
    qtbot.waitUntil(lambda: names(library) == ["empty.txt", "cafe.txt", "1 article"])
    return library


def names(window: MainWindow) -> list[str]:
    return [line.name for line in window.attention.lines.lines()]


def chosen(window: MainWindow) -> str:
    return next(line.text for line in window.library.sidebar.lines if line.state == "chosen")


def count(window: MainWindow) -> int:
    return window.library.sidebar.lines[ATTENTION].count


def test_it_has_its_place_beside_the_list(troubled: MainWindow) -> None:
    """The entry is always there with its count, and leads to the list."""
    assert troubled.pages.currentWidget() is troubled.attention
    assert count(troubled) == 2
    assert troubled.windowTitle() == "Needs attention – Second Source"


def test_passing_over_the_entry_keeps_the_list(library: MainWindow) -> None:
    """The arrow keys go past it without taking the page away."""
    sidebar = library.library.sidebar
    sidebar.setCurrentIndex(sidebar.model().index(ATTENTION, 0))
    assert library.pages.currentWidget() is library.library


def test_several_are_set_aside_in_one_step(troubled: MainWindow, qtbot) -> None:
    """What was seen to leaves the list, and one Undo brings all of it back."""
    troubled.attention.lines.selectAll()
    troubled.attention.aside.click()
    qtbot.waitUntil(lambda: names(troubled) == ["1 article"])
    assert count(troubled) == 0
    troubled.commands["undo"].trigger()
    qtbot.waitUntil(lambda: len(names(troubled)) == 3)
    assert count(troubled) == 2


def test_each_line_leads_to_what_it_is_about(troubled: MainWindow, qtbot) -> None:
    """An article opens, and the undated ones are listed."""
    _, guessed, undated = troubled.attention.lines.lines()
    troubled.attention.lines.opened.emit(guessed)
    assert troubled.pages.currentWidget() is troubled.library
    qtbot.waitUntil(lambda: troubled.library.reader.article and troubled.library.reader.article.id == 4)
    troubled.attention.lines.opened.emit(undated)
    assert chosen(troubled) == "Date unknown"
    qtbot.waitUntil(lambda: troubled.library.model.rowCount() == 1)


def test_nothing_to_see_to_is_said(window: MainWindow, qtbot, tmp_path) -> None:
    """An empty list says that all is well instead of nothing."""
    with qtbot.waitSignal(window.session.opened, timeout=30_000):
        window.open(tmp_path / "Mine", create=True)
    window.imports.show_attention()
    qtbot.waitUntil(lambda: "Nothing needs attention" in window.attention.subtitle.text())
