"""What the user says of the article being read: its tags and the note on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.chips import chip_button
from desktop_app.ui.flow import Flow
from desktop_app.ui.layouts import empty

NOTE_HEIGHT = 96  # pixels


class TagsEditor(QWidget):
    """The tags of an article as chips, and a field for another."""

    put = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tags")
        self.field = QLineEdit()
        self.field.setObjectName("addTag")
        self.field.setAccessibleName("Add a tag")
        self.field.setPlaceholderText("Add a tag")
        self.field.returnPressed.connect(self._put)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._chips)
        layout.addWidget(self.field)

    def show_tags(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Show the tags of an article; `known` are those that can be completed."""
        empty(self._flow)
        for tag in tags:
            chip = chip_button(tag, f"Take off the tag {tag}")
            chip.setProperty("tag", tag)
            chip.clicked.connect(self._take)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(tags))
        completer = QCompleter([tag for tag in known if tag not in tags], self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)

    @Slot()
    def _put(self) -> None:
        tag = " ".join(self.field.text().split())
        if tag:
            self.field.clear()
            self.put.emit(tag)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(str(self.sender().property("tag")))


class NoteEditor(QPlainTextEdit):
    """The note on an article, kept when one is done writing."""

    written = Signal(int, str)  # article, text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAccessibleName("Note on this article")
        self.setPlaceholderText("Add a note …")
        self.setTabChangesFocus(True)
        self.setFixedHeight(NOTE_HEIGHT)
        self._article: int | None = None
        self._kept = ""

    def show_note(self, article: int, text: str) -> None:
        """Show the note on an article; what is being written on it is not disturbed."""
        if article != self._article:
            self.keep()
        elif self.toPlainText().strip() != self._kept:
            return
        self._article, self._kept = article, text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def keep(self) -> None:
        """Hand over what was written, if it is anything new."""
        text = self.toPlainText().strip()
        if self._article is not None and text != self._kept:
            self._kept = text
            self.written.emit(self._article, text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the note when the user goes elsewhere."""
        super().focusOutEvent(event)
        self.keep()
