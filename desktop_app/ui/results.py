"""The list of articles: every id in memory, rows read as they come into view."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.ui.row_painter import ROW, Row, RowPainter
from desktop_app.ui.snippets import PAGE, PAGES_KEPT
from desktop_app.ui.theme import look

COMPARABLE = 7  # one more than can be compared, so that it can be said
MIME = "application/x-second-source-articles"
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ResultsModel(QAbstractTableModel):
    """Shows the rows of a list of article ids, reading a page of them at a time."""

    def __init__(self, read_rows: Callable[[Sequence[int]], Sequence[Row]]) -> None:
        super().__init__()
        self._read_rows = read_rows
        self._ids = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()

    def show(self, ids: "array[int]") -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def add_snippets(self, found: Mapping[int, Sequence[tuple[str, bool]]]) -> None:
        """Show snippets that were read after their rows."""
        for number, page in self._pages.items():
            late = [id_ for id_ in page if id_ in found]
            page.update({id_: replace(page[id_], snippet=found[id_]) for id_ in late})
            if late:
                first = number * PAGE
                last = min(first + PAGE, len(self._ids)) - 1
                self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def article_id(self, row: int) -> int:
        """Return the id in a row."""
        return self._ids[row]

    def row_of(self, id_: int) -> int:
        """Return the row of an article, -1 when it is not listed."""
        return self._ids.index(id_) if id_ in self._ids else -1

    def row(self, number: int) -> Row | None:
        """Return what a row shows; None when the article has gone meanwhile."""
        page = number // PAGE
        if page not in self._pages:
            ids = self._ids[page * PAGE : (page + 1) * PAGE].tolist()
            self._pages[page] = {row.summary.id: row for row in self._read_rows(ids)}
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page].get(self._ids[number])

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many articles are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 1: a row is painted as one piece."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or for a screen reader all that the row shows."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW)
        row = self.row(index.row()) if index.isValid() and role in wanted else None
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.summary.heading
        return f"{row.summary.heading}. {row.facts}. {''.join(text for text, _ in row.snippet)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged to the tray."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Return the kind of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged articles' ids."""
        data = QMimeData()
        data.setData(MIME, " ".join(str(self._ids[index.row()]) for index in indexes).encode())
        return data


class ResultsView(QTableView):
    """The list itself: one column, rows of one height, several can be chosen."""

    chosen = Signal(int)  # the article to read
    wanted = Signal()  # to be added to the comparison: double click or Return

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("results")
        self.setAccessibleName("Articles found")
        self.setModel(model)
        self.setItemDelegate(RowPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(RowPainter().sizeHint(QStyleOptionViewItem(), ROOT).height())
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().currentRowChanged.connect(self._current)
        self.doubleClicked.connect(self._double)
        look.changed.connect(self.viewport().update)

    def show_ids(self, ids: "array[int]", keep: int | None) -> None:
        """List articles; the one being read stays chosen when it is still among them, else the first is."""
        self._model.show(ids)
        row = self._model.row_of(keep) if keep is not None else -1
        if len(ids):
            self.go_to(max(row, 0))

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            mode = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, mode)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next or the previous article."""
        self.go_to(self.currentIndex().row() + by)

    def chosen_ids(self) -> list[int]:
        """Return the chosen articles in the order of the list, at most as many as can be compared."""
        return self._ids_of_chosen(most=COMPARABLE)

    def all_chosen_ids(self) -> list[int]:
        """Return all chosen articles in the order of the list."""
        return self._ids_of_chosen(most=self._model.rowCount())

    def _ids_of_chosen(self, most: int) -> list[int]:
        rows: list[int] = []
        for part in self.selectionModel().selection().toList():
            rows.extend(range(part.top(), min(part.bottom() + 1, part.top() + most)))
        return [self._model.article_id(row) for row in sorted(rows)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as wanting to compare what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.chosen.emit(self._model.article_id(index.row()))

    @Slot()
    def _double(self) -> None:
        self.wanted.emit()
