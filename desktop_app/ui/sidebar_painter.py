"""How a line of the sidebar is painted: a name and, at the right edge, its count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.sidebar_lines import Line
from desktop_app.ui.theme import interface_font, look

LINE = Qt.ItemDataRole.UserRole  # gives the Line of an index
SIGNS = {"only": "✓ ", "without": "− "}  # so that the state is told by more than colour
MIDDLE = Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """Paints headings, names and counts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; a heading has air above it."""
        heading = index.data(LINE).kind == "heading"
        return QSize(80, (26 if index.row() == 0 else 38) if heading else 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line = index.data(LINE)
        area: QRect = option.rect.adjusted(4, 0, -4, 0)
        painter.save()
        if line.kind == "heading":
            painter.setFont(interface_font(11, bold=True))
            painter.setPen(look["muted"])
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(8, 0, 0, -5), bottom, line.text.upper())
        else:
            self._paint_background(painter, area, line, focused=_focused(option))
            self._paint_line(painter, area.adjusted(8, 0, -8, 0), line)
        painter.restore()

    def _paint_background(self, painter: QPainter, area: QRect, line: Line, *, focused: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look["accent"]) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(look["accent_soft"] if line.state in ("chosen", "only") else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)

    def _paint_line(self, painter: QPainter, area: QRect, line: Line) -> None:
        chosen = line.state in ("chosen", "only")
        right = self._paint_counts(painter, area, line)
        font = interface_font(13, bold=chosen or bool(line.new))
        font.setStrikeOut(line.state == "without")
        painter.setFont(font)
        painter.setPen(look["accent" if chosen or line.kind == "more" else "ink"])
        text = SIGNS.get(line.state, "") + line.text
        name = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, right - area.left() - 8)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, side | MIDDLE, name)

    def _paint_counts(self, painter: QPainter, area: QRect, line: Line) -> int:
        """Paint the numbers at the right edge and return where they begin."""
        chosen = line.state in ("chosen", "only")
        right = area.right()
        counts = (("" if line.count is None else f"{line.count:,}", "accent" if chosen else "muted"),)
        for text, colour in (*counts, (f"{line.new:,} new" if line.new else "", "accent")):
            if text:
                font = interface_font(13, bold=chosen or colour == "accent")
                width = QFontMetrics(font).horizontalAdvance(text)
                painter.setFont(font)
                painter.setPen(look[colour])
                box = QRect(right - width, area.top(), width + 1, area.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | MIDDLE, text)
                right -= width + 10
        return right


def _focused(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)
