"""How an article is painted in the list: a title, a line of facts, two lines of text with the hits marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.article import Summary
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated, runs_from_the_right
from desktop_app.ui.theme import interface_font, look

ROW = Qt.ItemDataRole.UserRole  # gives the Row of an index
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """What the list shows of one article; the snippet is a run of (text, is it a hit), empty until it is read."""

    summary: Summary
    snippet: Sequence[tuple[str, bool]]

    @property
    def facts(self) -> str:
        """The line under the title."""
        source = isolated(self.summary.source or "Unknown source")
        return f"{source} · {shown(self.summary.published)} · {self.summary.words:,} words"


class RowPainter(QStyledItemDelegate):
    """Paints a title, a line of facts and two lines of text with the hits marked."""

    PADDING = 14
    TITLE, FACTS, SNIPPET = 14, 12, 13

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row, the same for all."""
        heights = (QFontMetrics(interface_font(size)).lineSpacing() for size in (self.TITLE, self.FACTS))
        snippet = 2 * QFontMetrics(interface_font(self.SNIPPET)).lineSpacing()
        return QSize(200, sum(heights) + snippet + 2 * 10 + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, look["accent_soft" if chosen else "panel"])
        if chosen and state & QStyle.StateFlag.State_Active:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), look["accent"])
        painter.setPen(look["line"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if row is not None:
            self._write(painter, area.adjusted(self.PADDING, 10, -self.PADDING, -8), row)
        painter.restore()

    def _write(self, painter: QPainter, area: QRectF, row: Row) -> None:
        top = area.top()
        for text, font, colour in (
            (row.summary.heading, interface_font(self.TITLE, bold=True), "ink"),
            (row.facts, interface_font(self.FACTS), "muted"),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look[colour])
            line = QRectF(area.left(), top, area.width(), metrics.lineSpacing())
            cut = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(area.width()))
            side = Qt.AlignmentFlag.AlignRight if runs_from_the_right(cut) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, side | Qt.TextFlag.TextDontClip | Qt.AlignmentFlag.AlignAbsolute, cut)
            top += metrics.lineSpacing() + 2
        self._write_snippet(painter, QRectF(area.left(), top + 2, area.width(), area.bottom() - top), row)

    def _write_snippet(self, painter: QPainter, area: QRectF, row: Row) -> None:
        text = "".join(piece for piece, _ in row.snippet)
        if not text:
            return
        layout = _laid_out(text, row, area, self.SNIPPET)
        last = layout.lineAt(layout.lineCount() - 1)
        fits = last.textStart() + last.textLength()
        if fits < len(text):
            layout = _laid_out(text[: fits - 2].rsplit(" ", 1)[0] + " …", row, area, self.SNIPPET)
        painter.setPen(look["ink"])
        layout.draw(painter, QPointF(0, 0))


def _laid_out(text: str, row: Row, area: QRectF, size: int) -> QTextLayout:
    """Return two lines of a snippet, with the hits marked."""
    layout = QTextLayout(text, interface_font(size))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(_hits(row.snippet))
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


def _hits(snippet: Sequence[tuple[str, bool]]) -> list[QTextLayout.FormatRange]:
    ranges = []
    at = 0
    for text, hit in snippet:
        length = len(text.encode("utf-16-le")) // 2
        if hit:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = at, length
            letters = QTextCharFormat()
            letters.setBackground(look["hit"])
            letters.setForeground(look["ink"])
            mark.format = letters
            ranges.append(mark)
        at += length
    return ranges
