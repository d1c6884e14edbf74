"""Bringing columns level: space above paragraphs until linked passages stand side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.comparison.column import MARGIN, Column

Pushed = dict[tuple[int, int], float]  # column and paragraph to the space that stood above it before


class _Place(NamedTuple):
    """Where a row is in a column: a cursor at its first character."""

    column: Column
    cursor: QTextCursor


def level(columns: Iterable[Column], anchors: Sequence[Row], pushed: Pushed) -> None:
    """Bring the anchors level; `pushed` keeps what was done, so that the next time begins from the plain texts."""
    shown = {column.number: column for column in columns}
    for column in shown.values():
        _release(column, pushed)
        column.set_margins(0, 0)
    for row in anchors:
        _level_row(row, shown, pushed)
    heights = {number: column.browser.document().size().height() for number, column in shown.items()}
    for number, column in shown.items():
        above = column.browser.document().rootFrame().frameFormat().topMargin() - MARGIN
        column.set_margins(above, max(heights.values()) - heights[number])


def _release(column: Column, pushed: Pushed) -> None:
    """Take away the space that was put in before."""
    document = column.browser.document()
    for number, paragraph in [key for key in pushed if key[0] == column.number]:
        cursor = QTextCursor(document.findBlockByNumber(paragraph))
        form = cursor.blockFormat()
        form.setTopMargin(pushed.pop((number, paragraph)))
        cursor.setBlockFormat(form)


def _level_row(row: Row, columns: dict[int, Column], pushed: Pushed) -> None:
    places = []
    for span in row.spans:
        column = columns.get(span.article)
        cursor = column.document.cursor(span.start, span.end) if column else None
        if column and cursor is not None:
            cursor.setPosition(cursor.selectionStart())
            if (span.article, cursor.blockNumber()) not in pushed:
                places.append(_Place(column, cursor))
    if len(places) < 2:
        return
    target = max(place.column.line(place.cursor.position()).top() for place in places)
    for place in places:
        _push_down(place, target, pushed)


def _push_down(place: _Place, target: float, pushed: Pushed) -> None:
    """Put space above a paragraph until the line at the cursor stands at `target`."""
    column, cursor = place
    block = cursor.block()
    paragraph = block.blockFormat()
    pushed[column.number, block.blockNumber()] = paragraph.topMargin()
    missing = target - column.line(cursor.position()).top()
    if missing < 1:
        return
    if not block.previous().isValid():  # Qt leaves out the margin above the first paragraph
        column.set_margins(missing, 0)
        return
    paragraph.setTopMargin(block.previous().blockFormat().bottomMargin() + missing)
    cursor.setBlockFormat(paragraph)
