"""Cards about other articles beside the one being read: the title of each opens it, a link below compares."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.article import Summary
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import joined
from desktop_app.ui.facts import link, muted
from desktop_app.ui.layouts import empty
from desktop_app.ui.theme import look


class Cards(QWidget):
    """Cards one below the other, or a sentence why there are none."""

    opened = Signal(int)  # article
    chosen = Signal(list)  # other articles, to be compared with the one being read

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Any = None  # what the cards are of, None while a sentence stands there
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def clear(self) -> None:
        """Take everything away."""
        empty(self._layout)

    def say(self, text: str) -> None:
        """Say why there are no cards."""
        self._shown = None
        self.clear()
        self.add(muted(text))

    def add(self, widget: QWidget) -> None:
        """Put something below what is there; a link is only as wide as its words."""
        side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        self._layout.addWidget(widget, 0, side)

    def add_card(
        self, title: "TitleLink", above: str = "", below: Sequence[str] = (), compare: QPushButton | None = None
    ) -> None:
        """Put a card below what is there: lines around the title of an article, and what compares it."""
        card = QFrame()
        card.setProperty("look", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(9, 7, 9, 7)
        layout.setSpacing(2)
        title.linkActivated.connect(self._open)
        for widget in (*([muted(above)] if above else []), title, *(muted(line) for line in below if line)):
            layout.addWidget(widget)
        if compare is not None:
            compare.setAccessibleDescription(title.accessibleName())
            layout.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(card)

    def compare_link(self, text: str, name: str, ids: Sequence[int]) -> QPushButton:
        """Return a link that compares some articles with the one being read."""
        compare = link(text, name)
        compare.setProperty("articles", list(ids))
        compare.clicked.connect(self._compare)
        return compare

    @Slot(str)
    def _open(self, id_: str) -> None:
        self.opened.emit(int(id_))

    @Slot()
    def _compare(self) -> None:
        self.chosen.emit(self.sender().property("articles"))


class TitleLink(QLabel):
    """The title of an article as a link; `linkActivated` gives its id."""

    def __init__(self, summary: Summary, name: str, called: str) -> None:
        super().__init__(f'<a href="{summary.id}" style="text-decoration:none">{escape(summary.heading)}</a>')
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        look.changed.connect(self._colour)

    @Slot()
    def _colour(self) -> None:
        """Write the title anew: Qt keeps the colour a link had when it was written."""
        text = self.text()
        self.clear()
        self.setText(text)


def from_where(summary: Summary) -> str:
    """Return source and date of an article."""
    return joined([summary.source or "Unknown source", shown(summary.published)])
