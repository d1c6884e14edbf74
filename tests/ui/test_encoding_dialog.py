"""The right encoding is found by looking at the first lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.importing.formats import text
from desktop_app.ui.encoding_dialog import EncodingDialog
from desktop_app.ui.main_window import MainWindow

RUSSIAN = "Река Орла вышла из берегов\n\nВода поднялась на три метра за один час."


@pytest.fixture
def misread(window: MainWindow, tmp_path: Path, qtbot) -> MainWindow:
    """Show a Russian text that was read as Western European."""
    original = RUSSIAN.encode("cp1251")
    with opened(tmp_path / "Mine", create=True) as archive:
        file = ReadFile("/saved/a.txt", "a.txt", original, text.read(original, "a.txt", "cp1252"))
        archive.imports.add(archive.imports.begin("1 file"), [file], None)
    with qtbot.waitSignals([window.session.opened, window.session.indexed], timeout=30_000):
        window.open(tmp_path / "Mine")
    qtbot.waitUntil(lambda: window.library.reader.article is not None)
    return window


@pytest.fixture
def ask(misread: MainWindow, dialogs: list[str], qtbot) -> Iterator[EncodingDialog]:
    misread.findChild(QPushButton, "readAgain").click()
    assert dialogs.pop() == "Read with another encoding"
    dialog = misread.findChild(EncodingDialog)
    yield dialog
    dialog.close()


def choose(dialog: EncodingDialog, encoding: str) -> None:
    rows = range(dialog.list.count())
    row = next(row for row in rows if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == encoding)
    dialog.list.setCurrentRow(row)


def test_the_first_lines_are_shown_in_each_encoding(ask: EncodingDialog, misread: MainWindow, qtbot) -> None:
    """The list names languages; what is chosen is seen before it is taken, and taken in one step to undo."""
    assert ask.encoding == "cp1252"
    assert ask.list.currentItem().text() == "Western European, Windows (cp1252) · as it is now"
    assert not ask.take.isEnabled()
    choose(ask, "cp1251")
    qtbot.waitUntil(lambda: ask.preview.toPlainText().startswith("Река Орла"))
    qtbot.waitUntil(ask.take.isEnabled)
    ask.take.click()
    assert misread.session.archive.articles.get(1).article.text == RUSSIAN
    assert "Вода поднялась" in misread.library.reader.browser.toPlainText()
    misread.commands["undo"].trigger()
    assert misread.session.archive.articles.get(1).article.encoding == "cp1252"


def test_what_cannot_be_read_so_is_said(ask: EncodingDialog, qtbot) -> None:
    """Lost characters are counted before anything is taken; nothing is taken without being asked."""
    choose(ask, "utf-8")
    qtbot.waitUntil(lambda: "could not be read" in ask.damage.text())


def test_cancelling_changes_nothing(ask: EncodingDialog, misread: MainWindow, qtbot) -> None:
    """A look at an encoding is no choice."""
    choose(ask, "cp1251")
    qtbot.waitUntil(ask.take.isEnabled)
    ask.reject()
    assert misread.session.archive.articles.get(1).article.encoding == "cp1252"
    assert not misread.commands["undo"].isEnabled()


def test_the_offer_stands_beside_a_text_only(shelf: Callable[..., MainWindow], made, monkeypatch) -> None:
    """What says itself how it is written has nothing to choose."""
    window = shelf(made(("body", "It rained."), title="Rain"))
    button = window.findChild(QPushButton, "readAgain")
    assert not button.isHidden()
    window.session.archive.db.execute("UPDATE articles SET original_name = 'a.pdf'")
    window.session.archive.db.conn.commit()
    window.library.reload_article()
    assert button.isHidden()
