"""Dates are read as people type them, from the day on which they are typed."""

from datetime import date

import pytest

from desktop_app.core.search.spans import span

TODAY = date(2016, 3, 31)  # a Thursday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2016", "2016-01-01 2016-12-31"),
        ("2016-2", "2016-02-01 2016-02-29"),
        ("2016-06-12", "2016-06-12 2016-06-12"),
        ("June 2016", "2016-06-01 2016-06-30"),
        ("12 jun 2016", "2016-06-12 2016-06-12"),
        ("June 12, 2016", "2016-06-12 2016-06-12"),
        ("today", "2016-03-31 2016-03-31"),
        ("Yesterday", "2016-03-30 2016-03-30"),
        ("this week", "2016-03-28 2016-03-31"),
        ("last week", "2016-03-21 2016-03-27"),
        ("last  month", "2016-02-01 2016-02-29"),
        ("this month", "2016-03-01 2016-03-31"),
        ("last year", "2015-01-01 2015-12-31"),
        ("last 7 days", "2016-03-25 2016-03-31"),
        ("past 1 months", "2016-03-01 2016-03-31"),
        ("last 2 years", "2014-04-01 2016-03-31"),
    ],
)
def test_what_is_typed_is_these_days(text: str, days: str) -> None:
    """Each form gives its first and its last day."""
    found = span(text, TODAY)
    assert found is not None
    assert " ".join(day.isoformat() for day in found) == days


@pytest.mark.parametrize("text", ["", "soon", "2016-13", "0000", "31 June 2016", "last 999 years ago", "next week"])
def test_what_is_no_date(text: str) -> None:
    """Nothing is made up of what only looks like a date."""
    assert span(text, TODAY) is None


def test_the_beginning_of_time_is_no_error() -> None:
    """Counting back beyond the first year gives no date."""
    assert span("last 999 years", date(500, 1, 1)) is None
    assert span("yesterday", date.min) is None
