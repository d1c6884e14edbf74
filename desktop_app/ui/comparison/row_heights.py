"""How high the rows of the evidence are: as their words need, measured in slices so that the window answers."""

import math
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from desktop_app.ui.comparison.evidence_model import LINES, EvidenceModel
from desktop_app.ui.comparison.evidence_painter import (
    ABOVE,
    BELOW,
    HEAD,
    LABEL_LINES,
    MARK,
    PIXELS,
    height_of,
    length_of,
)
from desktop_app.ui.theme import interface_font

MEASURED = 120  # rows whose height follows their words; few read on to the others
AT_ONCE = 12  # rows that are measured at once, and as many more as are in sight
SLICE = 0.01  # seconds for which others are measured before the window answers again


class Widths(NamedTuple):
    """How wide the words of a row are, in pixels: of its label, 1 where that stands above, and of each report."""

    label: int
    reports: Sequence[int]


class RowHeights(QObject):
    """Gives the rows of a table their heights."""

    changed = Signal()

    def __init__(self, rows: EvidenceModel, header: QHeaderView, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._header = rows, header
        self._lengths: dict[int, list[tuple[int, float]]] = {}  # by row, measured once
        self._widths = Widths(1, ())
        self._stacked = False
        self._room = 0
        self._waiting: Iterator[int] = iter(())
        self._going_on = QTimer(self)
        self._going_on.setSingleShot(True)
        self._going_on.timeout.connect(self._go_on)

    def forget(self) -> None:
        """Measure the words anew: there are others."""
        self._lengths.clear()
        self._waiting = iter(())

    def set(self, widths: Widths, room: int, *, stacked: bool) -> None:
        """Set the heights of the rows in sight, which have so much room, now, and those of the others bit by bit.

        Stacked, a row has its label in a line above.
        """
        self._widths, self._room, self._stacked = widths, room, stacked
        full = ABOVE + BELOW + LINES * QFontMetrics(interface_font(PIXELS)).lineSpacing()
        with QSignalBlocker(self._header):
            self._header.setDefaultSectionSize(full + (HEAD if stacked else 0))
        self._waiting = iter(range(min(MEASURED, self._rows.rowCount())))
        self._go_on()

    def finish(self) -> None:
        """Set all heights that are still to be set."""
        self._set_until(math.inf)

    @Slot()
    def _go_on(self) -> None:
        self._set_until(time.perf_counter() + SLICE)

    def _set_until(self, end: float) -> None:
        with QSignalBlocker(self._header):  # the view would paint all rows again for each
            for number in self._waiting:
                self._header.resizeSection(number, self._height(number))
                in_sight = number < AT_ONCE or self._header.sectionPosition(number) < self._room
                if not in_sight and time.perf_counter() > end:
                    self._going_on.start()
                    break
        self.changed.emit()

    def _height(self, number: int) -> int:
        """Return the height of a row: that of its longest cell, or of its label."""
        row = self._rows.rows[number]
        name, *cells = self._lengths_of(number)
        most = self._rows.lines_of(number)
        widths = [self._widths.reports[span.article] for span in row.spans]
        words = max(height_of(cell, width, most) for cell, width in zip(cells, widths, strict=True))
        beside = MARK + height_of(name, self._widths.label, LABEL_LINES)
        return ABOVE + BELOW + (HEAD + words if self._stacked else max(words, beside))

    def _lengths_of(self, number: int) -> list[tuple[int, float]]:
        """Return the lengths of a row's label and of its cells that say something."""
        if number not in self._lengths:
            row = self._rows.rows[number]
            regular, bold = (QFontMetrics(interface_font(PIXELS, bold=strong)) for strong in (False, True))
            cells = [length_of(self._rows.text(number, span.article), regular) for span in row.spans]
            self._lengths[number] = [length_of(row.label, bold), *cells]
        return self._lengths[number]
