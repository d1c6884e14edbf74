"""Units and numbers: what measures the same, and when two figures say the same amount."""

from functools import cache
from math import floor, log10

from desktop_app.core.analysis.evidence import Figure
from desktop_app.core.comparison.reports import plain

# What measures the same, and how much of it one of a unit is.
DIMENSIONS = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1.0), "km": ("length", 1000.0),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144),
    "mile": ("length", 1609.344), "nautical mile": ("length", 1852.0),
    "gram": ("weight", 0.001), "kg": ("weight", 1.0), "tonne": ("weight", 1000.0), "pound": ("weight", 0.4536),
    "square metre": ("area", 1.0), "hectare": ("area", 1e4), "acre": ("area", 4046.86), "square km": ("area", 1e6),
    "square foot": ("area", 0.0929), "square mile": ("area", 2.59e6),
    "km/h": ("speed", 1.0), "mph": ("speed", 1.609344),
}  # fmt: skip
AT_LEAST = frozenset(("at least", "more than", "over", "above", "no fewer than", "no less than", "upwards of"))
AT_MOST = frozenset(
    (
        "at most",
        "up to",
        "fewer than",
        "less than",
        "under",
        "below",
        "no more than",
        "nearly",
        "almost",
        "close to",
    )
)


def dimension_of(figure: Figure) -> str:
    """Return what a figure measures; what has no unit is a count, or a share as “two-thirds”."""
    if figure.unit:
        return DIMENSIONS.get(figure.unit, (figure.unit, 1.0))[0]
    return "share" if 0 < figure.high < 1 else "count"


def same_amount(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are the same amount; another unit may round, and “up to” is not “at least”."""
    if one.unit == other.unit or one.unit not in DIMENSIONS or other.unit not in DIMENSIONS:
        same = (one.unit, one.low, one.high) == (other.unit, other.low, other.high)
        return same and not _opposite(one, other)
    if dimension_of(one) != dimension_of(other) or _opposite(one, other):
        return False
    factor = DIMENSIONS[one.unit][1] / DIMENSIONS[other.unit][1]
    bounds = ((one.low, other.low), (one.high, other.high))
    return all(_rounded_alike(a * factor, b) and _rounded_alike(b / factor, a) for a, b in bounds)


def _opposite(one: Figure, other: Figure) -> bool:
    return {_bound(one.qualifier), _bound(other.qualifier)} == {"at least", "at most"}


@cache
def _bound(qualifier: str | None) -> str:
    said = plain(qualifier or "")
    return "at least" if said in AT_LEAST else "at most" if said in AT_MOST else ""


def _rounded_alike(one: float, other: float) -> bool:
    """Tell whether the one is the other but for rounding: 32.2 and 30, but not 80.5 and 75."""
    return one == other or _to_digits(one, _digits(other)) == other


def _digits(number: float) -> int:
    """Return how many digits of a number are not zeros at its end."""
    return max(1, len(f"{number:.12g}".replace(".", "").strip("0")))


def _to_digits(number: float, digits: int) -> float:
    return round(number, digits - 1 - floor(log10(abs(number)))) if number else 0.0
