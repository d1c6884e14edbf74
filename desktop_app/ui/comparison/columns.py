"""The texts of a comparison: columns level at their shared passages, scrolling together, joined by ribbons."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.dates import shown
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.article_document import ArticleDocument
from desktop_app.ui.bidi import isolated
from desktop_app.ui.theme import interface_font, look

PIXELS = 15
NARROW_PIXELS = 13  # from four columns on
MARGIN = 16
RIBBON = 30
SETTLE = 60  # milliseconds after a resize before the columns are levelled anew


class Column(QWidget):
    """One article of the comparison, under its head."""

    clicked = Signal(int, int)  # column, position in the document
    scrolled = Signal(int, int)  # column, pixels from the top

    def __init__(self, number: int, article: ArchivedArticle, pixels: int) -> None:
        super().__init__()
        self.setObjectName("column")
        self.number = number
        self.article = article
        self._pixels = pixels
        self.head = QWidget()
        self.head.setObjectName("columnHead")
        self.head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heads = QVBoxLayout(self.head)
        heads.setContentsMargins(16, 9, 16, 9)
        heads.setSpacing(2)
        facts = QLabel(
            f"{isolated(article.article.source or 'Unknown source')} · {shown(article.article.published)}"
        )
        facts.setProperty("look", "muted")
        title = QLabel(article.heading)
        title.setFont(interface_font(14, bold=True))
        for label in (facts, title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            heads.addWidget(label)
        heads.addStretch(1)
        self.browser = ArticleBrowser()
        self.browser.setAccessibleName(f"Report {number + 1}: {article.heading}")
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.verticalScrollBar().valueChanged.connect(self._moved)
        self.browser.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.browser, 1)
        self.write()

    def write(self) -> None:
        """Write the article in the colours of the theme."""
        self.document = ArticleDocument(self.browser.document(), self.article.article, self._pixels)
        self.document.fill()
        self.set_margins(0, 0)

    def set_margins(self, top: float, bottom: float) -> None:
        """Set the space above and below the text, which brings columns level."""
        frame = self.browser.document().rootFrame().frameFormat()
        frame.setMargin(MARGIN)
        frame.setTopMargin(MARGIN + top)
        frame.setBottomMargin(MARGIN + bottom)
        self.browser.document().rootFrame().setFrameFormat(frame)

    def line(self, position: int) -> QRectF:
        """Return the line that holds a position, in the document's pixels."""
        block = self.browser.document().findBlock(position)
        box = self.browser.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return box
        place = block.layout().position()
        return QRectF(box.left(), place.y() + line.y(), line.naturalTextWidth(), line.height())

    def extent(self, span: Span) -> tuple[float, float] | None:
        """Return the top and bottom of a span in the document's pixels, or None where it is not shown."""
        cursor = self.document.cursor(span.start, span.end)
        if cursor is None:
            return None
        first, last = self.line(cursor.selectionStart()), self.line(max(cursor.selectionEnd() - 1, 0))
        return first.top(), last.bottom()

    def eventFilter(self, watched: object, event: object) -> bool:
        """Tell where the text was clicked."""
        if isinstance(event, QMouseEvent) and event.type() == QMouseEvent.Type.MouseButtonRelease:
            cursor = self.browser.cursorForPosition(event.position().toPoint())
            if not self.browser.textCursor().hasSelection():
                self.clicked.emit(self.number, cursor.position())
        return False

    @Slot(int)
    def _moved(self, value: int) -> None:
        self.scrolled.emit(self.number, value)


class Ribbons(QWidget):
    """The space between two columns, with a band from each shared passage to its counterpart."""

    def __init__(self, left: Column, right: Column) -> None:
        super().__init__()
        self.left, self.right = left, right
        self.pairs: list[tuple[Span, Span, bool]] = []  # the last: is it the passage chosen?
        self.setFixedWidth(RIBBON)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bands that are in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look["side"])
        painter.setPen(look["line"])
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, self.left.head.height(), self.width(), self.height())
        for left, right, chosen in self.pairs:
            a, b = self._in_sight(self.left, left), self._in_sight(self.right, right)
            if a and b:
                painter.setPen(look["accent" if chosen else "shared_line"])
                painter.setBrush(look["accent_soft" if chosen else "shared"])
                painter.drawPath(_band(a, b, self.width()))

    def _in_sight(self, column: Column, span: Span) -> tuple[float, float] | None:
        extent = column.extent(span)
        if extent is None:
            return None
        shift = column.head.height() - column.browser.verticalScrollBar().value()
        return extent[0] + shift, extent[1] + shift


class Columns(QFrame):
    """Two to six columns."""

    row_clicked = Signal(int)

    def __init__(self, articles: Sequence[ArchivedArticle], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pixels = PIXELS if len(articles) < 4 else NARROW_PIXELS
        self.columns = [Column(number, article, pixels) for number, article in enumerate(articles)]
        pairs = zip(self.columns, self.columns[1:], strict=False)
        self._ribbons = [Ribbons(left, right) for left, right in pairs]
        self._rows: Sequence[Row] = ()
        self._anchors: Sequence[Row] = ()
        self._chosen = -1
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, column in enumerate(self.columns):
            layout.addWidget(column, 1)
            column.clicked.connect(self._clicked)
            column.scrolled.connect(self._scrolled)
            if number < len(self._ribbons):
                layout.addWidget(self._ribbons[number])
        last = self.columns[-1].browser
        last.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._settling.timeout.connect(self.level)
        look.changed.connect(self._rewrite)

    def show_rows(self, rows: Sequence[Row], anchors: Sequence[Row]) -> None:
        """Mark the shared passages and level the columns at `anchors`, rows that do not cross."""
        self._rows, self._anchors = rows, anchors
        self.level()

    def choose(self, number: int) -> None:
        """Light a row and bring it into sight in every column."""
        self._chosen = number
        self._mark()
        for span in self._rows[number].spans:
            column = self.columns[span.article]
            extent = column.extent(span)
            if extent is not None:
                room = column.browser.viewport().height() / 3
                self._scrolled(span.article, max(0, round(extent[0] - room)))
                break

    @Slot()
    def level(self) -> None:
        """Give the columns heads of one height, and bring the anchors level by space above them."""
        tallest = max(column.head.heightForWidth(column.width()) for column in self.columns)
        for column in self.columns:
            column.head.setFixedHeight(max(tallest, 60))
            column.write()
        taken: set[tuple[int, int]] = set()  # column and paragraph that already carry space
        for row in self._anchors:
            self._level_row(row, taken)
        heights = [column.browser.document().size().height() for column in self.columns]
        for column, height in zip(self.columns, heights, strict=True):
            above = column.browser.document().rootFrame().frameFormat().topMargin() - MARGIN
            column.set_margins(above, max(heights) - height)
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Level anew once the size has settled."""
        super().resizeEvent(event)
        self._settling.start()

    def _level_row(self, row: Row, taken: set[tuple[int, int]]) -> None:
        places = []
        for span in row.spans:
            column = self.columns[span.article]
            cursor = column.document.cursor(span.start, span.end)
            if cursor is not None:
                cursor.setPosition(cursor.selectionStart())
                paragraph = (span.article, cursor.blockNumber())
                if paragraph not in taken:
                    taken.add(paragraph)
                    places.append((column, cursor))
        if len(places) < 2:
            return
        target = max(column.line(cursor.position()).top() for column, cursor in places)
        for column, cursor in places:
            _push_down(column, cursor, target)

    def _mark(self) -> None:
        marks: list[list[QTextEdit.ExtraSelection]] = [[] for _ in self.columns]
        pairs: list[list[tuple[Span, Span, bool]]] = [[] for _ in self._ribbons]
        for number, row in enumerate(self._rows):
            chosen = number == self._chosen
            for span in row.spans:
                document = self.columns[span.article].document
                colour, line = (
                    look["accent_soft" if chosen else "shared"],
                    look["accent" if chosen else "shared_line"],
                )
                marks[span.article] += document.selections([(span.start, span.end)], colour, line)
            for left, right in zip(row.spans, row.spans[1:], strict=False):
                if right.article == left.article + 1:
                    pairs[left.article].append((left, right, chosen))
        for column, selections in zip(self.columns, marks, strict=True):
            column.browser.setExtraSelections(selections)
        for ribbons, found in zip(self._ribbons, pairs, strict=True):
            ribbons.pairs = found
            ribbons.update()

    @Slot(int, int)
    def _clicked(self, number: int, position: int) -> None:
        for place, row in enumerate(self._rows):
            for span in row.spans:
                if span.article == number:
                    cursor = self.columns[number].document.cursor(span.start, span.end)
                    if cursor and cursor.selectionStart() <= position <= cursor.selectionEnd():
                        self.row_clicked.emit(place)
                        return

    @Slot(int, int)
    def _scrolled(self, _number: int, value: int) -> None:
        for column in self.columns:
            bar = column.browser.verticalScrollBar()
            if bar.value() != value:
                bar.blockSignals(True)
                bar.setValue(value)
                bar.blockSignals(False)
                column.browser.viewport().update()
        for ribbons in self._ribbons:
            ribbons.update()

    @Slot()
    def _rewrite(self) -> None:
        self.level()


def _push_down(column: Column, cursor: QTextCursor, target: float) -> None:
    """Put space above a paragraph until the line at the cursor stands at `target`."""
    block = cursor.block()
    missing = target - column.line(cursor.position()).top()
    if missing < 1:
        return
    if not block.previous().isValid():  # Qt leaves out the margin above the first paragraph
        column.set_margins(missing, 0)
        return
    paragraph = block.blockFormat()
    paragraph.setTopMargin(block.previous().blockFormat().bottomMargin() + missing)
    cursor.setBlockFormat(paragraph)


def _band(a: tuple[float, float], b: tuple[float, float], width: int) -> QPainterPath:
    half = width / 2
    path = QPainterPath(QPointF(0, a[0]))
    path.cubicTo(QPointF(half, a[0]), QPointF(half, b[0]), QPointF(width, b[0]))
    path.lineTo(width, b[1])
    path.cubicTo(QPointF(half, b[1]), QPointF(half, a[1]), QPointF(0, a[1]))
    path.closeSubpath()
    return path
