"""The space between two columns: bands from what they share to its counterpart, and a handle to widen them."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.core.comparison.rows import Mark, Row
from desktop_app.ui.comparison.column import Column
from desktop_app.ui.theme import look

COLOURS: dict[Mark | str, tuple[str, str]] = {
    "same": ("shared", "shared_line"),
    "differs": ("differs", "differs_line"),
    "other-scope": ("differs", "differs_line"),
    "chosen": ("accent_soft", "accent"),
}


class Band(NamedTuple):
    """A place on the left and its counterpart on the right, as tops and bottoms in the documents' pixels."""

    left: tuple[float, float]
    right: tuple[float, float]
    kind: Mark | str  # tells the colours


class Ribbons(QWidget):
    """Stands between two columns, whichever stand beside each other at the time."""

    pulled = Signal(int, int)  # the number of the column on the left, pixels to the right

    def __init__(self, left: Column, right: Column, width: int) -> None:
        super().__init__()
        self.left, self.right = left, right
        self._bands: list[Band] = []
        self._chosen: list[Band] = []  # at most one, over the others
        self._pressed_at: float | None = None
        self.setFixedWidth(width)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip("Drag to widen a report")

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show what the texts beside have in common, as they stand now."""
        self._bands = [band for row in rows for band in self._between(row, row.mark)]
        self.update()

    def choose(self, row: Row | None) -> None:
        """Show one row over the others, or none."""
        self._chosen = self._between(row, "chosen") if row else []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bands that are in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look["side"])
        painter.setPen(look["line"])
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, self.left.head.height(), self.width(), self.height())
        down = [
            column.head.height() - column.browser.verticalScrollBar().value() for column in (self.left, self.right)
        ]
        for left, right, kind in (*self._bands, *self._chosen):
            a, b = (left[0] + down[0], left[1] + down[0]), (right[0] + down[1], right[1] + down[1])
            if min(a[0], b[0]) < self.height() and max(a[1], b[1]) > 0:
                fill, line = COLOURS[kind]
                painter.setPen(look[line])
                painter.setBrush(look[fill])
                painter.drawPath(_band(a, b, self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the edge."""
        self._pressed_at = event.globalPosition().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Widen one column at the cost of the other."""
        if self._pressed_at is not None:
            by = round(event.globalPosition().x() - self._pressed_at)
            self._pressed_at += by
            self.pulled.emit(self.left.number, by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the edge."""
        self._pressed_at = None

    def _between(self, row: Row, kind: Mark | str) -> list[Band]:
        """Return the band of a row, none where one of the two texts does not show it."""
        left, right = row.of(self.left.number), row.of(self.right.number)
        if left is None or right is None:
            return []
        a, b = self.left.extent(left), self.right.extent(right)
        return [Band(a, b, kind)] if a and b else []


def _band(a: tuple[float, float], b: tuple[float, float], width: int) -> QPainterPath:
    half = width / 2
    path = QPainterPath(QPointF(0, a[0]))
    path.cubicTo(QPointF(half, a[0]), QPointF(half, b[0]), QPointF(width, b[0]))
    path.lineTo(width, b[1])
    path.cubicTo(QPointF(half, b[1]), QPointF(half, a[1]), QPointF(0, a[1]))
    path.closeSubpath()
    return path
