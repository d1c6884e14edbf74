"""The words of a text with their positions, in a form in which the same word is equal to itself."""

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from desktop_app.paths import shipped

# Scripts written without spaces: every character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that sit on a letter and that \w leaves out: accents, Hebrew points, Arabic vowels, Indic and Thai vowels.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d"
    "\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0e31-\u0e3a\u0e47-\u0e4e"
)
LETTER = rf"(?:[^\W_{UNSPACED}]|[{MARKS}])"
WORD = re.compile(rf"[{UNSPACED}]|{LETTER}+(?:['’]{LETTER}+)*")
POSSESSIVE = re.compile(r"['’]s$")
TATWEEL = "\u0640"  # stretches an Arabic word and means nothing


class Word(NamedTuple):
    """A word at text[start:end]; `key` is equal for forms of one word."""

    key: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of text[start:end] with positions in the whole text."""
    places = [match.span() for match in WORD.finditer(text, start, len(text) if end is None else end)]
    keys = _stemmer().stemWords([fold(text[a:b]) for a, b in places])
    return [Word(key, a, b) for key, (a, b) in zip(keys, places, strict=True)]


def fold(word: str) -> str:
    """Return a word without case, accents, vowel points and possessive."""
    word = word.casefold()
    if word.isalpha() and word.isascii():  # as most are
        return word
    word = POSSESSIVE.sub("", word)
    if word.isascii():
        return word
    plain = (sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return "".join(plain).replace(TATWEEL, "")


@cache
def function_words() -> frozenset[str]:
    """Return the keys of the words that carry little of what is said."""
    return frozenset(_stemmer().stemWords([fold(word) for word in word_list("function_words")]))


def word_list(name: str) -> list[str]:
    """Return the words of a shipped list."""
    return [word for line in word_lines(name) for word in line.split()]


def word_lines(name: str) -> list[str]:
    """Return the lines of a shipped list but those with #, which explain it."""
    lines = (shipped("resources") / "language" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def unspaced(word: Word) -> bool:
    """Tell whether the word is a single character of a script written without spaces."""
    return word.end - word.start == 1 and re.match(f"[{UNSPACED}]", word.key) is not None


@cache
def _stemmer() -> Any:
    """Return the English stemmer; it leaves words of other scripts as they are."""
    from Stemmer import Stemmer

    return Stemmer("english")
