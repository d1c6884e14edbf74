"""The table of one kind of evidence: a row a matter, and over each text what it says of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Kind, Row
from desktop_app.ui.comparison.evidence_model import ROOT, EvidenceModel, Index
from desktop_app.ui.comparison.evidence_painter import ABOVE, HEAD, PIXELS, SIDE, EvidencePainter
from desktop_app.ui.comparison.kinds import KINDS
from desktop_app.ui.comparison.row_heights import RowHeights, Widths
from desktop_app.ui.theme import interface_font, look

Edge = tuple[int, int]  # where a text begins and how wide it is, in pixels


class EvidenceTable(QTableView):
    """Shows the rows of one kind over the texts they are about."""

    row_chosen = Signal(object)  # the Row, the mark that was asked for first in its cell
    text_wanted = Signal(int)  # the article whose text is to take the keys
    seen_wanted = Signal(int)  # the article whose text is to be in sight
    menu_wanted = Signal(int, QPoint)  # the article, -1 for the label; a place on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self.rows = EvidenceModel()
        self._painter = EvidencePainter()
        self._edges: Sequence[Edge | None] = ()
        self._labels = 0
        self._mentions: tuple[int, int, int] = (-1, -1, 0)  # row, column and mark gone to last
        self.setModel(self.rows)
        self._heights = RowHeights(self.rows, self.verticalHeader(), self)
        self._heights.changed.connect(self.updateGeometries)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # it would leave out the date; the name is cut
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._clicked)
        look.changed.connect(self._colour)

    def show_rows(self, rows: Sequence[Row], kind: Kind, articles: Sequence[ArchivedArticle]) -> None:
        """List rows; none of them is chosen."""
        self.setAccessibleName(KINDS[kind].title)
        self._painter.forget()
        self._mentions = (-1, -1, 0)
        self._heights.forget()
        self.rows.show(rows, kind, articles)
        self.executeDelayedItemsLayout()  # else all is painted twice
        self._arrange()
        self.scrollToTop()

    def stand_over(self, edges: Sequence[Edge | None], labels: int) -> None:
        """Set each report's cells over its text, None for one that is hidden.

        The labels take so many pixels at the left; without any, they stand above their rows.
        """
        if (edges, labels) != (self._edges, self._labels):
            self._edges, self._labels = edges, labels
            self._painter.stacked = self.rows.brief = not labels
            self._arrange()

    def choose(self, number: int) -> None:
        """Choose a row, which takes the texts to it."""
        self._heights.finish()  # what is above it has to have its height
        column = max(self.currentIndex().column(), 0)
        if self._painter.stacked and not (column and self.rows.rows[number].cells[column - 1]):
            column = 1 + self.rows.rows[number].spans[0].article
        self.setCurrentIndex(self.rows.index(number, column))

    def choose_labelled(self, label: str | None) -> None:
        """Choose the row of this label, if there is one."""
        for number, row in enumerate(self.rows.rows):
            if row.label == label:
                self.choose(number)
                return

    def chosen(self) -> list[Row]:
        """Return the rows that are chosen, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.rows.rows[number] for number in numbers]

    def height_for(self, rows: int) -> int:
        """Return the height of the head and the first rows."""
        heights = [self.rowHeight(number) for number in range(min(rows, self.rows.rowCount()))]
        return self.horizontalHeader().sizeHint().height() + sum(heights) + 2

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight; sideways the table stays over the texts, so it is these that have to move."""
        self._scroll_up_or_down_to(index, hint)
        if index.column() > 0:
            self.seen_wanted.emit(index.column() - 1)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell when another row is reached, by key or mouse."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            row = QRect(
                0, self.rowViewportPosition(index.row()), self.viewport().width(), self.rowHeight(index.row())
            )
            self.viewport().update(row)
        if current.isValid() and current.row() != previous.row():
            self._mentions = (-1, -1, 0)
            self.row_chosen.emit(self.rows.rows[current.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys without going to a row nobody asked for."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as the way into the text of the cell."""
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self._go_to(here)
            if here.column() > 0 and self.rows.rows[here.row()].cells[here.column() - 1]:
                self.text_wanted.emit(here.column() - 1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as far to the side as the texts, and keep the chosen row in sight where it was."""
        here = self.currentIndex()
        top = self.rowViewportPosition(here.row())
        was_in_sight = here.isValid() and -self.rowHeight(here.row()) < top < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        if was_in_sight:
            self._scroll_up_or_down_to(here, QAbstractItemView.ScrollHint.EnsureVisible)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with a row."""
        index = (
            self.currentIndex()
            if event.reason() == QContextMenuEvent.Reason.Keyboard
            else self.indexAt(event.pos())
        )
        if index.isValid():
            place = (
                self.visualRect(index).center()
                if event.reason() == QContextMenuEvent.Reason.Keyboard
                else event.pos()
            )
            self.menu_wanted.emit(index.column() - 1, self.viewport().mapToGlobal(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the labels above them where they have no column."""
        super().paintEvent(event)
        if not self._painter.stacked or not self.rows.rowCount():
            return
        painter = QPainter(self.viewport())
        number = max(0, self.rowAt(event.rect().top()))
        while number < self.rows.rowCount() and self.rowViewportPosition(number) <= event.rect().bottom():
            area = QRect(0, self.rowViewportPosition(number), self.viewport().width(), HEAD)
            chosen = self.selectionModel().isRowSelected(number, ROOT)
            self._painter.paint_head(painter, area, self.rows.rows[number], chosen=chosen)
            number += 1
        painter.end()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._go_to(index)

    def _go_to(self, index: QModelIndex) -> None:
        """Go to the mark of a cell; asked again, to the next mark in it."""
        row = self.rows.rows[index.row()]
        marks = row.cells[index.column() - 1] if index.column() else ()
        again = self._mentions[:2] == (index.row(), index.column())
        number = (self._mentions[2] + 1) % len(marks) if again and marks else 0
        self._mentions = (index.row(), index.column(), number)
        if number:
            cells = list(row.cells)
            cells[index.column() - 1] = marks[number:] + marks[:number]
            row = replace(row, cells=tuple(cells))
        self.row_chosen.emit(row)

    def _scroll_up_or_down_to(self, index: Index, hint: QAbstractItemView.ScrollHint) -> None:
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(sideways)

    def _arrange(self) -> None:
        """Give columns and rows their sizes."""
        if not self._edges or self.rows.columnCount() != len(self._edges) + 1:
            self._painter.gaps = ()  # those of other texts; these have not told theirs yet
            return
        seen = sorted((edge[0], edge[1], article) for article, edge in enumerate(self._edges) if edge)
        with QSignalBlocker(self.horizontalHeader()):  # the view would paint all once more
            self._painter.gaps = self._set_columns(seen)
        self.horizontalHeader().viewport().update()
        self.updateGeometries()
        if seen:
            self.horizontalScrollBar().setValue(self._labels - seen[0][0])  # as far as the texts are scrolled
        self.rows.cut_names(self._cut_name)
        self._painter.forget()
        self._set_heights()

    def _set_columns(self, seen: Sequence[tuple[int, int, int]]) -> list[int]:
        """Give the columns their places and widths; return the gaps between the words of each and the next."""
        header = self.horizontalHeader()
        self.setColumnHidden(0, self._painter.stacked)
        self.setColumnWidth(0, self._labels or 1)
        gaps = [0] * len(self._edges)
        for article, edge in enumerate(self._edges):
            self.setColumnHidden(article + 1, edge is None)
        for place, (left, width, article) in enumerate(seen):
            end = seen[place + 1][0] if place + 1 < len(seen) else left + width
            gaps[article] = max(0, end - left - width)
            header.moveSection(header.visualIndex(article + 1), place + 1)
            self.setColumnWidth(article + 1, end - left)
        return gaps

    def _cut_name(self, article: int, name: str) -> str:
        """Return the name of a report as far as it fits over its cells."""
        room = self.columnWidth(article + 1) - self._painter.gaps[article] - SIDE - ABOVE
        metrics = QFontMetrics(interface_font(PIXELS, bold=True))
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _set_heights(self) -> None:
        widths = [self.columnWidth(article + 1) - gap for article, gap in enumerate(self._painter.gaps)]
        self._heights.set(
            Widths(self.columnWidth(0), widths), self.viewport().height(), stacked=self._painter.stacked
        )
        self.viewport().update()

    @Slot()
    def _colour(self) -> None:
        self._painter.forget()
        self.viewport().update()
