"""The tabs of a comparison: a kind of evidence each, with its count, and the timeline."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabBar, QWidget

from desktop_app.core.comparison.rows import Kind, Row
from desktop_app.ui.comparison.kinds import KINDS
from desktop_app.ui.comparison.matters import Filter

Tab = Kind | Literal["timeline"]
TABS: tuple[Tab, ...] = (*KINDS, "timeline")


class Tabs(QWidget):
    """The tabs, and beside them what the rows are restricted to, with the way back to all."""

    chosen = Signal(str)  # Tab
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonTabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName("Kinds of evidence")
        for _ in TABS:
            self.bar.addTab("")
        self.bar.currentChanged.connect(self._changed)
        self._only = QLabel()
        self._only.setProperty("look", "muted")
        self._all = QPushButton("Show all")
        self._all.setObjectName("allRows")
        self._all.setProperty("look", "link")
        self._all.setCursor(Qt.CursorShape.PointingHandCursor)
        self._all.clicked.connect(self.all_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self._only)
        layout.addWidget(self._all)
        self.show_filter(None)

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return TABS[self.bar.currentIndex()]

    def show_counts(self, rows: Mapping[Kind, Sequence[Row]], events: int) -> None:
        """Show how many there are of each kind."""
        for number, tab in enumerate(TABS):
            title, count = ("Timeline", events) if tab == "timeline" else (KINDS[tab].title, len(rows[tab]))
            self.bar.setTabText(number, f"{title} {count:,}" if count else title)
            self.bar.setAccessibleTabName(number, f"{title}, {count:,}")

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front; `chosen` tells when it was another."""
        self.bar.setCurrentIndex(TABS.index(tab))

    def show_filter(self, only: Filter | None) -> None:
        """Tell that only some rows are listed."""
        self._only.setText(f"Only rows {only.words}" if only else "")
        self._only.setVisible(only is not None)
        self._all.setVisible(only is not None)

    @Slot(int)
    def _changed(self, number: int) -> None:
        self.chosen.emit(TABS[number])
