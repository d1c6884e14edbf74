"""How a cell of the evidence is painted: the report's words, what matters in them, and the colour of the mark."""

from collections.abc import Sequence
from math import ceil
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.bidi import runs_from_the_right
from desktop_app.ui.comparison.cell_text import Cell, Piece, plain
from desktop_app.ui.comparison.evidence_model import EvidenceModel, Index
from desktop_app.ui.comparison.kinds import MARKS, YOURS
from desktop_app.ui.theme import interface_font, look

PIXELS, SMALL = 13, 12
SIDE, ABOVE, BELOW = 16, 6, 8  # pixels around the words of a cell
ICON, MARK = 14, 19  # pixels: the shape of a mark, and its line under the label
HEAD = 26  # pixels of the line above a row, where labels have no column of their own
LABEL_LINES = 2
TALL = 1.45  # how much higher the lines of Arabic and Hebrew are
MEASURED = 400  # characters; longer texts fill their cell
LATE = 14  # characters; so near to the end a cell is cut at a space
SLACK = 1.07  # what wrapping at words takes more than the words themselves


class EvidencePainter(QStyledItemDelegate):
    """Paints labels and cells; `gaps` are the pixels at the end of each cell that belong to the ribbons."""

    def __init__(self) -> None:
        super().__init__()
        self.stacked = False
        self.gaps: Sequence[int] = ()
        self._layouts: dict[tuple[int, int, int], QTextLayout] = {}

    def forget(self) -> None:
        """Lay everything out anew, for other words or other colours."""
        self._layouts.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, look["panel"])
        if index.column() == 0:
            self._paint_label(painter, area, index, chosen=chosen)
        else:
            if self.stacked:
                area.setTop(area.top() + HEAD)
            gap = self.gaps[index.column() - 1] if self.gaps else 0
            self._paint_cell(painter, area.adjusted(0, 0, -gap, -1), index, current=_current(option))
        painter.setPen(look["line"])
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def paint_head(self, painter: QPainter, area: QRect, row: Row, *, chosen: bool) -> None:
        """Paint the mark and the label of a row in one line."""
        painter.fillRect(area, look["accent_soft" if chosen else "panel"])
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), look["accent"])
        inner = area.adjusted(SIDE, 0, -SIDE, 0)
        end = paint_mark(painter, inner, row)
        painter.setPen(look["ink"])
        painter.setFont(interface_font(PIXELS, bold=True))
        inner.setLeft(end + 12)
        painter.drawText(
            inner,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
            painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, inner.width()),
        )

    def _paint_label(self, painter: QPainter, area: QRect, index: Index, *, chosen: bool) -> None:
        row = cast("EvidenceModel", index.model()).rows[index.row()]
        if chosen:
            painter.fillRect(area, look["accent_soft"])
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), look["accent"])
        inner = area.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        layout = self._layout(index, (Piece(row.label, "strong"),), inner.width(), LABEL_LINES)
        painter.setPen(look["ink"])
        layout.draw(painter, QPointF(inner.topLeft()))
        top = inner.top() + round(layout.boundingRect().height()) + 1
        paint_mark(painter, QRect(inner.left(), top, inner.width(), MARK - 1), row)

    def _paint_cell(self, painter: QPainter, area: QRect, index: Index, *, current: bool) -> None:
        model = cast("EvidenceModel", index.model())
        row = model.rows[index.row()]
        cell = model.cell(index.row(), index.column() - 1)
        inner = area.adjusted(SIDE, ABOVE, -SIDE, -BELOW + 1)
        if row.cells[index.column() - 1]:
            fill, line = model.colours(row)
            if fill:
                ends = 0 if line else -2  # a cell without a line leaves the one between the rows to be seen
                painter.fillRect(area.adjusted(0, 0, 0, ends), look[fill])
            if line:
                painter.fillRect(QRect(area.left(), area.bottom() - 1, area.width(), 2), look[line])
            painter.setPen(look["ink"])
        else:
            painter.setPen(look["muted"])
        self._layout(index, cell, inner.width(), model.lines_of(index.row())).draw(
            painter, QPointF(inner.topLeft())
        )
        if current:
            painter.setPen(look["accent"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _layout(self, index: Index, cell: Cell, width: int, lines: int) -> QTextLayout:
        key = (index.row(), index.column(), width)
        if key not in self._layouts:
            self._layouts[key] = laid_out(cell, width, lines)
        return self._layouts[key]


def paint_mark(painter: QPainter, area: QRect, row: Row) -> int:
    """Paint the shape and the word of a row's mark, and whether it is the user's; return where they end."""
    mark = MARKS[row.mark]
    pieces = [(mark.icon, mark.word, mark.line)] + [(*YOURS, "accent")] * (row.by == "user")
    painter.setFont(interface_font(SMALL))
    x = area.left()
    for icon, word, colour in pieces:
        look.icon(icon, colour).paint(painter, QRect(x, area.center().y() - ICON // 2 + 1, ICON, ICON))
        x += ICON + 5
        painter.setPen(quiet())
        room = QRect(x, area.top(), max(0, area.right() - x), area.height())
        words = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        x += painter.fontMetrics().horizontalAdvance(words) + 10
    return x - 10


def quiet() -> QColor:
    """Return the colour of what stands around what matters: muted letters could not be read on a coloured cell."""
    ink, muted = look["ink"], look["muted"]
    mixed = [(one + other) // 2 for one, other in zip(_parts(ink), _parts(muted), strict=True)]
    return QColor(*mixed)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def length_of(text: str, metrics: QFontMetrics) -> tuple[int, float]:
    """Return how long a text is in one line, and how high such a line is, in pixels."""
    return metrics.horizontalAdvance(text[:MEASURED]), metrics.lineSpacing() * (
        TALL if runs_from_the_right(text) else 1
    )


def height_of(length: tuple[int, float], width: int, most: int) -> int:
    """Return about how high a text of a length is in a cell, at most so many lines."""
    lines = ceil(length[0] * SLACK / max(20, width - 2 * SIDE))
    return ceil(max(1, min(most, lines)) * length[1])


def laid_out(cell: Cell, width: int, lines: int) -> QTextLayout:
    """Return the words of a cell in lines, cut where they go on; what matters is not cut for what is around."""
    layout = _layout(cell, width, lines)
    fits = _fitting(layout)
    if fits >= len(layout.text()):
        return layout
    matters = sum(_units(piece) for piece in cell[:2]) if cell[0].tone == "muted" else 0
    if fits - 2 < matters:
        cell = (Piece("… " if cell[0].text else "", "muted"), *cell[1:])
        layout = _layout(cell, width, lines)
        fits = _fitting(layout)
    return layout if fits >= len(layout.text()) else _layout(_cut(cell, fits - 2), width, lines)


def _fitting(layout: QTextLayout) -> int:
    """Return how many UTF-16 units of a text have found a line."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def _units(piece: Piece) -> int:
    return len(piece.text.encode("utf-16-le")) // 2


def _layout(cell: Cell, width: int, lines: int) -> QTextLayout:
    text = plain(cell)
    layout = QTextLayout(text, interface_font(PIXELS))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    side = Qt.AlignmentFlag.AlignRight if runs_from_the_right(text) else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats(_formats(cell))
    layout.beginLayout()
    height = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _formats(cell: Cell) -> list[QTextLayout.FormatRange]:
    formats, at = [], 0
    for piece in cell:
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length = at, _units(piece)
        at += stretch.length
        letters = QTextCharFormat()
        if piece.tone == "strong":
            letters.setFont(interface_font(PIXELS, bold=True))
        elif piece.tone == "muted":
            letters.setForeground(quiet())
        elif piece.tone == "changed":
            letters.setBackground(look["differs"])
            letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            letters.setUnderlineColor(look["differs_line"])
        stretch.format = letters
        formats.append(stretch)
    return formats


def _cut(cell: Cell, units: int) -> Cell:
    """Return the beginning of a cell, `units` of UTF-16 long, with the sign that it goes on."""
    pieces: list[Piece] = []
    for piece in cell:
        encoded = piece.text.encode("utf-16-le")[: 2 * max(0, units)]
        pieces.append(Piece(encoded.decode("utf-16-le", "ignore"), piece.tone))
        units -= _units(piece)
        if units <= 0:
            words, space, rest = pieces[-1].text.rpartition(" ")
            if len(rest) < LATE and pieces[-1].text != piece.text and (space or len(pieces) > 1):
                pieces[-1] = Piece(words, piece.tone)
            break
    return (*pieces, Piece(" …", "muted"))


def _current(option: QStyleOptionViewItem) -> bool:
    focused = QStyle.StateFlag.State_HasFocus
    return bool(option.state & focused)
