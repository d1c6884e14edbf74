"""A watched folder brings in what is saved there, once it is whole, and is never written to."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.core import settings
from desktop_app.core.article import FileOutcome
from desktop_app.ui import watching
from desktop_app.ui.main_window import MainWindow

STORY = "The ferry goes again\n\nThe ferry to Velmark goes again, said the harbour master on the pier."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Saved pages"
    folder.mkdir()
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait only a moment for files to settle."""
    monkeypatch.setattr(watching, "SETTLED", 0.05)


def choose(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.commands["watch_folder"].trigger()


def test_what_is_saved_there_comes_in_quietly(library, folder: Path, quick, qtbot: QtBot, monkeypatch) -> None:
    """What lies there and what appears later is imported with a line, without taking the page away."""
    (folder / "first.txt").write_text(STORY)
    with qtbot.waitSignal(library.importing.said, timeout=60_000) as said:
        choose(library, folder, monkeypatch)
    assert said.args == ["1 article added from the watched folder"]
    (folder / "second.txt").write_text(STORY.replace("ferry", "tram"))
    with qtbot.waitSignal(library.importing.said, timeout=60_000):
        pass
    assert library.session.archive.articles.count() == 5
    assert library.pages.currentWidget() is library.library
    assert sorted(file.name for file in folder.iterdir()) == ["first.txt", "second.txt"]


def test_a_file_that_still_grows_is_waited_for() -> None:
    """A file is told only when it has stayed as it is for two seconds, and only once."""
    page, note = Path("/page.html"), Path("/note.txt")
    settling = watching.Settling()
    assert settling.settled({page: (5, 1)}, 0.0) == []
    assert settling.settled({page: (9, 2), note: (3, 1)}, 2.0) == []
    assert settling.settled({page: (9, 3), note: (3, 1)}, 4.0) == [note]
    assert settling.waits
    assert settling.settled({page: (9, 3), note: (3, 1)}, 6.0) == [page]
    assert not settling.waits
    assert settling.settled({page: (9, 3), note: (3, 1)}, 9.0) == []


def test_only_new_and_whole_files_are_seen(library: MainWindow, folder: Path) -> None:
    """What was tried before, alone or in a bundle, is not tried again; empty and unfinished files wait."""
    for name in ("new.txt", "page.html.part", "tried.txt", "bundle.zip"):
        (folder / name).write_text("x")
    (folder / "empty.html").touch()
    archive = library.session.archive
    places = (folder / "tried.txt", folder / "bundle.zip" / "inside.html")
    archive.imports.add(1, [FileOutcome(str(place), "failed", None, "empty", "") for place in places], None)
    _, found = watching.new_files(lambda *_: None, library.session.folder, folder)
    assert [path.name for path in found] == ["new.txt"]
    assert watching.new_files(lambda *_: None, library.session.folder, folder / "gone")[1] == {}


def test_the_folder_is_remembered_for_its_archive(library, folder: Path, monkeypatch, dialogs: list[str]) -> None:
    """The next start watches it again; what is watched is told, and can be stopped."""
    choose(library, folder, monkeypatch)
    assert settings.load().watched == {str(library.session.folder): str(folder)}
    library.commands["watch_folder"].trigger()
    assert dialogs.pop() == f"“{folder}” is watched."
    box = library.findChild(QMessageBox, "watchedFolder")
    next(button for button in box.buttons() if button.text() == "Stop watching").click()
    assert settings.load().watched == {}
    assert library.imports.watching._folder is None


def test_an_archive_does_not_watch_itself(library, monkeypatch, dialogs: list[str]) -> None:
    """A folder with the archive in it would bring its own originals in again."""
    for folder in (library.session.folder.parent, library.session.folder / "originals"):
        choose(library, folder, monkeypatch)
        assert "The archive itself lies in that folder" in dialogs.pop()
    assert settings.load().watched == {}
