"""The texts of a comparison: columns level at what they share, scrolling together, joined by ribbons."""

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.columns import anchors
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.ui.comparison.arrangement import Arrangement
from desktop_app.ui.comparison.column import FEW, Column
from desktop_app.ui.comparison.levelling import Pushed, level
from desktop_app.ui.comparison.marking import ONLY_HERE, TINTS, mark, marked_rows, spans
from desktop_app.ui.comparison.overview import Overview, Stretch
from desktop_app.ui.theme import look

RIBBON, NARROW_RIBBON = 30, 16
LOW = 340  # pixels of height in which the heads of the columns are folded
SLICE = 0.01  # seconds for which marks are measured before the window answers again
SETTLE = 60  # milliseconds after a resize before the columns are levelled anew
Standing = tuple[Sequence[Row], list[tuple[int, QSizeF]]]  # anchors, and the size of each text


class Columns(QFrame):
    """Two to six columns; `columns` stay in the order of the comparison, however they are arranged."""

    clicked = Signal(object)  # Span: the mark that was clicked
    arranged = Signal()  # columns were moved, widened, hidden or brought back
    date_wanted = Signal(int)  # the number of the column whose date is to be set

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.comparison = Comparison()
        self._anchors: Sequence[Row] = ()
        self._chosen: Row | None = None
        self._pushed: Pushed = {}
        self._standing: Standing | None = None  # when they were levelled last
        self._together = True
        self._shaded = True
        self._sized = False  # until then there is nothing to level
        self._base = 0  # the pixels from the top that all columns were brought to last
        self._apart = [0] * len(columns)  # pixels each column stands lower than level, while a row is lit
        self._at_row = False  # whether nobody has scrolled since a row was chosen
        self.overview = Overview()
        self.overview.wanted.connect(self._go_to_share)
        self.overview.show_marks((), len(columns), 0)  # its width stays, and with it that of the texts
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        width = RIBBON if len(columns) <= FEW else NARROW_RIBBON
        self.arrangement = Arrangement(self.columns, width, self)
        self.arrangement.changed.connect(self._rearranged)
        self._area.setWidget(self.arrangement.widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.overview)
        for column in self.columns:
            column.clicked.connect(self._clicked)
            column.scrolled.connect(self._scrolled)
            column.head.date_wanted.connect(self._date_wanted)
        self._unmeasured: Iterator[Span] = iter(())
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self.level)
        self._surveying = QTimer(self, singleShot=True)
        self._surveying.timeout.connect(self._go_on)
        look.changed.connect(self._rewrite)

    @property
    def shown(self) -> list[Column]:
        """The columns to be seen, from left to right."""
        return self.arrangement.shown

    @property
    def together(self) -> bool:
        """Whether scrolling one column scrolls all."""
        return self._together

    def show_comparison(self, comparison: Comparison) -> None:
        """Mark what the texts share, and bring them level at it."""
        self.comparison = comparison
        self._anchors = anchors([row for row in self._links() if len(row.spans) > 1])
        self._chosen = None
        if self._sized:
            self.level()

    def go_to(self, row: Row) -> None:
        """Light a row of any kind and bring it into sight in every column that speaks of it, at one height.

        A column that is silent on it stays where it is.
        """
        self._chosen = row
        self._light()
        heights = {column.number: self._top(row, column) for column in self.shown}
        tops = {number: top for number, top in heights.items() if top is not None}
        if not tops:
            self._show_marks()
            return
        lowest = max(tops.values())
        room = min(self.shown[0].browser.viewport().height() / 3, *tops.values())  # no text goes below its own top
        base = round(lowest - room)
        for column in self.shown:
            top = tops.get(column.number)
            value = column.browser.verticalScrollBar().value()
            self._apart[column.number] = value - base if top is None else round(top - lowest)
        self._scroll_to(base)
        self._at_row = True

    def forget(self) -> None:
        """Light no row any more; the texts stay where they are."""
        if self._chosen is not None:
            self._chosen = None
            self._light()
            self._show_marks()

    def scroll_together(self, together: bool) -> None:
        """Let scrolling one column scroll all, or each go by itself."""
        self._together = together
        if together:
            self._apart = [0] * len(self.columns)
            self._scroll_to(self.shown[0].browser.verticalScrollBar().value())

    def shade(self, shaded: bool) -> None:
        """Shade what stands in one text alone, or leave it plain."""
        self._shaded = shaded
        if not self._sized:
            return
        mark(self.shown, self.comparison, shaded=shaded)
        self._light()
        self._show_marks()
        self._survey()

    @Slot()
    def level(self) -> None:
        """Give the columns heads of one height, and bring the anchors level by space above them.

        They go to the chosen row again, unless the user has scrolled on from there.
        """
        tallest = max(column.head.heightForWidth(column.width()) for column in self.shown)
        for column in self.shown:
            column.head.setFixedHeight(max(tallest, 60))
        if self._standing != self._stand():
            level(self.shown, self._anchors, self._pushed)
            self._standing = self._stand()
        mark(self.shown, self.comparison, shaded=self._shaded)
        self._light()
        if self._at_row and self._chosen is not None:
            self.go_to(self._chosen)
        self._show_marks()
        self._survey()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Level anew once the size has settled."""
        super().resizeEvent(event)
        for column in self.columns:
            column.head.fold(folded=self.height() < LOW)
        self._settling.start(SETTLE if self._standing else 0)
        self._sized = True

    def _links(self) -> Iterator[Row]:
        """Give the rows that columns stand level at: what is worded alike."""
        yield from self.comparison.of("passages")
        yield from self.comparison.of("quotations")

    def _top(self, row: Row, column: Column) -> float | None:
        span = row.of(column.number)
        extent = column.extent(span) if span else None
        return extent[0] if extent else None

    def _light(self) -> None:
        lit = list(spans(self._chosen)) if self._chosen else []
        for column in self.shown:
            column.light([span for span in lit if span.article == column.number])
        for ribbons in self.arrangement.ribbons:
            ribbons.choose(self._chosen)

    def _show_marks(self) -> None:
        for column in self.shown:
            column.show_marks()

    def _stand(self) -> Standing:
        """Return what changes where columns no longer stand level."""
        return self._anchors, [(column.number, column.browser.document().size()) for column in self.shown]

    def _survey(self) -> None:
        """Find out where all marks stand, in slices if there are many, then show them beside the texts."""
        self._unmeasured = iter([*self._alone(), *(span for row in self._joined() for span in spans(row))])
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        for span in self._unmeasured:
            self.columns[span.article].extent(span)
            if time.perf_counter() > until:
                self._surveying.start()
                return
        for ribbons in self.arrangement.ribbons:
            ribbons.show_rows(self._joined())
        self._show_overview()

    def _alone(self) -> Sequence[Span]:
        return self.comparison.only_here if self._shaded else ()

    def _joined(self) -> list[Row]:
        """Return the rows that are shown between the columns: those that are marked in them."""
        return list(marked_rows(self.comparison))

    def _show_overview(self) -> None:
        lanes = {column.number: lane for lane, column in enumerate(self.shown)}
        heights = {column.number: max(1.0, column.browser.document().size().height()) for column in self.shown}
        colours = [(span, ONLY_HERE) for span in self._alone()]
        colours += [(span, TINTS[row.mark].line) for row in self._joined() for span in spans(row)]
        stretches = []
        for span, colour in colours:
            extent = self.columns[span.article].extent(span) if span.article in lanes else None
            if extent:
                height = heights[span.article]
                stretches.append(Stretch(lanes[span.article], extent[0] / height, extent[1] / height, colour))
        self.overview.show_marks(stretches, len(lanes), self.shown[0].head.height())
        self._show_window()

    def _show_window(self) -> None:
        browser = self.shown[0].browser
        height = max(1.0, browser.document().size().height())
        top = browser.verticalScrollBar().value()
        self.overview.show_window(top / height, min(1.0, (top + browser.viewport().height()) / height))

    def _scroll_to(self, value: int) -> None:
        """Bring all columns to a height, each as far from it as it stands apart."""
        self._base, self._at_row = value, False
        for column in self.shown:
            bar = column.browser.verticalScrollBar()
            wanted = value + self._apart[column.number]
            if bar.value() != wanted:
                bar.blockSignals(True)
                bar.setValue(wanted)
                bar.blockSignals(False)
                column.browser.viewport().update()
        self._show_marks()
        for ribbons in self.arrangement.ribbons:
            ribbons.update()
        self._show_window()

    @Slot(int, int)
    def _clicked(self, number: int, position: int) -> None:
        column = self.columns[number]
        at = column.document.offset(position)
        every = [span for row in marked_rows(self.comparison) for span in spans(row)]
        under = [span for span in every if span.article == number and span.start <= at <= span.end]
        if under:
            self.clicked.emit(min(under, key=lambda span: span.end - span.start))

    @Slot(int, int)
    def _scrolled(self, number: int, value: int) -> None:
        end = self.columns[number].browser.verticalScrollBar().maximum()
        shorter = value == end < self._base + self._apart[number]  # by lines set anew: nobody has scrolled
        at_row = self._at_row and shorter
        if self._together:
            self._scroll_to(value - self._apart[number])
        else:
            for ribbons in self.arrangement.ribbons:
                ribbons.update()
            self._show_window()
        self._at_row = at_row

    @Slot(float)
    def _go_to_share(self, share: float) -> None:
        browser = self.shown[0].browser
        height = browser.document().size().height()
        self._apart = [0] * len(self.columns)
        self._scroll_to(max(0, round(share * height - browser.viewport().height() / 2)))

    @Slot()
    def _rearranged(self) -> None:
        self.level()
        self._settling.start()
        self.arranged.emit()

    @Slot()
    def _date_wanted(self) -> None:
        for column in self.columns:
            if column.head is self.sender():
                self.date_wanted.emit(column.number)

    @Slot()
    def _rewrite(self) -> None:
        self._pushed.clear()
        self._standing = None
        for column in self.columns:
            column.write()
        self._at_row = True
        self.level()
