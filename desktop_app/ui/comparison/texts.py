"""The lower half of the comparison: the texts in columns, and beside or above them what the chosen row rests on."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Span
from desktop_app.ui.comparison.column import Column, made
from desktop_app.ui.comparison.columns import Columns
from desktop_app.ui.comparison.details import Details
from desktop_app.ui.comparison.evidence_table import Edge

LABELS, NARROW_LABELS = 224, 200  # pixels of the labels, and of the reasons under them
WIDE = 1200  # pixels from which the labels are wide
READABLE = 236  # pixels a text needs beside the labels; in less, they go above
BETWEEN = 30  # pixels between two texts
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Texts(QWidget):
    """The columns and the details of a row; tells where the texts stand, so that a table can stand over them."""

    moved = Signal()
    clicked = Signal(object)  # the Span of the mark that was clicked
    date_wanted = Signal(int)  # the number of the text whose date is to be set

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: Columns | None = None
        self._prepared: list[Column] = []
        self._shaded = True
        self.details = Details()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.details)
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(0)
        self._moving.timeout.connect(self.moved)

    def prepare(self, articles: Sequence[ArchivedArticle]) -> Iterator[Column]:
        """Make the columns of articles one by one, before they are shown; none where they stand here already."""
        self._prepared = []
        for column in () if self.columns and _are_of(self.columns.columns, articles) else made(articles):
            self._prepared.append(column)
            yield column

    def show_comparison(self, articles: Sequence[ArchivedArticle], comparison: Comparison) -> None:
        """Show the texts of a comparison; the same texts stay as they stand, and are marked anew."""
        if self.columns is not None and _are_of(self.columns.columns, articles):
            self.columns.show_comparison(comparison)
            return
        if self.columns is not None:
            self.columns.setParent(None)
            self.columns.deleteLater()
        prepared, self._prepared = self._prepared, []
        self.columns = Columns(prepared if _are_of(prepared, articles) else list(made(articles)))
        self.columns.clicked.connect(self.clicked)
        self.columns.date_wanted.connect(self.date_wanted)
        self.columns.shade(self._shaded)
        self.columns.arranged.connect(self._settle)
        self._layout.addWidget(self.columns, 1)
        for column in self.columns.columns:
            moving: QWidget | None = column
            while moving is not None and moving is not self:  # scrolled sideways, what moves is around it
                moving.installEventFilter(self)
                moving = moving.parentWidget()
        self.columns.show_comparison(comparison)
        self._settle()

    def toggle_shade(self) -> bool:
        """Shade what stands in one report alone, or leave it plain; tell which."""
        self._shaded = not self._shaded
        if self.columns is not None:
            self.columns.shade(self._shaded)
        return self._shaded

    @property
    def labels(self) -> int:
        """The pixels at the left of the texts where there is room for labels, else 0."""
        return 0 if self._layout.direction() == QBoxLayout.Direction.TopToBottom else self._wanted

    @property
    def _wanted(self) -> int:
        return LABELS if self.width() >= WIDE else NARROW_LABELS

    def edges(self) -> list[Edge | None]:
        """Return where each text begins and how wide it is, None for one that is hidden."""
        columns = self.columns.columns if self.columns else ()
        return [
            (column.mapTo(self, QPoint(0, 0)).x(), column.width()) if column.isVisibleTo(self) else None
            for column in columns
        ]

    def selected(self) -> list[Span]:
        """Return what the user has selected, at most one stretch of each text."""
        spans = []
        for number, column in enumerate(self.columns.columns if self.columns else ()):
            cursor = column.browser.textCursor()
            if cursor.hasSelection():
                start, end = cursor.selectionStart(), cursor.selectionEnd()
                spans.append(Span(number, column.document.offset(start), column.document.offset(end - 1) + 1))
        return spans

    def focus(self, article: int) -> None:
        """Give the keys to a text."""
        if self.columns is not None:
            self.columns.columns[article].take_keys()

    def bring_into_sight(self, article: int) -> None:
        """Scroll sideways to a text, where there are too many for the width."""
        column: QWidget | None = self.columns.columns[article] if self.columns else None
        around = column
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around else None
        if column is None or around is None or inside is None:
            return
        bar, room = around.horizontalScrollBar(), around.viewport().width()
        left = column.mapTo(inside, QPoint(0, 0)).x()
        bar.setValue(max(min(bar.value(), left), left + column.width() - room))

    def focus_place(self, place: int) -> None:
        """Give the keys to a text by its place from the left, counted from 0."""
        seen = sorted((edge, article) for article, edge in enumerate(self.edges()) if edge)
        if place < len(seen):
            self.focus(seen[place][1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels where the texts leave room for them."""
        super().resizeEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a text stands elsewhere."""
        if event.type() in MOVES:
            self._moving.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _settle(self) -> None:
        """Put the reasons beside the texts or above them, as there is room."""
        texts = len(self.columns.shown) if self.columns else 1
        flat = (self.width() - self._wanted - BETWEEN * texts) / texts < READABLE
        direction = QBoxLayout.Direction.TopToBottom if flat else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)
        self.details.lie(flat=flat, width=self._wanted)
        self._moving.start()


def _are_of(columns: Sequence[Column], articles: Sequence[ArchivedArticle]) -> bool:
    """Tell whether columns show just these articles, as they are now."""
    return [column.article.article for column in columns] == [kept.article for kept in articles]
