"""Runs of words with capitals, and what belongs between them: where a name may stand in a sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.core.analysis.names.known import first_half, listed
from desktop_app.core.analysis.words import fold

LONGEST = 12  # words of a run; what is longer is no name
PARTICLES = frozenset((  # inside names of persons
    "al", "el", "bin", "ben", "ibn", "bint", "abu", "abd", "de", "da", "dos", "del", "della", "di", "du", "la",
    "le", "van", "von", "der", "den", "ter", "ul",
))  # fmt: skip
SMALL = frozenset(("of", "for", "on", "and", "the"))  # inside names of bodies
_BEFORE_HYPHEN = frozenset(("ad", "as", "ash", "an", "ar", "at", "az", "sub", "trans", "es"))
LEADING = frozenset(("al", "el", "bin", "ibn", "bint", "abu"))  # that begin a name by themselves
_MONTHS_AND_NAMES = frozenset(("april", "august", "june", "march", "may"))
_OF_PLACES = frozenset(("gulf", "republic", "kingdom", "district", "city", "bay", "strait", "isle", "horn", "cape"))
_ON = frozenset(("council", "committee", "commission", "conference", "institute"))
_OFFICES = frozenset(("secretary", "minister", "undersecretary", "director", "chief", "chiefs", "speaker"))
_OF_OFFICES = frozenset(("staff", "state", "house", "national"))
_SAINTS = frozenset(("st", "mt", "ft", "ste"))

_SHORTEST_OF_HEADING = 4  # letters of a word that ends a line of capitals

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?(?!\w)|[^\W_]\w*(?:['’ʼ`][^\W\d_]\w*)*")
_ELIDED = re.compile(r"(?:[ldcjmnst]|qu)['’](?=[^\W\d_a-z])")  # the article of l’Orla
_POSSESSIVE = re.compile(r"['’][sS]$")
_CONTRACTED = re.compile(r"'(?:d|ll|re|ve|m|t)$")
_SPACE = re.compile(r"[ \u00a0\u200e\u200f\u202a-\u202e]{1,3}")
_WRAPPED = re.compile(r"[ \u00a0]?\r?\n[ \u00a0]?")
_OPENING = re.compile(r"[\"“„‘]$|[«:—–•*…]\s*$|(?:^|\s)[-']\s*$")


class Token(NamedTuple):
    """A word at text[start:end], without its possessive.

    `link` is how it hangs on to the word before, "" if it does not; an `initial` one has a capital from its place.
    """

    text: str
    key: str
    start: int
    end: int
    link: str
    capital: bool
    initial: bool
    possessive: bool


def tokens(text: str, start: int, end: int, *, wrapped: bool) -> list[Token]:
    """Return the words of a sentence; `wrapped` where lines of the text are broken within sentences."""
    found: list[Token] = []
    behind = start
    for match in _WORD.finditer(text, start, end):
        word, key, elided, possessive = _word(match.group())
        begin = match.start() + elided
        gap = "" if elided else text[behind : match.start()]
        heading = found and "\n" in gap and found[-1].text.isupper() and len(found[-1].text) >= _SHORTEST_OF_HEADING
        link = _link(gap, found[-1].key, wrapped=wrapped) if found and not heading else ""
        initial = not found or (link == "" and len(gap) > 1 and _OPENING.search(gap) is not None)
        capital = word[0].isupper() and not _CONTRACTED.search(key)
        found.append(Token(word, key, begin, begin + len(word), link, capital, initial, possessive))
        behind = match.end()
    return found


@lru_cache(maxsize=100_000)
def _word(written: str) -> tuple[str, str, int, bool]:
    """Return a word as it is called, folded, how much was cut off its head, and whether it was a possessive."""
    elided = _ELIDED.match(written)
    word = written[elided.end() :] if elided else written
    own = _POSSESSIVE.search(word)
    word = word[: own.start()] if own else word
    return word, fold(word).rstrip(".").replace("’", "'"), elided.end() if elided else 0, own is not None


@lru_cache(maxsize=10_000)
def _link(gap: str, before: str, *, wrapped: bool) -> str:
    """Return how two words hang together that have this between them: " ", "-", "&" or not at all."""
    if _SPACE.fullmatch(gap) or (wrapped and _WRAPPED.fullmatch(gap)):
        return " "
    if gap in ("-", "‑"):
        return "-"
    if gap == " & ":
        return "&"
    if gap == ". " and (before in first_half("titles") or before in listed("titles") or before in _SAINTS):
        return " "
    return ""


def chunks(sentence: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Give the runs of words that may be names, the longest first that can be read."""
    place = 0
    while place < len(sentence):
        end = _end(sentence, place)
        if end > place and end - place <= LONGEST:
            yield sentence[place:end]
        place = max(end, place + 1)


def _end(sentence: Sequence[Token], start: int) -> int:
    """Return where the run ends that begins here; `start` where none does."""
    end = _capital(sentence, start) if sentence[start].capital else _led_in(sentence, start)
    while end > start and end < len(sentence):
        after = _continued(sentence, start, end)
        if after == end:
            break
        end = after
    return end


def _led_in(sentence: Sequence[Token], start: int) -> int:
    """Return where the first word ends of a name that begins with a particle, as al-Gasri does."""
    after = _particles(sentence, start)
    word = sentence[start]
    leads = word.key in LEADING or (after > start and sentence[start + 1].link == "-")
    return after + 1 if after > start and leads else start


def _capital(sentence: Sequence[Token], place: int) -> int:
    """Return the place after a word with a capital, unless it is a day or a month."""
    word = sentence[place]
    if word.key not in calendar():
        return place + 1
    before = sentence[place - 1].key if place and word.link == " " else ""
    named = word.key in _MONTHS_AND_NAMES and (before in listed("given_names") or before in ("mr", "mrs", "ms"))
    return place + 1 if named else place


def calendar() -> frozenset[str]:
    """Return the names of days and months, and what they are shortened to."""
    return listed("calendar")


def _continued(sentence: Sequence[Token], start: int, end: int) -> int:
    """Return where a run goes on to that has come to `end`."""
    word = sentence[end]
    if sentence[end - 1].possessive or not word.link:
        return end
    if word.capital:
        return _capital(sentence, end)
    after = _particles(sentence, end)
    if after > end:
        return after + 1
    return _phrase(sentence, start, end) if word.link == " " else end


def _particles(sentence: Sequence[Token], start: int) -> int:
    """Return the place of the word with a capital that follows particles; `start` where it is not so."""
    place = start
    while place + 1 < len(sentence) and place - start < 3 and not sentence[place].capital:
        word, follows = sentence[place], sentence[place + 1].link
        hyphened = follows == "-" and (word.key in _BEFORE_HYPHEN or word.key in PARTICLES)
        if not hyphened and (word.key not in PARTICLES or follows != " "):
            return start
        place += 1
    return place if place > start and sentence[place].capital else start


def _phrase(sentence: Sequence[Token], start: int, end: int) -> int:
    """Return where a run goes on to after of, for, on or and: House of Representatives, Secretary of State."""
    word, before = sentence[end].key, sentence[end - 1].key
    after = end + 1
    if word in ("of", "for") and after < len(sentence) and sentence[after].key == "the":
        after += 1
    if after >= len(sentence) or not sentence[after].capital or sentence[after].link != " ":
        return end
    follows = sentence[after].key
    if follows in calendar() or not _joins(word, before, follows, [token.key for token in sentence[start:end]]):
        return end
    return after + 1


def _joins(word: str, before: str, follows: str, run: Sequence[str]) -> bool:
    """Tell whether of, for, on or and stands within a name."""
    office = _OFFICES.intersection(run) and (follows in listed("portfolios") or follows in _OF_OFFICES)
    if word in ("of", "for"):
        body = before in first_half("organisation_words") or (word == "of" and before in _OF_PLACES)
        return bool(body or office or ("for" in run and run[0] not in SMALL))
    if word == "on":
        return before in _ON
    return word == "and" and before in listed("portfolios") and follows in listed("portfolios")
