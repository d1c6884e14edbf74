"""One text of a comparison: the article under its head, with its marks."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Span
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.article_document import ArticleDocument
from desktop_app.ui.comparison.column_head import MARGIN, Head
from desktop_app.ui.theme import interface_font, look

CARET = Qt.TextInteractionFlag.TextSelectableByKeyboard
PIXELS, NARROW_PIXELS = 15, 13  # of the letters; the second from four columns on
FEW = 3  # columns that have room
LEAST = 176  # pixels a column needs to be read


class Text(ArticleBrowser):
    """Shows the article, and tells when its lines have been set anew."""

    set_anew = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines for the new width."""
        super().resizeEvent(event)
        self.set_anew.emit()


class Column(QWidget):
    """One article of the comparison, under its head; `number` counts from 0 in the order of the comparison."""

    clicked = Signal(int, int)  # column, position in the document
    scrolled = Signal(int, int)  # column, pixels from the top

    def __init__(self, number: int, article: ArchivedArticle, pixels: int) -> None:
        super().__init__()
        self.setObjectName("column")
        self.setMinimumWidth(LEAST)
        self.number = number
        self._extents: dict[Span, tuple[float, float] | None] = {}  # as the text is set now
        self.article = article
        self._pixels = pixels
        self.head = Head(article)
        self.browser = Text()
        self.browser.setTextInteractionFlags(self.browser.textInteractionFlags() | CARET)
        self.browser.set_anew.connect(self._set_anew)
        self.browser.setAccessibleName(f"Report {number + 1}: {article.heading}")
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.verticalScrollBar().valueChanged.connect(self._moved)
        self.browser.viewport().installEventFilter(self)
        self.browser.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.browser, 1)
        self._marks: Sequence[tuple[Span, QTextCharFormat]] = ()
        self._marked = (0, 0)  # the pixels from and to which they are shown
        self._lit: list[QTextEdit.ExtraSelection] = []
        self.write()

    def take_keys(self) -> None:
        """Take the keys, with the caret in sight: at what is lit, or at the first line to be seen."""
        self.browser.setFocus()
        room, caret = self.browser.viewport().rect(), self.browser.textCursor()
        if not caret.hasSelection() and not room.contains(self.browser.cursorRect(caret).center()):
            lit = [each.cursor.selectionStart() for each in self._lit]
            caret.setPosition(lit[0] if lit else 0)
            if not room.contains(self.browser.cursorRect(caret).center()):
                caret = self.browser.cursorForPosition(QPoint(MARGIN, self.browser.fontMetrics().height()))
            self.browser.setTextCursor(caret)

    def write(self) -> None:
        """Write the article in the colours of the theme, without any marks."""
        self._marks, self._lit = (), []
        self._extents.clear()
        text = self.browser.document()
        self.document = ArticleDocument(text, self.article.article, self._pixels)
        self.document.fill()
        end = QTextCursor(text)
        end.movePosition(QTextCursor.MoveOperation.End)
        low = QTextCharFormat()
        low.setFont(interface_font(1))
        end.insertBlock(QTextBlockFormat(), low)  # bears the space below
        frame = text.rootFrame().frameFormat()
        frame.setMargin(MARGIN)
        text.rootFrame().setFrameFormat(frame)
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)  # else a resize would bring the end into sight

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
        if span not in self._extents:
            self._extents[span] = self._measured(span)
        return self._extents[span]

    def _measured(self, span: Span) -> tuple[float, float] | None:
        positions = self.document.positions(span.start, span.end)
        if positions is None:
            return None
        first, last = self.line(positions[0]), self.line(max(positions[1] - 1, 0))
        return first.top(), last.bottom()

    def mark(self, marks: Sequence[tuple[Span, QTextCharFormat]]) -> None:
        """Set the marks that stay, to be shown; what is lit comes on top of them."""
        self._marks = marks
        self._marked = (0, 0)

    def light(self, spans: Sequence[Span]) -> None:
        """Set the places that are lit, to be shown; no others are."""
        places = [(span.start, span.end) for span in spans]
        self._lit = self.document.selections(places, look["accent_soft"], look["accent"])
        self._marked = (0, 0)

    def show_marks(self) -> None:
        """Mark what is in sight and a little around: Qt asks every mark for every line it paints."""
        room = self.browser.viewport().height()
        top = self.browser.verticalScrollBar().value()
        if self._marked[0] <= max(0, top) and top + room <= self._marked[1]:
            return
        self._marked = (top - room, top + 2 * room)
        low, high = (
            self.document.offset(self.browser.cursorForPosition(QPoint(x, y)).position())
            for x, y in ((0, -room), (self.browser.viewport().width(), 2 * room))
        )
        seen = [(span, form) for span, form in self._marks if span.start <= high and low <= span.end]
        self.browser.setExtraSelections([*self._selections(seen), *self._lit])

    def _selections(self, marks: Iterable[tuple[Span, QTextCharFormat]]) -> Iterator[QTextEdit.ExtraSelection]:
        for span, form in marks:
            cursor = self.document.cursor(span.start, span.end)
            if cursor is not None:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, form
                yield selection

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell where the text was clicked, and show when it has the keys."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.head.show_keys(here=event.type() == QEvent.Type.FocusIn)
        if (
            watched is not self.browser
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
        ):
            cursor = self.browser.cursorForPosition(event.position().toPoint())
            if not self.browser.textCursor().hasSelection():
                self.clicked.emit(self.number, cursor.position())
        return False

    def forget_places(self) -> None:
        """Find out anew where everything stands."""
        self._extents.clear()

    @Slot()
    def _set_anew(self) -> None:
        self.forget_places()
        self._marked = (0, 0)
        self.show_marks()

    @Slot(int)
    def _moved(self, value: int) -> None:
        self.show_marks()
        self.scrolled.emit(self.number, value)


def made(articles: Sequence[ArchivedArticle]) -> Iterator[Column]:
    """Make a column for each article, one by one: that of a long text takes a while."""
    pixels = PIXELS if len(articles) <= FEW else NARROW_PIXELS
    for number, article in enumerate(articles):
        yield Column(number, article, pixels)
