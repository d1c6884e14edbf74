"""Two figures are the same amount when their numbers say so, whatever the unit, and never by chance."""

import pytest

from desktop_app.core.analysis.evidence import Figure
from desktop_app.core.comparison.measures import dimension_of, same_amount

Told = tuple[float, str | None, str | None]


def figure(value: float, unit: str | None = None, qualifier: str | None = None) -> Figure:
    return Figure(0, 1, "", value, value, qualifier, unit)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((11, None, None), (11, None, None), True),
        ((11, None, None), (12, None, None), False),
        ((11, None, "at least"), (11, None, None), True),
        ((11, None, "at least"), (11, None, "more than"), True),
        ((11, None, "At  least"), (11, None, "up to"), False),
        ((30, "km", None), (20, "mile", None), True),
        ((80, "km", None), (50, "mile", None), True),
        ((75, "km", None), (50, "mile", None), False),
        ((30, "km", None), (30, "mile", None), False),
        ((0, "km", None), (20, "mile", None), False),
        ((1.6, "km", None), (1, "mile", None), True),
        ((5, "kg", None), (5, "km", None), False),
        ((5, "USD", None), (5, "EUR", None), False),
        ((5, "USD", None), (5, None, None), False),
    ],
)
def test_the_same_amount(one: Told, other: Told, same: bool) -> None:
    """Another unit may round; “at least 11” and “up to 11” are not the same; currencies are not exchanged."""
    pair = figure(*one), figure(*other)
    assert same_amount(*pair) == same_amount(*reversed(pair)) == same


def test_a_range_is_not_its_bound() -> None:
    """“10 to 12” is another figure than “10”."""
    assert not same_amount(Figure(0, 1, "", 10, 12), figure(10))


def test_what_is_measured() -> None:
    """Units of one dimension are laid side by side; a unit nobody knows is its own."""
    assert dimension_of(figure(1, "km")) == dimension_of(figure(1, "mile")) != dimension_of(figure(1, "kg"))
    assert [dimension_of(figure(2 / 3)), dimension_of(figure(1)), dimension_of(figure(1, "USD"))] == [
        "share",
        "count",
        "USD",
    ]
