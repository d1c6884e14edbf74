"""Tables of words and phrases by language, shipped as text files, and the language they are looked up for."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from desktop_app.core.analysis.words import UNSPACED, fold
from desktop_app.core.article import Article
from desktop_app.paths import shipped

ENGLISH = "en"
LOOKED_AT = 1500  # characters of a text whose language is not known
FEWEST = 3  # words of a language that tell it from the others
_UNSPACED = re.compile(f"[{UNSPACED}]")
_ARABIC = re.compile("[\u0620-\u064a]")
_FIRST_HAN = "\u3400"  # the signs before it are Japanese
_WORD = re.compile(r"[^\W\d_]+")

Table = dict[str, tuple[str, ...]]  # phrases by what they are


@cache
def word_table(name: str, language: str) -> Table:
    """Return what a shipped table lists for one language: key → phrases.

    Its lines read “language key: phrase | phrase”; those of the language “*” hold for all; # explains.
    """
    table: Table = {}
    for line in (shipped("resources") / "language" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        head, _, phrases = line.partition(": ")
        tongue, _, key = head.partition(" ")
        if tongue in (language, "*") and key:
            table[key] = (*table.get(key, ()), *(phrase.strip() for phrase in phrases.split("|")))
    return table


def either(phrases: Iterable[str]) -> str:
    """Return a pattern for any of these phrases, the longest first; for none, one that never matches."""
    spelt = [re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases]
    return "(?:" + "|".join(sorted(spelt, key=len, reverse=True)) + ")" if spelt else r"(?!)"


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of words, for which case does not matter."""
    return re.compile(pattern, re.IGNORECASE)


def initials(phrases: Iterable[str]) -> str:
    """Return the letters phrases begin with, for a set in a pattern: one look at them makes a search quick."""
    letters = {re.escape(sign) for phrase in phrases for sign in (phrase[0].lower(), phrase[0].upper())}
    return "".join(sorted(letters)) or r"\0"  # an empty set is no pattern


def language_of(article: Article) -> str:
    """Return the code of an article's language: as stated, or else the one with most of its light words.

    Without any light words it is told by its script, or English, whose rules ask for English words anyway.
    """
    stated = re.match(r"([a-z]{2})(?:[-_]|$)", (article.language or "").lower())
    if stated:
        return stated[1]
    text = fold(" ".join(article.of("title", "body"))[:LOOKED_AT])
    seen = Counter(code for word in _WORD.findall(text) for code in _languages().get(word, ()))
    best = seen.most_common(1)
    if best and best[0][1] >= FEWEST:
        return best[0][0]
    if 2 * len(_ARABIC.findall(text)) > len(text):
        return "ar"
    signs = _UNSPACED.findall(text)
    if 2 * len(signs) <= len(text):
        return ENGLISH
    return "ja" if any(sign < _FIRST_HAN for sign in signs) else "zh"


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return in which languages each light word is one."""
    found: dict[str, tuple[str, ...]] = {}
    lines = (shipped("resources") / "language" / "light_words.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        code, _, light = line.partition(": ")
        for word in light.split() if len(code) == 2 else ():
            found[word] = (*found.get(word, ()), code)
    return found
