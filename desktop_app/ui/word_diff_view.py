"""Two articles as one text: the words only the one has struck through, those only the other has underlined."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.word_diff import Run, tally
from desktop_app.core.dates import shown
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.bidi import isolated, joined
from desktop_app.ui.theme import interface_font, look, reading_font

PIXELS = 16
MARGIN = 32
LONGEST, MOST = 150_000, 4_000  # characters and runs; laying out more would hold the window
GOES_ON = "The texts go on; the words are counted to their end."
SHOWN = 60  # characters of a change that are told in words


@dataclass(frozen=True)
class ComparedWords:
    """Two articles and their words as one text; `ordered` tells whether the first is known to be the earlier."""

    first: ArchivedArticle
    second: ArchivedArticle
    runs: Sequence[Run]
    ordered: bool


@dataclass
class _Change:
    """A change in the document: where it stands, and what it is in words."""

    start: int
    end: int
    words: str


class WordDiffView(QWidget):
    """Shows one text with its changes marked by colour and shape, and the way through them."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: ComparedWords | None = None
        self._changes: list[_Change] = []
        self._here = -1
        self.browser = ArticleBrowser()
        self.browser.setObjectName("reader")
        self.browser.setAccessibleName("The words of both articles")
        self.browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.count = QLabel()
        self.count.setFont(interface_font(13, bold=True))
        self.place = QLabel()
        self.place.setProperty("look", "muted")
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.count, self.place, self.legend):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.browser, 1)
        look.changed.connect(self._colour)

    def show_words(self, compared: ComparedWords) -> None:
        """Show two articles as one text, at the first change."""
        self._compared = compared
        self._here = -1
        self._colour()
        self.step(1)
        self.browser.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or the previous change, around the end."""
        if not self._changes:
            return
        self._here = (self._here + by) % len(self._changes)
        change = self._changes[self._here]
        self.place.setText(f"Change {self._here + 1} of {len(self._changes)}: {change.words}")
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(change.start)
        self.browser.setTextCursor(cursor)
        cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format = QTextCharFormat()
        mark.format.setBackground(look["hit_now"])
        self.browser.setExtraSelections([mark])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("readerHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back, self._previous, self._next = QPushButton("Article"), QPushButton(), QPushButton()
        for button, name, tip, slot in (
            (self._back, "wordsBack", "Back to the article (Esc)", self.back_wanted),
            (self._previous, "previousChange", "Previous change (Alt+Up)", self._step_back),
            (self._next, "nextChange", "Next change (Alt+Down)", self._step_on),
        ):
            button.setObjectName(name)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(slot)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._back)
        line.addWidget(self.count, 1)
        line.addWidget(self._previous)
        line.addWidget(self._next)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.legend)
        layout.addWidget(self.place)
        return head

    @Slot()
    def _colour(self) -> None:
        for button, icon in ((self._back, "back"), (self._previous, "previous"), (self._next, "next")):
            button.setIcon(look.icon(icon))
        if self._compared is None:
            return
        self.count.setText(counted(self._compared))
        self.legend.setText(_legend(self._compared))
        self._write(self._compared.runs)
        self.place.setText("" if self._changes else "Neither has a word that the other lacks.")
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._changes))
        if self._here >= 0:
            self.step(0)

    def _write(self, runs: Sequence[Run]) -> None:
        document = self.browser.document()
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(reading_font(PIXELS))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        frame = document.rootFrame().frameFormat()
        frame.setMargin(MARGIN)
        document.rootFrame().setFrameFormat(frame)
        self._changes = []
        paragraph = QTextBlockFormat()
        paragraph.setBottomMargin(PIXELS)
        paragraph.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(paragraph)
        room, above = LONGEST, "same"
        for run in runs[:MOST]:
            text = run.text[: max(0, room)]
            words = text.strip()
            before, _, after = text.partition(words) if words else (text, "", "")
            _insert(cursor, before, _letters("same"), paragraph)  # the space beside a change is not marked
            start = cursor.position()
            _insert(cursor, words, _letters(run.kind), paragraph)
            if run.kind != "same" and words:
                self._note(run, start, cursor.position(), replacing=above == "removed" and run.kind == "added")
            _insert(cursor, after, _letters("same"), paragraph)
            room -= len(run.text)
            above = run.kind
        if room < 0 or len(runs) > MOST:
            _insert(cursor, f"\n\n{GOES_ON}", _letters("same"), paragraph)
        cursor.endEditBlock()

    def _note(self, run: Run, start: int, end: int, *, replacing: bool) -> None:
        """Note where a change stands; words in the place of others are one change with them."""
        text = " ".join(run.text.split())
        words = f"{run.kind} “{text if len(text) <= SHOWN else text[:SHOWN].rstrip() + '…'}”"
        if replacing and self._changes:
            self._changes[-1] = _Change(self._changes[-1].start, end, f"{self._changes[-1].words}, {words}")
        else:
            self._changes.append(_Change(start, end, words))

    @Slot()
    def _step_back(self) -> None:
        self.step(-1)

    @Slot()
    def _step_on(self) -> None:
        self.step(1)


def counted(compared: ComparedWords) -> str:
    """Return how many words differ; which came first is said only where it is known."""
    added, removed = tally(compared.runs)
    if not any(run.kind != "same" for run in compared.runs):
        return "The same words in both"
    if not added and not removed:
        return "The same words; only signs differ"
    word = "word" if added == 1 else "words"
    if compared.ordered:
        return f"{added:,} {word} added, {removed:,} removed"
    return f"{added:,} {word} only in the second, {removed:,} only in the first"


def described(article: ArchivedArticle) -> str:
    """Return what tells one version from another: its source, its date and when it was captured."""
    known = article.article
    captured = f"captured {shown(known.captured)}" if known.captured else ""
    return joined([known.source or article.original_name, shown(known.published), captured])


def _legend(compared: ComparedWords) -> str:
    """Return which mark belongs to which article."""
    from html import escape

    styles = {
        "removed": f"background:{look.name('differs')}; text-decoration:line-through",
        "added": f"background:{look.name('shared')}; text-decoration:underline",
    }
    lines = (
        ("removed", "struck through", compared.first),
        ("added", "underlined", compared.second),
    )
    alike = described(compared.first) == described(compared.second)
    return "<br>".join(
        f'<span style="{styles[kind]}">&nbsp;{name}&nbsp;</span> only in '
        + isolated(escape(joined([described(article), article.original_name] if alike else [described(article)])))
        for kind, name, article in lines
    )


def _insert(cursor: QTextCursor, text: str, letters: QTextCharFormat, paragraph: QTextBlockFormat) -> None:
    """Write a run; each blank line begins a paragraph, in which the next run goes on."""
    for number, piece in enumerate(text.split("\n\n")):
        if number:
            cursor.insertBlock(paragraph)
        cursor.insertText(piece, letters)


def _letters(kind: str) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(reading_font(PIXELS))
    letters.setForeground(look["ink"])
    if kind == "added":
        letters.setBackground(look["shared"])
        letters.setFontUnderline(True)
    elif kind == "removed":
        letters.setBackground(look["differs"])
        letters.setFontStrikeOut(True)
    return letters
