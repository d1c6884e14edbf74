"""How the columns of a comparison stand: their order, their widths, and which of them are hidden."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.ui.comparison.column import LEAST, Column
from desktop_app.ui.comparison.ribbons import Ribbons

WIDER = 80  # pixels a column gains by its menu
FEWEST = 2  # columns that stay


class Arrangement(QObject):
    """Lays columns beside each other, with ribbons between those that are neighbours."""

    changed = Signal()

    def __init__(self, columns: Sequence[Column], ribbon: int, parent: QObject) -> None:
        super().__init__(parent)
        self.widget = QWidget()
        self.ribbons: list[Ribbons] = []
        self._columns = columns
        self._order = list(range(len(columns)))
        self._hidden: set[int] = set()
        self._ribbon = ribbon
        self._layout = QHBoxLayout(self.widget)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for column in columns:
            column.head.dragged.connect(partial(self._dropped, column.number))
            column.head.menu.aboutToShow.connect(partial(self._fill_menu, column.number))
        self._lay_out()

    @property
    def shown(self) -> list[Column]:
        """The columns to be seen, from left to right."""
        return [self._columns[number] for number in self._order if number not in self._hidden]

    @property
    def hidden(self) -> list[Column]:
        """The columns that are not to be seen."""
        return [self._columns[number] for number in self._order if number in self._hidden]

    def move(self, number: int, to: int) -> None:
        """Give a column another place among those to be seen, counted from 0."""
        visible = [column.number for column in self.shown]
        visible.remove(number)
        visible.insert(max(0, min(to, len(visible))), number)
        if visible != [column.number for column in self.shown]:
            self._order = [*visible, *(column.number for column in self.hidden)]
            self._lay_out()
            self.changed.emit()

    def hide(self, number: int) -> None:
        """Hide a column; two always stay."""
        if len(self.shown) > FEWEST:
            self._hidden.add(number)
            self._lay_out()
            self.changed.emit()

    def show_all(self) -> None:
        """Bring the hidden columns back."""
        self._hidden.clear()
        self._lay_out()
        self.changed.emit()

    def widen(self, number: int, by: int) -> None:
        """Give a column more pixels, or fewer, at the cost of its neighbour."""
        shown = self.shown
        place = shown.index(self._columns[number])
        neighbour = shown[place + 1] if place + 1 < len(shown) else shown[place - 1]
        widths = {column.number: column.width() for column in shown}
        by = max(LEAST - widths[number], min(by, widths[neighbour.number] - LEAST))
        widths[number] += by
        widths[neighbour.number] -= by
        for column in shown:
            self._layout.setStretchFactor(column, max(1, widths[column.number]))
        self.changed.emit()

    def _lay_out(self) -> None:
        """Put the columns into the layout anew, evenly wide."""
        while self._layout.count():
            self._layout.takeAt(0)
        for ribbons in self.ribbons:
            ribbons.setParent(None)
            ribbons.deleteLater()
        self.ribbons = []
        for left, right in pairwise(self.shown):
            ribbons = Ribbons(left, right, self._ribbon)
            ribbons.pulled.connect(self.widen)
            self.ribbons.append(ribbons)
        for place, column in enumerate(self.shown):
            self._layout.addWidget(column, 1)
            if place < len(self.ribbons):
                self._layout.addWidget(self.ribbons[place])
        for column in self._columns:
            column.setVisible(column.number not in self._hidden)

    @Slot(int, int)
    def _dropped(self, number: int, gone: int) -> None:
        """Put a column where the mouse has let it go."""
        column = self._columns[number]
        middle = column.x() + column.width() / 2 + gone
        others = [other for other in self.shown if other is not column]
        self.move(number, sum(other.x() + other.width() / 2 < middle for other in others))

    @Slot(int)
    def _fill_menu(self, number: int) -> None:
        menu = self._columns[number].head.menu
        menu.clear()
        place = self.shown.index(self._columns[number])
        last = len(self.shown) - 1
        self._entry(menu, "Move left", place > 0, partial(self.move, number, place - 1))
        self._entry(menu, "Move right", place < last, partial(self.move, number, place + 1))
        self._entry(menu, "Wider", True, partial(self.widen, number, WIDER))
        self._entry(menu, "Narrower", True, partial(self.widen, number, -WIDER))
        self._entry(menu, "Hide this report", last >= FEWEST, partial(self.hide, number))
        if self._hidden:
            self._entry(menu, f"Show all {len(self._order)} reports", True, self.show_all)

    def _entry(self, menu: QMenu, label: str, possible: bool, action: object) -> None:
        entry = menu.addAction(label)
        entry.setEnabled(possible)
        entry.triggered.connect(action, Qt.ConnectionType.QueuedConnection)
