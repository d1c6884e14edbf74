"""The archive the window shows: opening it, searching it, and hearing of its changes."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from desktop_app.core import settings
from desktop_app.core.change import Change
from desktop_app.core.progress import Progress
from desktop_app.ui.jobs import Job, Jobs
from desktop_app.ui.listing import Asked, listing
from desktop_app.ui.undo import ChangeCommand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.search import Finder
    from desktop_app.core.search.same_event import Events

log = logging.getLogger(__name__)


class Session(QObject):
    """One open archive at a time; `archive` belongs to the interface thread."""

    opened = Signal()
    changed = Signal()  # articles came, went or were corrected
    found = Signal(object)  # Listing, of the newest query only
    failed = Signal(Exception)
    indexed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.undo_stack = QUndoStack(self)
        self.archive: Archive | None = None
        self._folder: Path | None = None
        self._opening: Job | None = None  # the one that was asked for last
        self._finder: Finder | None = None
        self._events: Events | None = None
        self._last: Asked | None = None
        self._mending: Job | None = None  # builds a damaged index anew
        self._repaired = False

    @property
    def name(self) -> str:
        """The name of the open archive."""
        return self._folder.name if self._folder else ""

    @property
    def folder(self) -> Path:
        """The folder of the archive; asking for it before one is open is a bug."""
        if self._folder is None:
            raise RuntimeError("no archive is open")
        return self._folder

    def open(self, folder: Path, *, create: bool) -> None:
        """Open an archive; what takes long is done off the interface thread, then `opened` is emitted.

        Until then the archive open before stays the one that is searched and written to.
        """
        if self._opening is not None:
            self._opening.cancel()
        self._opening = job = self.jobs.read("Opening", _prepare, folder, create)
        job.succeeded.connect(self._opened)
        job.failed.connect(self.failed)

    def search(self, asked: Asked) -> None:
        """Search off the interface thread; only the newest query is answered."""
        self._last = asked
        job = self.with_index("Search", listing, asked, priority=1)
        if job is not None:
            job.succeeded.connect(self.found)
            job.failed.connect(self._search_failed)

    def with_index(self, title: str, work: Callable[..., Any], *args: Any, priority: int = 0) -> Job | None:
        """Run work(report, finder, folder, *args) on the thread that has the index open; None before it is.

        What waits there under the same title is dropped for it; a search goes before what only counts.
        """
        if self._finder is None:
            return None
        return self.jobs.search(title, work, self._finder, self.folder, *args, priority=priority)

    def with_events(self, title: str, work: Callable[..., Any], *args: Any, priority: int = 0) -> Job | None:
        """Run work(report, events, *args) where articles are related to each other; None before an archive is open.

        What was begun there under the same title is dropped for it. No search waits for it.
        """
        if self._events is None:
            return None
        return self.jobs.relate(title, work, self._events, *args, priority=priority)

    def change(self, change: Change) -> bool:
        """Make a small change that Undo takes back; tell whether it could be made."""
        made = self.write(change.do)
        if made:
            self.undo_stack.push(ChangeCommand(change, self.write))
        self.written()
        return made

    def written(self) -> None:
        """Tell everyone that the archive has changed, and bring the index up to date."""
        self.changed.emit()
        self.bring_index_up()

    def undo(self) -> None:
        """Take the last change back."""
        self.undo_stack.undo()
        self.written()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.undo_stack.redo()
        self.written()

    def state_text(self) -> str:
        """Return the state of the archive in a line."""
        if self.archive is None:
            return ""
        count = self.archive.articles.count()
        articles = "empty" if not count else "1 article" if count == 1 else f"{count:,} articles"
        index = "" if not count else " · index up to date" if not len(self.archive.index_queue) else " · indexing …"
        return f"Archive: {self.name} · {articles}{index}"

    def bring_index_up(self) -> None:
        """Index what waits, in a process of its own."""
        if self.archive is not None and len(self.archive.index_queue):
            self._index(catch_up)

    def rebuild_index(self) -> None:
        """Build the index anew; it is only a shadow of the archive."""
        self._mending = self._index(rebuild)
        self._mending.finished.connect(self._mended)

    def close(self) -> None:
        """Close the archive."""
        if self.archive is not None:
            self.archive.db.close()
        self.archive = None
        self._finder = self._events = None

    def write(self, action: Callable[[], None]) -> bool:
        """Write to the archive, or say why it cannot be written to."""
        from desktop_app.core.archive import explained

        try:
            with explained(self.folder):
                action()
        except Exception as error:  # noqa: BLE001 - shown by the window
            self.failed.emit(error)
            return False
        return True

    @Slot(object)
    def _opened(self, prepared: "tuple[Finder, Events]") -> None:
        from desktop_app.core.archive import open_archive

        finder, events = prepared
        archive = open_archive(finder.folder)
        self.close()
        self.archive = archive
        self._folder = finder.folder
        self._finder, self._events = finder, events
        self._mending, self._repaired = None, False
        self.undo_stack.clear()
        settings.save(settings.load().opened(self.folder))
        self.opened.emit()
        self.bring_index_up()

    @Slot(Exception)
    def _search_failed(self, error: Exception) -> None:
        from desktop_app.core.search import IndexDamaged

        damaged = isinstance(error, IndexDamaged)
        if damaged and self._mending is not None:
            return  # it is searched again once the index is there
        if damaged and not self._repaired:
            self._repaired = True
            self.rebuild_index()
        else:
            self.failed.emit(error)

    @Slot(object)
    def _mended(self, job: Job) -> None:
        if job is self._mending:
            self._mending = None

    def _index(self, work: object) -> Job:
        job = self.jobs.write("Indexing", work, self.folder)  # type: ignore[arg-type]
        job.succeeded.connect(self._indexed)
        job.failed.connect(self.failed)
        return job

    @Slot(object)
    def _indexed(self, _count: object) -> None:
        self.indexed.emit()
        if self._last is not None:
            self.search(self._last._replace(typing=False))


def _prepare(report: Progress, folder: Path, create: bool) -> "tuple[Finder, Events]":
    """Open the archive once on a thread, so that migrating and importing libraries keep nobody waiting."""
    from desktop_app.core.archive import opened
    from desktop_app.core.search import Finder
    from desktop_app.core.search.same_event import Events

    with opened(folder, create=create):
        report(0, 0)
    return Finder(folder), Events(folder)


def catch_up(report: Progress, folder: Path) -> int:
    """Index what waits, and compare what was corrected; run in a process of its own."""
    from desktop_app.core.archive import opened
    from desktop_app.core.importing import duplicates
    from desktop_app.core.search import index

    with opened(folder) as archive:
        done = index.catch_up(report, archive)
        duplicates.catch_up(report, archive)
        return done


def rebuild(report: Progress, folder: Path) -> int:
    """Build the index anew; run in a process of its own."""
    from desktop_app.core.archive import opened
    from desktop_app.core.search import index

    with opened(folder) as archive:
        return index.rebuild(report, archive)


def remember(**choices: object) -> None:
    """Keep some of the user's choices for the next start."""
    settings.save(replace(settings.load(), **choices))  # type: ignore[arg-type]
