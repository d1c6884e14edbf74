"""What a figure counts, so far that it can be told whether two figures count the same."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import islice

from desktop_app.core.analysis.evidence import Figure, Range
from desktop_app.core.comparison.measures import dimension_of, same_amount
from desktop_app.core.comparison.reports import Report, Term, keys_of, plain, synonyms
from desktop_app.core.comparison.rows import Span

MOST = 500  # figures of a report that are compared; one with more is a table
NEAR = 300  # characters on either side of a figure that are looked at
FEWEST_AROUND = 6  # words around two figures that tell, where they are the same, that both are of one matter
PEOPLE = "peopl"  # the term for “people”, who are counted where nothing is said
BEFORE_UNIT = re.compile(r"^.*?\d[\d.,\u00a0 ]*")  # qualifier and number
MONEY = re.compile(r"[A-Z]{3}")  # the unit of a sum
STRETCH = re.compile(r"\d{4}(?:-W?\d\d)?")  # a year, month or week
WEEK = re.compile(r"\d{4}-W\d\d")
BEFORE_PLACE = frozenset(
    ("of", "from", "in", "at", "on", "to", "near", "off", "inside", "outside", "around", "for")
)
DURATIONS = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade"))
RUNNING = frozenset(("since", "over", "during", "past", "seit", "depuis", "desde", "منذ", "с"))


@dataclass(frozen=True)
class Counted:
    """A figure of a report, with what it counts as terms.

    `head` is what kind of thing is counted and `qualities` what else is said of it; `places` are the places named
    in its sentence; `when` is its period, as a date where that is known, and `sum` tells whether the figure adds up
    over a stretch of time. `action_words` are the words of the text that tell the action, `around` all words of the
    sentence but those of figures.
    """

    figure: Figure
    span: Span
    head: str
    qualities: frozenset[str]
    places: frozenset[str]
    when: str
    sum: bool
    action: str
    action_words: str
    around: tuple[str, ...] = ()

    @cached_property
    def dimension(self) -> str:
        """What is measured; a count is a count."""
        return dimension_of(self.figure)

    @property
    def exact(self) -> bool:
        """Tell whether the figure is one number."""
        return self.figure.low == self.figure.high

    @property
    def labelled(self) -> bool:
        """Tell whether the text says what is counted and what happened."""
        return bool(self.figure.thing) and bool(self.action_words or not self.action)

    @property
    def label(self) -> str:
        """What is counted, in the words of the text."""
        figure = self.figure
        said = plain(figure.thing or "").split()
        words = self.action_words if plain(self.action_words) not in said else None
        thing = " ".join(filter(None, (figure.thing, words)))
        if self.is_sum or not figure.unit:
            return thing or figure.text
        measure = self._measure
        return measure if plain(figure.thing or "") in plain(measure) else f"{thing} · {measure}"

    @property
    def is_sum(self) -> bool:
        """Tell whether the figure is a sum of money."""
        return MONEY.fullmatch(self.figure.unit or "") is not None

    @property
    def _measure(self) -> str:
        """Return the words of a figure from its unit on: “years in prison” of “up to five years in prison”."""
        text, unit = self.figure.text, re.escape(self.figure.unit or "")
        named = re.search(rf"\b{unit}\w*.*", text, re.IGNORECASE | re.DOTALL) if self.figure.unit != "%" else None
        return named[0] if named else BEFORE_UNIT.sub("", text, count=1) or text


def counted(report: Report) -> list[Counted]:
    """Return the figures of a report of which it is known what they count.

    A figure that is said twice, as in headline and text, is one: what happened, and when, may be said but once.
    """
    told = (each for each in report.evidence.figures if each.thing or each.action or each.unit)
    found = [_counted(report, figure) for figure in islice(told, MOST)]
    again: defaultdict[tuple[str, float], list[Counted]] = defaultdict(list)
    for each in found:
        again[each.dimension, each.figure.low].append(each)
    return [_completed(each, again[each.dimension, each.figure.low]) for each in found]


def _completed(figure: Counted, others: Iterable[Counted]) -> Counted:
    """Return a figure with what is said of it elsewhere in the same report."""
    for other in others if not (figure.action and figure.when) else ():
        same_action = "" in (figure.action, other.action) or figure.action == other.action
        if same_action and alike(figure, other) and same_value(figure, other):
            figure = replace(figure, action=figure.action or other.action)
            if not figure.when:
                figure = replace(figure, when=other.when, sum=other.sum)
    return figure


def alike(one: Counted, other: Counted) -> bool:
    """Tell whether two figures of one dimension and action count the same thing, the one perhaps more closely."""
    if one.dimension == "count":
        return one.head == other.head and _nested(one.qualities, other.qualities)
    mine, theirs = one.qualities | {one.head}, other.qualities | {other.head}
    # Two lengths of nothing said are not for one thing, unless the same was done.
    return _nested(mine, theirs) and (mine != {PEOPLE} or bool(one.action))


def same_value(one: Counted, other: Counted) -> bool:
    """Tell whether two figures say the same, also in another unit or with another word before it."""
    return same_amount(one.figure, other.figure)


def same_sum(one: Counted, other: Counted) -> bool:
    """Tell whether two figures are one sum of money: to the digit, for things that share a word.

    One of them may say more of what was done with it, but not something else.
    """
    share = (one.qualities | {one.head}) & (other.qualities | {other.head}) - {PEOPLE}
    acted = "" in (one.action, other.action) or one.action == other.action
    return one.is_sum and bool(share) and acted and same_value(one, other) and same_scope(one, other)


def comparable(one: Counted, other: Counted) -> bool:
    """Tell whether enough is said of two figures that it means something when they differ.

    That both are of troops does not do: 2,000 are pulled out, and 1.3 million are in service.
    """
    if one.around == other.around and len(one.around) >= FEWEST_AROUND:
        return True  # one sentence with another number in it
    if one.dimension == "count":
        return bool(one.action) or one.qualities == other.qualities != frozenset()
    if one.dimension in DURATIONS:
        return bool(one.action) and one.head == other.head
    return one.dimension != "%" or PEOPLE not in (one.head, other.head)


def same_scope(one: Counted, other: Counted) -> bool:
    """Tell whether nothing says that two figures are for different times or places."""
    # What has gone on since April is no matter of today.
    times = _same_time(one.when, other.when) if one.when and other.when else not (one.sum or other.sum)
    return times and (not (one.places and other.places) or bool(one.places & other.places))


def _same_time(one: str, other: str) -> bool:
    """Tell whether two periods may be the same: the one in the other, as a day in its month or week."""
    if WEEK.fullmatch(one) or WEEK.fullmatch(other):
        weeks = {_week(one), _week(other)}
        return len(weeks) == 1 or "" in weeks
    return one.startswith(other) or other.startswith(one)


def _week(when: str) -> str:
    """Return the week of a day, or the week itself; "" where it is none of both."""
    if WEEK.fullmatch(when):
        return when
    try:
        year, week, _ = date.fromisoformat(when).isocalendar()
    except ValueError:
        return ""
    return f"{year:04}-W{week:02}"


def _nested(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return mine <= theirs or theirs <= mine


def _counted(report: Report, figure: Figure) -> Counted:
    around = _around(report, figure)
    when = _when(report, figure, around)
    terms = _thing_terms(report, figure, around)
    head = _head(report, terms)
    qualities = frozenset(term.key for term in terms if term.key != head)
    action = _canonical(figure.action)
    if head in _fates() and action in ("", head):
        head, action = PEOPLE, head
    return Counted(
        figure=figure,
        span=report.span(figure.start, figure.end),
        head=head,
        qualities=qualities,
        places=frozenset(name.group for name in report.names(*around) if name.kind == "place"),
        when=when,
        sum=_adds_up(figure, when),
        action=action,
        action_words=_action_words(report, figure, around),
        around=tuple(
            word.key
            for word in report.words(*around)
            if not word.key.isdigit() and not figure.start <= word.start < figure.end
        ),
    )


def _around(report: Report, figure: Figure) -> Range:
    """Return the sentence of a figure, of a very long one what is near; of a headline only the figure itself."""
    start, end = report.sentence(figure.start)
    if start == end:
        return figure.start, figure.end
    return max(start, figure.start - NEAR), min(end, figure.end + NEAR)


def _thing_terms(report: Report, figure: Figure, around: Range) -> list[Term]:
    """Return the telling words of the thing that is counted, from where it stands in the text."""
    if not figure.thing:
        return []
    text, (start, end) = report.article.text, around
    at = text.find(figure.thing, figure.start, end)
    if at < 0:
        at = text.find(figure.thing, start, end)
    return report.terms(at, at + len(figure.thing)) if at >= 0 else []


def _head(report: Report, terms: list[Term]) -> str:
    """Return what kind of thing is counted: the last word before “of …”, “in …”; with none said, people."""
    noun = None
    for term in terms:
        if noun and BEFORE_PLACE & {word.key for word in report.words(noun.end, term.start)}:
            break
        if noun is None or not term.key.startswith("@") or noun.key.startswith("@"):
            noun = term
    return noun.key if noun else PEOPLE


def _when(report: Report, figure: Figure, around: Range) -> str:
    """Return the period of a figure: resolved where its words are a date that is known."""
    if not figure.period:
        return ""
    wanted = plain(figure.period)
    for each in report.evidence.dates:
        inside = around[0] <= each.start < around[1]
        if inside and each.resolved and (plain(each.text) in wanted or wanted in plain(each.text)):
            return each.resolved
    return wanted


def _adds_up(figure: Figure, when: str) -> bool:
    """Tell whether a figure is for a stretch of time: “since April”, or a whole week, month or year."""
    running = any(word in RUNNING for word in plain(figure.period or "").split())
    return running or STRETCH.fullmatch(when) is not None


@cache
def _fates() -> frozenset[str]:
    """Return the terms for people by what became of them: “11 dead” are people who were killed."""
    return frozenset(
        _canonical(word) for word in ("killed", "wounded", "arrested", "captured", "rescued", "evacuees")
    )


def _canonical(action: str | None) -> str:
    """Return one word for actions that are the same."""
    keys = keys_of(action or "")
    return " ".join(synonyms().get(key, key) for key in keys)


def _action_words(report: Report, figure: Figure, around: Range) -> str:
    """Return the word that tells the action, the one nearest to the figure."""
    wanted = set(keys_of(figure.action or ""))
    found = [word for word in report.words(*around) if word.key in wanted]
    nearest = min(found, key=lambda word: abs(word.start - figure.end), default=None)
    return report.text(nearest.start, nearest.end) if nearest else ""
