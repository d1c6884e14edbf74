"""What the search says about itself: what it took for a slip of the pen, and which spellings it has matched."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import link
from desktop_app.ui.flow import Flow
from desktop_app.ui.layouts import empty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search import Found


class QueryNotes(QWidget):
    """Lines between the search and its list; there are none when all is said already."""

    search_wanted = Signal(str)  # the words to search for instead

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queryNotes")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.suggestion = link("", "suggestion")
        self.suggestion.clicked.connect(self._take)
        self._suggested = ""
        self.spellings = QWidget()
        self.spellings.setAccessibleName("Spellings that were matched")
        self._flow = Flow(self.spellings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(4)
        layout.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.spellings)

    def show_found(self, found: "Found") -> None:
        """Show what a search says about itself."""
        self._suggested = found.suggestion or ""
        self.suggestion.setText(f"Did you mean: {isolated(self._suggested)}".replace("&", "&&"))
        self.suggestion.setVisible(bool(self._suggested))
        spellings = [
            (term, [(spelling, count) for spelling, count in matched if spelling.casefold() != term.casefold()])
            for term, matched in found.spellings
        ]
        spellings = [(term, others) for term, others in spellings if others]
        self._show_spellings(spellings)
        self.setVisible(bool(self._suggested or spellings))

    def _show_spellings(self, spellings: Iterable[tuple[str, Iterable[tuple[str, int]]]]) -> None:
        empty(self._flow)
        for term, matched in spellings:
            self._flow.addWidget(QLabel(f"{isolated(term)}, also:"))
            for spelling, count in matched:
                chip = QLabel(f"{isolated(spelling)} {count:,}")
                chip.setProperty("look", "spelling")
                chip.setTextFormat(Qt.TextFormat.PlainText)
                chip.setAccessibleName(f"{spelling}: {count:,} times")
                self._flow.addWidget(chip)
        self.spellings.setVisible(bool(spellings))

    @Slot()
    def _take(self) -> None:
        self.search_wanted.emit(self._suggested)
