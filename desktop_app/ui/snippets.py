"""The snippets of the list: read off the interface thread, since each means going through a whole article."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.progress import Progress
from desktop_app.ui.jobs import Job, Jobs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.query import Query
    from desktop_app.core.search.snippets import Runs

PAGE = 20  # rows of the list that are read at once: a little more than a window shows
PAGES_KEPT = 50


class Snippets(QObject):
    """Gives the snippets there are and reads the others, those asked for last first."""

    ready = Signal(object)  # {article id: snippet}

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._folder = Path()
        self._query: Query | None = None
        self._first: Mapping[int, Runs] = {}
        self._wanted: list[int] = []
        self._job: Job | None = None

    def begin(self, folder: Path, query: "Query", first: "Mapping[int, Runs]") -> None:
        """Go on with another query, of which the first snippets have been read."""
        self._folder, self._query, self._first = folder, query, first
        self._wanted = []

    def of(self, ids: Sequence[int]) -> "Mapping[int, Runs]":
        """Return the first snippets; `ready` brings those that are missing."""
        missing = [id_ for id_ in ids if id_ not in self._first]
        # What is forgotten here belongs to pages that the list has forgotten too.
        self._wanted = [*missing, *self._wanted][: PAGE * PAGES_KEPT]
        self._read_next()
        return self._first

    @Slot()
    def _read_next(self) -> None:
        if self._job is None and self._wanted:
            ids, self._wanted = self._wanted[:PAGE], self._wanted[PAGE:]
            self._job = self._jobs.read("Snippets", _read, self._folder, self._query, ids)
            self._job.succeeded.connect(self._done)
            self._job.cancelled.connect(self._forget)
            self._job.finished.connect(self._finished)

    @Slot(object)
    def _done(self, read: "tuple[Query, Mapping[int, Runs]]") -> None:
        query, found = read
        if query is self._query:
            self.ready.emit(found)

    @Slot()
    def _forget(self) -> None:
        """Start nothing more: only closing the window cancels what the list has asked for."""
        self._wanted = []

    @Slot()
    def _finished(self) -> None:
        self._job = None
        self._read_next()


def snippets(report: Progress, folder: Path, query: "Query", ids: Sequence[int]) -> "dict[int, Runs]":
    """Return the snippets of some articles; runs on a thread."""
    from desktop_app.core.archive import opened
    from desktop_app.core.search.snippets import snippet

    found = {}
    with opened(folder) as archive:
        for article in archive.articles.many(ids):
            report(0, 0)
            found[article.id] = snippet(article.article, query)
    return found


def _read(report: Progress, folder: Path, query: "Query", ids: Sequence[int]) -> "tuple[Query, dict[int, Runs]]":
    return query, snippets(report, folder, query, ids)
