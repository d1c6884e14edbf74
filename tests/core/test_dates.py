"""Dates keep the precision they have, and two-faced ones are refused."""

import pytest

from desktop_app.core.dates import doubt, doubted, reading, shown, spoken, understood
from desktop_app.core.errors import UserError


@pytest.mark.parametrize(
    ("typed", "stored", "read"),
    [
        ("2016", "2016", "2016"),
        ("2016-6", "2016-06", "Jun 2016"),
        ("2016-06-12", "2016-06-12", "12 Jun 2016"),
        ("12 June 2016", "2016-06-12", "12 Jun 2016"),
        ("June 12, 2016", "2016-06-12", "12 Jun 2016"),
        ("sept 2016", "2016-09", "Sep 2016"),
        ("  ", None, "date unknown"),
    ],
)
def test_what_is_typed_is_kept_as_exactly_as_it_was_said(typed: str, stored: str | None, read: str) -> None:
    """A month stays a month: nothing is made up."""
    assert understood(typed) == stored
    assert shown(stored) == read


@pytest.mark.parametrize(
    "typed", ["03/04/2016", "2016-13", "31 February 2016", "yesterday", "12.6.2016", "ju 2016"]
)
def test_unclear_dates_are_asked_about(typed: str) -> None:
    """03/04/2016 is two dates: the user is told how to write it."""
    with pytest.raises(UserError, match="is not a clear date"):
        understood(typed)


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2016", "2016"),
        ("2016-06", "June 2016"),
        ("2016-06-02", "2 June 2016"),
        ("2016-06-02T10:00", "2 June 2016"),
        ("soon", "soon"),
        ("2016-13", "2016-13"),
    ],
)
def test_dates_keep_their_precision(iso: str, said: str) -> None:
    """A date is never printed more exactly than it is known; what is no date is printed as it is."""
    assert spoken(iso) == said


def test_a_doubt_is_understood_again() -> None:
    """The words of an unclear date are found in its warning, and read in either order."""
    assert doubted(["The encoding was guessed.", doubt("03/04/2016")]) == "03/04/2016"
    assert doubted(["The encoding “utf-8” was guessed."]) is None
    assert reading("03/04/2016", day_first=True) == "2016-04-03"
    assert reading("03/04/2016", day_first=False) == "2016-03-04"
    assert reading("03/24/2016", day_first=True) is None
