"""Cut what was typed into pieces: words, phrases, operators, fields, dates."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.core.search.spans import IN_WORDS, NUMBERS

QUOTES = '"“”„‟«»＂「」『』'
LOUD = 8  # words in nothing but capitals from which on OR, AND and NOT are words like the others

_DATED = r"(?i:date|before|after):"
_END = r"(?=[\s),]|$)"
_SIGNS = (
    r"(?P<space>\s+)"
    r"|(?P<not>-(?=[^\s\-])|NOT(?=[\s(]|$))"
    r"|(?P<or>OR(?=[\s)]|$))|(?P<and>AND(?=[\s)]|$))"
)
_DATES = (
    rf"|(?P<dates>(?:{_DATED})?(?:{NUMBERS})?\.\.(?:{NUMBERS})?{_END}"
    rf"|{_DATED}(?:{NUMBERS}{_END}|{IN_WORDS}|[{QUOTES}]\s*(?:{NUMBERS}|{IN_WORDS})\s*[{QUOTES}]))"
    rf"|(?P<maybe_date>{IN_WORDS}|{NUMBERS}(?=[\s),.;:?!]+(?:\s|$)|[\s)]|$))"
)
_WORDS = (
    r"|(?P<field>(?i:title|author|source|place|name|tag|language|in|is|has):(?=[^\s)]))"
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<near>[{QUOTES}][^{QUOTES}]*[{QUOTES}]~\d{{1,3}}(?!\d))"
    rf"|[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]"
    rf"|(?P<run>[^\s(){QUOTES}]+)"
    r"|(?P<stray>.)"
)
_IN_A_DATE = re.compile(r"\d|\.\.|today|yesterday|last|this", re.IGNORECASE)  # every date has one of these
_RUN = re.compile(r"(?:(?<=\d),(?=\d)|[^,;،؛、，。；！？])+")  # what a comma breaks, but not that of 1,400
_OPERATORS = ("or", "and", "not")


class Piece(NamedTuple):
    """A piece of the text of a query: its kind, what it says, and where in the text it stands."""

    kind: str
    text: str
    start: int = 0
    end: int = 0


def pieces(text: str) -> list[Piece]:
    """Cut a query into its pieces; what means nothing is left out."""
    loud = is_loud(text)
    found: list[Piece] = []
    for match in _piece(dated=bool(_IN_A_DATE.search(text))).finditer(text):
        kind = match.lastgroup or "stray"
        if loud and kind in _OPERATORS and match[kind] != "-":
            kind = "run"
            found.append(Piece(kind, match[0], *match.span()))
        elif kind == "run":
            found += _runs(match[kind], match.start())
        elif kind not in ("space", "stray"):
            found.append(Piece(kind, match[kind], *match.span()))
    return found


@cache
def _piece(*, dated: bool) -> re.Pattern[str]:
    """Return the pattern of a piece; two thirds of the time it takes to compile go into dates, which few have."""
    return re.compile(_SIGNS + (_DATES if dated else "") + _WORDS, re.DOTALL)


def _runs(text: str, start: int) -> Iterator[Piece]:
    """Give what stands between the commas of a run of signs without spaces."""
    for run in _RUN.finditer(text):
        yield Piece("run", run[0], start + run.start(), start + run.end())


def is_loud(text: str) -> bool:
    """Tell whether a long text is all in capitals, so that they mean nothing in it."""
    return text.isupper() and len(text.split()) > LOUD
