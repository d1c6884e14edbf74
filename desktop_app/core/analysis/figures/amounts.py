"""Amounts: a number with its qualifier, range and unit, as one stretch of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.core.analysis.figures.numbers import Number, Numerals
from desktop_app.core.analysis.figures.vocabulary import TIMES, Vocabulary

WINDOW = 40  # characters looked back for a qualifier
SIGN = 8  # the same for the sign of a currency
BRACKETED = 40  # characters of a conversion in brackets
NEAR = 2  # how much greater the end of a range may be where “to” may also mean a change
WIDE = 20  # and where it can't
SCALES = (1e12, 1e9, 1e6, 1e3)
NOT_OF_TIMES = ("over", "under", "above", "below", "around", "beyond")  # “over two days” says how long
SHORT = re.compile(r"[KMBT]\b")  # 100M people, not 100 m
PLUS = re.compile(r"\+|-plus\b|-odd\b")
MORE = re.compile(
    r"\s+(?:more|further|additional|extra|straight|consecutive)(?=\s+(?:second|minute|hour|day|week|month|year)s?\b)"
)
OF = re.compile(r"\s+of(?=\s)")
A_UNIT = re.compile(r"(?:\s+of)?\s+an?(?=\s)")  # half a percentage point, three-quarters of an hour
BRACKET = re.compile(r"\s?\((?:[a-z]+\s+){0,2}(?:[^\w()\s]|[A-Z]{1,3}\$?)?(?=[\d])")
CHANGE = re.compile(r"(?:\bfrom|(?:ose|ell|ed|ped|ained|ew|ost|p|own|by))\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """An amount from start to end; the bare number stands from `number` to `number_end`.

    `joined` when a hyphen joins it to the next word, as in “a 12-mile road”; `spelt` when it is written in words.
    """

    start: int
    end: int
    number: int
    number_end: int
    low: float
    high: float
    qualifier: str | None = None
    unit: str | None = None
    period: str | None = None
    spelt: bool = False
    vague: bool = False
    joined: bool = False

    @property
    def money(self) -> bool:
        """Whether its unit is a currency."""
        unit = (self.unit or "").partition(" ")[0]
        return (len(unit) == 3 and unit.isupper()) or unit in ("cent", "pence")

    @property
    def time(self) -> bool:
        """Whether it is a duration."""
        return self.unit in TIMES


class Reading(NamedTuple):
    """What amounts are read from: a stretch of text, and the words of its language."""

    text: str
    low: int
    high: int
    numerals: Numerals
    words: Vocabulary


def amounts(reading: Reading) -> Iterator[Amount]:
    """Yield the amounts in a stretch of text, in order and without overlaps."""
    done = reading.low
    for match in reading.numerals.begin.finditer(reading.text, reading.low, reading.high):
        if match.start() < done:
            continue
        number = reading.numerals.read(reading.text, match.start(), reading.high)
        if number:
            amount = _amount(reading._replace(low=done), number)
            yield amount
            done = amount.end


def _amount(reading: Reading, number: Number) -> Amount:
    """Read all that belongs to a number."""
    amount = _ranged(reading, _with_unit(reading, number))
    amount = _rated(reading, amount)
    return _qualified(reading, _converted(reading, amount))


def _with_unit(reading: Reading, number: Number) -> Amount:
    """Add the currency before a number or the unit behind it."""
    text, low, high, numerals, words = reading
    start, at, _, _, spelt, vague = number
    amount = Amount(start, at, start, at, number.low, number.high, spelt=spelt, vague=vague)
    sign = words.currency.search(text, max(low, start - SIGN), start)
    if sign:
        short = numerals.short.match(text, at, min(high, at + 3))
        factor = (numerals.value("short", short["scale"]) or 1) if short else 1
        at = short.end() if short else at
        amount = replace(amount, low=amount.low * factor, high=amount.high * factor, start=sign.start(), end=at)
        return replace(amount, unit=words.currencies[sign["sign"].lower()])
    short = SHORT.match(text, at, min(high, at + 2)) if not spelt else None
    if short:
        factor = numerals.value("short", short.group()) or 1
        return replace(amount, low=amount.low * factor, high=amount.high * factor, end=short.end())
    plus = PLUS.match(text, at, high)
    if plus:
        amount = replace(amount, qualifier=plus.group().strip("-"), end=plus.end())
    of = OF.match(text, at, high) if vague else A_UNIT.match(text, at, high) if number.high < 1 and spelt else plus
    at = of.end() if of else at
    more = MORE.match(text, at, high)
    at = more.end() if more else at
    unit = words.unit.match(text, at, min(high, at + WINDOW))
    if unit is None:
        return amount
    name = words.units[" ".join(unit.group().lower().lstrip("-").split())]
    if name == "KRW" and number.high < 1000:  # the verb “won”
        return amount
    return replace(amount, unit=name, end=unit.end(), joined=text[at] == "-")


def _ranged(reading: Reading, amount: Amount) -> Amount:
    """Join the two ends of a range: 20–30 people, 8 to 10 percent, between $3 and $4 billion."""
    text, low, high, numerals, _ = reading
    link = numerals.range.match(text, amount.end, min(high, amount.end + 12))
    if link is None or amount.vague or amount.joined:
        return amount
    at = link.end()
    sign = re.compile(r"(?:US\$|[A-Z]?\$|[€£¥])\s?(?=\d)").match(text, at)
    at = sign.end() if sign else at
    if at >= high or not (text[at].isdecimal() or numerals.begin.match(text, at, high)):
        return amount
    second = numerals.read(text, at, high)
    if second is None:
        return amount
    other = _with_unit(reading._replace(low=link.end()), second)
    bottom = _same_scale(text, amount, other)
    between = numerals.between.search(text, max(low, amount.start - WINDOW), amount.start)
    if not _is_range(reading, replace(amount, low=bottom), other, (link.group().strip(), between is not None)):
        return amount
    start = between.start() if between else amount.start
    unit = other.unit or amount.unit
    return replace(amount, start=start, end=other.end, low=bottom, high=other.high, unit=unit, joined=other.joined)


def _is_range(reading: Reading, first: Amount, second: Amount, joint: tuple[str, bool]) -> bool:
    """Tell whether two amounts are the ends of one range and not a change, a score or two facts."""
    link, between = joint
    if not first.low < second.high or (first.unit and second.unit and first.unit != second.unit):
        return False
    if between or (link and not link.isalpha()):
        return bool(between or link.isalpha() or second.high <= WIDE * max(first.low, 1))
    if link.lower() in ("and", "und", "et", "y", "و"):
        return False
    change = CHANGE.search(reading.text, max(reading.low, first.start - WINDOW), first.start)
    return second.high <= (NEAR if first.unit else WIDE) * max(first.low, 1) and not (
        change and (first.unit or not second.unit)
    )


def _same_scale(text: str, first: Amount, second: Amount) -> float:
    """Return the lower end of “2 to 3 million”."""
    scaled = re.search(r"[^\W\d]", text[second.number : second.end]) and not re.search(
        r"[^\W\d]{2}", text[first.number : first.end]
    )
    for scale in SCALES if scaled else ():
        if second.high >= scale > first.low:
            return first.low * scale if first.low * scale < second.high else first.low
    return first.low


def _rated(reading: Reading, amount: Amount) -> Amount:
    """Add what an amount is reckoned by: a barrel, per share; a year, daily."""
    text, _, high, _, words = reading
    rate = words.rate.match(text, amount.end, min(high, amount.end + WINDOW))
    if rate and amount.unit:
        unit, joined = f"{amount.unit} per {rate['rate'].lower()}", rate["joined"] is not None
        amount = replace(amount, unit=unit, end=rate.end(), joined=joined)
    per = words.per_time.match(text, amount.end, min(high, amount.end + WINDOW))
    if per:
        period = per.group().strip(" ,-")
        return replace(amount, period=period, end=per.end() if amount.unit else amount.end)
    return amount


def _converted(reading: Reading, amount: Amount) -> Amount:
    """Add the same amount in another unit in brackets, as in 30 km (20 miles); pounds in dollars are no weight."""
    text, _, high, numerals, _ = reading
    limit = min(high, amount.end + BRACKETED)
    bracket = BRACKET.match(text, amount.end, limit) if amount.unit else None
    if bracket is None:
        return amount
    number = numerals.read(text, bracket.end(), limit)
    inner = _with_unit(reading._replace(low=amount.end), number) if number else None
    close = text.find(")", bracket.end(), limit)
    if inner is None or close < 0 or inner.unit in (None, "%", amount.unit):
        return amount
    if inner.money and amount.unit == "pound":
        amount = replace(amount, unit="GBP")
    return replace(amount, end=close + 1) if inner.money == amount.money else amount


def _qualified(reading: Reading, amount: Amount) -> Amount:
    """Add the qualifier, as it is written."""
    text, low, high, _, words = reading
    behind = words.behind.match(text, amount.end, min(high, amount.end + WINDOW))
    before = words.before.search(text, max(low, amount.start - WINDOW), amount.start)
    if before and not (amount.time and before.group().strip().lower() in NOT_OF_TIMES):
        qualifier = " ".join(before.group().split())
        return replace(amount, start=before.start(), qualifier=qualifier)
    if behind:
        return replace(amount, end=behind.end(), qualifier=behind.group().strip())
    return amount
