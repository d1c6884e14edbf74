"""Importing from the window: choosing, watching, and the report at the end."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core.progress import Progress
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.article import ImportReport, Summary


class ImportFlow(QObject):
    """Runs imports in their own process, one after another."""

    reported = Signal(object, object, bool)  # ImportReport, summaries of its articles, was it asked for?
    failed = Signal(Exception)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._asked = False

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
        job = self._session.jobs.write("Importing", import_into, self._session.folder, paths)
        job.succeeded.connect(self._finished)
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._failed)

    @Slot()
    def report(self) -> None:
        """Read the report of the last import off the interface thread; `reported` brings it."""
        self._asked = True
        self._read_report(self._session.folder, None)

    @Slot(object)
    def _read(self, read: "tuple[ImportReport, list[Summary]] | None") -> None:
        if read is not None:
            self.reported.emit(*read, self._asked)
        self._asked = False

    @Slot(object)
    def _finished(self, done: "tuple[Path, ImportReport]") -> None:
        self._session.written()
        folder, report = done
        if folder == self._session.folder:  # else another archive has been opened meanwhile
            self._read_report(folder, report)

    @Slot()
    def _cancelled(self) -> None:
        self._session.written()
        self._read_report(self._session.folder, None)

    def _read_report(self, folder: Path, report: "ImportReport | None") -> None:
        job = self._session.jobs.read("Report", read_report, folder, report)
        job.succeeded.connect(self._read)
        job.failed.connect(self.failed)

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._session.written()
        self.failed.emit(error)


def import_into(report: Progress, folder: Path, paths: list[Path]) -> "tuple[Path, ImportReport]":
    """Import; run in a process of its own, so that the libraries it needs are loaded there."""
    from desktop_app.core.importing import import_paths

    return folder, import_paths(report, folder, paths)


def read_report(
    _report: Progress, folder: Path, report: "ImportReport | None"
) -> "tuple[ImportReport, list[Summary]] | None":
    """Return a report, by default that of the last import, and the articles it names; None when there was none."""
    from desktop_app.core.archive import opened

    with opened(folder) as archive:
        latest = archive.imports.latest()
        if report is None and latest is None:
            return None
        report = report or archive.imports.report(latest or 0)
        return report, archive.articles.summaries([file.article for file in report.files if file.article])
