"""What the reports share and where they differ, counted: each count leads to the rows it counts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.ui.comparison.matters import Count
from desktop_app.ui.flow import Flow
from desktop_app.ui.layouts import empty


class Strip(QWidget):
    """The counts in a row that wraps; what there is none of is muted."""

    wanted = Signal(object)  # Count

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonCounts")
        self.setAccessibleName("At first glance")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flow = Flow(self, gap=4)
        self._flow.setContentsMargins(11, 4, 8, 4)
        self._counts: Sequence[Count] = ()

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show counts in the order given."""
        self._counts = counts
        empty(self._flow)
        for number, count in enumerate(counts):
            button = QPushButton(f"{count.number:,} {count.words}")
            button.setProperty("look", "link")
            button.setProperty("number", number)
            button.setEnabled(count.number > 0)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._clicked)
            self._flow.addWidget(button)

    @Slot()
    def _clicked(self) -> None:
        self.wanted.emit(self._counts[int(self.sender().property("number"))])
