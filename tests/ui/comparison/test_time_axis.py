"""Days stand on the timeline in order, at the precision known, and empty years leave room for full weeks."""

from datetime import date
from itertools import pairwise

import pytest

from desktop_app.core.comparison.rows import Event, Span
from desktop_app.ui.comparison.time_axis import Axis, extent, told_when


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-W11", "2024-03-11", "2024-03-17"),
        ("2024-03-12", "2024-03-12", "2024-03-12"),
        ("2024-03-12T03:40", "2024-03-12", "2024-03-12"),
    ],
)
def test_a_time_lasts_as_long_as_it_is_told(when: str, first: str, last: str) -> None:
    """A month is all its days, a day is one."""
    assert extent(when) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "when", [None, "", "soon", "2024-13", "2024-02-30", "0000", "99999", "2024-W60", "2024-1-1-1"]
)
def test_what_is_no_date_has_no_place(when: str | None) -> None:
    """Unresolved stays unresolved, and nothing breaks the drawing."""
    assert extent(when) is None


def test_days_stand_in_proportion() -> None:
    """Without an empty stretch, twice as many days are twice as wide."""
    axis = Axis([extent("2024-03-01"), extent("2024-03-04"), extent("2024-03-10")])
    assert axis.place(date(2024, 3, 1)) == 0
    assert axis.place(date(2024, 3, 6)) == pytest.approx(0.5)
    assert axis.place(date(2024, 3, 11)) == 1
    assert not any(stretch.cut for stretch in axis.stretches)


def test_empty_years_are_drawn_shorter() -> None:
    """A year told of long ago does not press the week of the event into a line."""
    axis = Axis([extent("1961"), extent("2024-03-12"), extent("2024-03-14")])
    assert 1 - axis.place(date(2024, 3, 12)) > 0.6
    assert [stretch.cut for stretch in axis.stretches] == [True, True, False, False, False]


def test_dates_over_the_timeline_keep_apart() -> None:
    """They are in order, name the year once, and leave each other room."""
    ticks = Axis([extent("1961"), extent("2024-03-12"), extent("2024-04-02")]).ticks(1000, 84)
    assert [words for _, words in ticks][:3] == ["1961", "1962", "12 Mar 2024"]
    assert "April" in [words for _, words in ticks]
    assert all(b[0] - a[0] >= 0.084 for a, b in pairwise(ticks))


def test_one_day_has_a_date() -> None:
    """The smallest timeline is drawn too."""
    assert Axis([extent("2024-03-12")]).ticks(500, 84) == [(0.0, "12 Mar 2024")]


def test_a_week_is_told_by_the_day_it_begins_on() -> None:
    """Nobody counts the weeks of a year; every other time is told as dates are."""
    told = [told_when(Event(Span(0, 0, 1), "", when, "", "happened")) for when in ("2012-W16", "2012-04", None)]
    assert told == ["week of 16 Apr 2012", "Apr 2012", "date unknown"]
