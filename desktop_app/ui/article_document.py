"""An article as a text document: paragraphs laid out for reading, positions kept for every mark."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextEdit

from desktop_app.core.article import Article, Part, Role
from desktop_app.ui.bidi import runs_from_the_right
from desktop_app.ui.theme import interface_font, look, reading_font

# What is shown as the article; the rest is page furniture, and comes back with one click.
STORY: tuple[Role, ...] = ("dateline", "body", "caption")
# Laying out more at once would hold the window for longer than anybody should wait.
LONGEST = 150_000  # characters
GOES_ON = "This article goes on; open a copy of the original to read the rest. All of it is searched."
INLINE: tuple[Role, ...] = ("dateline",)  # stands in one paragraph with what follows
ROLE_NAMES: Mapping[Role, str] = {
    "title": "Title line",
    "byline": "Author line",
    "date": "Date line",
    "furniture": "Page furniture",
    "rights": "Rights notice",
}
BRING_BACK = "bring-back:"  # begins the link of a hidden block; the start of its part follows
INDENT = 16  # pixels by which hidden blocks stand back


@dataclass(frozen=True)
class Stretch:
    """A part of the text in the document; `first` is the document's position of its first character."""

    part: Part
    first: int


class ArticleDocument:
    """Fills a document with an article and finds its characters again.

    The document counts in UTF-16 units and has paragraphs of its own; the article counts in characters.
    """

    def __init__(self, document: QTextDocument, article: Article, pixels: int) -> None:
        self.document = document
        self._article = article
        self._pixels = pixels
        self._stretches: list[Stretch] = []  # in the order of the text
        self._starts: list[int] = []  # of their parts, asked for with every mark
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(reading_font(pixels))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)

    def fill(
        self, *, heading: str = "", facts: str = "", furniture: bool = False, by_hand: Collection[int] = ()
    ) -> None:
        """Write the article, under a heading and a line of facts where given.

        `furniture` shows the hidden blocks in their place too, each named by its role; `by_hand` are the starts
        of the parts whose role the user has set.
        """
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if heading:
            self._insert_heading(cursor, heading, facts)
        written = {stretch.part for stretch in self._stretches}
        room, above = LONGEST, None
        for part in self._article.parts:
            if room > 0 and part not in written and (furniture or part.role in STORY):
                shown = Part(part.start, min(part.end, part.start + room), part.role)
                set_here = furniture and part.start in by_hand
                if part.role in STORY:
                    self._insert(cursor, shown, inline=above in INLINE and not set_here, brought_back=set_here)
                else:
                    self._insert_hidden(cursor, shown, label=part.role != above, by_hand=set_here)
                above = part.role
                room -= part.end - part.start
        if room <= 0:
            self._begin(cursor, _paragraph(self._pixels))
            cursor.insertText(GOES_ON, _letters("furniture", self._pixels))
        cursor.endEditBlock()
        self._stretches.sort(key=lambda stretch: stretch.part.start)
        self._starts = [stretch.part.start for stretch in self._stretches]

    def part_at(self, position: int) -> Part | None:
        """Return the part that stands at a position of the document, None between parts."""
        stretch = self._stretch_before(position)
        return stretch.part if stretch and position <= self._position(stretch, stretch.part.end) else None

    def offset(self, position: int) -> int:
        """Return the place in the article's text of a position of the document, or the nearest before it."""
        stretch = self._stretch_before(position)
        if stretch is None:
            return 0
        text = self._article.text[stretch.part.start : stretch.part.end]
        before = text.encode("utf-16-le")[: 2 * (position - stretch.first)]
        return min(stretch.part.start + len(before.decode("utf-16-le", "ignore")), stretch.part.end - 1)

    def nearest(self, offset: int) -> QTextCursor:
        """Return a cursor at a place of the article's text, or at what is shown before it."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        cursor = QTextCursor(self.document)
        if self._stretches:
            stretch = self._stretches[number]
            cursor.setPosition(self._position(stretch, max(stretch.part.start, min(offset, stretch.part.end - 1))))
        return cursor

    def shows(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the article's text can be seen."""
        return self._stretch(start) is not None and self._stretch(max(start, end - 1)) is not None

    def cursor(self, start: int, end: int) -> QTextCursor | None:
        """Return a cursor that selects a stretch of the article's text, or None where it is not shown."""
        positions = self.positions(start, end)
        if positions is None:
            return None
        cursor = QTextCursor(self.document)
        cursor.setPosition(positions[0])
        cursor.setPosition(positions[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def positions(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in the document a stretch of the article's text begins and ends, None if it is not shown."""
        first, last = self._stretch(start), self._stretch(max(start, end - 1))
        if first is None or last is None:
            return None
        return self._position(first, start), self._position(last, end)

    def selections(
        self, spans: Sequence[tuple[int, int]], colour: QColor, line: QColor | None = None
    ) -> list[QTextEdit.ExtraSelection]:
        """Return marks over stretches of the article's text, those of them that are shown."""
        found = []
        for span in spans:
            cursor = self.cursor(*span)
            if cursor is not None:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format = marked(colour, line)
                found.append(selection)
        return found

    def _stretch(self, offset: int) -> Stretch | None:
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._stretches[number].part.end:
            return None
        return self._stretches[number]

    def _stretch_before(self, position: int) -> Stretch | None:
        before = [stretch for stretch in self._stretches if stretch.first <= position]
        return max(before, key=lambda stretch: stretch.first, default=None)

    def _begin(self, cursor: QTextCursor, paragraph: QTextBlockFormat) -> None:
        """Begin a paragraph; the first one is there already."""
        if self.document.isEmpty():
            cursor.setBlockFormat(paragraph)
        else:
            cursor.insertBlock(paragraph)

    def _insert_heading(self, cursor: QTextCursor, heading: str, facts: str) -> None:
        """Write the title; where it is the title in the text, its hits can be marked there."""
        self._begin(cursor, _paragraph(self._pixels, line_height=94, bottom=8))
        titles = [part for part in self._article.parts if part.role == "title"]
        in_text = [part for part in titles if self._words(part) == " ".join(heading.split())]
        self._stretches += [Stretch(part, cursor.position()) for part in in_text[:1]]
        letters = QTextCharFormat()
        letters.setFont(reading_font(round(self._pixels * 1.5), bold=True))
        letters.setForeground(look["ink"])
        cursor.insertText(self._words(in_text[0]) if in_text else heading, letters)
        cursor.insertBlock(_paragraph(self._pixels, line_height=100, bottom=self._pixels))
        letters = QTextCharFormat()
        letters.setFont(interface_font(self._pixels - 4))
        letters.setForeground(look["muted"])
        cursor.insertText(facts, letters)

    def _insert(self, cursor: QTextCursor, part: Part, *, inline: bool, brought_back: bool) -> None:
        if brought_back:
            self._insert_label(cursor, "Brought back by you", part)
        if inline:
            cursor.insertText(" ")
        else:
            self._begin(cursor, _paragraph(self._pixels))
        self._insert_text(cursor, part)

    def _insert_hidden(self, cursor: QTextCursor, part: Part, *, label: bool, by_hand: bool) -> None:
        """Write a hidden block, told from the article by its label, its place and its letters."""
        if label or by_hand:
            words = ROLE_NAMES[part.role] + (" · hidden by you" if by_hand else " · hidden")
            self._insert_label(cursor, words, part)
        paragraph = _paragraph(self._pixels, line_height=108, bottom=round(self._pixels * 0.4))
        (paragraph.setRightMargin if self._from_the_right(part) else paragraph.setLeftMargin)(INDENT)
        paragraph.setBackground(look["window"])
        self._begin(cursor, paragraph)
        self._insert_text(cursor, part)
        letters = _letters("furniture", self._pixels)
        cursor.insertText("   ", letters)
        letters.setAnchor(True)
        letters.setAnchorHref(f"{BRING_BACK}{part.start}")
        letters.setForeground(look["accent"])
        letters.setFontUnderline(True)
        cursor.insertText("Bring back", letters)

    def _insert_label(self, cursor: QTextCursor, words: str, part: Part) -> None:
        """Write a small line above a block, on the side where the block begins."""
        paragraph = _paragraph(self._pixels, line_height=100, bottom=3)
        paragraph.setTopMargin(round(self._pixels * 0.3))
        if self._from_the_right(part):
            paragraph.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._begin(cursor, paragraph)
        letters = QTextCharFormat()
        letters.setFont(interface_font(self._pixels - 5, bold=True))
        letters.setForeground(look["muted"])
        cursor.insertText(words, letters)

    def _insert_text(self, cursor: QTextCursor, part: Part) -> None:
        self._stretches.append(Stretch(part, cursor.position()))
        text = self._article.text[part.start : part.end]
        broken = text.replace("\n", " " if part.role in STORY else "\u2028")
        cursor.insertText(broken, _letters(part.role, self._pixels))

    def _position(self, stretch: Stretch, offset: int) -> int:
        """Return the document's position of a character of the article's text."""
        last = min(offset, stretch.part.end)
        return stretch.first + _utf16(self._article.text[stretch.part.start : last])

    def _from_the_right(self, part: Part) -> bool:
        return runs_from_the_right(self._article.text[part.start : part.end])

    def _words(self, part: Part) -> str:
        return self._article.text[part.start : part.end].replace("\n", " ")


def marked(colour: QColor, line: QColor | None = None) -> QTextCharFormat:
    """Return the format of a mark: a background and, where given, an underline, so that shape tells it too."""
    mark = QTextCharFormat()
    mark.setBackground(colour)
    if line is not None:
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        mark.setUnderlineColor(line)
    return mark


def _paragraph(pixels: int, *, line_height: int = 118, bottom: int | None = None) -> QTextBlockFormat:
    paragraph = QTextBlockFormat()
    paragraph.setBottomMargin(round(pixels * 0.85) if bottom is None else bottom)
    paragraph.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return paragraph


def _letters(role: Role, pixels: int) -> QTextCharFormat:
    letters = QTextCharFormat()
    reads = role in STORY and role != "caption"
    letters.setFont(reading_font(pixels) if reads else interface_font(pixels - 3))
    letters.setForeground(look["ink" if reads else "muted"])
    return letters


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
