"""The dates of a column: one cell may be read in two ways, the cells around it often say in which."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.core.importing.cleaning.dates import LONGEST_LINE, stated_date
from desktop_app.core.importing.cleaning.pieces import Stated

_NUMBERS = re.compile(r"(\d\d?)(?P<sign>[./-])(\d\d?)(?P=sign)(\d{4}|\d\d)(?![\d./-])")
_EXACT = re.compile(r"(?P<y>(?:1[6-9]|20)\d\d)(?:-?(?P<m>\d\d)(?:-?(?P<d>\d\d))?)?(?:$|(?=[T\s]\d))")
DAY_FIRST = "day, month, year"
_ORDERS = {DAY_FIRST: (2, 1, 0), "month, day, year": (2, 0, 1), "year, month, day": (0, 1, 2)}
ENOUGH = 3  # times as many different numbers there must be of days as of years to tell them apart
THIS_CENTURY = 70  # years of two digits below it are of this century


def looks_like_date(cell: str) -> bool:
    """Tell whether a cell holds a date, whichever way it is read."""
    cell = cell.strip()
    if len(cell) > LONGEST_LINE // 4:
        return False
    return bool(_EXACT.match(cell) or _NUMBERS.match(cell) or stated_date(cell))


def stated_dates(cells: Sequence[str], column: str, *, day_first: bool = False) -> Iterator[Stated | str | None]:
    """Yield for each cell the date it states, its words where they can be read in two ways, or None.

    `column` is what the user knows the column by; `day_first` tells that it is written in a language which
    puts the day first.
    """
    order = _order([found for cell in cells if (found := _NUMBERS.match(cell.strip()))], day_first=day_first)
    for cell in cells:
        yield _stated(cell.strip(), f"{column} says “{cell.strip()}”", order, day_first=day_first)


def _stated(cell: str, said: str, order: tuple[str, str] | None, *, day_first: bool) -> Stated | str | None:
    if not cell or len(cell) > LONGEST_LINE:
        return None
    if iso := _exactly(cell):
        return Stated(iso, said)
    found = stated_date(cell, "other" if day_first else None)
    if found and found.iso:
        return Stated(found.iso, said)
    numbers = _NUMBERS.match(cell)
    if numbers and order and (iso := _read(numbers, order[0])):
        return Stated(iso, f"{said}, read as {order[0]}: {order[1]}")
    return (found.words if found else None) or (numbers.group() if numbers else None)


def _exactly(cell: str) -> str | None:
    """Return what a cell states that begins with the year, as far as it goes: 2016, 2016-06, 20160612."""
    if not (found := _EXACT.match(cell)):
        return None
    try:
        date(int(found["y"]), int(found["m"] or 1), int(found["d"] or 1))
    except ValueError:
        return None
    return "-".join(filter(None, found.groups()))


def _order(cells: Sequence[re.Match[str]], *, day_first: bool) -> tuple[str, str] | None:
    """Return the only order in which every cell is a date, and why it is; None where there are several or none."""
    orders = [order for order in _ORDERS if cells and all(_read(cell, order) for cell in cells)]
    if day_first and orders[:1] == [DAY_FIRST] and all(cell["sign"] != "/" for cell in cells):
        return DAY_FIRST, "so its language writes dates"
    first, last = len({cell[1] for cell in cells}), len({cell[4] for cell in cells})
    if len(orders) > 1 and max(first, last) >= ENOUGH * min(first, last):  # days vary more than years
        orders = [order for order in orders if order.startswith("year") == (last > first)]
    return (orders[0], "so all its cells can be read") if len(orders) == 1 else None


def _read(numbers: re.Match[str], order: str) -> str | None:
    """Return the date numbers are in an order, None where there is no such day."""
    parts = (numbers[1], numbers[3], numbers[4])
    year, month, day = (parts[place] for place in _ORDERS[order])
    if len(year) == 4:
        whole = int(year)
    elif len(year) == 2 and len(numbers[4]) == 2:
        whole = int(year) + (2000 if int(year) < THIS_CENTURY else 1900)
    else:
        return None
    try:
        return date(whole, int(month), int(day)).isoformat()
    except ValueError:
        return None
