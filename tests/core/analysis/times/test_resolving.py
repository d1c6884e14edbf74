"""A time is reckoned only from what is known, and the rule says from what."""

import pytest

from desktop_app.core.analysis.times.resolving import Resolved, publication, resolve
from desktop_app.core.analysis.times.telling import Side, Told

WEDNESDAY = publication("2016-06-22")
TUESDAY = Told(0, 7, 0, "weekday", weekday=1)


def iso(told: Told, published: str | None = "2016-06-22", side: Side = "before") -> str | None:
    return resolve(told, publication(published), side, None).iso


def test_a_date_of_publication() -> None:
    """It is read at the precision it has; what is no date is not known."""
    assert (WEDNESDAY.precision, publication("2016-06").precision, publication("2016").precision) == (
        "day",
        "month",
        "year",
    )
    assert publication(None).day is publication("2016-13-45").day is None


def test_a_weekday() -> None:
    """It is the nearest on or before publication, on the other side where the text says so."""
    assert iso(TUESDAY) == "2016-06-21"
    assert iso(TUESDAY, side="after") == "2016-06-28"
    assert resolve(TUESDAY, WEDNESDAY, "before", None).rule.startswith("the Tuesday on or before")


@pytest.mark.parametrize("published", [None, "2016", "2016-06"])
def test_nothing_is_reckoned_from_what_is_not_known(published: str | None) -> None:
    """An article without a day of publication has no Tuesday; a date with its year needs none."""
    assert iso(TUESDAY, published) is None
    assert iso(Told(0, 9, 0, "date", 2016, 6, 21), published) == "2016-06-21"


def test_units_from_the_publication() -> None:
    """A week is known as a week, a year as a year."""
    assert iso(Told(0, 9, 0, "shift", unit="week", amount=-2)) == "2016-W23"
    assert iso(Told(0, 9, 0, "shift", unit="year", amount=-1)) == "2015"
    assert iso(Told(0, 9, 0, "shift", unit="day", amount=-1)) == "2016-06-21"


def test_a_chain() -> None:
    """It counts from the time told before, and from nothing where none was told."""
    later = Told(0, 9, 0, "chain", unit="day", amount=1)
    anchor = (Resolved("2016-06-21", "day", "as written"), "on Tuesday")
    found = resolve(later, WEDNESDAY, "before", anchor)
    assert (found.iso, found.precision) == ("2016-06-22", "day")
    assert "on Tuesday" in found.rule
    assert iso(later) is None
    assert resolve(later, WEDNESDAY, "before", (Resolved("2016", "year", ""), "in 2016")).iso is None


def test_no_such_day() -> None:
    """What leads out of the calendar is told as such."""
    assert resolve(Told(0, 9, 0, "shift", unit="year", amount=-99_999), WEDNESDAY, "before", None).iso is None
    assert resolve(Told(0, 9, 0, "unclear"), WEDNESDAY, "before", None).iso is None
