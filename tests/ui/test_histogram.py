"""The histogram shows when articles were published and restricts the list to a span."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.ui.histogram import Histogram
from desktop_app.ui.histogram_bars import bars_of, period_name

MONTHS = (("", 2), ("2023-11", 1), ("2024", 4), ("2024-02", 3))


@pytest.fixture
def histogram(dressed, qtbot) -> Histogram:
    histogram = Histogram()
    qtbot.addWidget(histogram)
    histogram.resize(440, histogram.height())
    histogram.show_months(MONTHS, None, undated=False)
    return histogram


def test_months_have_no_gap_and_vague_dates_are_no_months() -> None:
    """A month without articles is seen as one; an article dated 2024 is not put into January."""
    bars = bars_of(MONTHS)
    assert [bar.period for bar in bars.bars] == [
        "2023-11",
        "2023-12",
        *(f"2024-{month:02}" for month in range(1, 13)),
    ]
    assert [bar.count for bar in bars.bars[:5]] == [1, 0, 0, 3, 0]
    assert bars.undated == 2
    assert bars.said(3) == "February 2024: 3 articles; 4 more in 2024, month unknown"
    assert bars.said(len(bars.bars)) == "Date unknown: 2 articles"


@pytest.mark.parametrize(
    ("months", "first", "last", "count"),
    [
        ([("2016-05", 1), ("2024-02", 1)], "2016", "2024", 9),
        ([("2016", 1), ("2017", 1)], "2016", "2017", 2),
        ([("1789-07", 1), ("2024-02", 1)], "178", "202", 25),
        ([("0001", 1), ("9999", 1)], "00", "99", 100),
    ],
)
def test_the_scale_fits_the_span(months, first: str, last: str, count: int) -> None:
    """Years where months are too many, then decades and centuries: there are never more bars than can be seen."""
    bars = bars_of(months).bars
    assert (bars[0].period, bars[-1].period, len(bars)) == (first, last, count)
    assert sum(bar.count for bar in bars) == 2


def test_periods_are_named_as_people_write_them() -> None:
    """Nobody has to read 2024-06 or 202."""
    names = [period_name(period) for period in ("2024-06", "2024", "202", "19")]
    assert names == ["Jun 2024", "2024", "2020s", "1900–1999"]


def place(histogram: Histogram, number: int) -> QPoint:
    return histogram.box(number).center().toPoint()


def test_dragging_chooses_a_span(histogram: Histogram, qtbot) -> None:
    """From either end; a click on what is chosen takes it back."""
    with qtbot.waitSignal(histogram.span_chosen) as chosen:
        qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, 4))
        qtbot.mouseMove(histogram, place(histogram, 1))
        histogram.mouseMoveEvent(_move(place(histogram, 1)))
        qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, 1))
    assert chosen.args == [("2023-12", "2024-03")]
    histogram.show_months(MONTHS, ("2023-12", "2023-12"), undated=False)
    with qtbot.waitSignal(histogram.span_chosen) as chosen:
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, 1))
    assert chosen.args == [None]


def test_the_undated_are_a_bar_of_their_own(histogram: Histogram, qtbot) -> None:
    """What is undated is one click away and in no span."""
    with qtbot.waitSignal(histogram.undated_chosen):
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, len(histogram.bars.bars)))


def test_the_keyboard_chooses_a_span(histogram: Histogram, qtbot) -> None:
    """Arrows go through the bars and say where they are, Shift draws out, Return chooses, Delete takes back."""
    assert histogram.accessibleName() == "Articles by date"
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    assert histogram.accessibleDescription().startswith("December 2023: 0 articles")
    qtbot.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(histogram.span_chosen) as chosen:
        qtbot.keyClick(histogram, Qt.Key.Key_Return)
    assert chosen.args == [("2023-12", "2024-01")]
    histogram.show_months(MONTHS, ("2023-12", "2024-01"), undated=False)
    with qtbot.waitSignal(histogram.span_chosen) as chosen:
        qtbot.keyClick(histogram, Qt.Key.Key_Delete)
    assert chosen.args == [None]


def test_an_archive_without_dates_has_no_histogram(histogram: Histogram) -> None:
    """Nothing is shown where there is nothing to choose from, and painting nothing does not fail."""
    histogram.show_months([("", 3)], None, undated=False)
    assert histogram.isHidden()
    histogram.grab()


def _move(where: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    at = QPointF(where)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, left, left, Qt.KeyboardModifier.NoModifier)
