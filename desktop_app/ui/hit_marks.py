"""Where the hits of a long article are: marks along its scroll bar."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.ui.theme import look

HEIGHT = 3  # pixels of a mark


class HitMarks(QWidget):
    """Lies over the scroll bar of a browser and lets the mouse through."""

    def __init__(self, browser: QTextBrowser) -> None:
        super().__init__(browser.verticalScrollBar())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Where the matches are")
        self._browser = browser
        self._cursors: Sequence[QTextCursor] = ()
        self._now = -1
        browser.verticalScrollBar().installEventFilter(self)
        look.changed.connect(self.update)

    def show_hits(self, cursors: Sequence[QTextCursor], now: int) -> None:
        """Mark these places, the one where the reader is apart."""
        self._cursors, self._now = cursors, now
        self.resize(self._browser.verticalScrollBar().size())
        self.update()

    def shares(self) -> list[float]:
        """Return where the hits are, as shares of the height of the document."""
        layout = self._browser.document().documentLayout()
        height = max(layout.documentSize().height(), 1.0)
        tops = (layout.blockBoundingRect(cursor.block()) for cursor in self._cursors)
        return [
            (top.top() + _within(cursor) * top.height()) / height
            for cursor, top in zip(self._cursors, tops, strict=True)
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the scroll bar."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._browser.verticalScrollBar().size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line for each hit."""
        painter = QPainter(self)
        room = self.height() - HEIGHT
        for number, share in enumerate(self.shares()):
            colour = look["differs_line" if number == self._now else "hit_now"]
            painter.fillRect(QRectF(2, share * room, self.width() - 4, HEIGHT), colour)


def _within(cursor: QTextCursor) -> float:
    """Return how far into its paragraph a cursor stands, roughly."""
    return cursor.positionInBlock() / max(cursor.block().length(), 1)
