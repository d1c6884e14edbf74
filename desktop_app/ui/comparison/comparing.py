"""Laying articles side by side: the comparison is worked out off the interface thread, then shown."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.progress import Progress
from desktop_app.ui.comparison.judging import Judging
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.comparisons import SavedComparison
    from desktop_app.ui.comparison.tabs import Tab
    from desktop_app.ui.comparison.view import ComparisonView
    from desktop_app.ui.comparison.working_out import WorkedOut

FEWEST = 2  # articles; the core that knows it is not loaded at start
TABS: tuple["Tab", ...] = ("figures", "quotations", "names", "passages", "statements", "timeline")


class Comparing(QWidget):
    """The page of the comparison, made when it is first needed."""

    ready = Signal()
    back_wanted = Signal()
    pdf_wanted = Signal()
    date_wanted = Signal(list)  # the article whose date is to be set
    more_wanted = Signal(list)  # the articles on screen, to which another is to be added
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ids: Sequence[int] = ()
        self.saved: SavedComparison | None = None  # under which name it is kept
        self.view: ComparisonView | None = None
        self._judging = Judging(session, self)
        self._steps: Iterator[object] = iter(())
        self._stepping = QTimer(self)
        self._stepping.timeout.connect(self._step)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        session.changed.connect(self._refresh)
        session.opened.connect(self._forget)

    def compare(self, ids: Sequence[int], saved: "SavedComparison | None" = None) -> None:
        """Compare articles, the oldest first; `ready` tells when they can be seen."""
        if self._session.archive is not None:
            self.saved = saved
            job = self._session.jobs.read("Comparing", _work_out, self._session.folder, list(ids))
            job.progressed.connect(self._prepare)
            job.succeeded.connect(self._show)
            job.failed.connect(self.failed)

    def call(self, saved: "SavedComparison") -> None:
        """Show the name under which the comparison is kept."""
        self.saved = saved
        if self.view is not None:
            self.view.head.show_name(saved.name, saved.note)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of a comparison do."""
        return {
            "next_row": lambda: self._shown.step(1),
            "previous_row": lambda: self._shown.step(-1),
            "next_difference": lambda: self._shown.step_difference(1),
            "previous_difference": lambda: self._shown.step_difference(-1),
            **{f"show_{tab}": partial(self._show_tab, tab) for tab in TABS},
            "accept_row": lambda: self._shown.decide(True),
            "reject_row": lambda: self._shown.decide(False),
            "link_sentences": self._link,
            "scroll_together": self._scroll_together,
            "shade_alone": self._shade,
            "add_report": self._ask_for_more,
        }

    @property
    def _shown(self) -> "ComparisonView":
        """The comparison the commands are about; without one they are greyed out."""
        if self.view is None:
            raise RuntimeError("no comparison is shown")
        return self.view

    def _show_tab(self, tab: "Tab") -> None:
        self._shown.go_to_tab(tab)

    def _link(self) -> None:
        self._shown.link()

    def _scroll_together(self) -> None:
        columns = self._shown.columns
        if columns is not None:
            columns.scroll_together(together=not columns.together)
            self._shown.foot.say("The texts scroll together" if columns.together else "Each text scrolls by itself")

    def _shade(self) -> None:
        shaded = self._shown.texts.toggle_shade()
        self._shown.foot.say("What one report alone says is shaded" if shaded else "Nothing is shaded")

    @Slot(int)
    def _ask_for_date(self, id_: int) -> None:
        self.date_wanted.emit([id_])

    @Slot()
    def _ask_for_more(self) -> None:
        self.more_wanted.emit(list(self.ids))

    @Slot()
    def _prepare(self) -> "ComparisonView":
        """Make the view, when it is first needed."""
        if self.view is None:
            from desktop_app.ui.comparison.view import ComparisonView

            self.view = ComparisonView(self)
            self.view.back_wanted.connect(self.back_wanted)
            self.view.pdf_wanted.connect(self.pdf_wanted)
            self.view.head.more_wanted.connect(self._ask_for_more)
            self.view.date_wanted.connect(self._ask_for_date)
            self._judging.listen_to(self.view)
            self._layout.addWidget(self.view)
            self.setFocusProxy(self.view.table)
        return self.view

    @Slot(object)
    def _show(self, worked_out: "WorkedOut") -> None:
        self._steps = self._showing(worked_out)
        self._stepping.start()

    @Slot()
    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._stepping.stop()

    def _showing(self, worked_out: "WorkedOut") -> Iterator[object]:
        """Show a comparison step by step, so that the window answers in between."""
        view = self._prepare()
        yield from view.texts.prepare(worked_out.articles)
        self.ids = [article.id for article in worked_out.articles]
        view.show_comparison(worked_out.articles, worked_out.comparison, worked_out.rows)
        view.head.show_name(*((self.saved.name, self.saved.note) if self.saved else ("", "")))
        yield view
        self.ready.emit()

    @Slot()
    def _refresh(self) -> None:
        """Work the comparison on screen out anew: something was corrected, in it or elsewhere, or undone."""
        archive = self._session.archive
        if archive is None or not self.ids or not self.isVisible():
            return
        self.ids = [article.id for article in archive.articles.summaries(self.ids)]
        if len(self.ids) < FEWEST:  # the others were removed: nothing is left to compare
            self.ids = ()
            self.back_wanted.emit()
        else:
            job = self._session.jobs.read("Comparing", _work_out, self._session.folder, list(self.ids))
            job.succeeded.connect(self._show_again)
            job.failed.connect(self._tell)

    @Slot(object)
    def _show_again(self, worked_out: "WorkedOut") -> None:
        if self.view is not None and sorted(self.ids) == sorted(article.id for article in worked_out.articles):
            self.ids = [article.id for article in worked_out.articles]
            self.view.show_comparison(worked_out.articles, worked_out.comparison, worked_out.rows)

    @Slot(Exception)
    def _tell(self, error: Exception) -> None:
        """Say why it was not worked out anew, unless it was left meanwhile: its articles may be gone."""
        if self.isVisible():
            self.failed.emit(error)

    @Slot()
    def _forget(self) -> None:
        self.ids, self.saved = (), None


def _work_out(report: Progress, folder: Path, ids: list[int]) -> "WorkedOut":
    """Compare articles, and load the view meanwhile; runs on a thread, where the window need not wait for it."""
    from desktop_app.ui.comparison.working_out import work_out

    import_module("desktop_app.ui.comparison.view")
    report(0, 0)
    return work_out(report, folder, ids)
