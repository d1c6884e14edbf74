"""The compare tray: two to six articles waiting to be laid side by side."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop_app.core.article import Summary
from desktop_app.ui.bidi import isolated
from desktop_app.ui.results import MIME
from desktop_app.ui.theme import look

MOST = 6
CHIP_WIDTH = 210


class Tray(QWidget):
    """Holds the articles to compare, shown as chips in the order they were put in."""

    changed = Signal()
    compare_wanted = Signal()
    dropped = Signal(list)  # article ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._articles: dict[int, Summary] = {}
        self._chips: list[QWidget] = []
        title = QLabel("Compare")
        title.setProperty("look", "heading")
        self._hint = QLabel()
        self._hint.setProperty("look", "muted")
        self.button = QPushButton()
        self.button.setObjectName("compareButton")
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.compare_wanted)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 7, 14, 7)
        self._layout.setSpacing(8)
        self._layout.addWidget(title)
        self._layout.addWidget(self._hint)
        self._layout.addStretch(1)
        self._layout.addWidget(self.button)
        look.changed.connect(self._show)
        self._show()

    @property
    def ids(self) -> list[int]:
        """The articles in the tray."""
        return list(self._articles)

    def put(self, articles: list[Summary]) -> None:
        """Put articles in, as far as there is room."""
        for article in articles:
            if len(self._articles) < MOST:
                self._articles[article.id] = article
        self._show()

    def empty(self) -> None:
        """Take everything out."""
        self._articles.clear()
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles that are dragged from the list."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dropped articles in."""
        ids = bytes(event.mimeData().data(MIME).data()).decode().split()
        self.dropped.emit([int(id_) for id_ in ids])

    @Slot()
    def _show(self) -> None:
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(article) for article in self._articles.values()]
        for place, chip in enumerate(self._chips, start=1):
            self._layout.insertWidget(place, chip)
        count = len(self._articles)
        hints = {0: "Drag articles here, or press Ctrl+D", 1: "one more to compare with …"}
        self._hint.setText(hints.get(count, "" if count < MOST else "six is the most"))
        self.button.setText(f"Compare {count} articles" if count > 1 else "Compare")
        self.button.setEnabled(count > 1)
        self.changed.emit()

    def _chip(self, article: Summary) -> QWidget:
        chip = QFrame(self)
        chip.setProperty("look", "chip")
        name = f"{isolated(article.source)} — {isolated(article.heading)}" if article.source else article.heading
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        width = CHIP_WIDTH if len(self._articles) < 4 else CHIP_WIDTH // 2
        label.setText(QFontMetrics(label.font()).elidedText(name, Qt.TextElideMode.ElideRight, width))
        label.setToolTip(name)
        close = QToolButton()
        close.setProperty("look", "quiet")
        close.setIcon(look.icon("close", "muted"))
        close.setAccessibleName(f"Take out {name}")
        close.setProperty("article", article.id)
        close.clicked.connect(self._take_out)
        layout = QHBoxLayout(chip)
        layout.setContentsMargins(10, 0, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(close)
        return chip

    @Slot()
    def _take_out(self) -> None:
        self._articles.pop(int(self.sender().property("article")), None)
        self._show()
