"""The figures of a text: how many of what, and what became of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from desktop_app.core.analysis.evidence import Figure
from desktop_app.core.analysis.figures.amounts import Amount, Reading, amounts
from desktop_app.core.analysis.figures.circumstances import action_of, period_of
from desktop_app.core.analysis.figures.numbers import numerals
from desktop_app.core.analysis.figures.refusals import is_no_figure
from desktop_app.core.analysis.figures.things import Thing, thing_of, thing_of_part
from desktop_app.core.analysis.figures.vocabulary import vocabulary
from desktop_app.core.analysis.reporting import reporting
from desktop_app.core.analysis.times import is_when_said
from desktop_app.core.analysis.times.telling import told_times
from desktop_app.core.analysis.times.vocabulary import vocabulary as time_vocabulary
from desktop_app.core.analysis.word_tables import language_of
from desktop_app.core.article import Article

Times = list[tuple[int, int]]

# Between two figures of one thing: “rose to 43 from 12”, “$3 billion, or 28 cents a share”.
LINK = re.compile(
    r"(?:[\s,(]|\([A-Za-z]{1,9}\)|\b(?:to|from|and|or|at|by|compared|with|versus|up|down|against|than|higher|lower|for|the|a|end|ended"
    r"|close|closed|finish|finished|settle|settled|trade|reach|hit|ending|closing|in|on|an|first|second|third|fourth|quarter"
    r"|half|year|period|same|earlier|previous|current|ago['’]s|year-ago|since|over|week|month|its|fiscal|that|per"
    r"|diluted|share|upwardly|downwardly|revised|(?:high|low|level|record|peak) of"
    r"|before \w+ing(?: back| up| down)? (?:to|at)|(?:in|on) (?:the )?[A-Z]\w*(?: [A-Z]\w*)*)\b)*"
)
MOST_TIMES = 3  # between two such figures
GREAT = 1000  # a bare number below this is more likely a score or part of a name
SPAN = 48  # characters between two such figures


def figures(article: Article, sentences: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """Return the figures in the sentences that report, in the order of the text."""
    language = language_of(article)
    reading = Reading(article.text, 0, 0, numerals(language), vocabulary(language))
    time_words = time_vocabulary(language)
    found: list[Figure] = []
    for start, end in reporting(article, sentences):
        told = list(told_times(article.text, start, end, time_words))
        said = [not is_when_said(article.text, each, start, time_words) for each in told]
        taken = [(each.core, each.end) for each in told]
        periods = [(each.start, each.end) for each, counts in zip(told, said, strict=True) if counts]
        found += _in_sentence(reading._replace(low=start, high=end), taken, periods)
    return tuple(found)


def _in_sentence(reading: Reading, taken: Times, periods: Times) -> Iterator[Figure]:
    """Yield the figures of one sentence; what is taken tells a time and no figure."""
    here = _free(list(amounts(reading)), taken)
    borders = sorted([amount.start for amount in here] + [start for start, _ in taken])
    passed = sorted([*taken, *((amount.start, amount.end) for amount in here if amount.time)])
    last: tuple[Amount, Thing] | None = None
    counted: tuple[Amount, Thing] | None = None
    for index, amount in enumerate(here):
        if amount.unit is None and _is_in_row(reading, amount):
            continue
        at = bisect_right(borders, amount.start)
        until = borders[at] if at < len(borders) else reading.high
        linked = last[1] if last and _is_linked(reading.text, last[0], amount, passed) else None
        found = thing_of_part(reading, amount, here[index + 1]) if index + 1 < len(here) else None
        found = found or thing_of(reading._replace(high=max(until, amount.end)), amount, linked)
        thing = found if found and found.words else _left_out(amount, counted)
        action = action_of(reading, amount, thing)
        if not is_no_figure(reading, amount, thing, action):
            yield _figure(reading, amount, thing, (action, period_of(reading, amount, thing, periods)))
            last = last if amount.time else (amount, Thing(thing.words if thing else ""))
            counted = (amount, thing) if thing and thing.end else counted


def _left_out(amount: Amount, counted: tuple[Amount, Thing] | None) -> Thing | None:
    """Return the thing a sentence does not say again: “one mill sold 4,000 tons, the other 1,200”."""
    if counted is None or amount.unit not in (None, "%") or counted[0].unit != amount.unit:
        return None
    return Thing(counted[1].words) if amount.unit or amount.high >= GREAT else None


def _is_in_row(reading: Reading, amount: Amount) -> bool:
    """Tell whether a bare number stands between others with nothing but space, as in a table."""
    text = reading.text
    before, behind = (
        text[max(0, amount.start - 3) : amount.start].split(),
        text[amount.end : amount.end + 3].split(),
    )
    return bool(before and behind and before[-1][-1].isdecimal() and behind[0][0].isdecimal())


def _free(found: list[Amount], taken: Times) -> list[Amount]:
    """Return the amounts that are no part of a time; both lists are in the order of the text."""
    free: list[Amount] = []
    at = 0
    for amount in found:
        while at < len(taken) and taken[at][1] <= amount.number:
            at += 1
        if at == len(taken) or amount.end <= taken[at][0] or amount.number < taken[at][0]:
            free.append(amount)
    return free


def _is_linked(text: str, last: Amount, amount: Amount, taken: Times) -> bool:
    """Tell whether two figures are of one thing, by what stands between them beside times."""
    between, at = "", last.end
    if amount.start - at > SPAN:
        return False
    for start, end in taken[bisect_left(taken, (at, 0)) :][:MOST_TIMES]:
        if end <= amount.start:
            between, at = between + text[at:start], end
    return LINK.fullmatch(between + text[at : amount.start]) is not None


def _figure(reading: Reading, amount: Amount, thing: Thing | None, told: tuple[str | None, str | None]) -> Figure:
    """Return the figure with all that was read of it."""
    end = max(amount.end, thing.end if thing and thing.end else 0)
    return Figure(
        start=amount.start,
        end=end,
        text=reading.text[amount.start : end],
        low=round(amount.low, 6),
        high=round(amount.high, 6),
        qualifier=amount.qualifier,
        unit=amount.unit,
        thing=thing.words if thing else None,
        action=told[0],
        period=told[1],
    )
