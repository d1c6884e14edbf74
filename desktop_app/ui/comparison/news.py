"""The news of saved comparisons: articles imported since that report the same event, told quietly."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.article import Summary
from desktop_app.core.progress import Progress
from desktop_app.ui.comparison.comparing import Comparing
from desktop_app.ui.comparison.news_bar import NewsBar
from desktop_app.ui.in_turn import InTurn
from desktop_app.ui.session import Session
from desktop_app.ui.tray import MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.comparisons import SavedComparison
    from desktop_app.core.search.same_event import Events

NOT_SAVED = "Added here; save the comparison to keep it so (Ctrl+S)."


class News(QObject):
    """Looks for new reports beside each saved comparison, and tells of them where it is shown."""

    changed = Signal()

    def __init__(self, session: Session, comparing: Comparing, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._comparing = session, comparing
        self._saved: Sequence[SavedComparison] = ()
        self._new: dict[str, Sequence[Summary]] = {}
        self._bar: NewsBar | None = None
        self._turns = InTurn(session, "New reports", new_beside, self)
        self._turns.answered.connect(self._answered)
        session.opened.connect(self._forget)
        session.indexed.connect(self._look)
        comparing.ready.connect(self._show)

    def show_saved(self, saved: "Sequence[SavedComparison]") -> None:
        """Look for the news of these comparisons, if they are not those looked at before."""
        if list(saved) != list(self._saved):
            self._saved = saved
            self._tell()
            self._look()

    def counts(self) -> Mapping[str, int]:
        """Return how many new reports there are beside each comparison, by its name."""
        return {saved.name: len(self._of(saved)) for saved in self._saved}

    def _of(self, saved: "SavedComparison") -> list[Summary]:
        known = {*saved.articles, *saved.seen}
        return [summary for summary in self._new.get(saved.name, ()) if summary.id not in known]

    @Slot()
    def _forget(self) -> None:
        self._saved, self._new = (), {}

    @Slot()
    def _look(self) -> None:
        self._turns.ask(self._saved)

    @Slot(object)
    def _answered(self, answer: "tuple[str, Sequence[Summary]]") -> None:
        name, new = answer
        self._new[name] = new
        self.changed.emit()
        self._tell()

    def _here(self) -> list[Summary]:
        """Return the news of the comparison on screen that are not on screen themselves."""
        shown = self._comparing.saved
        saved = next((saved for saved in self._saved if shown and saved.name == shown.name), None)
        return [summary for summary in self._of(saved) if summary.id not in self._comparing.ids] if saved else []

    def _tell(self) -> None:
        if self._bar is not None:
            self._bar.show_news(self._here(), room=MOST - len(self._comparing.ids))

    @Slot()
    def _show(self) -> None:
        """Tell of the news of the comparison that has come on screen."""
        view, saved = self._comparing.view, self._comparing.saved
        if view is None:
            return
        if self._bar is None:
            self._bar = view.news
            self._bar.add_wanted.connect(self._add)
            self._bar.dismissed.connect(self._dismiss)
        self._tell()
        if saved is not None and set(saved.articles) != set(self._comparing.ids):
            view.foot.say(NOT_SAVED)

    @Slot()
    def _add(self) -> None:
        """Compare anew with the new reports, as far as there is room; it is the user who saves that."""
        ids = [*self._comparing.ids, *(summary.id for summary in self._here())]
        self._comparing.compare(ids[:MOST], self._comparing.saved)

    @Slot()
    def _dismiss(self) -> None:
        """Tell of these no more."""
        archive, shown = self._session.archive, self._comparing.saved
        if archive is not None and shown is not None:
            ids = [summary.id for summary in self._here()]
            if self._session.write(lambda: archive.comparisons.see(shown.name, ids)):
                self._comparing.saved = archive.comparisons.named(shown.name)
                self.changed.emit()
                self._tell()


def new_beside(report: Progress, events: "Events", saved: "SavedComparison") -> tuple[str, Sequence[Summary]]:
    """Return the name of a comparison and the articles that are news beside it; runs on a thread."""
    report(0, 0)
    return saved.name, events.new_beside(saved)
