"""Bands join what two texts have in common, wherever the texts are scrolled to."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import Comparison, compare
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.ui.comparison.column import made
from desktop_app.ui.comparison.columns import Columns
from desktop_app.ui.comparison.ribbons import Ribbons
from desktop_app.ui.theme import look

SHARED = "The gate of the upper lock broke away shortly before dawn and took the footbridge with it."
REST = " ".join(f"word{number}" for number in range(400))


@pytest.fixture
def columns(dressed: QApplication, qtbot: QtBot, report) -> Columns:
    """Lay two reports side by side that begin with the same sentence."""
    articles = [report(1, SHARED, REST), report(2, SHARED, REST.replace("word", "other"))]
    columns = Columns(list(made(articles)))
    qtbot.addWidget(columns)
    columns.resize(800, 400)
    columns.show()
    qtbot.waitExposed(columns)
    found: Comparison = compare([kept.article for kept in articles])
    columns.show_comparison(replace(found, rows={"passages": found.of("passages")}))
    columns.grab()
    columns.level()
    return columns


def middle(columns: Columns, row: Row) -> QColor:
    """Return the colour between the columns at the height of a row."""
    ribbons: Ribbons = columns.arrangement.ribbons[0]
    top, bottom = ribbons.left.extent(row.spans[0]) or (0.0, 0.0)
    down = ribbons.left.head.height() - ribbons.left.browser.verticalScrollBar().value()
    return ribbons.grab().toImage().pixelColor(ribbons.width() // 2, round((top + bottom) / 2 + down))


def test_what_is_shared_is_joined(columns: Columns) -> None:
    """The band has the colour of its mark, and that of the choice while its row is chosen."""
    (row,) = columns.comparison.of("passages")
    assert middle(columns, row) == look["shared"]
    columns.go_to(row)
    assert middle(columns, row) == look["accent_soft"]
    columns.forget()
    assert middle(columns, row) == look["shared"]


def test_bands_go_with_the_texts(columns: Columns) -> None:
    """Scrolled, the band has left the place where it stood."""
    ribbons = columns.arrangement.ribbons[0]
    image = ribbons.grab().toImage()
    columns.overview.wanted.emit(1.0)
    assert ribbons.grab().toImage() != image


def test_what_one_of_the_two_does_not_say_has_no_band(columns: Columns) -> None:
    """A row of one text alone changes nothing between the texts."""
    before = columns.arrangement.ribbons[0].grab().toImage()
    columns.go_to(Row("Rain", "only-here", ((Span(0, 0, 8),), ())))
    assert columns.arrangement.ribbons[0].grab().toImage() == before
