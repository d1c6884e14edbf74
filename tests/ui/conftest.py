"""What tests of the window stand on: a dressed application, a window of its own, and no dialog unnoticed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.importing import duplicates
from desktop_app.core.progress import silent
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import load_fonts, look

GATE = "The upper gate of the Kestrel lock failed before dawn and the river rose by three metres in one hour."
ARTICLES = (
    ("Lock gate fails", "Orla Post", "2024-03-12", (GATE, "Some 1,200 people left their homes.")),
    ("Night of the flood", "Velmark Courier", "2024-03-13", ("It rained for days.", GATE, "About 900 had to go.")),
    ("Bread for the town", None, None, ("Bakers opened their ovens at four.",)),
)


def article(title: str, source: str | None, published: str | None, paragraphs: tuple[str, ...]) -> Article:
    """Return an article with a title line, paragraphs and one block of page furniture."""
    pieces = [title, *paragraphs, "Leave a Reply"]
    roles = ["title", *["body"] * len(paragraphs), "furniture"]
    parts, at = [], 0
    for piece, role in zip(pieces, roles, strict=True):
        parts.append(Part(at, at + len(piece), role))  # type: ignore[arg-type]
        at += len(piece) + 2
    return Article("\n\n".join(pieces), tuple(parts), title=title, source=source, published=published)


@pytest.fixture
def small_archive(tmp_path: Path) -> Path:
    """Make an archive with three articles, two of which share a sentence."""
    folder = tmp_path / "Clippings"
    with opened(folder, create=True) as archive:
        import_id = archive.imports.begin("3 files")
        read = [article(*facts) for facts in ARTICLES]
        files = [ReadFile(f"/{n}.txt", f"{n}.txt", a.text.encode(), [a]) for n, a in enumerate(read)]
        archive.imports.add(import_id, files, None)
        archive.imports.end(import_id, 1.0, "finished")
    return folder


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Dress the application as app.py does."""
    qapp.setStyle("Fusion")
    load_fonts(qapp)
    look.apply(qapp, "light")
    return qapp


@pytest.fixture(autouse=True)
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect what dialogs say instead of showing them; one that a test does not expect fails it."""
    said: list[str] = []

    def note(self: QDialog) -> None:
        said.append(self.text() if isinstance(self, QMessageBox) else self.windowTitle())

    for method in ("open", "exec", "show"):
        monkeypatch.setattr(QDialog, method, note)
        monkeypatch.setattr(QMessageBox, method, note)
    for method in ("getOpenFileNames", "getExistingDirectory", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, method, lambda *_args: pytest.fail("a file dialog opened"))
    yield said
    assert said == []


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show a window without an archive; at the end nothing of it may be left."""
    window = MainWindow(Jobs())
    window.resize(1400, 880)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in dressed.topLevelWidgets() if widget.isVisible()]
    assert left == []


@pytest.fixture
def made() -> Callable[..., Article]:
    """Make articles: of pairs of role and text, and of facts."""

    def make(*pieces: tuple[str, str], **facts: Any) -> Article:
        parts, at = [], 0
        for role, text in pieces:
            parts.append(Part(at, at + len(text), role))  # type: ignore[arg-type]
            at += len(text) + 2
        return Article("\n\n".join(text for _, text in pieces), tuple(parts), **facts)

    return make


@pytest.fixture
def shelf(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Show the window with an archive of some articles, compared with each other, the first one being read."""

    def show(*articles: Article) -> MainWindow:
        folder = tmp_path / "Shelf"
        with opened(folder, create=True) as archive:
            import_id = archive.imports.begin("files")
            files = [ReadFile(f"/saved/{n}.txt", f"{n}.txt", f"{n}".encode(), [a]) for n, a in enumerate(articles)]
            archive.imports.add(import_id, files, None)
            duplicates.catch_up(silent, archive)
        with qtbot.waitSignals([window.session.opened, window.session.indexed], timeout=30_000):
            window.open(folder)
        qtbot.waitUntil(lambda: window.library.pane.count.text().startswith(f"<b>{len(articles)} article"))
        window.library.open_article(1)
        return window

    return show


@pytest.fixture
def library(window: MainWindow, small_archive: Path, qtbot: QtBot) -> MainWindow:
    """Show the window with the small archive, indexed and listed."""
    with qtbot.waitSignals([window.session.opened, window.session.indexed], timeout=30_000):
        window.open(small_archive)
    qtbot.waitUntil(lambda: window.library.model.rowCount() == len(ARTICLES))
    return window
