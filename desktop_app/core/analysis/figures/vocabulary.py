"""The words one language puts around figures: qualifiers, units, actions, and what ends a phrase."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.core.analysis.word_tables import Table, compiled, either, initials, word_table
from desktop_app.core.analysis.words import UNSPACED

ENDED = rf"(?!(?-i:[^\W_{UNSPACED}]))"  # a unit ends before what is no letter, or before a script without spaces
LENGTHS = frozenset(("km", "m", "cm", "mm", "mile", "nautical mile", "foot", "inch", "yard", "degree", "°C", "°F"))
REGIONS = frozenset(("East", "West", "North", "South", "Northeast", "Northwest", "Southeast", "Southwest"))
PREFIX = " prefix"
TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))


@dataclass(frozen=True)
class Vocabulary:
    """Patterns and sets of words of one language; the names are the keys of the tables.

    `units`, `currencies` and `acts` give for a word in lower case the plain name of the unit or the action in its
    base form; `deals` are the actions that money and shares have as well as people.
    """

    english: bool
    units: dict[str, str]
    currencies: dict[str, str]
    acts: dict[str, str]
    deals: frozenset[str]
    unit: re.Pattern[str]
    currency: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    rate: re.Pattern[str]
    per_time: re.Pattern[str]
    name: re.Pattern[str]
    never: re.Pattern[str]
    skip: re.Pattern[str]
    act: re.Pattern[str]
    words: dict[str, frozenset[str]]

    def has(self, kind: str, word: str) -> bool:
        """Tell whether a word is in one of the lists of single words: stop, people, whole, one …."""
        if kind == "stop" and len(word) > 1 and (word.isupper() or word in REGIONS):  # IS and US are names
            return False
        return word.lower().replace("’", "'") in self.words[kind]


SUBJECTS = ("opens", "ends", "relative", "determiner", "empty", "modal", "particle", "gerund", "verbal")
# The lists whose words are looked up one by one.
SINGLE = (
    *(
        "stop",
        "people",
        "whole",
        "one",
        "direct",
        "where",
        "lead",
        "lead_adverb",
        "to",
        "nothing",
        "change",
        "tail",
    ),
    *SUBJECTS,
)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language; of one without a table, those that hold for all."""
    table = word_table("figures", language)
    source = word_table("units", language)
    names = _turned({unit: phrases for unit, phrases in source.items() if not unit.endswith(PREFIX)})
    currencies = _turned(
        {unit[: -len(PREFIX)]: phrases for unit, phrases in source.items() if unit.endswith(PREFIX)}
    )
    deals = _turned({key[5:]: phrases for key, phrases in table.items() if key.startswith("deal ")})
    acts = _turned({key[4:]: phrases for key, phrases in table.items() if key.startswith("act ")}) | deals

    def listed(key: str) -> str:
        return either(table.get(key, ()))

    return Vocabulary(
        english=language == "en",
        units=names,
        currencies=currencies,
        acts=acts,
        deals=frozenset(deals.values()),
        unit=compiled(rf"[\s-]?(?:{either(names)}){ENDED}"),
        currency=compiled(rf"(?<![^\W\d_])(?P<sign>{either(currencies)})\s?$"),
        before=compiled(rf"(?<![\w’'-])(?:{listed('before')}\s+){{1,2}}$"),
        behind=compiled(rf"(?:\s+{listed('behind')}|\+){ENDED}"),
        rate=compiled(
            rf"(?:,?\s+(?:a|an|per|each)\s+|(?P<joined>-(?:a|an|per)-))(?P<rate>{listed('rate')}){ENDED}"
        ),
        per_time=compiled(
            rf"[,\s-]+(?:(?:a|an|per|each|every)[\s-]+{listed('period')}|{listed('adverb')}){ENDED}"
            r"(?!\s+(?:ago|earlier|before|after|later|from)\b)"
        ),
        name=compiled(rf"(?<![\w’'-]){listed('name')}\s*$"),
        never=compiled(rf"\s?{listed('never')}{ENDED}"),
        skip=compiled(rf"\s+{listed('skip')}(?=\s)"),
        act=compiled(rf"(?<![\w’'-])(?=[{initials(acts)}]){either(acts)}{ENDED}"),
        words={kind: _single(table.get(kind.replace("_", " "), ())) for kind in SINGLE},
    )


def _turned(table: Table) -> dict[str, str]:
    """Turn a table round: from phrase to key, in lower case."""
    return {phrase.lower(): key for key, phrases in table.items() for phrase in phrases}


def _single(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in phrase.split())
