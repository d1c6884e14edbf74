"""Which time is meant: what is told, reckoned from the day of publication or from a time told before."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.core.analysis.evidence import Precision
from desktop_app.core.analysis.times.telling import Side, Told
from desktop_app.core.dates import MONTHS, shown

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AFTER: tuple[Side, ...] = ("after", "perhaps after")
SOON = 6  # months ahead for which a bare month may be the one to come


class Resolved(NamedTuple):
    """A time as ISO 8601 with its precision, None where it cannot be told, and the rule that says why."""

    iso: str | None
    precision: Precision | None
    rule: str


@dataclass(frozen=True)
class Published:
    """When an article was published, as far as it is known; `day` is the first day of a month or year."""

    iso: str | None
    day: date | None
    precision: Precision | None

    @property
    def words(self) -> str:
        """How the rules name it."""
        return f"{shown(self.iso)}, when it was published"


def publication(published: str | None) -> Published:
    """Read an article's date of publication at the precision it has."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if match:
        precision: Precision = "day" if match[3] else "month" if match[2] else "year"
        try:
            return Published(match[0], date(int(match[1]), int(match[2] or 1), int(match[3] or 1)), precision)
        except ValueError:
            pass
    return Published(None, None, None)


def resolve(told: Told, published: Published, side: Side, anchor: tuple[Resolved, str] | None) -> Resolved:
    """Say which time is meant, as far as it can be said.

    `side` is where the sentence puts it as seen from the publication; `anchor` is the time a chained one is
    counted from, with its words.
    """
    try:
        if told.kind == "unclear":
            return Resolved(None, None, "it can be read in more than one way")
        if told.kind == "date" and told.year:
            return _written(told)
        if told.kind == "chain":
            return _chained(told, anchor)
        if published.day is None:
            return Resolved(None, None, "it is not known when the article was published")
        return _reckoned(told, published, published.day, side)
    except (ValueError, OverflowError):
        return Resolved(None, None, "there is no such day")


def _reckoned(told: Told, published: Published, day: date, side: Side) -> Resolved:
    """Reckon a time from the day of publication."""
    if told.kind == "shift":
        return _shifted(told, published, day)
    if told.kind == "date" and not told.day:
        return _month(told, published, day, side)
    if published.precision != "day":
        return Resolved(None, None, f"only the {published.precision} of publication is known")
    return (_weekday if told.kind == "weekday" else _day_of_year)(told, published, day, side)


def _written(told: Told) -> Resolved:
    """Take a date with its year as it is written."""
    year = told.year or 0
    if told.month is None:
        return Resolved(f"{year:04}", "year", "the year as written")
    if told.day is None:
        return Resolved(f"{year:04}-{told.month:02}", "month", "the month as written")
    return Resolved(date(year, told.month, told.day).isoformat(), "day", "the date as written")


def _weekday(told: Told, published: Published, day: date, side: Side) -> Resolved:
    """Reckon a weekday: the nearest on or before publication, unless the text puts it elsewhere."""
    weekday = told.weekday or 0
    name = WEEKDAYS[weekday]
    back = (day.weekday() - weekday) % 7
    ahead = (weekday - day.weekday()) % 7
    if told.side == "before":
        return Resolved(_day(day, -(back or 7)), "day", f"the last {name} before {published.words}")
    if told.side == "after":
        return Resolved(_day(day, ahead or 7), "day", f"the first {name} after {published.words}")
    if told.side == "same" or side == "unknown":
        return Resolved(None, None, f"it may be the {name} before or after {published.words}")
    if side in AFTER:
        return Resolved(_day(day, ahead), "day", f"still to come: the {name} on or after {published.words}")
    return Resolved(_day(day, -back), "day", f"the {name} on or before {published.words}")


def _day_of_year(told: Told, published: Published, day: date, side: Side) -> Resolved:
    """Reckon a day and month without a year: the nearest to publication, on the side where the text puts it."""
    years = [year for year in range(day.year - 1, day.year + 2) if _is_day(year, told.month, told.day)]
    found = [date(year, told.month or 1, told.day or 1) for year in years]
    if told.weekday is not None:
        found = [each for each in found if each.weekday() == told.weekday] or found
    name = f"{told.day} {MONTHS[(told.month or 1) - 1]}"
    if side in AFTER or told.side == "after":
        later = [each for each in found if each >= day]
        return Resolved(min(later).isoformat(), "day", f"still to come: the {name} on or after {published.words}")
    nearest = min(found, key=lambda each: abs((each - day).days))
    return Resolved(nearest.isoformat(), "day", f"the {name} nearest to {published.words}")


def _month(told: Told, published: Published, day: date, side: Side) -> Resolved:
    """Reckon a bare month: the last that had begun, unless the text speaks of one to come."""
    if published.precision == "year":
        return Resolved(None, None, "only the year of publication is known")
    month = told.month or 1
    name = MONTHS[month - 1]
    ahead = (month - day.month) % 12
    if told.side == "unknown" and _doubtful(side, ahead):
        return Resolved(None, None, f"it may be the {name} before or after {published.words}")
    if told.side == "same":
        return Resolved(f"{day.year:04}-{month:02}", "month", f"the {name} of the year of {published.words}")
    if told.side == "after" or (side in AFTER and told.side == "unknown"):
        year = day.year + (1 if month < day.month or (told.side == "after" and not ahead) else 0)
        return Resolved(
            f"{year:04}-{month:02}", "month", f"still to come: the {name} on or after {published.words}"
        )
    year = day.year - (1 if month > day.month or (told.side == "before" and not ahead) else 0)
    return Resolved(f"{year:04}-{month:02}", "month", f"the {name} on or before {published.words}")


def _doubtful(side: Side, ahead: int) -> bool:
    """Tell whether a bare month so many months ahead may as well be the one before."""
    if side == "perhaps after":
        return ahead > SOON
    return side not in ("before", "after") and 0 < ahead <= SOON


def _shifted(told: Told, published: Published, day: date) -> Resolved:
    """Count units from the publication."""
    unit = told.unit or "day"
    if not _known(published.precision, unit):
        return Resolved(None, None, f"only the {published.precision} of publication is known")
    iso, precision = _moved(day, unit, told.amount)
    if told.amount == 0:
        return Resolved(iso, precision, f"the {unit} of {published.words}")
    return Resolved(iso, precision, f"{_count(told.amount, unit)} {_way(told.amount)} {published.words}")


def _chained(told: Told, anchor: tuple[Resolved, str] | None) -> Resolved:
    """Count units from the time told before; the result is no more precise than that."""
    unit = told.unit or "day"
    if anchor is None or anchor[0].iso is None:
        return Resolved(None, None, "no time told before it says what it is counted from")
    found, words = anchor
    if not _known(found.precision, unit):
        return Resolved(None, None, f"of “{words}”, told before it, only the {found.precision} is known")
    day = publication(found.iso).day
    if day is None:
        return Resolved(None, None, "no time told before it says what it is counted from")
    iso, precision = _moved(day, unit, told.amount)
    return Resolved(iso, precision, f"{_count(told.amount, unit)} {_way(told.amount)} “{words}”, told before it")


def _moved(day: date, unit: str, amount: int) -> tuple[str, Precision]:
    """Return the day, week, month or year that lies some units from a day."""
    if unit in ("day", "night"):
        return _day(day, amount), "day"
    if unit == "week":
        year, week, _ = (day + timedelta(weeks=amount)).isocalendar()
        return f"{year:04}-W{week:02}", "week"
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
        return f"{date(year, month + 1, 1).year:04}-{month + 1:02}", "month"
    return f"{date(day.year + amount * (10 if unit == 'decade' else 1), 1, 1).year:04}", "year"


def _day(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _is_day(year: int, month: int | None, day: int | None) -> bool:
    """Tell whether this year has this day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _known(precision: Precision | None, unit: str) -> bool:
    """Tell whether a time is known well enough to count such units from it."""
    enough = {"month": ("day", "week", "month"), "year": ("day", "week", "month", "year")}
    return precision in enough.get("year" if unit == "decade" else unit, ("day",))


def _count(amount: int, unit: str) -> str:
    return f"{abs(amount)} {unit}{'s' if abs(amount) > 1 else ''}"


def _way(amount: int) -> str:
    return "before" if amount < 0 else "after"
