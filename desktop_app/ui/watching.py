"""A folder that is watched while the program is open: what is saved there comes into the archive by itself."""

import time
from collections.abc import Mapping
from pathlib import Path, PurePath

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.core import settings
from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.ui.session import Session

SETTLED = 2.0  # seconds a file must stay as it is before it is read: it may still be written
LOOK_AGAIN = 1_000  # milliseconds between two looks at files that are not settled
POLL = 30_000  # milliseconds: folders within the folder, and disks that do not tell of changes
UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp")  # downloads under way

Stamp = tuple[int, int]  # size in bytes, time of the last change


class Watching(QObject):
    """Watches the folder of the open archive, if it has one; it only ever reads there."""

    appeared = Signal(list)  # paths of new files, settled
    failed = Signal(Exception)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._folder: Path | None = None
        self._looking = False
        self._settling = Settling()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_AGAIN)
        self._soon.timeout.connect(self._look)
        session.opened.connect(self.resume)

    @Slot()
    def ask(self) -> None:
        """Ask which folder to watch, or whether to go on watching."""
        if self._folder is None:
            self._choose()
            return
        box = QMessageBox(self._window)
        box.setObjectName("watchedFolder")
        box.setWindowTitle("Watched folder")
        box.setText(f"“{self._folder}” is watched.")
        box.setInformativeText(
            "What is saved there comes into this archive while the program is open. Nothing there is changed."
        )
        other = box.addButton("Choose another…", QMessageBox.ButtonRole.ActionRole)
        stop = box.addButton("Stop watching", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        other.clicked.connect(self._choose)
        stop.clicked.connect(self.forget)
        box.open()

    def watch(self, folder: Path) -> None:
        """Watch a folder for the open archive, and remember it."""
        archive = self._session.folder.resolve()
        if archive.is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(archive):
            message = "The archive itself lies in that folder, so it cannot be watched. Choose another folder."
            self.failed.emit(UserError("watched_archive", message))
            return
        settings.save(settings.load().watching(self._session.folder, folder))
        self.resume()

    @Slot()
    def forget(self) -> None:
        """Watch no folder any more."""
        settings.save(settings.load().watching(self._session.folder, None))
        self.stop()

    @Slot()
    def resume(self) -> None:
        """Watch the folder that is remembered for the open archive."""
        self.stop()
        folder = settings.load().watched.get(str(self._session.folder))
        if folder:
            self._folder = Path(folder)
            self._watcher.addPath(folder)
            self._poll.start()
            self._look()

    def stop(self) -> None:
        """Look no more, until `resume`."""
        self._folder = None
        self._settling = Settling()
        self._poll.stop()
        self._soon.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    @Slot()
    def _choose(self) -> None:
        title = "Watch a folder: what is in it, and what is saved there later, is imported"
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self.watch(Path(name))

    @Slot()
    def _look(self) -> None:
        """Look for new files off the interface thread: the folder may be large, or far away."""
        if self._folder is None or self._looking:
            return
        self._looking = True
        job = self._session.jobs.read("Looking", new_files, self._session.folder, self._folder)
        job.succeeded.connect(self._found)
        job.finished.connect(self._looked)

    @Slot()
    def _looked(self) -> None:
        self._looking = False

    @Slot(object)
    def _found(self, found: tuple[Path, dict[Path, Stamp]]) -> None:
        folder, files = found
        if folder != self._folder:
            return
        if settled := self._settling.settled(files, time.monotonic()):
            self.appeared.emit(settled)
        if self._settling.waits:
            self._soon.start()


class Settling:
    """Which new files have stayed as they are for a while, each told once."""

    def __init__(self) -> None:
        self._told: set[Path] = set()
        self._seen: dict[Path, tuple[Stamp, float]] = {}

    @property
    def waits(self) -> bool:
        """Tell whether there are files that have not settled."""
        return bool(self._seen)

    def settled(self, files: Mapping[Path, Stamp], now: float) -> list[Path]:
        """Return the files that have settled, given what is there; `now` in seconds."""
        seen = {
            path: self._seen[path] if path in self._seen and self._seen[path][0] == stamp else (stamp, now)
            for path, stamp in files.items()
            if path not in self._told
        }
        settled = [path for path, (_, since) in seen.items() if now - since >= SETTLED]
        self._told.update(settled)
        self._seen = {path: known for path, known in seen.items() if path not in self._told}
        return settled


def new_files(_report: Progress, archive_folder: Path, folder: Path) -> tuple[Path, dict[Path, Stamp]]:
    """Return the files in a folder that this archive has never tried to read; a folder that has gone has none."""
    from desktop_app.core.archive import opened
    from desktop_app.core.importing.files import find

    found: dict[Path, Stamp] = {}
    with opened(archive_folder) as archive:
        tried = {place for file in archive.imports.tried(str(folder)) for place in _above(file, folder)}
    for path in find([folder]) if folder.is_dir() else ():
        if str(path) not in tried and path.suffix.lower() not in UNFINISHED:
            try:
                status = path.stat()
            except OSError:
                continue  # gone again, as downloads under way do
            if status.st_size and path.is_file():
                found[path] = (status.st_size, status.st_mtime_ns)
    return folder, found


def _above(file: str, folder: Path) -> list[str]:
    """Return a place and those above it within the folder: a file in a bundle was tried with its bundle."""
    path = PurePath(file)
    return [str(place) for place in (path, *path.parents) if place != folder and place.is_relative_to(folder)]
