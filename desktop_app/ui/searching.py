"""What is being searched for: words, an order, and what the list is restricted to."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.core.article import Restriction, Selection
from desktop_app.ui.chips import restricted
from desktop_app.ui.listing import Asked, Listing, count
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.facets import Counts

TYPING_PAUSE = 60  # milliseconds between a key and the search for it
REST = 400  # milliseconds after the last key when what was found of a beginning so far is completed


class Searching(QObject):
    """Searches whenever what is asked for changes, then counts what was found."""

    changed = Signal()  # what the list is restricted to
    counted = Signal(object, object)  # Counts, and the Selection they belong to
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.text = ""
        self.order = "relevance"
        self.selection = Selection()
        self.part: tuple[str, Selection] | None = None  # a part of the archive that has a name for the moment
        self.folding = True  # whether reports that say the same are folded
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self._while_typing)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._complete)
        self._whole = True  # unless what is listed is known to be only some of it
        session.found.connect(self._count)

    @Slot(str)
    def type(self, text: str) -> None:
        """Search for what was typed, once the typing pauses; once it rests, for all of it."""
        self.text = text
        self._whole = True
        self._typing.start()
        self._resting.start()

    @Slot()
    def now(self) -> None:
        """Search at once."""
        self._typing.stop()
        self._resting.stop()
        self._session.search(self._asked)

    def toggle_folding(self) -> None:
        """Fold reports that say the same, or no longer."""
        self.folding = not self.folding
        self.changed.emit()
        self.now()

    @Slot(str)
    def choose_order(self, order: str) -> None:
        """List in another order."""
        self.order = order
        self.now()

    @Slot(object)
    def choose(self, selection: Selection) -> None:
        """Restrict the list to this and nothing else."""
        if selection != self.selection:
            self.selection = selection
            self.changed.emit()
            self.now()

    def choose_part(self, name: str, selection: Selection) -> None:
        """List a part of the archive that is known under a name for the moment."""
        self.part = (name, selection)
        self.choose(selection)
        self.changed.emit()

    @Slot(object, str)
    def restrict(self, restriction: Restriction, how: str) -> None:
        """Restrict the list by a value of a facet, or take that back."""
        self.choose(restricted(self.selection, restriction, how))

    @Slot(object)
    def choose_span(self, span: tuple[str, str] | None) -> None:
        """Restrict the list to a span of dates, or to none."""
        self.choose(replace(self.selection, span=span, undated=False))

    @Slot()
    def choose_undated(self) -> None:
        """Restrict the list to what is undated."""
        self.choose(replace(self.selection, span=None, undated=True))

    def choose_everything(self) -> None:
        """Take all restrictions back, without searching yet."""
        self.selection, self.part = Selection(), None
        self.changed.emit()

    @property
    def _asked(self) -> Asked:
        return Asked(self.text, self.order, self.selection, self.folding)

    @Slot()
    def _while_typing(self) -> None:
        self._session.search(self._asked._replace(typing=True))

    @Slot()
    def _complete(self) -> None:
        if not (self._whole or self._resting.isActive()):
            self.now()

    @Slot(object)
    def _count(self, listing: Listing) -> None:
        self._whole = listing.whole or listing.found.query.text != self.text
        self._complete()
        self._counting = listing.selection
        job = self._session.with_index("Counting", count, listing)
        if job is not None:
            job.succeeded.connect(self._counted)
            job.failed.connect(self.failed)

    @Slot(object)
    def _counted(self, counts: "Counts") -> None:
        self.counted.emit(counts, self._counting)
