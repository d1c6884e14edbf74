"""Finding the words that tell a time, and reading what they say by themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.core.analysis.times.vocabulary import WINDOW, YEAR, Vocabulary

Kind = Literal["date", "weekday", "shift", "chain", "unclear"]
Side = Literal["before", "perhaps before", "perhaps after", "after", "same", "unknown"]

_BARE_YEAR = re.compile(rf"{YEAR}(?![-–/]\w)")
_YEARS = re.compile(r"(?:1[89]|20)\d\d[-–/]\d\d(?:\d\d)?(?![\w-])")
_NO_YEAR_BEFORE = re.compile(r"(?:[$€£¥₹#№]|\bNo\.)\s?$")
_NO_YEAR_BEHIND = re.compile(
    r"\s*(?:percent|per\s+cent|million|billion|people|troops|soldiers|men|women|workers|jobs|members|km|miles"
    r"|GMT|UTC|EST|EDT|ET|hours|hrs|Menschen|personnes|personas)\b"
)
FIRST_YEAR, LAST_YEAR = 1500, 2100
_LEAP_YEAR = 2000


@dataclass(frozen=True)
class Told:
    """Words that tell a time, and what they tell: parts of a date, a weekday, or units counted from somewhere.

    `kind` says which: date, weekday, shift (counted from the publication), chain (from a time told before) or
    unclear. `side` is where words such as “last” put it, as seen from the publication; `border` tells that it is
    the border of a span, as in “until Friday”. `core` is where the time itself begins, behind “on” or “since”.
    """

    start: int
    end: int
    core: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    amount: int = 0
    side: Side = "unknown"
    border: bool = False


class _Place(NamedTuple):
    """Where a time may be told: at a position of a text, inside the stretch from low to high."""

    text: str
    at: int
    low: int
    high: int
    words: Vocabulary


def told_times(text: str, start: int, end: int, words: Vocabulary) -> Iterator[Told]:
    """Yield what tells a time in text[start:end], in order and without overlaps."""
    done = start
    for trigger in words.trigger.finditer(text, start, end):
        if trigger.start() >= done:
            if words.meaning("name", trigger["word"] or "") is not None:
                done = trigger.end()
                continue
            place = _Place(text, trigger.start(), done, end, words)
            told = _fixed(place, trigger) or _date(place)
            told = told or (_worded(place, trigger) if trigger["word"] else _bare_year(place))
            if told:
                yield told
                done = told.end


def _fixed(place: _Place, trigger: re.Match[str]) -> Told | None:
    """Read a day that has a name of its own."""
    fixed = place.words.meaning("fixed", trigger["word"] or "")
    if fixed is None:
        return None
    day = date.fromisoformat(fixed)
    return Told(place.at, trigger.end(), place.at, "date", day.year, day.month, day.day)


def _date(place: _Place) -> Told | None:
    """Read a day or a month that is written out; None where there is no such day."""
    text, at, _, high, words = place
    for form in words.numbered if text[at : at + 1].isdecimal() else words.named:
        match = form.match(text, at, min(high, at + WINDOW))
        if match is None:
            continue
        parts = match.groupdict()
        if "sign" in parts:
            return _numeric(place, match)
        if parts["month"] in words.capital:
            continue
        month = words.number("month", parts["month"]) if parts["month"] else None
        year, day = (int(parts[part]) if parts.get(part) else None for part in ("year", "day"))
        if words.is_unclear(match.group()):
            return Told(at, match.end(), at, "unclear")
        if _exists(month, day) and _plausible(year):
            return _led(place, Told(at, match.end(), at, "date", year, month, day))
    return None


def _numeric(place: _Place, match: re.Match[str]) -> Told | None:
    """Read 22.06.2016 and the like; where day and month could change places, it is unclear."""
    day, month, year = int(match["first"]), int(match["second"]), int(match["year"])
    told = Told(place.at, match.end(), place.at, "date", year, month, day)
    if match["sign"] == "/" and not place.words.day_first:
        if day <= 12 and month <= 12 and day != month:
            return replace(told, kind="unclear", month=None, day=None)
        if month > 12:
            told = replace(told, month=day, day=month)
    return _led(place, told) if _exists(told.month, told.day) and _plausible(year) else None


def _bare_year(place: _Place) -> Told | None:
    """Read a year that stands alone; two years, as in 2006-07, tell no single one."""
    text, at, low, high, words = place
    span = _YEARS.match(text, at, high)
    match = span or _BARE_YEAR.match(text, at, high)
    if (
        match is None
        or not (span or _plausible(int(match["year"])))
        or _NO_YEAR_BEHIND.match(text, match.end(), high)
    ):
        return None
    if _NO_YEAR_BEFORE.search(text, max(low, at - 5), at):
        return None
    if span:
        return Told(at, match.end(), at, "unclear")
    financial = words.financial.search(text, max(low, at - WINDOW), at)
    if financial:
        return Told(financial.start(), match.end(), at, "unclear")
    return _led(place, Told(at, match.end(), at, "date", int(match["year"])))


def _worded(place: _Place, trigger: re.Match[str]) -> Told | None:
    """Read a time that is told by a word: a weekday, a month, “last week”, “ago”."""
    words = place.words
    word, end = trigger["word"], trigger.end()
    weekday = words.number("weekday", word)
    if weekday is not None:
        return _weekday(place, end, weekday)
    for kind in ("shift", "chain"):
        told = words.meaning(kind, word)
        if told:
            return _counted_phrase(place, end, kind, told)
    if words.meaning("unit", word):
        return _counted(place, end, words.meaning("unit", word))
    return _bare_month(place, end, words.number("month", word))


def _weekday(place: _Place, end: int, weekday: int) -> Told:
    """Read a weekday with what belongs to it: a part of the day, the date behind it, “last”."""
    text, at, low, high, words = place
    part = words.daypart.match(text, end, min(high, end + WINDOW))
    end = part.end() if part else end
    dated = _date(place._replace(at=_behind_comma(text, end), low=end))
    if dated and dated.day:
        return _led(place, replace(dated, start=at, core=at, weekday=weekday))
    told = Told(at, end, at, "weekday", weekday=weekday)
    behind = words.side_behind.match(text, end, min(high, end + WINDOW))
    if behind:
        told = replace(told, end=behind.end(), side="before" if behind["last"] else "after")
    return _led(place._replace(low=low), told)


def _behind_comma(text: str, at: int) -> int:
    """Return where the next word begins, behind a comma or an opening bracket."""
    behind = re.compile(r"\.?,?\s+\(?(?:the\s+|den\s+|dem\s+|le\s+)?|\s*").match(text, at)
    return behind.end() if behind else at


def _counted_phrase(place: _Place, end: int, kind: str, told: str) -> Told | None:
    """Read “last week” or “the next day”; “in the last week” is a span and no week of the calendar."""
    text, at, low, _, _ = place
    if kind == "shift" and re.search(r"\bthe\s+$", text[max(low, at - 5) : at], re.IGNORECASE):
        return None
    unit, _, amount = told.partition(" ")
    chained: Kind = "chain" if kind == "chain" else "shift"
    return _led(place, Told(at, end, at, chained, unit=unit, amount=int(amount)))


def _counted(place: _Place, end: int, unit: str | None) -> Told | None:
    """Read “two weeks ago”, “three days later” or “vor zwei Wochen”, found by its unit."""
    text, at, low, high, words = place
    before = words.counted.search(text, max(low, at - WINDOW), at)
    if before is None:
        return None
    number = words.number("number", before["number"]) or 0
    behind = words.reckoned.match(text, end, min(high, end + WINDOW))
    if before["ago"] or (behind and behind["ago"]):
        last = behind.end() if behind and not before["ago"] else end
        return Told(before.start(), last, before.start("number"), "shift", unit=unit, amount=-number)
    if behind is None:
        return None
    amount = -number if behind["earlier"] else number
    return Told(before.start(), behind.end(), before.start("number"), "chain", unit=unit, amount=amount)


def _bare_month(place: _Place, end: int, month: int | None) -> Told | None:
    """Read a month without day and year, where a word before it shows that it is one."""
    text, at, low, _, words = place
    name = text[at:end]
    if month is None or name in words.capital or (len(name) <= 3 and name.lower() != "may"):
        return None
    if not words.cue.search(text, max(low, at - WINDOW), at) and text[end : end + 2] not in ("’s", "'s"):
        return None
    return _led(place, Told(at, end, at, "date", month=month))


def _led(place: _Place, told: Told) -> Told:
    """Add what stands before a time and belongs to it: “on”, “since”, “early”, “last”."""
    text, at, low, _, words = place
    leading = words.leading.search(text, max(low, at - WINDOW), at)
    if leading is None:
        return told
    side = told.side
    if leading["last"] or leading["next"]:
        side = "before" if leading["last"] else "after"
    elif leading["this"]:
        side = "same"
    lead = " ".join((leading["lead"] or "").lower().split())
    return replace(told, start=leading.start(), side=side, border=lead in words.open)


def _plausible(year: int | None) -> bool:
    """Tell whether four digits may be a year that news speak of."""
    return year is None or FIRST_YEAR <= year < LAST_YEAR


def _exists(month: int | None, day: int | None) -> bool:
    """Tell whether a year may have such a day."""
    try:
        date(_LEAP_YEAR, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
