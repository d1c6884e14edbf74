"""The head of one text of a comparison, by which it is moved, widened and hidden."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated
from desktop_app.ui.theme import interface_font, look

MARGIN = 16
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
        self._lines.setContentsMargins(MARGIN, 7, 2 if folded else MARGIN, 9)
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
