"""The words of a sentence with what each does in it; what stands between quotation marks is one token."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.marks import Marked
from desktop_app.core.analysis.words import LETTER, UNSPACED, word_list

INITIALS = r"(?:[^\W\d_]\.){2,}"
NUMBER = r"[$€£]?\d+(?:[.,:]\d+)*%?"
JOINED = rf"{LETTER}(?:{LETTER}|\d)*(?:[-‑'’&.@](?:{LETTER}|\d)+)*(?:(?<=s)['’](?!\w))?"
TOKEN = re.compile(rf"{INITIALS}(?:[-‑]{JOINED})?|{NUMBER}(?:[-‑]{JOINED})?|{JOINED}|[{UNSPACED}]|[^\w\s]")
ARTICLE = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az)[-‑’'](?=[^\W\d_a-z])")  # it begins a name: al-Serraj
ELISION = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu)'(?=\w)")
ADVERB = re.compile(r"\w{3}(?:mente|(?:el|iv|al|air|eus)l?ement)$")  # Spanish finalmente, French également
INVERSION = re.compile(r"-(?:t-)?(?=(?:ils?|elles?|on|je|nous)$)")
SAME = {"،": ",", "，": ",", "؛": ";", "；": ";", "：": ":", "―": "—", "־": "-"}  # marks of other scripts
FULL_STOPS = frozenset(".!?…؟。！？")


class Token(NamedTuple):
    """A word, a mark or a whole quotation at text[start:end].

    `key` is the word in small letters; `role` is word, mark, quote or one of the ROLES of small words.
    """

    key: str
    start: int
    end: int
    role: str
    capital: bool = False
    quote: Marked | None = None


def tokens(text: str, span: tuple[int, int], quotes: Sequence[Marked], words: Language) -> list[Token]:
    """Return the tokens of text[start:end]; `quotes` are the marked stretches that begin in it."""
    found: list[Token] = []
    place, end = span
    for quote in quotes:
        found += _plain(text, place, quote.start, words)
        found.append(Token("“”", quote.start, quote.end, "quote", quote=quote))
        place = quote.end
    found += _plain(text, place, end, words)
    return found


def _plain(text: str, start: int, end: int, words: Language) -> Iterator[Token]:
    first = True
    place = start
    while match := TOKEN.search(text, place, end):
        token, place = _elided(_token(match, words, first=first), words)
        if place < end and text[place] == "." and _shortened(token):
            place += 1
            initial = len(token.key) == 1  # as in “John A. Holm”, where it is no article
            token = token._replace(end=place, role="word" if initial else token.role)
        first = token.key in FULL_STOPS
        yield token


def _elided(token: Token, words: Language) -> tuple[Token, int]:
    """Cut “l’armée” and “dit-elle” into their words; return the first and where the second begins."""
    if not words.has("traits", "elided"):
        return token, token.end
    found = ELISION.match(token.key) or INVERSION.search(token.key)
    if not found:
        return token, token.end
    end = found.end() if found.re is ELISION else found.start()
    key = token.key[:end]
    return token._replace(
        key=key, end=token.start + end, role=words.roles.get(key, "word")
    ), token.start + found.end()


def _token(match: re.Match[str], words: Language, *, first: bool) -> Token:
    word = match.group()
    start, end = match.span()
    if not (word[0].isalnum() or len(word) > 1):
        return Token(SAME.get(word, word), start, end, "mark")
    key = word.lower().replace("’", "'")
    capital = word[0].isupper() or ARTICLE.match(word) is not None
    role = words.roles.get(key, "word")
    if role == "word" and key.startswith("لل") and words.has("traits", "verb-first"):
        role = "preposition"  # “to the”, written as one with its word
    if role == "word" and ADVERB.search(key) and (first or not capital) and words.has("traits", "incised"):
        role = "adverb"
    if capital and not first and role in ("finite", "adverb", "join"):
        role = "word"  # Will, May and others of that kind are people
    return Token(key, start, end, role, capital)


def _shortened(token: Token) -> bool:
    """Tell whether a full stop behind a word belongs to it."""
    return token.key in _abbreviations() or (len(token.key) == 1 and token.capital)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word_list("abbreviations"))
