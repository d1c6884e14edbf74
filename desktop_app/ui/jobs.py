"""Long work off the interface thread, with progress, cancelling and errors."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, Signal, Slot

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Cancelled
from desktop_app.core.work import in_process

log = logging.getLogger(__name__)

REPORT_EVERY = 0.05  # seconds; unthrottled reports starve the interface


class Job(QObject):
    """One piece of work; lives on the interface thread and is told there how the work ends."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    finished = Signal(object)  # the job itself
    _ended = Signal()

    def __init__(self, title: str, work: Callable[..., Any], args: tuple[Any, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._args = args
        self._stop = threading.Event()
        self._reported = 0.0
        self._result: Any = None
        self._error: Exception | None = None
        self._ended.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; called on a pool thread, and only there."""
        try:
            if self._stop.is_set():
                raise Cancelled
            self._result = self._work(self._report, *self._args)
        except Exception as error:  # noqa: BLE001 - handed to the interface thread
            self._error = error
        self._ended.emit()

    def _report(self, done: int, total: int, note: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= REPORT_EVERY:
            self._reported = now
            self.progressed.emit(done, total, note)

    @Slot()
    def _settle(self) -> None:
        if self._error is None and not self._stop.is_set():
            self.succeeded.emit(self._result)
        elif self._error is None or isinstance(self._error, Cancelled):
            self.cancelled.emit()
        else:
            if not isinstance(self._error, UserError):
                log.error("%s failed", self.title, exc_info=self._error)
            self.failed.emit(self._error)
        self.finished.emit(self)


class Jobs(QObject):
    """Starts jobs and keeps them: one writer, one search and one relating at a time, readers side by side."""

    started = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = QThreadPool(self)
        self._searches = QThreadPool(self)
        self._searches.setMaxThreadCount(1)
        self._relating = QThreadPool(self)
        self._relating.setMaxThreadCount(1)
        self._relating.setThreadPriority(QThread.Priority.LowPriority)
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)
        self._running: set[Job] = set()

    def read(self, title: str, work: Callable[..., Any], *args: Any) -> Job:
        """Run short read-only work(report, *args) on a thread."""
        return self._start(self._readers, title, work, args)

    def search(self, title: str, work: Callable[..., Any], *args: Any, priority: int = 0) -> Job:
        """Run work on the one thread that has the index open; what waits there under its title is dropped."""
        self._cancel(title)
        return self._start(self._searches, title, work, args, priority)

    def relate(self, title: str, work: Callable[..., Any], *args: Any, priority: int = 0) -> Job:
        """Run work on the one thread that relates articles; what was begun there under its title is dropped."""
        self._cancel(title)
        return self._start(self._relating, title, work, args, priority)

    def write(self, title: str, work: Callable[..., Any], *args: Any) -> Job:
        """Run long or changing work(report, *args) in a process of its own, one at a time."""
        job = self._start(self._writers, title, in_process, (work, *args))
        self.started.emit(job)
        return job

    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything and wait for it to stop."""
        for job in self._running:
            job.cancel()
        for pool in (self._readers, self._searches, self._relating, self._writers):
            pool.waitForDone()

    def _cancel(self, title: str) -> None:
        for job in self._running:
            if job.title == title:
                job.cancel()

    def _start(
        self, pool: QThreadPool, title: str, work: Callable[..., Any], args: tuple[Any, ...], priority: int = 0
    ) -> Job:
        job = Job(title, work, args, self)
        self._running.add(job)
        job.finished.connect(self._drop)
        pool.start(job.run, priority)
        return job

    @Slot(object)
    def _drop(self, job: Job) -> None:
        self._running.discard(job)
        job.deleteLater()
