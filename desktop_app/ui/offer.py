"""A quiet offer in place: one sentence, one thing to do, and a way to be rid of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.ui.theme import look


class Offer(QWidget):
    """Stands above what it is about, takes no focus, and goes when it is taken, closed or out of date."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setObjectName("takeOffer")
        self.button.setProperty("look", "link")
        self.button.clicked.connect(self._take)
        self._close = QToolButton()
        self._close.setObjectName("closeOffer")
        self._close.setProperty("look", "quiet")
        self._close.setAccessibleName("No, thank you")
        self._close.setToolTip("No, thank you")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._close)
        self.hide()
        look.changed.connect(self._colour)
        self._colour()

    def make(self, sentence: str, action: str) -> None:
        """Offer something."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setAccessibleDescription(sentence)
        self.show()

    @Slot()
    def _take(self) -> None:
        self.hide()
        self.taken.emit()

    @Slot()
    def _colour(self) -> None:
        self._close.setIcon(look.icon("close", "muted"))
