"""The whole length of the texts at a glance: a lane for each column with its marks, and where one is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import look

LANE, LANES_MOST = 6, 6  # pixels
EDGE = 5
LEAST_MARK = 2.0  # pixels of height at which a mark is still seen


class Stretch(NamedTuple):
    """A mark in a lane, from and to as shares of the height, with the name of its colour."""

    lane: int
    top: float
    bottom: float
    colour: str


class Overview(QWidget):
    """Shows where the marks are, and scrolls to where it is pressed."""

    wanted = Signal(float)  # where to go, as a share of the height: what stands in the middle

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Overview: where the marks are")
        self.setToolTip("The whole length of the reports; press to go there")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._stretches: Sequence[Stretch] = ()
        self._painted: QPixmap | None = None  # the lanes and all their marks; None where they have changed
        self._window = (0.0, 1.0)
        self._above = 0
        look.changed.connect(self._paint_anew)

    def show_marks(self, stretches: Sequence[Stretch], lanes: int, above: int) -> None:
        """Show marks in lanes, under a space as high as the heads of the columns."""
        self._stretches, self._above = stretches, above
        self.setFixedWidth(2 * EDGE + LANE * min(max(lanes, 1), LANES_MOST))
        self._paint_anew()

    def show_window(self, top: float, bottom: float) -> None:
        """Show what part of the texts is in sight, from and to as shares of the height."""
        self._window = (top, bottom)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes, the marks, and a frame around what is in sight."""
        if self._painted is None:
            self._painted = self._lanes()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        room = self.height() - self._above
        top, bottom = self._window
        if bottom - top < 1.0:
            painter.setPen(look["muted"])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(1.5, self._above + top * room + 0.5, self.width() - 3, (bottom - top) * room - 1)
            painter.drawRoundedRect(frame, 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the marks for the new height."""
        super().resizeEvent(event)
        self._painted = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it is pressed."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the mouse."""
        self._go(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the texts."""
        event.ignore()

    @Slot()
    def _paint_anew(self) -> None:
        self._painted = None
        self.update()

    def _lanes(self) -> QPixmap:
        """Return a picture of the lanes and all marks: there are thousands, and one is scrolled often."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(look["side"])
        painter = QPainter(picture)
        painter.setPen(look["line"])
        painter.drawLine(0, 0, 0, self.height())
        room = self.height() - self._above
        for lane, top, bottom, colour in self._stretches:
            height = max(LEAST_MARK, (bottom - top) * room)
            painter.fillRect(QRectF(EDGE + LANE * lane, self._above + top * room, LANE - 1, height), look[colour])
        painter.end()
        return picture

    def _go(self, y: float) -> None:
        room = max(1, self.height() - self._above)
        self.wanted.emit(min(1.0, max(0.0, (y - self._above) / room)))
