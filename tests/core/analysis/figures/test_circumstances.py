"""The action and the time of a figure are those that stand nearest to it."""

from typing import Any

import pytest

from desktop_app.core.analysis.figures.amounts import amounts
from desktop_app.core.analysis.figures.circumstances import action_of, period_of
from desktop_app.core.analysis.figures.things import Thing


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The guard killed 11 men.", "kill"),
        ("11 men were wounded there; one was killed.", "wound"),
        ("11 men came.", None),
        ("It lies 11 km off, where a man was killed.", None),
    ],
)
def test_the_action(read: Any, text: str, action: str | None) -> None:
    """It stands in the same clause, and a distance has none."""
    reading = read(text)
    assert action_of(reading, next(iter(amounts(reading))), None) == action


def test_an_action_in_the_thing(read: Any) -> None:
    """“11 deaths” says itself what happened."""
    reading = read("It wounded many, and 11 deaths were told.")
    (amount,) = amounts(reading)
    assert action_of(reading, amount, Thing("deaths")) == "kill"


def test_the_period(read: Any) -> None:
    """Of several times the nearest counts, and what an amount is reckoned by before any."""
    text = "Since April the guard killed 11 men, on Tuesday as well."
    reading = read(text)
    (amount,) = amounts(reading)
    times = [(0, 11), (text.index("on Tuesday"), text.index("on Tuesday") + 10)]
    assert period_of(reading, amount, None, times) == "on Tuesday"
    assert period_of(reading, amount, None, times[:1]) == "Since April"
    assert period_of(reading, amount, None, []) is None
    yearly = next(iter(amounts(read("It costs $5 a year."))))
    assert period_of(read("It costs $5 a year."), yearly, None, times) == "a year"
