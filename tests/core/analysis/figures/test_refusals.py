"""Numbers that are no figures are known by what stands around them."""

from typing import Any

import pytest

from desktop_app.core.analysis.figures.amounts import amounts
from desktop_app.core.analysis.figures.circumstances import action_of
from desktop_app.core.analysis.figures.refusals import is_no_figure
from desktop_app.core.analysis.figures.things import thing_of


def refused(reading: Any) -> list[bool]:
    told = []
    for amount in amounts(reading):
        thing = thing_of(reading, amount, None)
        told.append(is_no_figure(reading, amount, thing, action_of(reading, amount, thing)))
    return told


@pytest.mark.parametrize(
    "text",
    [
        "Mara Holm, 44, left.",
        "A man aged 44 left.",
        "Holm, who is 44, left.",
        "Mills rose, with 3M up.",
        "They read the 9-11 commission report.",
        "The 44-year-old left.",
        "It began at 11:30 there.",
        "It began at 11 a.m. there.",
        "Flight 370 was lost.",
        "They live in the 1990s.",
        "One of the mills burnt.",
        "The two leaders met.",
        "It was two weeks ago.",
        "They play on, as all 11.",
    ],
)
def test_no_figures(read: Any, text: str) -> None:
    """Ages, clock times, names, idioms and what tells when."""
    assert all(refused(read(text)))


@pytest.mark.parametrize(
    "text",
    ["At least 44 mills burnt.", "Two mills burnt there.", "It lies 11 km off.", "In all 11 were killed."],
)
def test_figures(read: Any, text: str) -> None:
    """What counts something, measures something or tells of people is a figure."""
    assert refused(read(text)) == [False]
