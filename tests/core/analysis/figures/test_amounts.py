"""An amount is a number with its qualifier, its unit, its other end and its conversion."""

from typing import Any

import pytest

from desktop_app.core.analysis.figures.amounts import amounts


@pytest.mark.parametrize(
    ("text", "written", "facts"),
    [
        ("It took at least 11 mills.", "at least 11", {"low": 11, "qualifier": "at least", "unit": None}),
        ("It is 30 km (20 miles) off.", "30 km (20 miles)", {"high": 30, "unit": "km"}),
        ("It took 20 to 30 mills.", "20 to 30", {"low": 20, "high": 30}),
        (
            "It took between $3 and $4 million.",
            "between $3 and $4 million",
            {"low": 3e6, "high": 4e6, "unit": "USD"},
        ),
        ("It costs $60 a barrel.", "$60 a barrel", {"unit": "USD per barrel"}),
        ("A 12-mile road leads there.", "12-mile", {"unit": "mile", "joined": True}),
        ("It took 11 or more mills.", "11 or more", {"qualifier": "or more"}),
        ("It took ten mills.", "ten", {"spelt": True, "vague": False}),
        ("It took dozens of mills.", "dozens", {"spelt": True, "vague": True}),
        ("It had 100M readers.", "100M", {"low": 100e6, "unit": None}),
    ],
)
def test_an_amount(read: Any, text: str, written: str, facts: dict[str, object]) -> None:
    """All that belongs to it is in its stretch of text."""
    (amount,) = amounts(read(text))
    assert text[amount.start : amount.end] == written
    assert {name: getattr(amount, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("It rose from 3 percent to 8 percent.", [3, 8]),
        ("It took 11 mills and 12 boats.", [11, 12]),
    ],
)
def test_two_amounts(read: Any, text: str, lows: list[float]) -> None:
    """A change and two facts are no range."""
    assert [amount.low for amount in amounts(read(text))] == lows


def test_what_an_amount_measures(read: Any) -> None:
    """Money and time are told apart from the rest."""
    told = [(amount.money, amount.time) for amount in amounts(read("It took $5, then 3 hours, then 7 mills."))]
    assert told == [(True, False), (False, True), (False, False)]
