"""A comparison is kept under a name with a note, opened again from the sidebar, and removed with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.comparisons import SavedComparison
from desktop_app.ui.comparison.keeping import NameAndNote
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar_lines import Line

Dialogs = list[str]


@pytest.fixture
def compared(library: MainWindow, qtbot: QtBot) -> MainWindow:
    """Show a comparison of two of the three articles."""
    with qtbot.waitSignal(library.comparing.ready, timeout=30_000):
        library.comparing.compare([1, 2])
    return library


def kept(window: MainWindow) -> list[SavedComparison]:
    return window.session.archive.comparisons.all()


def lines(window: MainWindow) -> list[Line]:
    return [line for line in window.library.sidebar.lines if line.kind == "comparison"]


def save(window: MainWindow, dialogs: Dialogs, name: str, note: str = "") -> None:
    """Enter name and note as the user does."""
    window.commands["save_comparison"].trigger()
    assert dialogs.pop() == "Save this comparison"
    dialog = window.findChildren(NameAndNote)[-1]
    dialog.name.setText(name)
    dialog.note.setPlainText(note)
    dialog.accept()


def test_it_is_saved_with_name_and_note(compared: MainWindow, dialogs: Dialogs) -> None:
    """It stands in the sidebar, its name over the columns, and Undo takes it back."""
    save(compared, dialogs, " The flood ", "Who was warned?\n")
    assert [(each.name, each.note, each.articles) for each in kept(compared)] == [
        ("The flood", "Who was warned?", (1, 2))
    ]
    assert [(line.text, line.count, line.new) for line in lines(compared)] == [("The flood", 2, 0)]
    head = compared.comparing.view.head
    assert (head.title.text(), head.title.toolTip()) == ("Comparison: The flood", "Who was warned?")
    compared.commands["undo"].trigger()
    assert kept(compared) == []
    assert lines(compared) == []


def test_saved_again_it_stays_one(compared: MainWindow, dialogs: Dialogs) -> None:
    """The dialog comes with what is known, and saving it anew makes no second one."""
    save(compared, dialogs, "The flood", "Who was warned?")
    compared.commands["save_comparison"].trigger()
    dialogs.pop()
    dialog = compared.findChildren(NameAndNote)[-1]
    assert (dialog.name.text(), dialog.note.toPlainText()) == ("The flood", "Who was warned?")
    dialog.note.setPlainText("Nobody was.")
    dialog.accept()
    assert [(each.name, each.note) for each in kept(compared)] == [("The flood", "Nobody was.")]


def test_without_a_name_it_is_not_saved(dressed, qtbot: QtBot) -> None:
    """A line of blanks in the sidebar would be found by nobody."""
    dialog = NameAndNote(None, "", "")
    qtbot.addWidget(dialog)
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    assert not button.isEnabled()
    dialog.name.setText("  ")
    assert not button.isEnabled()
    dialog.name.setText("Flood")
    assert button.isEnabled()


def test_it_opens_from_the_sidebar(compared: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    """With the articles and the name it was saved with."""
    save(compared, dialogs, "The flood")
    compared.commands["back"].trigger()
    with qtbot.waitSignal(compared.comparing.ready, timeout=30_000):
        compared.comparing.compare([2, 3])
    assert compared.comparing.view.head.title.text() == "Comparison of two reports"
    compared.commands["back"].trigger()
    with qtbot.waitSignal(compared.comparing.ready, timeout=30_000):
        compared.library.sidebar.open_line(lines(compared)[0])
    assert compared.comparing.ids == [1, 2]
    assert compared.comparing.view.head.title.text() == "Comparison: The flood"


def test_it_is_removed_with_a_way_back(compared: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    """Del on its line removes it and leaves its articles; Undo brings it back."""
    save(compared, dialogs, "The flood")
    compared.commands["back"].trigger()
    sidebar = compared.library.sidebar
    sidebar.setCurrentIndex(sidebar.model().index(sidebar.lines.index(lines(compared)[0]), 0))
    qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    assert lines(compared) == []
    assert compared.session.archive.articles.count() == 3
    compared.commands["undo"].trigger()
    assert [line.text for line in lines(compared)] == ["The flood"]


def test_one_whose_articles_are_gone_says_so(compared: MainWindow, dialogs: Dialogs) -> None:
    """It is neither opened with one column nor lost: the sentence says what can be done."""
    save(compared, dialogs, "The flood")
    compared.commands["back"].trigger()
    compared.session.change(compared.session.archive.corrections.removal([1]))
    assert [line.count for line in lines(compared)] == [1]
    compared.library.sidebar.open_line(lines(compared)[0])
    assert "“The flood” has fewer than two articles left" in dialogs.pop()
    assert compared.pages.currentWidget() is compared.library
    compared.commands["undo"].trigger()
    assert [line.count for line in lines(compared)] == [2]
