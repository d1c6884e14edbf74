"""Dates at the precision known: reading what the user types, and showing what is stored."""

import re
from collections.abc import Iterable
from datetime import date

from desktop_app.core.errors import UserError

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def shown(published: str | None) -> str:
    """Return a stored date for a list: 12 Jun 2016, Jun 2016, 2016; "date unknown" for None."""
    if not published:
        return "date unknown"
    return re.sub(r"[A-Z][a-z]{2,}", lambda month: month[0][:3], spoken(published))


def spoken(published: str) -> str:
    """Return a stored date as people write it: 12 June 2016, June 2016, 2016; what is no date as it is."""
    try:
        year, *rest = (int(piece) for piece in published[:10].split("-"))
        month = [MONTHS[number - 1] for number in rest[:1] if number > 0]
    except (ValueError, IndexError):
        return published
    return " ".join([*(str(day) for day in rest[1:]), *month, str(year)])


def understood(typed: str) -> str | None:
    """Return what the user typed as ISO 8601 at the precision given, None for nothing.

    Takes 2016, 2016-06, 2016-06-12, "June 2016", "12 June 2016" and "June 12, 2016". Raises UserError for
    anything else, above all for 03/04/2016, which is two dates.
    """
    words = re.findall(r"[^\W\d_]+|\d+", typed)
    if not words:
        return None
    if re.fullmatch(r"\s*\d{4}(-\d{1,2}(-\d{1,2})?)?\s*", typed):
        return _iso([int(word) for word in words], typed)
    months = [number for word in words if (number := _month(word))]
    numbers = [int(word) for word in words if word.isdigit()]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        raise _unclear(typed)
    return _iso([*years, *months, *days], typed)


def doubt(words: str) -> str:
    """Return the sentence about a date that can be read in two ways."""
    return f"The date “{words}” can be read in two ways, so none is set; please set it."


def doubted(warnings: Iterable[str]) -> str | None:
    """Return the words of the first date among an article's warnings that can be read in two ways."""
    for warning in warnings:
        words = re.search(r"“([^”]*)”", warning)
        if words and warning == doubt(words[1]):
            return words[1]
    return None


def reading(words: str, *, day_first: bool) -> str | None:
    """Return a doubted date as ISO 8601 in one of its two readings, None where it has not this one."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if len(numbers) != 3:
        return None
    first, second, year = numbers
    day, month = (first, second) if day_first else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int | None:
    found = [n for n, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.lower().startswith(word.lower())]
    return found[0] if len(found) == 1 else None


def _iso(numbers: list[int], typed: str) -> str:
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        raise _unclear(typed) from None
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def _unclear(typed: str) -> UserError:
    message = f"“{typed.strip()}” is not a clear date. Write 2016, June 2016, 12 June 2016 or 2016-06-12."
    return UserError("unclear_date", message)
