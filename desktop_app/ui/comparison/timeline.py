"""What happened when, and when it was reported: a lane for each report, drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Event
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated
from desktop_app.ui.comparison.cell_text import called, words_of
from desktop_app.ui.comparison.lanes import HEAD, LINE, PADDING, Drawing, Lane, Placed, diamond, drawn
from desktop_app.ui.comparison.time_axis import told_when
from desktop_app.ui.theme import interface_font, look

PIXELS = 12
BEFORE = 56  # characters of a sentence shown before the words that tell the time
APART = 108  # pixels between two dates above
EXPLAINED = "Full: happened that day.  Long: some time in these days.  Hollow: reported.  //  Days drawn shorter."
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class Timeline(QScrollArea):
    """The events of a comparison; a click or Return goes to the sentence of one."""

    chosen = Signal(object)  # Event

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = Canvas()
        self.canvas.chosen.connect(self.chosen)
        self.canvas.moved.connect(self._follow)
        self.setWidget(self.canvas)
        self.setFocusProxy(self.canvas)

    def show_events(self, events: Sequence[Event], articles: Sequence[ArchivedArticle], margin: int) -> None:
        """Draw events; `margin` is the room at the left for the names of the reports."""
        self.canvas.show_events(events, articles, margin)

    def step(self, by: int) -> None:
        """Go to the next or the previous event."""
        self.canvas.step(by)

    @Slot(QRectF)
    def _follow(self, box: QRectF) -> None:
        centre = box.center().toPoint()
        self.ensureVisible(centre.x(), centre.y(), 10, LINE)


class Canvas(QWidget):
    """Where the timeline is drawn."""

    chosen = Signal(object)  # Event
    moved = Signal(QRectF)  # where the keys are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._events: Sequence[Event] = ()
        self._articles: Sequence[ArchivedArticle] = ()
        self._margin = 200
        self._here = -1
        self.drawing = Drawing(None, 0, 0)
        look.changed.connect(self.update)

    def show_events(self, events: Sequence[Event], articles: Sequence[ArchivedArticle], margin: int) -> None:
        """Draw events."""
        if (events, articles) != (self._events, self._articles):
            self._here = -1
        self._events, self._articles, self._margin = events, articles, margin
        self._arrange()

    def step(self, by: int) -> None:
        """Go to the next or the previous event in the order of the lanes, around the end."""
        if self.drawing.placed:
            start = self._here if self._here >= 0 else -1 if by > 0 else 0
            self._go_to((start + by) % len(self.drawing.placed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press; what it is on is known when it ends."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the sentence of what was clicked."""
        number = self._at(event.position())
        if number >= 0:
            self._go_to(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        over = self._at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from event to event with the arrows, up and down from lane to lane; Return goes to the sentence."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        lanes = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() in lanes:
            self._change_lane(lanes[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._here >= 0:
            self._go_to(self._here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say under the mouse how the time of an event was told."""
        if isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.said(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def said(self, number: int) -> str:
        """Return an event in words: whose, when, what, and how the time was told."""
        event = self.drawing.placed[number].event
        source = isolated(called(self._articles[event.span.article]))
        words = [f"{source}: {event.kind} {told_when(event)}", event.label, event.rule]
        return ". ".join(dict.fromkeys(word for word in words if word))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dates, the lanes, and the events in them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look["panel"])
        self._paint_dates(painter)
        for lane in self.drawing.lanes:
            self._paint_lane(painter, lane)
        for number, placed in enumerate(self.drawing.placed):
            self._paint_event(painter, placed, here=number == self._here)
        painter.setPen(look["muted"])
        painter.setFont(interface_font(PIXELS))
        foot = QRectF(self._margin, self.drawing.height, self.width() - self._margin, LINE)
        painter.drawText(foot, MIDDLE, EXPLAINED)

    def _paint_dates(self, painter: QPainter) -> None:
        drawing = self.drawing
        if drawing.axis is None:
            return
        painter.setFont(interface_font(PIXELS))
        for place, words in drawing.axis.ticks(drawing.width, APART):
            x = round(drawing.left + place * drawing.width) + 0.5
            painter.setPen(look["line"])
            painter.drawLine(QPointF(x, HEAD - 4), QPointF(x, drawing.height))
            painter.setPen(look["muted"])
            painter.drawText(QRectF(x + 3, 6, APART, HEAD - 10), MIDDLE, words)
        painter.setPen(look["muted"])
        for stretch in drawing.axis.stretches:
            if stretch.cut:
                x = drawing.left + (stretch.left + stretch.right) / 2 * drawing.width
                for shift in (-2, 2):
                    painter.drawLine(QPointF(x + shift - 2, HEAD + 3), QPointF(x + shift + 2, HEAD - 5))

    def _paint_lane(self, painter: QPainter, lane: Lane) -> None:
        painter.setPen(look["line"])
        bottom = round(lane.top + lane.height) - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        article = self._articles[lane.article]
        date = shown(article.article.published)
        second = date if lane.placed or not article.article.published else "date not told"
        area = QRectF(16, lane.top + PADDING, self._margin - 24, LINE)
        painter.setFont(interface_font(13, bold=True))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(called(article), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(look["ink"])
        painter.drawText(area, MIDDLE, name)
        left = metrics.horizontalAdvance(name) + 8
        painter.setFont(interface_font(PIXELS))
        painter.setPen(look["muted"])
        if left + QFontMetricsF(painter.font()).horizontalAdvance(second) <= area.width():
            painter.drawText(area.adjusted(left, 0, 0, 0), MIDDLE, second)
        elif lane.height > 2 * LINE:
            painter.drawText(area.translated(0, LINE - PADDING), MIDDLE, second)

    def _paint_event(self, painter: QPainter, placed: Placed, *, here: bool) -> None:
        if here:
            painter.setBrush(look["accent_soft"])
            painter.setPen(QPen(look["accent"], 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(placed.box.adjusted(-1, 0.5, 1, -0.5), 5, 5)
        painter.setPen(QPen(look["accent"], 1.25))
        filled = placed.day and placed.event.kind == "happened"
        painter.setBrush(look["accent" if filled else "accent_soft"])
        if not placed.event.when:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look["muted"], 1.25, Qt.PenStyle.DotLine))
        if placed.event.kind == "reported" or placed.day:
            painter.drawPolygon(
                diamond(QRectF(placed.bar.left(), placed.bar.top(), placed.bar.height(), placed.bar.height()))
            )
        if not placed.day and (placed.event.kind == "happened" or placed.event.when):
            painter.drawRoundedRect(placed.bar.adjusted(0.5, 1, -0.5, -1), 4, 4)
        when, what = words(placed.event, self._articles)
        painter.setFont(interface_font(PIXELS, bold=True))
        painter.setPen(look["ink"])
        metrics = QFontMetricsF(painter.font())
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(placed.words, MIDDLE, metrics.elidedText(when, elide, placed.words.width()))
        rest = placed.words.adjusted(metrics.horizontalAdvance(when) + 5, 0, 0, 0)
        if rest.width() > LINE:
            painter.setFont(interface_font(PIXELS))
            cut = QFontMetricsF(painter.font()).elidedText(what, elide, rest.width() + 1)
            painter.drawText(rest, MIDDLE, isolated(cut))

    def _arrange(self) -> None:
        right = self.width() - 20
        self.drawing = drawn(self._events, self._margin, right, lambda event: _width(*words(event, self._articles)))
        self.setMinimumHeight(round(self.drawing.height) + LINE)
        self._tell()
        self.update()

    def _at(self, place: QPointF) -> int:
        return next((n for n, placed in enumerate(self.drawing.placed) if placed.box.contains(place)), -1)

    def _change_lane(self, by: int) -> None:
        """Go to the nearest event of the next lane."""
        placed = self.drawing.placed
        lanes = [self._lane_of(mark) for mark in placed]
        here = placed[self._here] if self._here >= 0 else None
        wanted = lanes[self._here] + by if here else 0
        near = [
            (abs(mark.bar.left() - (here.bar.left() if here else 0)), n)
            for n, mark in enumerate(placed)
            if lanes[n] == wanted
        ]
        if near:
            self._go_to(min(near)[1])

    def _lane_of(self, mark: Placed) -> int:
        return next(n for n, lane in enumerate(self.drawing.lanes) if mark.bar.top() < lane.top + lane.height)

    def _go_to(self, number: int) -> None:
        self._here = number
        self._tell()
        self.update()
        placed = self.drawing.placed[number]
        self.moved.emit(placed.bar)
        self.chosen.emit(placed.event)

    def _tell(self) -> None:
        """Tell a screen reader where the keys are, and how much there is."""
        count = len(self.drawing.placed)
        here = f". {self._here + 1}: {self.said(self._here)}" if 0 <= self._here < count else ""
        self.setAccessibleDescription(f"{count} events in {len(self._articles)} reports{here}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))


def words(event: Event, articles: Sequence[ArchivedArticle]) -> tuple[str, str]:
    """Return when an event was, and what it was: the words around those that tell the time.

    Where no date is known the report's own words for the time stand in its place.
    """
    if event.kind == "reported":
        return shown(event.when), "reported"
    told = words_of(event.span, articles)
    before = event.label[: max(0, event.label.find(told))]
    what = "… " + event.label[len(before) - BEFORE :].partition(" ")[2] if len(before) > BEFORE else event.label
    return told_when(event) if event.when else told, what


def _width(when: str, what: str) -> float:
    """Return the pixels of an event's words."""
    bold, regular = (QFontMetricsF(interface_font(PIXELS, bold=wide)) for wide in (True, False))
    return bold.horizontalAdvance(when) + regular.horizontalAdvance(what) + 8
