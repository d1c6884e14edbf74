"""What is marked in an article: stretches of its text, each with what was read in it and why.

Positions count characters of the article's text. What a text does not say is None: unresolved stays unresolved.
"""

from dataclasses import dataclass
from typing import Literal

VERSION = 3  # of the rules; evidence stored by another version is worked out anew

NameKind = Literal["person", "organisation", "place", "other"]
QuotationKind = Literal["direct", "mixed", "indirect"]
Range = tuple[int, int]
Precision = Literal["year", "month", "week", "day", "time"]


@dataclass(frozen=True)
class Mention:
    """A name as it stands in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Name:
    """One person, body or place with all its mentions in an article.

    `name` is its fullest mention; `roles` are the words the text describes it by (“spokesman for …”); `reasons`
    say, a sentence for each spelling but the first, why it was taken for the same.
    """

    name: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Who a quotation is given to: the words that say so, and the name behind them where one is known."""

    start: int
    end: int
    text: str
    name: str | None = None


@dataclass(frozen=True)
class Quotation:
    """What somebody is reported to have said; `rule` says in words how the speaker was found, or that none was."""

    start: int
    end: int
    kind: QuotationKind
    speaker: Speaker | None
    rule: str


@dataclass(frozen=True)
class Figure:
    """A figure: `low` and `high` are equal unless it is a range.

    `text` is the figure as written with qualifier and thing (“at least 700 ISIS fighters”); `qualifier`, `thing`,
    `action` and `period` are words of the text, `action` in its base form (“kill”); `unit` is the plain name of a
    unit (“km”, “%”, “USD”) or None for a count.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    qualifier: str | None = None
    unit: str | None = None
    thing: str | None = None
    action: str | None = None
    period: str | None = None


@dataclass(frozen=True)
class DateExpression:
    """Words that tell a time; `resolved` is ISO 8601 at the precision known, None where it cannot be told."""

    start: int
    end: int
    text: str
    resolved: str | None
    precision: Precision | None
    rule: str


@dataclass(frozen=True)
class Evidence:
    """All that is marked in one article, each kind in the order of the text."""

    sentences: tuple[Range, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[DateExpression, ...] = ()
