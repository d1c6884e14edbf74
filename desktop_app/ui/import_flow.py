"""Importing from the window: choosing, watching, and the report at the end."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core.progress import Progress
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.article import ImportReport


class ImportFlow(QObject):
    """Runs imports in their own process, one after another."""

    began = Signal()
    reported = Signal(object)  # ImportReport
    failed = Signal(Exception)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and import them."""
        kinds = "Articles (*.html *.htm *.xhtml *.txt *.text);;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import files", "", kinds)
        self.start([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Import a folder")
        self.start([Path(name)] if name else [])

    def start(self, paths: list[Path]) -> None:
        """Import files and folders into the open archive."""
        if not paths:
            return
        self.began.emit()
        job = self._session.jobs.write("Importing", import_into, self._session.folder, paths)
        job.succeeded.connect(self._done)
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._failed)

    def last_report(self) -> "ImportReport | None":
        """Return the report of the last import, or None."""
        archive = self._session.archive
        latest = archive.imports.latest() if archive else None
        return archive.imports.report(latest) if archive and latest else None

    @Slot(object)
    def _done(self, report: "ImportReport") -> None:
        self._session.written()
        self.reported.emit(report)

    @Slot()
    def _cancelled(self) -> None:
        self._session.written()
        report = self.last_report()
        if report is not None:
            self.reported.emit(report)

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._session.written()
        self.failed.emit(error)


def import_into(report: Progress, folder: Path, paths: list[Path]) -> "ImportReport":
    """Import; run in a process of its own, so that the libraries it needs are loaded there."""
    from desktop_app.core.importing import import_paths

    return import_paths(report, folder, paths)
