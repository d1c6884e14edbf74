"""Dates as people type them into a search: 2016, June 2016, last month; always a span of days."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from desktop_app.core.dates import MONTHS, understood
from desktop_app.core.errors import UserError

Span = tuple[date, date]

_MONTH = "|".join(sorted({form for month in MONTHS for form in (month, month[:3])}, key=len, reverse=True))
NUMBERS = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
# How dates are written in words; the blanks in them may be any.
IN_WORDS = (
    rf"(?i:(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+\d{{4}}|(?:{_MONTH})\s+\d{{1,2}}\s*,\s*\d{{4}}|today|yesterday"
    r"|(?:last|this)\s+(?:week|month|year)|(?:last|past)\s+\d{1,3}\s+(?:days|weeks|months|years))(?!\w)"
)
_RELATIVE = re.compile(r"(last|past|this)\s+(?:(\d+)\s+)?(day|week|month|year)s?", re.IGNORECASE)


def span(text: str, today: date) -> Span | None:
    """Return the first and the last day of what was typed; None when it is no date."""
    typed = " ".join(text.lower().split())
    try:
        if typed in ("today", "yesterday"):
            day = today if typed == "today" else _back(today, 1, "day")
            return day, day
        relative = _RELATIVE.fullmatch(typed)
        if relative:
            return _relative(relative[1], relative[2], relative[3], today)
        iso = understood(text)
        return _whole(iso) if iso else None
    except (ValueError, OverflowError, UserError):
        return None


def _relative(which: str, number: str | None, unit: str, today: date) -> Span:
    """Return the days up to today for a number of units, else a whole week, month or year of the calendar."""
    if number:
        return _back(today, int(number), unit) + timedelta(days=1), today
    first = _BEGIN[unit](today)
    if which == "this":
        return first, today
    return _BEGIN[unit](first - timedelta(days=1)), first - timedelta(days=1)


_BEGIN: dict[str, Callable[[date], date]] = {
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def _back(day: date, number: int, unit: str) -> date:
    """Return the same day so many days, weeks, months or years before, or the last there is in that month."""
    if unit in ("day", "week"):
        return day - timedelta(days=number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _whole(iso: str) -> Span:
    """Return the days of a year, a month or a day."""
    numbers = [int(number) for number in iso.split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
