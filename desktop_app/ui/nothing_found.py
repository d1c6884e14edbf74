"""What stands in the place of the list when a search finds nothing: why, and ways on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.core.article import Selection
from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import LINK_EDGE, link
from desktop_app.ui.histogram_bars import articles
from desktop_app.ui.layouts import empty
from desktop_app.ui.listing import Listing

NOTHING = "Nothing matches this search."
EMPTY_PART = "There is nothing in this part of the archive."
WITH_WAYS = "Other searches find something:"
SLIP = "It has a word that stands in no article; one that looks like it is offered above."
ALL_TRIED = "Nor does anything match with less of it, or with words like it."
STATES = {
    "is:starred": "No article has a star yet. Ctrl+L puts one on the article being read.",
    "has:note": "No article has a note of yours yet. Ctrl+M writes one for the article being read.",
    "has:tag": "No article has a tag yet. Ctrl+G gives one to the article being read.",
    "is:undated": "Every article has its date.",
}
HINT = "Try fewer words, a beginning such as check*, or another part of the archive on the left."


class NothingFound(QWidget):
    """Says that nothing was found, and offers what would be."""

    search_wanted = Signal(str)
    everything_wanted = Signal()  # the same search without what restricts the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothingFound")
        self.says = QLabel(NOTHING)
        self.says.setProperty("look", "heading")
        self.hint = QLabel(HINT)
        self.hint.setProperty("look", "muted")
        self.unrestricted = link("", "unrestricted")
        self.unrestricted.clicked.connect(self.everything_wanted)
        self.all = link("Show all articles", "showAll")
        self.all.clicked.connect(self._clear)
        self._ways = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28 - LINK_EDGE, 40, 28, 0)
        layout.setSpacing(8)
        for label in (self.says, self.hint):
            label.setWordWrap(True)
            label.setContentsMargins(LINK_EDGE, 0, 0, 0)
            layout.addWidget(label)
        layout.addWidget(self.unrestricted, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._ways)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_listing(self, listing: Listing) -> None:
        """Show ways on from a search that found nothing."""
        text = listing.found.query.text.strip()
        asked = bool(text)
        self.says.setText(NOTHING if asked else EMPTY_PART)
        slip = SLIP if listing.found.suggestion else ""
        tried = slip or (ALL_TRIED if listing.tried else STATES.get(text.lower(), HINT))
        self.hint.setText(WITH_WAYS if listing.ways else tried)
        self.hint.setVisible(asked and not (listing.elsewhere and not listing.ways))
        self.unrestricted.setText(f"In the whole archive · {articles(listing.elsewhere)}")
        self.unrestricted.setVisible(bool(listing.elsewhere))
        self.all.setVisible(asked and listing.selection == Selection())
        empty(self._ways)
        for way, count in listing.ways:
            button = link(f"{isolated(way.said)} · {articles(count)}".replace("&", "&&"), "wayOn")
            button.setProperty("query", way.text)
            button.clicked.connect(self._go_on)
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _go_on(self) -> None:
        self.search_wanted.emit(self.sender().property("query"))

    @Slot()
    def _clear(self) -> None:
        self.search_wanted.emit("")
