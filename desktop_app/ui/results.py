"""The list of articles: every id in memory, rows read as they come into view."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.ui.row_painter import DIVIDER, ROW, Row, RowPainter
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
        self._folds: Mapping[int, Sequence[int]] = {}
        self._under: dict[int, int] = {}  # what is folded, and under which article
        self._unfolded: set[int] = set()
        self._new: Collection[int] = ()
        self._lacking: int | None = None  # the first article that has not all that was searched for

    def show(
        self, ids: "array[int]", folds: Mapping[int, Sequence[int]] | None = None, lacking: int | None = None
    ) -> None:
        """Replace what is listed; `folds` are the articles folded under others, which are not among the ids.

        From the article `lacking` on some of the words are missing.
        """
        self.beginResetModel()
        self._lacking = lacking
        self._ids, self._folds, self._new = ids, folds or {}, ()
        self._under = {other: id_ for id_, others in self._folds.items() for other in others}
        self._unfolded.clear()
        self._pages.clear()
        self.endResetModel()

    def mark_new(self, ids: Collection[int]) -> None:
        """Mark what a saved search had not found before."""
        self._new = ids
        self._pages.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def event_of(self, row: int) -> list[int]:
        """Return the articles that are folded together with that of a row, itself included; [] where none are."""
        first = self._under.get(self._ids[row], self._ids[row])
        return [first, *self._folds[first]] if first in self._folds else []

    def folded_under(self, id_: int) -> int | None:
        """Return the article under which another is folded, None for one that is not."""
        return self._under.get(id_)

    def toggle(self, row: int) -> None:
        """Unfold what is folded under a row, or fold it again."""
        id_ = self._ids[row]
        others = array("q", self._folds.get(id_, ()))
        first, last = row + 1, row + len(others)
        self._pages.clear()
        if id_ in self._unfolded:
            self.beginRemoveRows(ROOT, first, last)
            self._unfolded.discard(id_)
            self._ids = self._ids[:first] + self._ids[last + 1 :]
            self.endRemoveRows()
        elif others:
            self.beginInsertRows(ROOT, first, last)
            self._unfolded.add(id_)
            self._ids = self._ids[:first] + others + self._ids[first:]
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

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
            self._pages[page] = {row.summary.id: self._placed(row) for row in self._read_rows(ids)}
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page].get(self._ids[number])

    def _placed(self, row: Row) -> Row:
        """Return a row with what its place in the list says of it."""
        id_ = row.summary.id
        row = replace(row, unfolded=id_ in self._unfolded, inside=id_ in self._under)
        return replace(row, new=id_ in self._new, lacking=id_ == self._lacking)

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
        return row.spoken

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
    """The list itself: one column, several rows can be chosen."""

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

    def show_ids(
        self,
        ids: "array[int]",
        keep: int | None,
        folds: Mapping[int, Sequence[int]] | None = None,
        lacking: int | None = None,
    ) -> None:
        """List articles; the one being read stays chosen when it is still among them, else the first is."""
        self._model.show(ids, folds, lacking)
        if lacking is not None:
            header = self.verticalHeader()
            header.resizeSection(self._model.row_of(lacking), header.defaultSectionSize() + DIVIDER)
        row = self.row_of(keep) if keep is not None else -1
        if len(ids):
            self.go_to(max(row, 0))

    def row_of(self, id_: int) -> int:
        """Return the row of an article, unfolding it where it is folded; -1 when it is not listed."""
        above = self._model.folded_under(id_)
        if above is not None and self._model.row_of(id_) < 0:
            self._model.toggle(self._model.row_of(above))
        return self._model.row_of(id_)

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

    def event_ids(self) -> list[int]:
        """Return the articles that are folded together with the current one; [] where none are."""
        row = self.currentIndex().row()
        return self._model.event_of(row) if row >= 0 else []

    def unfold(self, *, wanted: bool) -> None:
        """Unfold what the current article is folded with, or fold it again under the first."""
        index = self.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        if row is None:
            return
        if row.inside and not wanted:
            self.go_to(self._model.row_of(self.event_ids()[0]))
            index = self.currentIndex()
            row = index.data(ROW)
        if row.also and row.unfolded != wanted:
            self._model.toggle(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold where a row tells of what is folded under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW) if index.isValid() else None
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            box = RowPainter().also_box(QRectF(self.visualRect(index)), row)
            if box.contains(event.position()):
                self._model.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as wanting to compare what is chosen, and the arrows as unfolding and folding."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers():
            self.unfold(wanted=event.key() == Qt.Key.Key_Right)
            return
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
