"""The reader: one article, its hits marked, its page furniture hidden until asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle, Part
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.article_document import BRING_BACK, STORY, ArticleDocument
from desktop_app.ui.article_tools import tool
from desktop_app.ui.facts import facts_line
from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.hit_marks import HitMarks
from desktop_app.ui.offer import Offer
from desktop_app.ui.theme import look

PIXELS = 17
LINE = 70  # characters a comfortable line holds
MARGIN = 40
CARET = Qt.TextInteractionFlag.TextSelectableByKeyboard


@dataclass(frozen=True)
class _Place:
    """Where the reader stands: the place in the article's text at the top, its height there, and the caret."""

    top: int
    y: int
    caret: int


class Reader(QWidget):
    """One article with its title, its text and the way through its hits."""

    shown = Signal()  # another article
    toggled = Signal(int)  # the start of the part to hide, or to bring back where it is hidden

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = ArticleBrowser(self)
        self.browser.setObjectName("reader")
        self.browser.setAccessibleName("The article")
        self.browser.setTextInteractionFlags(self.browser.textInteractionFlags() | CARET)
        self.browser.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.browser.customContextMenuRequested.connect(self._show_menu)
        self.browser.anchorClicked.connect(self._follow)
        self._make_bar()
        self.find_bar = FindBar(self)
        self.find_bar.stepped.connect(self.step)
        self.offer = Offer(self)
        self._hit_marks = HitMarks(self.browser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.offer)
        layout.addWidget(self.browser, 1)
        self.article: ArchivedArticle | None = None
        self._document: ArticleDocument | None = None
        self._hits: list[tuple[int, int]] = []
        self._asked: list[tuple[int, int]] = []  # hits, of which those in hidden furniture are not shown
        self._hit = 0
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._by_hand: Collection[int] = ()
        self.furniture = False
        look.changed.connect(self._recolour)
        self._recolour()

    def _make_bar(self) -> None:
        self.bar = QWidget(self)
        self.bar.setObjectName("readerHead")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.match = QLabel("", self.bar)
        self.match.setProperty("look", "muted")
        self.match.setObjectName("matchCount")
        self.match.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.furniture_button = tool("", "toolFurniture", "")
        self.furniture_button.setCheckable(True)
        self._bar_layout = QHBoxLayout(self.bar)
        self._bar_layout.setContentsMargins(12, 6, 12, 6)
        self._bar_layout.setSpacing(4)

    def add_tools(self, left: Sequence[QToolButton], right: Sequence[QToolButton]) -> None:
        """Fill the bar above the article: the way through the hits, then what can be done with it."""
        for button in left:
            self._bar_layout.addWidget(button)
        self._bar_layout.addWidget(self.match)
        self._bar_layout.addStretch(1)
        for button in right:
            self._bar_layout.addWidget(button)

    def show_article(
        self, article: ArchivedArticle | None, hits: Sequence[tuple[int, int]], by_hand: Collection[int] = ()
    ) -> None:
        """Show an article at its first hit, or as it was when it is shown already; None empties the reader.

        `by_hand` are the starts of the parts whose role the user has set.
        """
        same = article is not None and self.article is not None and article.id == self.article.id
        place = self._place() if same and list(hits) == self._asked else None
        if not same or article is None or self.article is None or article.article != self.article.article:
            self.offer.hide()
        self.article = article
        self._asked = list(hits)
        self._by_hand = by_hand
        self._hit = self._hit if place else 0
        self._redraw(place)
        if not same:
            self.shown.emit()

    def show_furniture(self, show: bool) -> None:
        """Show or hide what cleaning takes for page furniture."""
        place = self._place()
        self.furniture = show
        self._redraw(place)

    @Slot()
    def toggle_block(self) -> None:
        """Ask for the block at the caret to be hidden, or brought back."""
        part = self._part_at(self.browser.textCursor().position())
        if part is not None:
            self.toggled.emit(part.start)

    @property
    def has_hits(self) -> bool:
        """Whether the article has hits to go through."""
        return bool(self._hits)

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next or previous hit, around the end."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._mark_hits()

    def is_last(self, by: int) -> bool:
        """Tell whether there is no further hit in a direction."""
        return not 0 <= self._hit + by < len(self._hits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at a length that reads well."""
        super().resizeEvent(event)
        self._set_margins()
        self._fit_tools()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_margins()

    def _place(self) -> _Place | None:
        """Return where the reader stands, so that it can stand there again in another layout."""
        if self._document is None or self.article is None:
            return None
        first = self.browser.cursorForPosition(QPoint(self.browser.viewport().width() // 2, 1))
        top = self._document.offset(first.position())
        y = self.browser.cursorRect(self._document.nearest(top)).top()
        return _Place(top, y, self._document.offset(self.browser.textCursor().position()))

    def _go_to(self, place: _Place) -> None:
        if self._document is None:
            return
        self.browser.setTextCursor(self._document.nearest(place.caret))
        moved = self.browser.cursorRect(self._document.nearest(place.top)).top() - place.y
        self.browser.verticalScrollBar().setValue(self.browser.verticalScrollBar().value() + moved)

    @Slot()
    def _recolour(self) -> None:
        self.furniture_button.setIcon(look.icon("furniture", "muted"))
        self._redraw(self._place())

    def _redraw(self, place: _Place | None) -> None:
        self.bar.setEnabled(self.article is not None)
        self._tell_furniture()
        if self.article is None:
            self._document = None
            self.browser.clear()
            self._hit_marks.show_hits((), -1)
            self.match.clear()
            return
        self._document = ArticleDocument(self.browser.document(), self.article.article, PIXELS)
        self._set_margins()  # before there is text, which would have to be laid out again
        self._document.fill(
            heading=self.article.heading,
            facts=facts_line(self.article),
            furniture=self.furniture,
            by_hand=self._by_hand,
        )
        self._hits = [hit for hit in self._asked if self._document.shows(*hit)]
        self._hit = min(self._hit, max(len(self._hits) - 1, 0))
        self._marks = self._document.selections(self._hits, look["hit"])
        self._mark_hits(go=place is None)
        if place:
            self._go_to(place)
        elif not self._hits:
            self.browser.verticalScrollBar().setValue(0)

    def _tell_furniture(self) -> None:
        """Say in words what is hidden; the pressed button says it by its shape."""
        hidden = len(self.article.article.of("furniture", "rights")) if self.article else 0
        blocks = "1 block" if hidden == 1 else f"{hidden or 'no'} blocks"
        state = "shown, muted, in their place" if self.furniture else "hidden"
        self.furniture_button.setText(f"{hidden} {'shown' if self.furniture else 'hidden'}")
        self.furniture_button.setChecked(self.furniture)
        self.furniture_button.setAccessibleName(f"Page furniture: {blocks} {state}")
        self.furniture_button.setToolTip(f"Page furniture: {blocks} {state} (Ctrl+U)")

    def _part_at(self, position: int) -> Part | None:
        """Return the block at a position; the heading is none that could be hidden."""
        if self._document is None or self._document.document.findBlock(position).blockNumber() == 0:
            return None
        return self._document.part_at(position)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = self.browser.createStandardContextMenu(place)
        part = self._part_at(self.browser.cursorForPosition(place).position())
        if part is not None:
            menu.addSeparator()
            action = menu.addAction("Hide this block" if part.role in STORY else "Bring this block back")
            action.setObjectName("toggleBlock")
            action.setData(part.start)
            action.triggered.connect(self._toggle_chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.browser.viewport().mapToGlobal(place))

    @Slot()
    def _toggle_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggled.emit(action.data())

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Bring a block back; no other link leads anywhere."""
        if link.toString().startswith(BRING_BACK):
            self.toggled.emit(int(link.toString().removeprefix(BRING_BACK)))

    def _mark_hits(self, *, go: bool = True) -> None:
        if self._document is None:
            return
        marks = list(self._marks)
        if self._hits:
            marks += self._document.selections([self._hits[self._hit]], look["hit_now"], look["differs_line"])
        self.browser.setExtraSelections(marks)
        if self._hits and go:
            self._bring_into_view(self._document.cursor(*self._hits[self._hit]))
        found = (self._document.cursor(*hit) for hit in self._hits)
        self._hit_marks.show_hits([cursor for cursor in found if cursor], self._hit)
        self._fit_tools()

    def _count(self) -> str:
        """Return where one is among the hits; what hidden blocks hold is said too."""
        here = f"Match {self._hit + 1} of {len(self._hits)}" if self._hits else ""
        hidden = len(self._asked) - len(self._hits)
        return " · ".join(piece for piece in (here, f"{hidden} hidden" if hidden else "") if piece)

    def _bring_into_view(self, cursor: QTextCursor | None) -> None:
        if cursor is None:
            return
        cursor.setPosition(cursor.selectionStart())
        self.browser.setTextCursor(cursor)  # the keys for a block mean the one with the hit
        box = self.browser.cursorRect(cursor)
        if not self.browser.viewport().rect().adjusted(0, 24, 0, -48).contains(box):
            bar = self.browser.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.browser.viewport().height() // 3)

    def _fit_tools(self) -> None:
        """Leave the words of the tools away where there is no room for all, that of what is hidden last."""
        tools = [button for button in self.bar.findChildren(QToolButton) if not button.icon().isNull()]
        self.match.setText(self._count())
        others = [button for button in tools if button is not self.furniture_button]
        for button in tools:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for group in (others, [self.furniture_button]):
            if self._bar_layout.sizeHint().width() > self.width():
                for button in group:
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if self._bar_layout.sizeHint().width() > self.width():
            self.match.setText(self.match.text().removeprefix("Match "))

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
