"""What a search found: how many, how it was read, in which order, and the list itself."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.chips import Chips
from desktop_app.ui.histogram import Histogram
from desktop_app.ui.histogram_bars import articles
from desktop_app.ui.listing import Listing
from desktop_app.ui.nothing_found import NothingFound
from desktop_app.ui.query_notes import QueryNotes
from desktop_app.ui.results import ResultsModel, ResultsView

ORDERS = (("relevance", "Best match"), ("newest", "Newest first"), ("oldest", "Oldest first"))


class ResultsPane(QWidget):
    """The middle of the library."""

    order_chosen = Signal(str)

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultsView(model)
        self.count = QLabel()
        self.count.setObjectName("resultCount")
        self.reading = QLabel()
        self.reading.setObjectName("queryExplained")
        self.reading.setProperty("look", "muted")
        self.reading.setWordWrap(True)
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self._order = QComboBox()
        self._order.setAccessibleName("Order of the articles")
        self._order.addItems([text for _, text in ORDERS])
        self._order.currentIndexChanged.connect(self._choose_order)
        self.empty = NothingFound()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self.histogram = Histogram()
        self.chips = Chips()
        self.notes = QueryNotes()
        column.addWidget(self._head())
        column.addWidget(self.histogram)
        column.addWidget(self.notes)
        column.addWidget(self.chips)
        column.addLayout(self._stack, 1)

    def show_listing(self, listing: Listing, keep: int | None) -> None:
        """Show what was found; the article `keep` stays chosen when it is among it."""
        found = listing.found
        total, asked = len(found.ids), bool(found.query.text.strip())
        close = found.partial  # what has not all of the words
        said = articles(total - close) if total > close or not close else "No article with all of it"
        folded = total - len(listing.rows)
        pieces = [f"<b>{said if found.exact else f'at least {said}'}</b>", f"{close:,} close" if close else ""]
        pieces.append(f"{folded:,} folded" if folded else "")
        pieces.append(f"{found.took_ms:,.0f} ms" if asked else "")
        self.count.setText(" · ".join(piece for piece in pieces if piece))
        self.reading.setText(found.query.explanation if asked else "")
        self.reading.setVisible(asked)
        if not total:
            self.empty.show_listing(listing)
        self._stack.setCurrentWidget(self.results if total else self.empty)
        self.notes.show_found(found)
        self.results.show_ids(listing.rows, keep, listing.folds, listing.lacking)

    @Slot(int)
    def _choose_order(self, place: int) -> None:
        self.order_chosen.emit(ORDERS[place][0])

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("listHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self._order)
        heads = QVBoxLayout(head)
        heads.setContentsMargins(14, 6, 8, 6)
        heads.setSpacing(2)
        heads.addLayout(line)
        heads.addWidget(self.reading)
        return head
