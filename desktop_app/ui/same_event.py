"""The same event elsewhere: what other sources report of it, to be opened and to be compared."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.ui.cards import Cards, TitleLink, from_where
from desktop_app.ui.facts import muted
from desktop_app.ui.reader import Reader
from desktop_app.ui.session import Session
from desktop_app.ui.tray import MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.same_event import Elsewhere, Events

SHOWN = MOST - 1  # reports; with the article itself as many as can be compared
LOOKING = "Looking for other reports …"
NOTHING = "No other report of this event found here."
ONLY_COPIES = "No other report of this event found here, but copies of this one."
NOT_INDEXED = "Known once this article is indexed."
NOT_KNOWN = "This could not be worked out."


class SameEvent(Cards):
    """A card for each report of the same event, and all of them beside each other with one click."""

    compare_wanted = Signal(list)  # articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen.connect(self._compare_reports)

    def show_elsewhere(self, elsewhere: "Elsewhere") -> None:
        """Show the reports; what is shown already stays, and with it the keyboard's place."""
        if elsewhere == self._shown:
            return
        if not elsewhere.reports:
            self.say(NOT_INDEXED if not elsewhere.indexed else ONLY_COPIES if elsewhere.copies else NOTHING)
            return
        self._shown = elsewhere
        self.clear()
        reports = elsewhere.reports[:SHOWN]
        for report in reports:
            where = from_where(report.summary)
            title = TitleLink(report.summary, "sameEvent", f"{report.summary.heading}, {where}")
            compare = self.compare_link("Compare with this", "compareWith", [report.summary.id])
            self.add_card(title, "", [where, "; ".join(report.reasons)], compare)
        if len(elsewhere.reports) > SHOWN:
            self.add(muted("and more"))
        if len(reports) > 1:
            ids = [report.summary.id for report in reports]
            self.add(self.compare_link(f"Compare all {len(ids) + 1}", "compareAll", ids))

    @Slot(list)
    def _compare_reports(self, ids: list[int]) -> None:
        if self._shown is not None:
            self.compare_wanted.emit([self._shown.article.id, *ids])


class SameEventElsewhere(QObject):
    """Finds out what else reports the event of the article being read, off the interface thread."""

    def __init__(self, session: Session, reader: Reader, cards: SameEvent) -> None:
        super().__init__(cards)
        self._session, self._reader, self._cards = session, reader, cards
        reader.shown.connect(self._begin)
        session.opened.connect(self._begin)  # what is shown is of another archive, if of the same id
        session.indexed.connect(self._ask)

    @Slot()
    def _begin(self) -> None:
        self._cards.say(LOOKING)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._reader.article is not None:
            job = self._session.with_events("Same event", elsewhere, self._reader.article.id)
            if job is not None:
                job.succeeded.connect(self._show)
                job.failed.connect(self._failed)

    @Slot(object)
    def _show(self, found: "Elsewhere | None") -> None:
        reading = self._reader.article
        if found is not None and reading is not None and found.article.id == reading.id:
            self._cards.show_elsewhere(found)

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._cards.say(str(error) if isinstance(error, UserError) else NOT_KNOWN)


def elsewhere(report: Progress, events: "Events", id_: int) -> "Elsewhere | None":
    """Return what other sources report of the event of an article; runs on a thread."""
    report(0, 0)
    return events.elsewhere(id_)
