"""The list of articles: every id in memory, rows read and painted as they come into view."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.core.article import Summary
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated, runs_from_the_right
from desktop_app.ui.theme import interface_font, look

PAGE = 20  # rows read at once: a little more than a window shows, since each needs a snippet
PAGES_KEPT = 50
MIME = "application/x-second-source-articles"
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class Row:
    """What the list shows of one article; the snippet is a run of (text, is it a hit)."""

    summary: Summary
    snippet: Sequence[tuple[str, bool]]

    @property
    def facts(self) -> str:
        """The line under the title."""
        source = isolated(self.summary.source or "Unknown source")
        return f"{source} · {shown(self.summary.published)} · {self.summary.words:,} words"


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
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        row = self.row(index.row()) if index.isValid() and role in wanted else None
        if row is None:
            return None
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


class RowPainter(QStyledItemDelegate):
    """Paints a title, a line of facts and two lines of text with the hits marked."""

    PADDING = 14
    TITLE, FACTS, SNIPPET = 14, 12, 13

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row, the same for all."""
        heights = (QFontMetrics(interface_font(size)).lineSpacing() for size in (self.TITLE, self.FACTS))
        snippet = 2 * QFontMetrics(interface_font(self.SNIPPET)).lineSpacing()
        return QSize(200, sum(heights) + snippet + 2 * 10 + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, ResultsModel) else None
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, look["accent_soft" if chosen else "panel"])
        if chosen and state & QStyle.StateFlag.State_Active:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), look["accent"])
        painter.setPen(look["line"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if row is not None:
            self._write(painter, area.adjusted(self.PADDING, 10, -self.PADDING, -8), row)
        painter.restore()

    def _write(self, painter: QPainter, area: QRectF, row: Row) -> None:
        top = area.top()
        for text, font, colour in (
            (row.summary.heading, interface_font(self.TITLE, bold=True), "ink"),
            (row.facts, interface_font(self.FACTS), "muted"),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look[colour])
            line = QRectF(area.left(), top, area.width(), metrics.lineSpacing())
            cut = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(area.width()))
            side = Qt.AlignmentFlag.AlignRight if runs_from_the_right(cut) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, side | Qt.TextFlag.TextDontClip | Qt.AlignmentFlag.AlignAbsolute, cut)
            top += metrics.lineSpacing() + 2
        self._write_snippet(painter, QRectF(area.left(), top + 2, area.width(), area.bottom() - top), row)

    def _write_snippet(self, painter: QPainter, area: QRectF, row: Row) -> None:
        text = "".join(piece for piece, _ in row.snippet)
        layout = _laid_out(text, row, area, self.SNIPPET)
        last = layout.lineAt(layout.lineCount() - 1)
        fits = last.textStart() + last.textLength()
        if fits < len(text):
            layout = _laid_out(text[: fits - 2].rsplit(" ", 1)[0] + " …", row, area, self.SNIPPET)
        painter.setPen(look["ink"])
        layout.draw(painter, QPointF(0, 0))


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
        rows: list[int] = []
        for part in self.selectionModel().selection().toList():
            rows.extend(range(part.top(), min(part.bottom(), part.top() + 6) + 1))
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


def _laid_out(text: str, row: Row, area: QRectF, size: int) -> QTextLayout:
    """Return two lines of a snippet, with the hits marked."""
    layout = QTextLayout(text, interface_font(size))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(_hits(row.snippet))
    layout.beginLayout()
    height = 0.0
    for _ in range(2):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(area.topLeft() + QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _hits(snippet: Sequence[tuple[str, bool]]) -> list[QTextLayout.FormatRange]:
    ranges = []
    at = 0
    for text, hit in snippet:
        length = len(text.encode("utf-16-le")) // 2
        if hit:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = at, length
            letters = QTextCharFormat()
            letters.setBackground(look["hit"])
            letters.setForeground(look["ink"])
            mark.format = letters
            ranges.append(mark)
        at += length
    return ranges
