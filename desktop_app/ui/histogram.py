"""How many of the articles found were published when: a row of bars that is a filter by date too."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui.histogram_bars import Bars, bars_of, period_name
from desktop_app.ui.theme import interface_font, look

SIDE, TOP, HEIGHT, FOOT = 14, 6, 38, 17  # pixels: margins, the tallest bar, the line of years
WIDEST = 40  # pixels a bar is wide at most
UNDATED = 26  # pixels of the bar for undated articles
APART = 22  # pixels between the last bar and that one

Span = tuple[str, str]


class Histogram(QWidget):
    """Bars of periods and, at the end, one of undated articles; dragging over bars chooses a span."""

    span_chosen = Signal(object)  # (first, last) period, None for all dates
    undated_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogram")
        self.setAccessibleName("Articles by date")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TOP + HEIGHT + FOOT)
        self._bars = Bars((), 0)
        self._span: Span | None = None
        self._only_undated = False
        self._from = self._to = 0  # the places being chosen, by mouse or keyboard
        self._dragging = False
        look.changed.connect(self.update)
        self.hide()

    def show_months(self, months: Sequence[tuple[str, int]], span: Span | None, *, undated: bool) -> None:
        """Show how many articles there are in each month; `span` is chosen, or the undated are."""
        self._bars, self._span, self._only_undated = bars_of(months), span, undated
        self._from = min(self._from, self._last)
        self._to = min(self._to, self._last)
        self.setVisible(bool(self._bars.bars))
        self._tell()
        self.update()

    @property
    def bars(self) -> Bars:
        """What is shown."""
        return self._bars

    def box(self, place: int) -> QRectF:
        """Return the room of a bar, in which it stands on the ground."""
        if place >= len(self._bars.bars):
            return QRectF(self.width() - SIDE - UNDATED, TOP, UNDATED, HEIGHT)
        step = self._step()
        return QRectF(SIDE + place * step, TOP, step, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a span."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._to = self._place_at(event.position().x())
            self._dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the span out; the undated are in none."""
        if self._dragging and self._from < len(self._bars.bars):
            self._to = min(self._place_at(event.position().x()), len(self._bars.bars) - 1)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the span."""
        if self._dragging:
            self._dragging = False
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the bars with the arrows, with Shift draw a span out; Return chooses, Delete takes back."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -self._to, Qt.Key.Key_End: self._last}
        if event.key() in steps:
            self._to = max(0, min(self._to + steps[Qt.Key(event.key())], self._last))
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._from = self._to
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and (self._span or self._only_undated):
            self.span_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are no longer."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say under the mouse what a bar stands for."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._bars.said(self._place_at(event.pos().x())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bars and years."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look["panel"])
        most = max(1, self._bars.undated, *(max(bar.count, bar.vague) for bar in self._bars.bars), 1)
        for place, bar in enumerate(self._bars.bars):
            if bar.vague:
                painter.fillRect(self._filled(place, bar.vague / most, 0), look["line"])
        gap = 2 if self._step() >= 6 else 1 if self._step() >= 3 else 0
        for place, bar in enumerate(self._bars.bars):
            painter.fillRect(self._filled(place, bar.count / most, gap), look[self._colour(place)])
        if self._bars.undated:
            self._paint_undated(painter, self._filled(self._last, self._bars.undated / most, gap))
        self._paint_focus(painter)
        self._paint_periods(painter)
        painter.setPen(look["line"])
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    @property
    def _last(self) -> int:
        """The last place: that of the undated where there are any."""
        return max(0, len(self._bars.bars) - (0 if self._bars.undated else 1))

    def _step(self) -> float:
        room = self.width() - 2 * SIDE - (UNDATED + APART if self._bars.undated else 0)
        return min(WIDEST, max(room, 1) / max(len(self._bars.bars), 1))

    def _place_at(self, x: float) -> int:
        if self._bars.undated and x >= self.box(self._last).left() - APART / 2:
            return self._last
        return max(0, min(int((x - SIDE) / self._step()), len(self._bars.bars) - 1))

    def _filled(self, place: int, share: float, gap: int) -> QRectF:
        """Return a bar: what there is of it can always be seen."""
        box = self.box(place)
        height = max(2.0, share * box.height()) if share else 1.0
        return QRectF(box.left(), box.bottom() - height, max(box.width() - gap, 1), height)

    def _colour(self, place: int) -> str:
        first, last = sorted((self._from, self._to))
        if self._dragging:
            return "accent" if first <= place <= last else "accent_soft"
        if self._only_undated:
            return "accent_soft"
        return "accent" if self._in_span(self._bars.bars[place].period) else "accent_soft"

    def _in_span(self, period: str) -> bool:
        """Tell whether any of a period is chosen; both sides are cut to what both of them say."""
        if self._span is None:
            return True
        first, last = self._span
        return period[: len(first)] >= first[: len(period)] and period[: len(last)] <= last[: len(period)]

    def _paint_undated(self, painter: QPainter, area: QRectF) -> None:
        """Paint the undated in another shape: hatched."""
        chosen = self._only_undated or (self._span is None and not self._dragging)
        painter.fillRect(area, look["panel"])
        painter.setPen(QPen(look["accent" if chosen else "accent_soft"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(area, QBrush(look["accent" if chosen else "muted"], Qt.BrushStyle.BDiagPattern))
        painter.setPen(look["muted"])
        painter.setFont(interface_font(10))
        foot = QRect(int(self.box(self._last).left()) - 30, TOP + HEIGHT, UNDATED + 34, FOOT - 1)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "undated")

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus() and self._bars.bars:
            first, last = sorted((self._from, self._to))
            painter.setPen(QPen(look["ink"], 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.box(first).united(self.box(last)).adjusted(-1.5, -2.5, 0.5, 0.5))

    def _paint_periods(self, painter: QPainter) -> None:
        """Write the first and the last period under their bars."""
        painter.setPen(look["muted"])
        painter.setFont(interface_font(10))
        names = [period_name(bar.period) for bar in (*self._bars.bars[:1], *self._bars.bars[1:][-1:])]
        metrics = QFontMetrics(painter.font())
        width = round(self._step() * len(self._bars.bars))
        foot = QRect(SIDE, TOP + HEIGHT, width, FOOT - 1)
        fits = sum(metrics.horizontalAdvance(name) for name in names) + 12 <= width
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | middle, names[0] if names else "")
        if fits and len(names) > 1:
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, names[1])

    def _choose(self) -> None:
        """Choose what lies between the two places; what is chosen already is taken back."""
        first, last = sorted((self._from, min(self._to, self._last)))
        if last >= len(self._bars.bars):
            self.span_chosen.emit(None) if self._only_undated else self.undated_chosen.emit()
            return
        span = (self._bars.bars[first].period, self._bars.bars[last].period)
        self.span_chosen.emit(None if span == self._span else span)

    def _tell(self) -> None:
        """Tell a screen reader what is chosen and where the keys are."""
        first, last = sorted((self._from, self._to))
        here = self._bars.said(first) if first == last else f"{self._bars.said(first)} to {self._bars.said(last)}"
        self.setAccessibleDescription(here if self._bars.bars else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
