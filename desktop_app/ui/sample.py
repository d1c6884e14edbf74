"""The sample archive: made from the shipped articles when first asked for, then opened ready to compare."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.article import Summary
from desktop_app.paths import sample_archive, shipped
from desktop_app.ui.import_flow import import_into
from desktop_app.ui.session import Session

FEWEST = 2  # reports that can be compared; an archive with fewer was left before it was made
MAKING = "Making the sample archive"
# The reports that open side by side: two outlets on the day, and an agency report in its two printings.
COMPARED = (
    "Lower Velmark flooded after lock gate fails",
    "The night the Kestrel gate gave way",
    "Inquiry ordered into Kestrel lock failure",
    "Minister orders inquiry into Kestrel lock failure",
)


class Sample(QObject):
    """Opens the sample archive."""

    ready = Signal(list)  # the articles to compare
    making = Signal(str)  # how far it is with making the archive, in words; "" when that has ended
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = False
        self._making = False
        session.opened.connect(self._opened)

    @Slot()
    def explore(self) -> None:
        """Open the sample archive, making it the first time."""
        if not (self._making and self._here):
            self._wanted = True
            self._session.open(sample_archive(), create=True)

    @property
    def _here(self) -> bool:
        """Tell whether the sample archive is the one open."""
        return self._session.folder == sample_archive()

    @Slot()
    def _opened(self) -> None:
        self._wanted = self._wanted and self._here  # else the user has chosen another instead
        if not self._wanted or self._making:
            return
        if len(self._reports()) >= FEWEST:
            self._show()
            return
        self._making = True
        samples = [shipped("resources") / "samples"]
        job = self._session.jobs.write(MAKING, import_into, self._session.folder, samples)
        self.making.emit(f"{MAKING} …")
        job.progressed.connect(self._progressed)
        job.succeeded.connect(self._show)
        job.failed.connect(self.failed)
        job.finished.connect(self._made)

    @Slot()
    def _show(self) -> None:
        if self._wanted and self._here:
            self._wanted = False
            self.ready.emit(self._reports())

    def _reports(self) -> list[int]:
        """Return the reports that are to be compared, as far as they are here."""
        archive = self._session.archive
        return compared(archive.articles.summaries(list(archive.articles.ids(order="oldest")))) if archive else []

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self.making.emit(f"{MAKING} … {done} of {total}" if total else f"{MAKING} …")

    @Slot()
    def _made(self) -> None:
        """Show what came in, also where it was cancelled."""
        self._making = False
        self.making.emit("")
        self._session.written()


def compared(articles: Sequence[Summary]) -> list[int]:
    """Return the ids of the reports of the ready comparison."""
    return [article.id for article in articles if article.title in COMPARED]
