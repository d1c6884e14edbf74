"""What a search found: how many, how it was read, in which order, and the list itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.results import ResultsModel, ResultsView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search import Found

ORDERS = (("relevance", "Best match"), ("newest", "Newest first"), ("oldest", "Oldest first"))
NOTHING = (
    "Nothing matches this search.\n\nTry fewer words, a beginning such as check*, or another part of the archive "
    "on the left."
)


class ResultsPane(QWidget):
    """The middle of the library."""

    order_chosen = Signal()

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
        for key, text in ORDERS:
            self._order.addItem(text, key)
        self._order.currentIndexChanged.connect(self.order_chosen)
        self.empty = QLabel(NOTHING)
        self.empty.setObjectName("nothingFound")
        self.empty.setProperty("look", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.empty.setContentsMargins(28, 40, 28, 0)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._stack, 1)

    @property
    def order(self) -> str:
        """The order the user wants the articles in."""
        return str(self._order.currentData())

    def show_found(self, found: "Found", keep: int | None) -> None:
        """Show what was found; the article `keep` stays chosen when it is among it."""
        total, asked = len(found.ids), bool(found.query.text.strip())
        articles = "1 article" if total == 1 else f"{total:,} articles"
        pace = f" · {found.took_ms:,.0f} ms" if asked else ""
        self.count.setText(f"<b>{articles if found.exact else 'at least ' + articles}</b>{pace}")
        self.reading.setText(found.query.explanation if asked else "")
        self.reading.setVisible(asked)
        self._stack.setCurrentWidget(self.results if total else self.empty)
        self.results.show_ids(found.ids, keep)

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
