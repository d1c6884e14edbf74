"""Bringing columns level: space above paragraphs until linked passages stand side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.comparison.column import Column
from desktop_app.ui.comparison.column_head import MARGIN

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
        _set_space_above(column, 0)
    for row in anchors:
        _level_row(row, shown, pushed)
    heights = {number: _height(column) for number, column in shown.items()}
    for number, column in shown.items():
        _set_space_below(column, max(heights.values()) - heights[number])
        column.forget_places()


def _height(column: Column) -> float:
    """Return the height of a text with the space above it."""
    text = column.browser.document()
    return text.size().height() - text.lastBlock().blockFormat().topMargin()


def _set_space_above(column: Column, pixels: float) -> None:
    frame = column.browser.document().rootFrame().frameFormat()
    if frame.topMargin() != MARGIN + pixels:  # else Qt would lay out the whole text anew
        frame.setTopMargin(MARGIN + pixels)
        column.browser.document().rootFrame().setFrameFormat(frame)


def _set_space_below(column: Column, pixels: float) -> None:
    """Give a text room below, in its last paragraph, so that its end can stand as high as that of a longer one."""
    end = QTextCursor(column.browser.document().lastBlock())
    form = end.blockFormat()
    form.setTopMargin(pixels)
    end.setBlockFormat(form)


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
        _set_space_above(column, missing)
        return
    paragraph.setTopMargin(block.previous().blockFormat().bottomMargin() + missing)
    cursor.setBlockFormat(paragraph)
