"""Where a day stands on a timeline: empty stretches of time are drawn shorter, so that what is told has room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from desktop_app.core.comparison.rows import Event
from desktop_app.core.dates import MONTHS, shown

EMPTY = 21  # days without a beginning or an end that may be drawn shorter
SHORTENED, ALL_SHORTENED = 0.12, 0.6  # the share of the rest that such a stretch takes, and all of them at most
YEARS = range(1000, 9000)
MOST_DATES = 400  # days that are tried for a date over the timeline
DAY = timedelta(days=1)

Extent = tuple[date, date]


@dataclass(frozen=True)
class Stretch:
    """Days from `first` until before `end`, and where they stand, from 0 to 1; `cut` if drawn shorter."""

    first: date
    end: date
    left: float
    right: float
    cut: bool


def extent(when: str | None) -> Extent | None:
    """Return the first and the last day of a time at the precision known; None where it cannot be told."""
    try:
        parts = (when or "").partition("T")[0].split("-")
        if len(parts) == 2 and parts[1].startswith("W"):
            first = date.fromisocalendar(int(parts[0]), int(parts[1][1:]), 1)
            return first, first + 6 * DAY
        year, *rest = (int(part) for part in parts)
        if year not in YEARS:
            return None
        if len(rest) > 1:
            return date(year, *rest), date(year, *rest)
        month = rest[0] if rest else 12
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, rest[0] if rest else 1, 1), after - DAY
    except (ValueError, OverflowError, TypeError):
        return None


class Axis:
    """Time from the first to the last day of some extents."""

    def __init__(self, extents: Sequence[Extent]) -> None:
        edges = {edge for first, last in extents for edge in (first, last + DAY)}
        days = [(first, end, (end - first).days) for first, end in pairwise(sorted(edges))]
        longest = _longest(length for _, _, length in days)
        whole = sum(length for _, _, length in days if length <= longest)
        shortened = whole * min(SHORTENED, ALL_SHORTENED / max(1, sum(length > longest for _, _, length in days)))
        weights = [length if length <= longest else shortened for _, _, length in days]
        total, at = sum(weights), 0.0
        self.stretches: list[Stretch] = []
        for (first, end, length), weight in zip(days, weights, strict=True):
            self.stretches.append(Stretch(first, end, at / total, (at + weight) / total, length > longest))
            at += weight

    def place(self, day: date) -> float:
        """Return where a day begins, from 0 to 1."""
        for stretch in self.stretches:
            if day < stretch.end:
                passed = (day - stretch.first).days / (stretch.end - stretch.first).days
                return stretch.left + max(0.0, passed) * (stretch.right - stretch.left)
        return 1.0

    def ticks(self, width: float, apart: float) -> list[tuple[float, str]]:
        """Return places with their dates, `apart` pixels or more from each other on a width of pixels."""
        taken: list[tuple[float, date]] = []
        for day in self._candidates():
            place = self.place(day)
            if all(abs(place - other) * width >= apart for other, _ in taken):
                taken.append((place, day))
        found, year = [], 0
        for place, day in sorted(taken):
            found.append((place, _name(day, new_year=day.year != year)))
            year = day.year
        return found

    def _candidates(self) -> Iterable[date]:
        """Yield the days worth a date: beginnings of months, then of what is told, then all others."""
        drawn = [stretch for stretch in self.stretches if not stretch.cut]
        for stretch in drawn:
            day = date(stretch.first.year, stretch.first.month, 1)
            while day < stretch.end:
                if day >= stretch.first:
                    yield day
                day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        yield from (stretch.first for stretch in (*drawn, *self.stretches))
        step = 1 + sum((stretch.end - stretch.first).days for stretch in drawn) // MOST_DATES
        for stretch in drawn:
            days = range(0, (stretch.end - stretch.first).days, step)
            yield from (stretch.first + day * DAY for day in days)


def _name(day: date, *, new_year: bool) -> str:
    """Return a day as it stands over the timeline: the beginning of a month by the month, of a year by the year."""
    month = MONTHS[day.month - 1]
    if (day.month, day.day) == (1, 1):
        return str(day.year)
    words = month if day.day == 1 else f"{day.day} {month[:3]}"
    return f"{words} {day.year}" if new_year else words


def _longest(lengths: Iterable[int]) -> int:
    """Return the days of the longest stretch that is drawn in full; longer ones would leave no room."""
    longest = whole = 0
    for length in sorted(lengths):
        if length > max(EMPTY, 2 * whole):
            break
        longest, whole = length, whole + length
    return longest


def told_when(event: Event) -> str:
    """Return the time of an event; a week by the day it begins on."""
    if event.when and "W" in event.when:
        year, week = event.when.split("-W")
        return f"week of {shown(date.fromisocalendar(int(year), int(week[:2]), 1).isoformat())}"
    return shown(event.when)
