"""The bar above a comparison that tells of new reports of its event."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.core.article import Summary
from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import link

NAMED = 2  # articles named in the line
TITLE = 60  # characters of a title
NO_ROOM = "Six reports is the most that can be compared."


class NewsBar(QWidget):
    """One line: what is new, and what can be done about it."""

    add_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.add = link("Add", "addNews")
        self.add.clicked.connect(self.add_wanted)
        self.later = link("Not now", "notNow")
        self.later.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 10, 3)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.add)
        layout.addWidget(self.later)
        self.hide()

    def show_news(self, new: Sequence[Summary], *, room: int) -> None:
        """Show new articles, as many as `room` of which can be added; nothing where there are none."""
        self.setVisible(bool(new))
        self.sentence.setText(told(new))
        self.sentence.setToolTip("\n".join(map(named, new)))
        self.add.setEnabled(room > 0)
        self.add.setToolTip("" if room else NO_ROOM)
        for button in (self.add, self.later):
            button.setAccessibleDescription(self.sentence.text())


def told(new: Sequence[Summary]) -> str:
    """Return how many new articles match, and the first of them."""
    count = "1 new article matches" if len(new) == 1 else f"{len(new)} new articles match"
    more = ", …" if len(new) > NAMED else ""
    return f"{count} this event: {', '.join(map(named, new[:NAMED]))}{more}"


def named(summary: Summary) -> str:
    """Return title and source of an article."""
    heading = summary.heading
    title = heading if len(heading) <= TITLE else heading[: TITLE - 1].rstrip() + "…"
    return f"{isolated(title)} ({isolated(summary.source or 'unknown source')})"
