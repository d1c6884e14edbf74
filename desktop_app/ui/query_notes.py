"""What the search says about itself: what it took for a slip of the pen, and which spellings it has matched."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import LINK_EDGE, link
from desktop_app.ui.flow import Flow
from desktop_app.ui.layouts import empty
from desktop_app.ui.name_note import NameNote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search import Found
    from desktop_app.core.search.naming import Matched


class QueryNotes(QWidget):
    """Lines between the search and its list; there are none when all is said already."""

    search_wanted = Signal(str)  # the words to search for instead
    joining_wanted = Signal(list)  # names that are always one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queryNotes")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.suggestion = link("", "suggestion")
        self.suggestion.clicked.connect(self._take)
        self._suggested = ""
        self.names: list[NameNote] = []
        self.nameable = QWidget()
        self.nameable.setAccessibleName("Names to search for in any spelling")
        self._nameable = Flow(self.nameable)
        self._nameable.setContentsMargins(LINK_EDGE, 0, 0, 0)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14 - LINK_EDGE, 6, 14, 6)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self.nameable)

    def show_found(self, found: "Found") -> None:
        """Show what a search says about itself."""
        from desktop_app.core.search.respelling import names_asked

        self._suggested = found.suggestion or ""
        self.suggestion.setText(f"Did you mean: {isolated(self._suggested)}".replace("&", "&&"))
        self.suggestion.setVisible(bool(self._suggested))
        self._show_names(found.query.text, found.spellings)
        asked = names_asked(found.query.text)
        self._show_nameable(asked)
        self.setVisible(bool(self._suggested or self.names or asked))

    def _show_names(self, text: str, spellings: "Sequence[Matched]") -> None:
        """Show the spellings of each name; boxes that were there stay, and with them the keyboard’s place."""
        same = len(self.names) == len(spellings)
        if same and all(note.is_of(matched) for note, matched in zip(self.names, spellings, strict=True)):
            for note, matched in zip(self.names, spellings, strict=True):
                note.show_matched(text, matched)
            return
        for note in self.names:
            self._layout.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.names = [NameNote(text, matched) for matched in spellings]
        for note in self.names:
            note.search_wanted.connect(self.search_wanted)
            note.joining_wanted.connect(self.joining_wanted)
            self._layout.addWidget(note)

    def _show_nameable(self, asked: Sequence[tuple[str, str]]) -> None:
        """Offer to search for words that look like names in any spelling."""
        empty(self._nameable)
        self._nameable.addWidget(QLabel("Any spelling of:"))
        for name, text in asked:
            button = link(isolated(name).replace("&", "&&"), "anySpelling")
            button.setAccessibleName(f"Search for any spelling of {name}")
            button.setProperty("query", text)
            button.clicked.connect(self._ask)
            self._nameable.addWidget(button)
        self.nameable.setVisible(bool(asked))

    @Slot()
    def _ask(self) -> None:
        self.search_wanted.emit(self.sender().property("query"))

    @Slot()
    def _take(self) -> None:
        self.search_wanted.emit(self._suggested)
