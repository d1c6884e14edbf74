"""How an article is painted in the list: a title, a line of facts, two lines of text with the hits marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.article import Summary
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated, runs_from_the_right
from desktop_app.ui.theme import interface_font, look

CUT = " …"  # ends a snippet that goes on
DIVIDER = 32  # pixels of the line above the first article that lacks some of the words
LACKING = "These lack some of the words"
ROW = Qt.ItemDataRole.UserRole  # gives the Row of an index
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """What the list shows of one article; the snippet is a run of (text, is it a hit), empty until it is read.

    `also` tells of what is folded under it, which is in sight where it is `unfolded`; an article that is
    `inside` has been folded under another itself. `new` is what a saved search had not found before, and `lacking`
    the first article that has not all that was searched for.
    """

    summary: Summary
    snippet: Sequence[tuple[str, bool]]
    also: str = ""
    unfolded: bool = False
    inside: bool = False
    new: bool = False
    lacking: bool = False

    @property
    def facts(self) -> str:
        """The line under the title."""
        source = isolated(self.summary.source or "Unknown source")
        return f"{source} · {shown(self.summary.published)} · {self.summary.words:,} words"

    @property
    def spoken(self) -> str:
        """All that the row shows, for a screen reader."""
        state = ", unfolded" if self.unfolded else ", folded"
        marks = [f"{self.also}{state}" if self.also else "", "new" if self.new else ""]
        divider = f"{LACKING}, from here on" if self.lacking else ""
        pieces = [divider, self.summary.heading, self.facts, *marks, "".join(text for text, _ in self.snippet)]
        return ". ".join(piece for piece in pieces if piece)


def also(summary: Summary, folded: Sequence[Summary]) -> str:
    """Return in words what is folded under an article: in how many other sources, or how many copies."""
    sources = {other.source for other in folded if other.source} - {summary.source}
    if sources:
        return "also in 1 source" if len(sources) == 1 else f"also in {len(sources):,} sources"
    return "" if not folded else "1 more copy" if len(folded) == 1 else f"{len(folded):,} more copies"


class RowPainter(QStyledItemDelegate):
    """Paints a title, a line of facts and two lines of text with the hits marked."""

    PADDING, INDENT = 14, 14
    TITLE, FACTS, SNIPPET = 14, 12, 13

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row, the same for all but one that has a line above it."""
        heights = (QFontMetrics(interface_font(size)).lineSpacing() for size in (self.TITLE, self.FACTS))
        snippet = 2 * QFontMetrics(interface_font(self.SNIPPET)).lineSpacing()
        return QSize(200, sum(heights) + snippet + 2 * 10 + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if row is not None and row.lacking:
            self._divide(painter, area)
            area.setTop(area.top() + DIVIDER)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, look["accent_soft" if chosen else "panel"])
        if chosen and state & QStyle.StateFlag.State_Active:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), look["accent"])
        painter.setPen(look["line"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if row is not None:
            inner = self._inner(area, row)
            if row.inside:
                painter.fillRect(
                    QRectF(area.left() + self.PADDING, inner.top(), 2, inner.height()), look["shared_line"]
                )
            self._write(painter, inner, row)
        painter.restore()

    def also_box(self, area: QRectF, row: Row) -> QRectF:
        """Return where a row tells of what is folded under it: a click there unfolds it."""
        if not row.also:
            return QRectF()
        below = area.adjusted(0, DIVIDER if row.lacking else 0, 0, 0)
        layout, also = self._facts(row, self._facts_box(self._inner(below, row)))
        line = layout.lineAt(0)
        one, other = (cast("tuple[float, int]", line.cursorToX(place))[0] for place in also)
        return QRectF(min(one, other) - 4, line.y() - 4, abs(other - one) + 8, line.height() + 8)

    def _divide(self, painter: QPainter, area: QRectF) -> None:
        """Write above a row that the articles from here on lack some of the words."""
        band = QRectF(area.left(), area.top(), area.width(), DIVIDER)
        painter.fillRect(band, look["side"])
        painter.setPen(look["line"])
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        painter.setFont(interface_font(self.FACTS, bold=True))
        painter.setPen(look["muted"])
        written = band.adjusted(self.PADDING, 0, -self.PADDING, 0)
        painter.drawText(written, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, LACKING)

    def _inner(self, area: QRectF, row: Row) -> QRectF:
        return area.adjusted(self.PADDING + (self.INDENT if row.inside else 0), 10, -self.PADDING, -8)

    def _facts_box(self, inner: QRectF) -> QRectF:
        title = QFontMetrics(interface_font(self.TITLE, bold=True)).lineSpacing()
        height = QFontMetrics(interface_font(self.FACTS)).lineSpacing()
        return QRectF(inner.left(), inner.top() + title + 2, inner.width(), height)

    def _facts(self, row: Row, area: QRectF) -> tuple[QTextLayout, tuple[int, int]]:
        """Return the line under the title, and from where to where it tells of what is folded."""
        font, bold = interface_font(self.FACTS), interface_font(self.FACTS, bold=True)
        also = f" · {row.also} {'▾' if row.unfolded else '▸'}" if row.also else ""
        new = " · new" if row.new else ""
        room = int(area.width()) - QFontMetrics(bold).horizontalAdvance(also + new) - 4
        facts = QFontMetrics(font).elidedText(" ".join(row.facts.split()), Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(facts + also + new, font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(_side(facts))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        ends = (len(facts), len(facts + also), len(facts + also + new))
        layout.setFormats([_coloured(*ends[:2], "shared_ink"), _coloured(*ends[1:], "accent")])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        line.setPosition(area.topLeft())
        layout.endLayout()
        return layout, (min(ends[0] + 3, ends[1]), ends[1])

    def _write(self, painter: QPainter, area: QRectF, row: Row) -> None:
        font = interface_font(self.TITLE, bold=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look["ink"])
        line = QRectF(area.left(), area.top(), area.width(), metrics.lineSpacing())
        cut = metrics.elidedText(
            " ".join(row.summary.heading.split()), Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(line, _side(cut) | Qt.TextFlag.TextDontClip, cut)
        facts = self._facts_box(area)
        painter.setPen(look["muted"])
        self._facts(row, facts)[0].draw(painter, QPointF(0, 0))
        top = facts.bottom() + 4
        self._write_snippet(painter, QRectF(area.left(), top, area.width(), area.bottom() - top), row)

    def _write_snippet(self, painter: QPainter, area: QRectF, row: Row) -> None:
        text = "".join(piece for piece, _ in row.snippet)
        if not text:
            return
        layout = _laid_out(text, row, area, self.SNIPPET)
        last = layout.lineAt(layout.lineCount() - 1)
        fits = last.textStart() + last.textLength()
        if fits < len(text):
            layout = _laid_out(text[: fits - 2].rsplit(" ", 1)[0] + CUT, row, area, self.SNIPPET)
        painter.setPen(look["ink"])
        layout.draw(painter, QPointF(0, 0))


def _side(text: str) -> Qt.AlignmentFlag:
    """Return the side on which a line begins."""
    side = Qt.AlignmentFlag.AlignRight if runs_from_the_right(text) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _coloured(start: int, end: int, colour: str) -> QTextLayout.FormatRange:
    """Return bold letters of a colour for a stretch of a line."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, end - start
    letters = QTextCharFormat()
    letters.setFont(interface_font(RowPainter.FACTS, bold=True))
    letters.setForeground(look[colour])
    stretch.format = letters
    return stretch


def _laid_out(text: str, row: Row, area: QRectF, size: int) -> QTextLayout:
    """Return two lines of a snippet, with the hits marked."""
    layout = QTextLayout(text, interface_font(size))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(_side(text))
    layout.setTextOption(option)
    layout.setFormats(_hits(row.snippet, len(text.removesuffix(CUT))))
    layout.beginLayout()
    height = 0.0
    for _ in range(2):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(area.topLeft() + QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _hits(snippet: Sequence[tuple[str, bool]], end: int) -> list[QTextLayout.FormatRange]:
    """Return the marks of the hits, as far as the snippet is shown."""
    ranges = []
    at = 0
    for text, hit in snippet:
        length = len(text.encode("utf-16-le")) // 2
        if hit and at < end:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = at, min(length, end - at)
            letters = QTextCharFormat()
            letters.setBackground(look["hit"])
            letters.setForeground(look["ink"])
            mark.format = letters
            ranges.append(mark)
        at += length
    return ranges
