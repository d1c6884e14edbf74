"""Where the events of a timeline stand: a lane for each report, and in it as many lines as keep words apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from desktop_app.core.comparison.rows import Event
from desktop_app.ui.comparison.time_axis import DAY, Axis, Extent, extent

HEAD, LINE, PADDING = 30, 26, 5  # pixels: the dates above, a line of events, around a lane
DOT = 12  # pixels of a day, whatever the scale
WORDS, FEWEST = 560, 90  # pixels of words: the most, and so few that they go to the other side
BETWEEN = 16  # pixels between one event and the next on its line


@dataclass(frozen=True)
class Placed:
    """An event and where its bar and its words stand; a day is a dot."""

    event: Event
    bar: QRectF
    words: QRectF
    day: bool = False

    @property
    def box(self) -> QRectF:
        """The room of both."""
        return self.bar.united(self.words).adjusted(-4, 0, 4, 0)


@dataclass(frozen=True)
class Lane:
    """What one report tells, from `top` on; what has no date is listed in lanes of its own, not placed."""

    article: int
    top: float
    height: float
    placed: bool = True


@dataclass(frozen=True)
class Drawing:
    """All events in their places, in the order of time within each report."""

    axis: Axis | None
    left: float
    width: float
    lanes: tuple[Lane, ...] = ()
    placed: tuple[Placed, ...] = ()
    height: float = 0.0


def drawn(events: Sequence[Event], left: float, right: float, width_of: Callable[[Event], float]) -> Drawing:
    """Return events in lanes between two edges; `width_of` tells the pixels of an event's words."""
    dated = sorted(
        ((event, when) for event in events if (when := extent(event.when))),
        key=lambda told: (told[1], told[0].span),
    )
    axis = Axis([when for _, when in dated]) if dated else None
    room = max(60.0, right - left)
    top = float(HEAD if axis else PADDING)
    lanes: list[Lane] = []
    placed: list[Placed] = []
    for article in sorted({event.span.article for event, _ in dated}):
        mine = [(event, _bar(axis, when, left, room)) for event, when in dated if event.span.article == article]
        marks = [_placed(event, bar, (left, room), width_of(event)) for event, bar in mine]
        lines, found = _on_lines(marks, top + PADDING)
        lanes.append(Lane(article, top, lines * LINE + 2 * PADDING))
        placed += found
        top += lanes[-1].height
    without = [event for event in events if not extent(event.when)]
    for article in sorted({event.span.article for event in without}):
        listed = [event for event in without if event.span.article == article]
        for number, event in enumerate(listed):
            y = top + PADDING + number * LINE
            bar = QRectF(left, y + (LINE - DOT) / 2, DOT, DOT)
            area = QRectF(left + DOT + 8, y, min(width_of(event), room - DOT - 8), LINE)
            placed.append(Placed(event, bar, area))
        lanes.append(Lane(article, top, len(listed) * LINE + 2 * PADDING, placed=False))
        top += lanes[-1].height
    return Drawing(axis, left, room, tuple(lanes), tuple(placed), top)


def _bar(axis: Axis | None, when: Extent, left: float, width: float) -> QRectF:
    """Return the bar of a time, on the first line; no shorter than the dot of a day."""
    if axis is None:
        return QRectF()
    start, end = (left + axis.place(day) * width for day in (when[0], when[1] + DAY))
    return QRectF(start, (LINE - DOT) / 2, DOT if when[0] == when[1] else max(DOT, end - start), DOT)


def _placed(event: Event, bar: QRectF, room: tuple[float, float], words: float) -> Placed:
    """Return an event with its words after its bar, or before it where there is no room after."""
    left, width = room
    wanted = min(words, WORDS)
    after, before = left + width - bar.right() - 8, bar.left() - left - 8
    day = len(event.when or "") > len("2016-06") and "W" not in (event.when or "")
    if after < min(wanted, FEWEST) < before or (after < wanted <= before):
        size = min(wanted, before)
        return Placed(event, bar, QRectF(bar.left() - 8 - size, 0, size, LINE), day)
    return Placed(event, bar, QRectF(bar.right() + 8, 0, max(0.0, min(wanted, after)), LINE), day)


def _on_lines(marks: Sequence[Placed], top: float) -> tuple[int, list[Placed]]:
    """Return how many lines a lane needs, and the events on the first line each where they meet no other."""
    lines: list[list[QRectF]] = []
    found = []
    for mark in marks:
        box = mark.box.adjusted(-BETWEEN / 2, 0, BETWEEN / 2, 0)
        free = (n for n, line in enumerate(lines) if not any(box.intersects(other) for other in line))
        number = next(free, len(lines))
        if number == len(lines):
            lines.append([])
        lines[number].append(box)
        y = top + number * LINE
        found.append(replace(mark, bar=mark.bar.translated(0, y), words=mark.words.translated(0, y)))
    return len(lines), found


def diamond(box: QRectF) -> QPolygonF:
    """Return the sign of a day that fits a box."""
    centre = box.center()
    return QPolygonF(
        [
            QPointF(centre.x(), box.top()),
            QPointF(box.right(), centre.y()),
            QPointF(centre.x(), box.bottom()),
            QPointF(box.left(), centre.y()),
        ]
    )
