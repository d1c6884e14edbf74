"""Words: the one way a text is cut and folded, for the index, for queries and for highlighting.

Case, accents, Arabic vowel marks and letter variants do not count; an apostrophe inside a word is dropped
(O’Brien = OBrien) and so is a possessive ’s; a hyphen parts two words; U.N. is UN and 1,400 is 1400. Scripts
that write no spaces give a word for each character, so that a run of them is looked for as a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a text: as it is looked for, and where it stands in characters."""

    folded: str
    start: int
    end: int


# Chinese, Japanese, Thai, Lao, Burmese, Khmer: written without spaces.
_SPACELESS = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    "\u0e01-\u0e4e\u0e80-\u0ecf\u1000-\u103f\u1780-\u17d3"
)
# What stands inside a word without being a letter to Python: accents, vowel marks, joiners, the soft hyphen.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962-\u0963\u0980-\u0d7f"
    "\u00ad\u200c-\u200f\u2060\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_APOSTROPHE = "'’‘ʼ＇`´"
_LETTER = rf"[^\W_{_SPACELESS}]"
_INNER = rf"(?:{_LETTER}|[{_MARKS}])"
_GROUP = ",'’\u00a0\u2009\u202f"  # what parts the thousands of a number

_POSSESSIVE = rf"(?:\.?[{_APOSTROPHE}]s\b)?"

_ASCII_WORD = re.compile(
    r"(?P<acronym>(?<![A-Za-z0-9_])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9_]))(?:\.?['`]s\b)?"
    r"|(?P<number>(?<![\d.])\d{1,3}(?:[,']\d{3})+(?!\d)(?:\.\d+)?|(?<!\d\.)(?<!\d)\d+\.\d+(?!\.?\d))"
    r"|(?P<word>[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*)"
)
CHUNK = re.compile(r"[^ \t\n\r\x0b\x0c]+")  # what stands between two blanks; no word reaches across
_AROUND = '.,;:!?"()[]“”‘’„«»…–—'  # what often stands at the edge of a word and is never part of one there
_AROUND_BYTES = _AROUND.encode("ascii", "ignore")
_INSIDE_BYTES, _LETTERS_OR_DIGITS = re.compile(rb"[.,'`]"), re.compile(rb"[a-z0-9]+")
_GROUPS = re.compile(f"[{_GROUP}]")
_APOSTROPHES = re.compile(f"[{_APOSTROPHE}]")
# Before these an apostrophe parts two words: l’aéroport, dell’acqua.
_ELIDED = frozenset("l d j m t s n c qu jusqu lorsqu puisqu dell all nell sull dall un quell".split())  # noqa: SIM905
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "þ": "th",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None, "ʿ": None, "ʾ": None, "ʻ": None, "ʹ": None,
        "\u00ad": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\u2060": None,
    }
)  # fmt: skip


def words(text: str) -> Iterator[Word]:
    """Give the words of a text in order."""
    for match in CHUNK.finditer(text):
        before = match.start()
        for folded, start, end in words_of(match.group()):
            yield Word(folded, before + start, before + end)


def folded_words(text: str) -> list[str]:
    """Return the words of a text in order, only as they are looked for: several times quicker than `words`."""
    return [word.folded for chunk in CHUNK.findall(text) for word in words_of(chunk)]


@lru_cache(maxsize=60_000)
def words_of(chunk: str) -> tuple[Word, ...]:
    """Return the words of what stands between two blanks; no word reaches across."""
    if word := plain_word(chunk):
        start = len(chunk) - len(chunk.lstrip(_AROUND))
        return (Word(word, start, start + len(word)),)
    return tuple(_found(chunk))


def plain_word(chunk: str) -> str | None:
    """Return the word between two blanks where it is one of plain letters, as most are; else None."""
    if chunk.isalnum() and chunk.isascii():
        return chunk.lower()
    bare = chunk.strip(_AROUND)
    return bare.lower() if bare.isascii() and bare.isalnum() else None


def simpler(chunk: bytes) -> list[bytes]:
    """Return chunks that have one after the other the words and the stems of this one, as far as soon told."""
    bare = chunk.strip(_AROUND_BYTES)
    word = bare.removesuffix(b"'s")
    if word.isalnum():
        return [word.lower()]
    if not chunk.isascii():
        plain = plain_word(chunk.decode())
        return [plain.encode()] if plain else [chunk]
    if not _INSIDE_BYTES.search(bare):
        return _LETTERS_OR_DIGITS.findall(chunk.lower()) or [chunk]
    return [word.folded.encode() for word in words_of(chunk.decode())] or [chunk]


@cache
def _any_word() -> re.Pattern[str]:
    """Return the pattern for texts that are not just ASCII; it takes long to compile."""
    return re.compile(
        rf"(?P<acronym>(?<!\w)[^\W\d_{_SPACELESS}](?:\.[^\W\d_{_SPACELESS}])+(?!\w)){_POSSESSIVE}"
        rf"|(?P<number>(?<![\d.])\d{{1,3}}(?:[{_GROUP}]\d{{3}})+(?!\d)(?:\.\d+)?|(?<!\d\.)(?<!\d)\d+\.\d+(?!\.?\d))"
        rf"|(?P<word>{_LETTER}{_INNER}*(?:[{_APOSTROPHE}]{_INNER}+)*)"
        rf"|(?P<sign>[{_SPACELESS}][\u3099\u309a\uff9e\uff9f]?)"
    )


def _found(chunk: str) -> Iterator[Word]:
    pattern = _ASCII_WORD if chunk.isascii() else _any_word()
    for match in pattern.finditer(chunk):
        found = match.group()
        start, end = match.span()
        if found.isascii() and found.isalnum():
            yield Word(found.lower(), start, end)
        else:
            yield from _unusual(match.lastgroup or "", found, start)


def _unusual(kind: str, found: str, start: int) -> Iterator[Word]:
    """Give the words of whatever is not just plain letters or digits."""
    if kind == "word":
        yield from _with_apostrophes(found, start)
    elif kind == "acronym":
        letters = _APOSTROPHES.split(found)[0].rstrip(".")
        yield Word(fold(letters.replace(".", "")), start, start + len(letters))
    elif kind == "number":
        yield Word(fold(_GROUPS.sub("", found)), start, start + len(found))
    else:
        yield Word(fold(found) or found, start, start + len(found))


@cache
def _sign() -> re.Pattern[str]:
    """Return the pattern for a sign of a script without spaces; it takes long to compile."""
    return re.compile(f"[{_SPACELESS}]")


def spaceless(word: str) -> bool:
    """Tell whether a word is of a script written without spaces."""
    return not word.isascii() and _sign().match(word) is not None


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return a text without the differences a search should overlook."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).translate(_LETTERS)
    return unicodedata.normalize("NFC", "".join(_plain(sign) for sign in parts))


def _plain(sign: str) -> str:
    """Return a sign without what is only an accent or a vowel mark, and a digit as 0 to 9."""
    above = unicodedata.combining(sign)
    if above >= 200 or 10 <= above <= 35 or 0xFE00 <= ord(sign) <= 0xFE0F:
        return ""
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _with_apostrophes(found: str, start: int) -> Iterator[Word]:
    """Give the words of a run that may have apostrophes or marks in it."""
    pieces = [(piece.start(), piece.end()) for piece in re.finditer(f"[^{_APOSTROPHE}]+", found)]
    if len(pieces) > 1 and fold(found[slice(*pieces[-1])]) == "s":
        pieces.pop()
    while len(pieces) > 1 and fold(found[slice(*pieces[0])]) in _ELIDED:
        first, end = pieces.pop(0)
        yield Word(fold(found[first:end]), start + first, start + end)
    if not pieces:  # one of them is a letter to Python, and may stand alone
        return
    first, end = pieces[0][0], pieces[-1][1]
    folded = fold(_APOSTROPHES.sub("", found[first:end]))
    if folded:
        yield Word(folded, start + first, start + end)
