"""Words that tell a time are found with what they say by themselves."""

from typing import Any

import pytest

from desktop_app.core.analysis.times.telling import told_times
from desktop_app.core.analysis.times.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "written", "facts"),
    [
        ("It burnt on Tuesday.", "on Tuesday", {"kind": "weekday", "weekday": 1}),
        ("It burnt last Tuesday.", "last Tuesday", {"kind": "weekday", "side": "before"}),
        ("It burnt on 21 June 2016.", "on 21 June 2016", {"kind": "date", "year": 2016, "month": 6, "day": 21}),
        ("It burnt on June 21.", "on June 21", {"kind": "date", "year": None, "month": 6, "day": 21}),
        ("It burnt two weeks ago.", "two weeks ago", {"kind": "shift", "unit": "week", "amount": -2}),
        ("It burnt a day later.", "a day later", {"kind": "chain", "unit": "day", "amount": 1}),
        ("It has burnt since April.", "since April", {"kind": "date", "month": 4, "day": None}),
        ("It burnt in 2012.", "in 2012", {"kind": "date", "year": 2012, "month": None}),
        ("It burnt on 5/6/2016.", "5/6/2016", {"kind": "unclear"}),
    ],
)
def test_a_time(text: str, written: str, facts: dict[str, Any]) -> None:
    """What leads to it belongs to it."""
    (told,) = told_times(text, 0, len(text), vocabulary("en"))
    assert {name: getattr(told, name) for name in facts} == facts
    assert text[told.start : told.end] == written


@pytest.mark.parametrize(
    "text", ["It may burn.", "It burnt 2,016 mills.", "It cost $2016.", "Sat there.", "The Sun of Velmark burnt."]
)
def test_no_time(text: str) -> None:
    """A verb, an amount and a paper that is called like a day are none."""
    assert list(told_times(text, 0, len(text), vocabulary("en"))) == []


def test_a_day_that_does_not_exist() -> None:
    """Of 31 June, the month may be meant; the day is not."""
    (told,) = told_times("31 June 2016", 0, 12, vocabulary("en"))
    assert (told.month, told.day) == (6, None)
