"""One fact about an article in a line: what is known, and what it rests on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class Fact(QLineEdit):
    """One fact that can be set by hand: Return keeps it, Esc leaves it as it was."""

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setProperty("look", "fact")
        self.setAccessibleName(name)
        self.editingFinished.connect(self._leave)

    def show_fact(self, text: str, evidence: str = "", unknown: str = "unknown · set") -> None:
        """Show what is known, and on demand what it rests on; nothing stands as "unknown · set"."""
        self._kept = text
        self.setText(text)
        self.setCursorPosition(0)
        self.setPlaceholderText(unknown)
        self.setToolTip(evidence)
        self.setAccessibleDescription(evidence if text else unknown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as leaving the fact as it was."""
        if event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        if self.text().strip() != self._kept:
            self.entered.emit(self.text().strip())


class FixedFact(Fact):
    """A fact that is read and copied, never typed: an address, a place on the disk; it opens nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setReadOnly(True)

    def show_fact(self, text: str, evidence: str = "", unknown: str = "") -> None:
        """Show what is known; the whole of it and its evidence on demand."""
        super().show_fact(text, "\n".join(piece for piece in (text, evidence) if piece), unknown)
