"""What is marked in the texts of a comparison, and in which colour: each mark is told by a line or a shade too."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat

from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.ui.article_document import marked
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


def mark(columns: Sequence[Column], comparison: Comparison, *, shaded: bool) -> None:
    """Mark in each text what it shares and where it differs, and shade what stands in it alone."""
    marks: dict[int, list[tuple[Span, QTextCharFormat]]] = {column.number: [] for column in columns}
    faint = marked(_faint(look[ONLY_HERE]))
    for span in comparison.only_here if shaded else ():
        if span.article in marks:
            marks[span.article].append((span, faint))
    forms = {kind: marked(look[tint.shade], look[tint.line]) for kind, tint in TINTS.items()}
    for row in marked_rows(comparison):
        for span in spans(row):
            if span.article in marks:
                marks[span.article].append((span, forms[row.mark]))
    for column in columns:
        column.mark(marks[column.number])


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
