"""The commands of a comparison reach it by their keys, but never from within a field."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import UserError
from desktop_app.ui.comparison import comparing
from desktop_app.ui.comparison.tabs import TABS
from desktop_app.ui.main_window import MainWindow


@pytest.fixture
def compared(library: MainWindow, qtbot: QtBot) -> MainWindow:
    library.library.put_in_tray(list(library.session.archive.articles.ids()))
    with qtbot.waitSignal(library.comparing.ready, timeout=30_000):
        library.commands["compare"].trigger()
    library.activateWindow()
    return library


def test_a_key_brings_its_tab(compared: MainWindow, qtbot: QtBot) -> None:
    """F, Q, N, P, S, T, whatever part of the comparison has the keys."""
    view = compared.comparing.view
    reached = []
    for key in "FQNPST":
        qtbot.keyClick(compared.focusWidget(), key)
        reached.append(view.tabs.tab)
    assert reached == list(TABS)


def test_a_letter_typed_in_a_field_is_only_typed(compared: MainWindow, qtbot: QtBot) -> None:
    """Whoever writes a word rejects no row with it."""
    view = compared.comparing.view
    field = QLineEdit(view)
    field.show()
    field.setFocus()
    said = []
    view.word.rejected.connect(said.append)
    view.step(1)
    before = view.tabs.tab, view.table.currentIndex().row()
    qtbot.keyClicks(field, "qtjkyl")
    qtbot.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert field.text().lower() == "qtjkyln"
    assert (view.tabs.tab, view.table.currentIndex().row()) == before
    assert said == []


def test_rows_are_answered_by_key(compared: MainWindow, qtbot: QtBot) -> None:
    """Next row, accept, reject: the user's word without a mouse."""
    view = compared.comparing.view
    accepted, rejected = [], []
    view.word.accepted.connect(accepted.append)
    view.word.rejected.connect(rejected.append)
    qtbot.keyClick(view.table, Qt.Key.Key_P)
    qtbot.keyClick(view.table, Qt.Key.Key_J)
    qtbot.keyClick(view.table, Qt.Key.Key_Y)
    qtbot.keyClick(view.table, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert accepted == rejected == [view.listed[0]]


def test_every_command_finds_its_comparison(compared: MainWindow) -> None:
    """None of them does nothing, and none breaks where there is nothing to do."""
    for id_ in compared.comparing.handlers():
        assert compared.commands[id_].isEnabled()
        compared.commands[id_].trigger()
    compared.commands["back"].trigger()
    assert not any(compared.commands[id_].isEnabled() for id_ in compared.comparing.handlers())


def test_what_fails_after_it_was_left_is_not_told(compared: MainWindow, dialogs, qtbot: QtBot, monkeypatch) -> None:
    """Somebody who went back and removed an article did not ask to compare what is left."""
    left = threading.Event()

    def work_out(*_: object) -> None:
        left.wait(30)
        raise UserError("too_few", "A comparison takes 2 to 6 articles, not 1: choose again.")

    monkeypatch.setattr(comparing, "_work_out", work_out)
    compared.session.change(compared.session.archive.corrections.field([1], "title", "Another title"))
    compared.commands["back"].trigger()
    left.set()
    qtbot.waitUntil(lambda: not compared.session.jobs.busy(), timeout=30_000)
    assert dialogs == []
