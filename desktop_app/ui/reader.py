"""The reader: one article, its hits marked, its page furniture hidden until asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.dates import shown
from desktop_app.ui.article_document import ArticleDocument
from desktop_app.ui.bidi import isolated
from desktop_app.ui.theme import look

PIXELS = 17
LINE = 70  # characters a comfortable line holds
MARGIN = 40


class ArticleBrowser(QTextBrowser):
    """Shows text; never fetches anything, from the disk or from the network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing: a saved page shows no remote pictures and runs nothing."""
        return None


class Reader(QWidget):
    """One article with its title, its text and the way through its hits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = ArticleBrowser(self)
        self.browser.setObjectName("reader")
        self.browser.setAccessibleName("The article")
        self.bar = QWidget(self)
        self.bar.setObjectName("readerHead")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.match = QLabel("", self.bar)
        self.match.setProperty("look", "muted")
        self.match.setObjectName("matchCount")
        self.match.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._bar_layout = QHBoxLayout(self.bar)
        self._bar_layout.setContentsMargins(12, 6, 12, 6)
        self._bar_layout.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.browser, 1)
        self.article: ArchivedArticle | None = None
        self._document: ArticleDocument | None = None
        self._hits: list[tuple[int, int]] = []
        self._asked: list[tuple[int, int]] = []  # hits, of which those in hidden furniture are not shown
        self._hit = 0
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.furniture = False
        look.changed.connect(self._redraw)

    def add_tools(self, left: Sequence[QToolButton], right: Sequence[QToolButton]) -> None:
        """Fill the bar above the article: the way through the hits, then what can be done with it."""
        for button in left:
            self._bar_layout.addWidget(button)
        self._bar_layout.addWidget(self.match)
        self._bar_layout.addStretch(1)
        for button in right:
            self._bar_layout.addWidget(button)

    def show_article(self, article: ArchivedArticle | None, hits: Sequence[tuple[int, int]]) -> None:
        """Show an article at its first hit, or as it was when it is shown already; None empties the reader."""
        same = article is not None and self.article is not None and article.id == self.article.id
        same = same and list(hits) == self._asked
        self.article = article
        self._asked = list(hits)
        self._hit = self._hit if same else 0
        self._redraw(keep_place=same)

    def show_furniture(self, show: bool) -> None:
        """Show or hide what cleaning takes for page furniture."""
        self.furniture = show
        self._redraw(keep_place=True)

    @property
    def has_hits(self) -> bool:
        """Whether the article has hits to go through."""
        return bool(self._hits)

    def step(self, by: int) -> None:
        """Go to the next or previous hit, around the end."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._mark_hits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at a length that reads well."""
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins()

    @Slot()
    def _redraw(self, *, keep_place: bool = False) -> None:
        place = self.browser.verticalScrollBar().value()
        self.bar.setEnabled(self.article is not None)
        if self.article is None:
            self.browser.clear()
            self.match.clear()
            return
        self._document = ArticleDocument(self.browser.document(), self.article.article, PIXELS)
        self._set_margins()  # before there is text, which would have to be laid out again
        self._document.fill(heading=self.article.heading, facts=facts_line(self.article), furniture=self.furniture)
        self._hits = [hit for hit in self._asked if self._document.shows(*hit)]
        self._hit = min(self._hit, max(len(self._hits) - 1, 0))
        self._marks = self._document.selections(self._hits, look["hit"])
        self._mark_hits()
        if keep_place or not self._hits:
            self.browser.verticalScrollBar().setValue(place if keep_place else 0)

    def _mark_hits(self) -> None:
        if self._document is None:
            return
        marks = list(self._marks)
        if self._hits:
            marks += self._document.selections([self._hits[self._hit]], look["hit_now"], look["differs_line"])
            self._bring_into_view(self._document.cursor(*self._hits[self._hit]))
        self.browser.setExtraSelections(marks)
        count = f"Match {self._hit + 1} of {len(self._hits)}" if self._hits else ""
        self.match.setText(count)

    def _bring_into_view(self, cursor: QTextCursor | None) -> None:
        if cursor is None:
            return
        cursor.setPosition(cursor.selectionStart())
        box = self.browser.cursorRect(cursor)
        if not self.browser.viewport().rect().adjusted(0, 24, 0, -48).contains(box):
            bar = self.browser.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.browser.viewport().height() // 3)

    def _set_margins(self) -> None:
        text_width = round(self.browser.fontMetrics().averageCharWidth() * LINE * PIXELS / 13)
        side = max(min(MARGIN, self.width() // 16), (self.width() - text_width) // 2)
        frame = self.browser.document().rootFrame().frameFormat()
        if frame.leftMargin() != side:
            frame.setLeftMargin(side)
            frame.setRightMargin(side)
            frame.setTopMargin(24)
            frame.setBottomMargin(48)
            self.browser.document().rootFrame().setFrameFormat(frame)


def facts_line(article: ArchivedArticle) -> str:
    """Return who wrote an article, where and when, as far as known."""
    known = article.article
    pieces = [
        isolated(known.byline or ""),
        isolated(known.source or "Unknown source"),
        shown(known.published),
        f"{article.words:,} words",
    ]
    return " · ".join(piece for piece in pieces if piece)


def tool(text: str, name: str, tip: str) -> QToolButton:
    """Return a quiet button for a bar."""
    button = QToolButton()
    button.setText(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("look", "quiet")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button
