"""Importing from the window: choosing, reading again, and the report at the end."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.ui.columns_dialog import TableQuestions, may_be_table
from desktop_app.ui.jobs import Job
from desktop_app.ui.report_lines import ReadReport, read_report
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.article import ImportReport

Why = Literal["asked", "ended", "changed"]
MARKING = 5.0  # seconds spent on marking what came in; what is left is marked when it is asked for


class ImportFlow(QObject):
    """Runs imports in their own process, one after another, and reads their reports."""

    reported = Signal(object, str)  # ReadReport, why: somebody asked, the import ended, or something changed
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.tables = TableQuestions(session, window)
        self.tables.answered.connect(self._import)
        self._under_way = 0
        self._newest = 0  # the reading of a report that counts; what earlier ones bring is old

    @property
    def running(self) -> bool:
        """Tell whether an import is under way or waits for its turn."""
        return self._under_way > 0

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import files", "", kinds_of_files())
        self.start([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Import a folder")
        self.start([Path(name)] if name else [])

    def start(self, paths: list[Path]) -> None:
        """Import files and folders into the open archive, after asking about the columns of unknown tables."""
        if any(map(may_be_table, paths)):
            self.tables.ask(paths)
        else:
            self._import(paths)

    @Slot(list)
    def _import(self, paths: list[Path]) -> None:
        if paths:
            self._start("Importing", import_into, paths).succeeded.connect(self._finished)

    @Slot(list)
    def start_quietly(self, paths: list[Path]) -> None:
        """Import files that appeared in the watched folder; only a line tells of it."""
        self._start("Importing", import_into, paths).succeeded.connect(self._finished_quietly)

    @Slot(list)
    def again(self, places: Sequence[str]) -> None:
        """Import files again that could not be read."""
        self.start(files_at(places))

    @Slot(list)
    def read_scans(self, places: Sequence[str]) -> None:
        """Read the pictures of pages in some files with Tesseract."""
        files = [Path(place) for place in places if Path(place).is_file()]
        if files:
            self._start("Reading scans", scans_into, files).succeeded.connect(self._finished)
        else:
            message = "These scans lie in an archive file, or have gone. Unpack it and import what is in it."
            self.failed.emit(UserError("no_scans", message))

    @Slot(object)
    def go_on(self, report: "ImportReport") -> None:
        """Import what an import did not come to; what is here already is not read twice."""
        self.start([Path(path) for path in report.paths])

    @Slot()
    def report(self) -> None:
        """Read the report of the last import off the interface thread; `reported` brings it."""
        self._read_report(None, "asked")

    @Slot(int)
    def report_of(self, import_id: int, why: Why = "asked") -> None:
        """Read the report of an import."""
        self._read_report(import_id, why)

    def _start(self, title: str, work: Callable[..., Any], paths: list[Path]) -> Job:
        job = self._session.jobs.write(title, work, self._session.folder, paths)
        self._under_way += 1
        job.finished.connect(self._ended)
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._failed)
        return job

    def _mark(self, folder: Path) -> None:
        """Mark what the new reports say, now that they can be found."""
        self._session.jobs.write("Marking", mark_in, folder)

    def _read_report(self, asked: "ImportReport | int | None", why: Why) -> None:
        self._newest += 1
        job = self._session.jobs.read("Report", read_for, self._session.folder, asked, (self._newest, why))
        job.succeeded.connect(self._read)
        job.failed.connect(self.failed)

    @Slot(object)
    def _read(self, read: "tuple[ReadReport | None, tuple[int, Why]]") -> None:
        report, (number, why) = read
        if report is not None and number == self._newest:
            self.reported.emit(report, why)

    @Slot(object)
    def _ended(self, _job: object) -> None:
        self._under_way -= 1

    @Slot(object)
    def _finished(self, done: "tuple[Path, ImportReport]") -> None:
        self._session.written()
        folder, report = done
        self._mark(folder)
        if folder == self._session.folder:  # else another archive has been opened meanwhile
            self._read_report(report, "ended")

    @Slot(object)
    def _finished_quietly(self, done: "tuple[Path, ImportReport]") -> None:
        self._session.written()
        self._mark(done[0])
        self.said.emit(told(done[1]))

    @Slot()
    def _cancelled(self) -> None:
        self._session.written()
        self._read_report(None, "ended")

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._session.written()
        self.failed.emit(error)


def kinds_of_files() -> str:
    """Return the kinds of files that can be imported, as a dialog wants them."""
    from desktop_app.core.importing.bundles import SUFFIXES as BUNDLES
    from desktop_app.core.importing.formats import SUFFIXES as FORMATS

    endings = sorted({ending for kind in (FORMATS, BUNDLES) for endings in kind.values() for ending in endings})
    return f"Articles ({' '.join('*' + ending for ending in endings)});;All files (*)"


def files_at(places: Sequence[str]) -> list[Path]:
    """Return the files to import again: for what lies in a bundle, the bundle."""
    found: dict[Path, None] = {}
    for place in places:
        path = Path(place)
        file = next((above for above in (path, *path.parents) if above.is_file()), path)
        found[file] = None
    return list(found)


def told(report: "ImportReport") -> str:
    """Return in a line what came of an import nobody is waiting for."""
    added = sum(file.articles or 1 for file in report.having("added"))
    failed = len(report.having("failed"))
    articles = "1 article" if added == 1 else f"{added:,} articles"
    trouble = f", {failed:,} could not be read" if failed else ""
    return f"{articles} added from the watched folder{trouble}"


def import_into(report: Progress, folder: Path, paths: list[Path]) -> "tuple[Path, ImportReport]":
    """Import; run in a process of its own, so that the libraries it needs are loaded there."""
    from desktop_app.core.importing.intake import import_paths

    return folder, import_paths(report, folder, paths)


def mark_in(report: Progress, folder: Path) -> None:
    """Mark what the latest reports say, so that comparing them begins at once; run in a process of its own."""
    from desktop_app.core.analysis import keeping
    from desktop_app.core.archive import opened

    with opened(folder) as archive:
        keeping.catch_up(report, archive, MARKING)


def scans_into(report: Progress, folder: Path, files: list[Path]) -> "tuple[Path, ImportReport]":
    """Read scans; run in a process of its own."""
    from desktop_app.core.importing.scans import read_scans

    return folder, read_scans(report, folder, files)


def read_for(
    report: Progress, folder: Path, asked: "ImportReport | int | None", question: tuple[int, Why]
) -> tuple[ReadReport | None, tuple[int, Why]]:
    """Read a report, and tell which question it answers."""
    return read_report(report, folder, asked), question
