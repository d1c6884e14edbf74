"""The words one language tells times by, ready to be looked for in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.core.analysis.word_tables import Table, compiled, either, initials, word_table
from desktop_app.core.analysis.words import fold

WINDOW = 48  # characters looked at on either side of a word that tells a time
TRIGGERS = ("name", "fixed", "chain", "shift", "weekday", "month", "unit")
YEAR = r"(?P<year>\d{4})(?![\w%])(?![.,/:]\d)"
_DAY = r"(?P<day>[0-3]?\d)(?![\d:])(?![.,]\d)"
_MORE_DAYS = r"(?:\s?[-–]\s?[0-3]?\d(?!\d)|\s(?:and|or|to)\s[0-3]?\d(?![\w:%])(?![.,]\d))?"
_LINK = r"(?:of\s+|de\s+|del\s+)?"


@dataclass(frozen=True)
class Vocabulary:
    """Patterns of one language; their groups are called as the keys of the table.

    `trigger` finds where a time may be told; `numbered` and `named` are the
    dates that begin with a digit or a month; `leading` is what
    stands before a time and belongs to it; `cue` is what makes a bare month one; `counted` and `reckoned` stand
    before and behind a unit; `verbs` tell on which side of the publication something lies.
    """

    meanings: dict[tuple[str, str], str]
    trigger: re.Pattern[str]
    numbered: tuple[re.Pattern[str], ...]
    named: tuple[re.Pattern[str], ...]
    leading: re.Pattern[str]
    cue: re.Pattern[str]
    daypart: re.Pattern[str]
    counted: re.Pattern[str]
    reckoned: re.Pattern[str]
    side_behind: re.Pattern[str]
    verbs: re.Pattern[str]
    financial: re.Pattern[str]
    event: re.Pattern[str]
    comes: re.Pattern[str]
    open: frozenset[str]
    unclear: frozenset[str]
    capital: frozenset[str]
    day_first: bool

    def meaning(self, kind: str, words: str) -> str | None:
        """Return what words tell as a month, weekday, unit, number, shift, chain or fixed day."""
        return self.meanings.get((kind, _key(words)))

    def is_unclear(self, words: str) -> bool:
        """Tell whether a day without a year more often stands for what once happened on it."""
        return _key(words) in self.unclear

    def number(self, kind: str, words: str) -> int | None:
        """Return the number that words tell: digits, a month, a weekday."""
        found = words if words.isdecimal() else self.meaning(kind, words)
        return None if found is None else int(found)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the patterns of a language; of one without a table, those that need no words."""
    table = word_table("times", language)

    def listed(key: str) -> str:
        return either(table.get(key, ()))

    prefix = either(table["prefix"]) + "?" if "prefix" in table else ""
    number = rf"(?P<number>{either(_beginning(table, 'number'))}|\d{{1,3}})"
    sides = "|".join(f"(?P<{side}>{listed(side)})" for side in ("last", "next", "this"))
    phrases = [phrase for kind in TRIGGERS for phrase in _beginning(table, kind)]
    month = rf"(?P<month>{either(_beginning(table, 'month'))})(?!\w)(?:\.(?=,?\s+\d))?"
    part = rf"{listed('part')}[\s-]*"
    return Vocabulary(
        meanings=_meanings(table),
        trigger=compiled(
            rf"(?<!\w)(?=[{initials((*phrases, *table.get('prefix', ())))}\d])"
            rf"(?:{prefix}(?P<word>{either(phrases)})(?!\w)|(?<![.,:/-])\d)"
        ),
        numbered=tuple(compiled(form) for form in _numbered_dates(month)),
        named=tuple(compiled(form) for form in _named_dates(prefix + month)),
        leading=compiled(
            rf"(?<![\w’'-])(?:{part}\b)?(?:{prefix}(?P<lead>{listed('lead')})\s+)?(?:the\s+)?(?:{part})?"
            rf"(?:(?:{sides})\s+)?$"
        ),
        cue=compiled(rf"(?<!\w){prefix}{listed('cue')}[\s-]*$"),
        daypart=compiled(rf"\s+{listed('daypart')}(?!\w)"),
        counted=compiled(rf"(?<!\w){prefix}(?:(?P<ago>{listed('ago front')})\s+)?{number}[\s-]+$"),
        reckoned=compiled(rf"\s+(?:{_groups(table, ' behind', 'ago', 'earlier', 'later')})(?!\w)"),
        side_behind=compiled(rf"\s+(?:{_groups(table, ' behind', 'last', 'next')})(?!\w)"),
        verbs=compiled(_verbs(table)),
        financial=compiled(rf"{listed('financial')}\s+$"),
        event=compiled(rf"\s+(?:the|this|that)\s+(?:\w+\s+)?{listed('event')}(?!\w)"),
        comes=compiled(rf"\b{listed('comes')}(?:\s+\w+)?\s+$"),
        open=frozenset(map(_key, table.get("open", ()))),
        unclear=frozenset(map(_key, table.get("unclear", ()))),
        capital=frozenset(table.get("capital", ())),
        day_first=language != "en",
    )


def _verbs(table: Table) -> str:
    """Return a pattern for verbs, whose groups tell on which side of the publication they put something."""
    ended = "|".join(rf"\w+{ending}" for ending in table.get("past ending", ())) or "(?!)"
    told = _groups(table, "", "saying", "future", "would", "past")
    return rf"(?<!\w)(?:(?P<be>{either(table.get('be', ()))}\s+\w+)|{told}|(?P<ended>{ended}))(?!\w)"


def _beginning(table: Table, kind: str) -> list[str]:
    """Return the phrases of all lines whose key begins with a word."""
    return [phrase for key, phrases in table.items() if key.split()[0] == kind for phrase in phrases]


def _groups(table: Table, place: str, *names: str) -> str:
    """Return a pattern whose group tells which of the lists a word is in."""
    return "|".join(f"(?P<{name}>{either(table.get(name + place, ()))})" for name in names)


def _meanings(table: Table) -> dict[tuple[str, str], str]:
    """Turn the table round: say what each phrase tells."""
    turned: dict[tuple[str, str], str] = {}
    for key, phrases in table.items():
        kind, _, told = key.partition(" ")
        turned.update({(kind, _key(phrase)): told for phrase in phrases})
    return turned


def _key(words: str) -> str:
    """Return words as they are looked up, however they are written."""
    return " ".join(fold(words).replace("’", "'").split())


def _numbered_dates(month: str) -> Iterable[str]:
    """Give the patterns of dates that begin with a digit."""
    return (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\d/])",
        r"(?P<year>\d{4})\s?[年년](?:\s?(?P<month>\d\d?)\s?[月월](?:\s?(?P<day>\d\d?)\s?[日일])?)?",
        r"(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]",
        r"(?P<first>\d\d?)(?P<sign>[./-])(?P<second>\d\d?)(?P=sign)(?P<year>\d{4})(?!\d)",
        rf"{_DAY}(?:st|nd|rd|th|er|º|\.)?(?:\s?[-–]\s?[0-3]?\d\.?)?[\s-]+{_LINK}{month}"
        rf"(?:,?\s+{_LINK}{YEAR}|(?!\.?\s+\d{{1,2}}(?!\d)))",
    )


def _named_dates(month: str) -> Iterable[str]:
    """Give the patterns of dates that begin with a month."""
    return (
        rf"{month}\s+{_DAY}(?:st|nd|rd|th)?{_MORE_DAYS}(?![\w%])(?!\s(?:per|million|billion))(?:,?\s+{YEAR})?",
        rf"{month},?[\s-]+{_LINK}{YEAR}",
    )
