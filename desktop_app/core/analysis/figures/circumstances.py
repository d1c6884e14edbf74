"""What was done to what a figure counts, and in which time."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from desktop_app.core.analysis.figures.amounts import Amount, Reading
from desktop_app.core.analysis.figures.things import Thing
from desktop_app.core.analysis.figures.vocabulary import LENGTHS

REACH = 70  # characters within which an action or a time belongs to a figure
BEFORE = 8  # so many characters farther counts what stands before a figure
NEXT = 40  # and what stands behind “and”, which is likely of the next figure
JOINED = re.compile(r"\W*(?:and|or|but|while)\b")
MOST = 8  # times that are looked at
STOPS = ".;:!?"

Times = Sequence[tuple[int, int]]


def action_of(reading: Reading, amount: Amount, thing: Thing | None) -> str | None:
    """Return the action nearest to a figure, in its base form; one in the thing itself (“deaths”) comes first."""
    text, low, high, _, words = reading
    said = text[amount.end : thing.end] if thing and thing.end else thing.words if thing else ""
    for word in reversed(said.lower().split()):
        if word in words.acts:
            return words.acts[word]
    if amount.time or amount.unit in LENGTHS:
        return None
    end = max(amount.end, thing.end if thing and thing.end else 0)
    start, stop = _clause(text, amount.start, low, end, high)
    best: tuple[int, str] | None = None
    for match in words.act.finditer(text, start, stop):
        behind = match.start() >= end
        action = words.acts[" ".join(match.group().lower().split())]
        if (not behind and match.end() > amount.start) or (amount.unit and action not in words.deals):
            continue
        away = match.start() - end if behind else amount.start - match.end() + BEFORE
        away += NEXT if behind and JOINED.match(text, end, match.start()) else 0
        if best is None or away < best[0]:
            best = away, action
    return best[1] if best else None


def period_of(reading: Reading, amount: Amount, thing: Thing | None, times: Times) -> str | None:
    """Return the time nearest to a figure in its sentence, as written."""
    if amount.period:
        return amount.period
    end = max(amount.end, thing.end if thing and thing.end else 0)
    best: tuple[int, str] | None = None
    first = bisect_left(times, (amount.start - 2 * REACH, 0))
    for start, stop in times[first : first + MOST]:
        if start > end + REACH:
            break
        away = start - end if start >= end else amount.start - stop + BEFORE
        if 0 <= away <= REACH and (best is None or away < best[0]):
            best = away, " ".join(reading.text[start:stop].split())
    return best[1] if best else None


def _clause(text: str, start: int, low: int, end: int, high: int) -> tuple[int, int]:
    """Return the stretch around a figure in which its action stands: no farther than a semicolon."""
    before, behind = text[max(low, start - REACH) : start], text[end : min(high, end + REACH)]
    cut = max(before.rfind(sign + " ") for sign in STOPS)
    ends = [at for at in (behind.find(sign + " ") for sign in STOPS) if at >= 0]
    return start - len(before) + cut + 1, end + min(ends, default=len(behind))
