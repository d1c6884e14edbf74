"""Searching inside the article that is being read."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget


class FindBar(QWidget):
    """A field above the article; what is typed there is marked instead of the hits of the search."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setObjectName("findInArticle")
        self.field.setAccessibleName("Search in this article")
        self.field.setPlaceholderText("Search in this article")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.changed)
        self._close = QLabel("Esc closes")
        self._close.setProperty("look", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What is looked for, "" while the bar is closed."""
        return "" if self.isHidden() else self.field.text()

    def open(self) -> None:
        """Let the user type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.changed.emit()

    @Slot()
    def close_bar(self) -> None:
        """Go back to the hits of the search."""
        self.hide()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next match with Return, with Shift to the one before; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
