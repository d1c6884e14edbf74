"""What is marked in the texts of a comparison, and in which colour: each mark is told by a line or a shade too."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextEdit

from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.ui.comparison.column import Column
from desktop_app.ui.theme import look

# What is marked all the time, the upper over the lower; the others are lit when they are chosen.
MARKED: tuple[Kind, ...] = ("passages", "quotations", "figures")


class Tint(NamedTuple):
    """The colours of a mark: behind the words, and under them."""

    shade: str
    line: str


TINTS = {
    "same": Tint("shared", "shared_line"),
    "differs": Tint("differs", "differs_line"),
    "other-scope": Tint("differs", "differs_line"),
}
ONLY_HERE = "only"
FAINT = 0.55  # the share of the colour in the shade


def marked_rows(comparison: Comparison) -> Iterator[Row]:
    """Give the rows that are marked in the texts all the time: what stands in one report alone is only shaded."""
    for kind in MARKED:
        for row in comparison.of(kind):
            if row.mark in TINTS:
                yield row


def mark(columns: Iterable[Column], comparison: Comparison, *, shaded: bool) -> None:
    """Mark in each text what it shares and where it differs, and shade what stands in it alone."""
    by_number = {column.number: column for column in columns}
    marks: dict[int, list[QTextEdit.ExtraSelection]] = {number: [] for number in by_number}
    faint = _faint(look[ONLY_HERE])
    for span in comparison.only_here if shaded else ():
        if span.article in by_number:
            marks[span.article] += by_number[span.article].document.selections([(span.start, span.end)], faint)
    for row in marked_rows(comparison):
        tint = TINTS[row.mark]
        for span in spans(row):
            if span.article in by_number:
                document = by_number[span.article].document
                marks[span.article] += document.selections(
                    [(span.start, span.end)], look[tint.shade], look[tint.line]
                )
    for number, column in by_number.items():
        column.mark(marks[number])


def _faint(colour: QColor) -> QColor:
    """Return a colour so light that much text can bear it: of independent reports most stands in one alone."""
    panel = look["panel"]
    pairs = (
        (colour.red(), panel.red()), (colour.green(), panel.green()), (colour.blue(), panel.blue())
    )  # fmt: skip
    return QColor(*(round(FAINT * one + (1 - FAINT) * other) for one, other in pairs))


def spans(row: Row) -> Iterator[Span]:
    """Give every place a row has in any text."""
    for cell in row.cells:
        yield from cell
