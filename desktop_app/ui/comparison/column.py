"""One text of a comparison: its head, by which it is moved, widened and hidden, and the article under it."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Span
from desktop_app.core.dates import shown
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.article_document import ArticleDocument
from desktop_app.ui.bidi import isolated
from desktop_app.ui.theme import interface_font, look

MARGIN = 16
LEAST = 176  # pixels a column needs to be read
FACTS = 20  # pixels of the line of source and date, with a button in it or without
KEYS_LINE = 3  # pixels of the line under the head of the text that has the keys
GRABBED = 12  # pixels after which a press on the head is a drag


class Head(QWidget):
    """Names the report; dragged to move its column, with a menu that does the same by keyboard."""

    dragged = Signal(int)  # how far the mouse has gone, in pixels, when it lets go
    date_wanted = Signal()

    def __init__(self, article: ArchivedArticle) -> None:
        super().__init__()
        self.setObjectName("columnHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Drag to move this report")
        self._pressed: QPoint | None = None
        source = isolated(article.article.source or "Unknown source")
        date = article.article.published
        facts, title = QLabel(), QLabel()
        facts.setProperty("look", "muted")
        title.setFont(interface_font(14, bold=True))
        self._labels = {facts: f"{source} · {_unbroken(shown(date))}" if date else source, title: article.heading}
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.menu = QMenu(self)
        self.menu_button = QToolButton()
        self.menu_button.setAccessibleName(f"Arrange: {article.heading}")
        self.menu_button.setToolTip("Move, widen or hide this report")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setProperty("look", "quiet")
        self._lay_out(facts, title)
        self._date = None if date else self._date_button(article.heading)
        self._has_keys = QWidget(self)
        self._has_keys.setAutoFillBackground(True)
        self._has_keys.hide()
        look.changed.connect(self.colour)
        self.colour()
        self.fold(folded=False)

    def _lay_out(self, facts: QLabel, title: QLabel) -> None:
        self._first = QHBoxLayout()
        self._first.setSpacing(4)
        self._first.addStrut(FACTS)
        self._first.addWidget(facts, 1)
        self._second = QHBoxLayout()
        self._second.setSpacing(4)
        self._second.addWidget(title, 1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(MARGIN, 7, 2, 9)
        self._lines.setSpacing(2)
        self._lines.addLayout(self._first)
        self._lines.addLayout(self._second)
        self._lines.addStretch(1)

    def fold(self, *, folded: bool) -> None:
        """Take two lines, cut where they do not fit, or as many as the words need."""
        sideways = QSizePolicy.Policy.Ignored if folded else QSizePolicy.Policy.Preferred
        for label in self._labels:
            label.setSizePolicy(sideways, QSizePolicy.Policy.Preferred)
            label.setWordWrap(not folded)  # after the policy, which would forget that the height follows the width
        line = self._second if folded else self._first  # the source is to be read before all else
        line.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        if self._date is not None and folded:
            self._date.setText("set date")
            self._first.insertWidget(1, self._date)
        elif self._date is not None:
            self._date.setText("date unknown · set")
            self._lines.insertWidget(1, self._date, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit()

    @Slot()
    def colour(self) -> None:
        """Draw the menu's sign, and the line under the text that has the keys, in the colours of the theme."""
        self.menu_button.setIcon(look.icon("more", "muted"))
        self._has_keys.setPalette(QPalette(look["accent"]))

    def show_keys(self, *, here: bool) -> None:
        """Show whether the keys go to this text."""
        self._has_keys.setVisible(here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line at the foot."""
        super().resizeEvent(event)
        self._fit()
        self._has_keys.setGeometry(0, self.height() - KEYS_LINE, self.width(), KEYS_LINE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the column."""
        self._pressed = event.globalPosition().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the column where the mouse is."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._pressed is not None:
            gone = event.globalPosition().toPoint().x() - self._pressed.x()
            self._pressed = None
            if abs(gone) >= GRABBED:
                self.dragged.emit(gone)

    def _fit(self) -> None:
        """Write the words, cut to their line where they have only one."""
        for label, words in self._labels.items():
            cut = not label.wordWrap()
            label.setText(
                label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, label.width()) if cut else words
            )
            label.setToolTip(words if cut else "")

    def _date_button(self, heading: str) -> QPushButton:
        button = QPushButton("date unknown · set")
        button.setProperty("look", "link")
        button.setObjectName("setDate")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"Date unknown, set it: {heading}")
        button.clicked.connect(self.date_wanted)
        return button


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")


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
        """Set the marks that stay; what is lit comes on top of them."""
        self._marks = marks
        self._marked = (0, 0)
        self.show_marks()

    def light(self, spans: Sequence[Span]) -> None:
        """Light these places, and no others."""
        places = [(span.start, span.end) for span in spans]
        self._lit = self.document.selections(places, look["accent_soft"], look["accent"])
        self._marked = (0, 0)
        self.show_marks()

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
