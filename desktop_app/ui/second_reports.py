"""Second reports: what an import brought of events that other articles here report as well, offered quietly."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import link, muted
from desktop_app.ui.in_turn import InTurn
from desktop_app.ui.layouts import empty
from desktop_app.ui.same_event import elsewhere
from desktop_app.ui.session import Session
from desktop_app.ui.tray import MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.same_event import Elsewhere

LINES = 3
LOOKED_AT = 200  # articles of one import
TITLE = 70  # characters of a title


class SecondReports(QWidget):
    """A line for each event, at most a few."""

    compare_wanted = Signal(list)  # articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("secondReports")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(14, 5, 14, 5)
        self._layout.setVerticalSpacing(0)
        self._layout.setColumnStretch(2, 1)
        self.hide()

    def show_found(self, found: "Sequence[Elsewhere]", looked_at: int) -> None:
        """Show of which events there are other reports, `looked_at` being the articles of the import looked at."""
        empty(self._layout)
        for row, event in enumerate(found[:LINES]):
            line = QLabel(told(event))
            line.setObjectName("secondReport")
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setToolTip(event.article.heading)
            line.setMinimumWidth(1)  # cut where the window is narrow
            compare = link("Compare", "compareSecond")
            compare.setAccessibleDescription(line.text())
            compare.setProperty("articles", [event.article.id, *(report.summary.id for report in event.reports)])
            compare.clicked.connect(self._compare)
            self._layout.addWidget(line, row, 0)
            self._layout.addWidget(compare, row, 1)
        if len(found) > LINES:
            among = f" among the first {LOOKED_AT} articles" if looked_at == LOOKED_AT else ""
            self._layout.addWidget(muted(f"… and {len(found) - LINES} more{among}"), LINES, 0, 1, 3)
        self.setVisible(bool(found))

    @Slot()
    def _compare(self) -> None:
        self.compare_wanted.emit(self.sender().property("articles")[:MOST])


class LookingForSecondReports(QObject):
    """Looks through the articles of the import that is shown, in the background and as far as they are indexed."""

    def __init__(self, session: Session, lines: SecondReports) -> None:
        super().__init__(lines)
        self._session, self._lines = session, lines
        self._import = 0
        self._looked_at = 0
        self._found: list[Elsewhere] = []
        self._told: set[int] = set()  # articles of the events found
        self._turns = InTurn(session, "Second reports", elsewhere, self)
        self._turns.answered.connect(self._answered)
        session.indexed.connect(self._again)

    def look(self, import_id: int) -> None:
        """Look through an import."""
        from desktop_app.core.archive.articles import Selection

        if self._session.archive is None:
            return
        ids = self._session.archive.articles.ids(Selection(imported_by=import_id), "oldest")[:LOOKED_AT]
        self._import, self._looked_at = import_id, len(ids)
        self._found, self._told = [], set()
        self._lines.show_found((), 0)
        self._turns.ask(id_ for id_ in ids if id_ not in self._told)

    @Slot()
    def _again(self) -> None:
        page = self._lines.parentWidget()
        if self._import and page is not None and page.isVisible():
            self.look(self._import)

    @Slot(object)
    def _answered(self, event: "Elsewhere | None") -> None:
        if event is not None and event.reports:
            self._found.append(event)
            self._told |= {event.article.id, *event.copies, *(report.summary.id for report in event.reports)}
            self._lines.show_found(self._found, self._looked_at)


def told(event: "Elsewhere") -> str:
    """Return in a line of which article there are other reports, and how many."""
    heading, count = event.article.heading, len(event.reports)
    title = heading if len(heading) <= TITLE else heading[: TITLE - 1].rstrip() + "…"
    articles = "1 article" if count == 1 else f"{count} articles"
    return f"“{isolated(title)}” reports the same event as {articles} here"
