"""Laying articles side by side: the comparison is worked out off the interface thread, then shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.progress import Progress
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.comparison import Comparison
    from desktop_app.ui.comparison.view import ComparisonView


class Comparing(QWidget):
    """The page of the comparison, made when it is first needed."""

    ready = Signal()
    back_wanted = Signal()
    pdf_wanted = Signal()
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.view: ComparisonView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def compare(self, ids: Sequence[int]) -> None:
        """Compare articles, the oldest first; `ready` tells when they can be seen."""
        if self._session.archive is None:
            return
        articles = oldest_first(self._session.archive.articles.many(list(ids)))
        job = self._session.jobs.read("Comparing", work_out, articles)
        job.succeeded.connect(self._show)
        job.failed.connect(self.failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of a comparison do."""
        return {
            "next_row": lambda: self._shown.step(1),
            "previous_row": lambda: self._shown.step(-1),
            "next_difference": lambda: self._shown.step_difference(1),
            "previous_difference": lambda: self._shown.step_difference(-1),
            "show_figures": lambda: self._shown.go_to_tab("figures"),
            "show_quotations": lambda: self._shown.go_to_tab("quotations"),
            "show_names": lambda: self._shown.go_to_tab("names"),
            "show_passages": lambda: self._shown.go_to_tab("passages"),
            "show_statements": lambda: self._shown.go_to_tab("statements"),
            "show_timeline": lambda: self._shown.go_to_tab("timeline"),
            "accept_row": lambda: self._shown.decide(True),
            "reject_row": lambda: self._shown.decide(False),
            "link_sentences": self._link,
        }

    @property
    def _shown(self) -> "ComparisonView":
        """The comparison the commands are about; without one they are greyed out."""
        if self.view is None:
            raise RuntimeError("no comparison is shown")
        return self.view

    def _link(self) -> None:
        self._shown.link()

    @Slot(object)
    def _show(self, worked_out: "tuple[list[ArchivedArticle], Comparison]") -> None:
        if self.view is None:
            from desktop_app.ui.comparison.view import ComparisonView

            self.view = ComparisonView(self)
            self.view.back_wanted.connect(self.back_wanted)
            self.view.pdf_wanted.connect(self.pdf_wanted)
            self._layout.addWidget(self.view)
        self.view.show_comparison(*worked_out)
        self.ready.emit()


def work_out(report: Progress, articles: list[ArchivedArticle]) -> "tuple[list[ArchivedArticle], Comparison]":
    """Compare articles; runs on a thread."""
    from desktop_app.core.comparison import compare

    report(0, 0)
    return articles, compare([article.article for article in articles])


def oldest_first(articles: Sequence[ArchivedArticle]) -> list[ArchivedArticle]:
    """Return articles as the columns stand: by date, those without one last."""
    return sorted(
        articles, key=lambda article: (article.article.published is None, article.article.published or "")
    )
