"""Guessing an encoding: the one in which the bytes are likeliest to be writing in some language."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import exp, log
from unicodedata import category

from desktop_app.core.importing.decoding.alphabets import (
    ALPHABETS,
    HANGUL,
    KANA,
    SIGNS,
    SIMPLIFIED,
    TRADITIONAL,
    WIDE_SIGNS,
    Alphabet,
)

SAMPLE = 6_000  # bytes of words beyond ASCII that are enough to guess from
SEARCHED = 1_000_000  # bytes in which they are sought
UNMARKED = 4_000  # bytes that tell whether every character takes two or four of them
UNICODE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_IN_TEXT = bytes([*b"\t\n\f\r\x1a\x1b", *range(0x20, 0x100)])

# How likely characters are, as natural logarithms; only the differences matter.
_ASCII = -3.5
_WIDE_SIGN = -4.5
_HALF_WIDTH = -8.0  # katakana of one byte
_SIGN = -5.5
_FOREIGN_LETTER = -9.0
_ODD = -12.0  # a sign no text is full of
_UNDEFINED = -18.0  # what is no character at all
_CAPITAL = log(0.06)
# What a word is unlikely to look like.
_CAPITAL_INSIDE = log(0.02)
_MIXED_SCRIPTS = log(0.02)
_SIGN_INSIDE = log(0.01)
_ACCENTS_TOGETHER = log(0.1)
_OTHER_STANDARD = -1.0  # standards beside those of Windows; what is in neither list is of other systems
_OTHER_SYSTEM = -5.0
_STANDARDS = frozenset(
    {
        "koi8_r",
        "koi8_u",
        "iso8859_2",
        "iso8859_5",
        "iso8859_6",
        "iso8859_7",
        "iso8859_8",
        "iso8859_13",
        "iso8859_15",
    }
)
DOUBTFUL = -9.0  # of a character on average: no writing in any language

_Likelihood = Callable[[str], float]


def guess(original: bytes) -> str:
    """Return Python's name of the encoding in which an original that is not UTF-8 makes most sense."""
    words = _words(original)
    likely = {encoding: _total(_counted(words, encoding), language) for encoding, language in _THOUSANDS.items()}
    best = max(likely, key=likely.__getitem__)
    most = likely[best]
    letters = {encoding: _lettered(words, encoding) for encoding in _by_encoding()}
    for encoding in sorted(letters, key=letters.__getitem__, reverse=True):
        if letters[encoding] <= most:
            break  # the shape of its words can only make it less likely
        score = letters[encoding] + _shape(words.decode(encoding, "replace"))
        if score > most:
            best, most = encoding, score
    return best


def unmarked_unicode(original: bytes) -> str | None:
    """Return which kind of UTF-16 or UTF-32 bytes without a byte order mark are, None where they are neither."""
    sample = original[:UNMARKED]
    sample = sample[: len(sample) - len(sample) % 4] or sample
    if not sample.translate(None, delete=_IN_TEXT):
        return None  # every such text has bytes that stand for nothing in others
    best, found = DOUBTFUL, None
    for encoding in UNICODE:
        characters = _counted(sample, encoding)
        average = max(_total(characters, likely) for likely in _every_likelihood()) / characters.total()
        if average > best:
            best, found = average, encoding
    return found


def shifting(original: bytes) -> bool:
    """Tell whether bytes hold the signs with which encodings made of ASCII alone shift to another script."""
    return b"\x1b" in original or (original.isascii() and b"~{" in original)


def seven_bit(original: bytes) -> str | None:
    """Return which encoding shifting bytes are in, None for none."""
    if b"\x1b$" in original:
        return "iso2022_kr" if b"\x1b$)C" in original else "iso2022_jp_ext"
    if b"~{" in original:
        text = original[:SEARCHED].decode("hz", "replace")
        wide = Counter(char for char in text if not char.isascii())
        if wide and _total(wide, _simplified) > DOUBTFUL * wide.total():
            return "hz"
    return None


def _words(original: bytes) -> bytes:
    """Return words that hold bytes beyond ASCII."""
    found, size = [], 0
    for word in original[:SEARCHED].split():
        if not word.isascii():
            found.append(word)
            size += len(word)
            if size > SAMPLE:
                break
    return b" ".join(found)[:SAMPLE]


def _lettered(words: bytes, encoding: str) -> float:
    """Return how likely the characters are in the language that fits best of those written in an encoding."""
    characters = _counted(words, encoding)
    return max(_total(characters, _alphabetic(each)) for each in _by_encoding()[encoding]) + _rarity(encoding)


def _counted(original: bytes, encoding: str) -> Counter[str]:
    return Counter(original.decode(encoding, "replace"))


def _total(characters: Counter[str], likely: _Likelihood) -> float:
    return sum(times * likely(char) for char, times in characters.items())


def _shape(text: str) -> float:
    """Return how likely words are to look so, whatever the language."""
    pairs = Counter(pairwise(text))
    found = sum(times * _joined(*pair) for pair, times in pairs.items() if pair[0].isalpha() and pair[1].isalpha())
    for (before, sign, after), times in Counter(zip(text, text[1:], text[2:], strict=False)).items():
        if before.isalpha() and after.isalpha() and _parts_words(sign):
            found += times * _SIGN_INSIDE
    return found


def _joined(first: str, second: str) -> float:
    """Return how likely two letters are to stand side by side."""
    if first.isascii() and second.isascii():
        return 0.0
    likely = _CAPITAL_INSIDE if first.islower() and second.isupper() else 0.0
    if _is_latin(first) != _is_latin(second):
        return likely + _MIXED_SCRIPTS
    if _is_latin(first) and not first.isascii() and not second.isascii():
        return likely + _ACCENTS_TOGETHER
    return likely


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"


def _parts_words(sign: str) -> bool:
    """Tell whether a sign beyond ASCII does not belong inside words."""
    return not sign.isascii() and sign not in "’·\xad\u200c" and category(sign)[0] not in "LM"


@cache
def _by_encoding() -> dict[str, list[Alphabet]]:
    """Return for each encoding the alphabets written in it."""
    found: dict[str, list[Alphabet]] = defaultdict(list)
    for alphabet in ALPHABETS:
        for encoding in alphabet.encodings:
            found[encoding].append(alphabet)
    return found


def _rarity(encoding: str) -> float:
    if encoding.startswith("cp125"):
        return 0.0
    return _OTHER_STANDARD if encoding in _STANDARDS else _OTHER_SYSTEM


@cache
def _every_likelihood() -> list[_Likelihood]:
    return [*map(_alphabetic, ALPHABETS), _simplified, _traditional, _japanese, _korean]


def _ranked(letters: str, share: float, spread: float) -> dict[str, float]:
    """Return how likely letters are that together make up a share of texts, each rarer than the one before."""
    whole = sum(exp(-rank / spread) for rank in range(len(letters)))
    return {letter: log(share / whole) - rank / spread for rank, letter in enumerate(letters)}


@cache
def _alphabetic(alphabet: Alphabet) -> _Likelihood:
    """Return how likely a character is in a language."""
    known = _ranked(alphabet.letters, 0.9, len(alphabet.letters) / 4)
    for letter, likely in list(known.items()):
        capital = letter.upper()
        if len(capital) == 1 and not capital.isascii():
            known.setdefault(capital, likely + _CAPITAL)
    return lambda char: known[char] if char in known else _unranked(char)


def _unranked(char: str) -> float:
    if char.isascii():
        return _ASCII if char.isprintable() or char.isspace() else _UNDEFINED
    if char in SIGNS:
        return _SIGN
    if char.isalpha() and char < "\ue000":
        return _FOREIGN_LETTER
    return _UNDEFINED if char == "\ufffd" or category(char)[0] == "C" else _ODD


def _of_thousands(common: str, share: float, rows: tuple[str, range, float]) -> _Likelihood:
    """Return how likely a character is in a language of thousands, the everyday ones in some rows of a table."""
    known = _ranked(common, share, len(common) / 3)
    table, everyday, likely_there = rows

    @cache
    def likely(char: str) -> float:
        if char in known:
            return known[char]
        if char.isascii() or char == "\ufffd":
            return _unranked(char)
        if char in WIDE_SIGNS:
            return _WIDE_SIGN
        if "｡" <= char <= "ﾟ":
            return _HALF_WIDTH
        try:
            row = char.encode(table)[0]
        except UnicodeEncodeError:
            return min(_ODD, _unranked(char)) - 2
        return likely_there if row in everyday else _ODD

    return likely


# The everyday ones that are not ranked, some thousands, share what is left of a text: a ten-thousandth each.
_simplified = _of_thousands(SIMPLIFIED, 0.5, ("gb2312", range(0xB0, 0xD8), -9.1))
_traditional = _of_thousands(TRADITIONAL, 0.5, ("big5", range(0xA4, 0xC7), -9.4))
_japanese = _of_thousands(KANA, 0.55, ("euc_jp", range(0xB0, 0xD0), -9.0))
_korean = _of_thousands(HANGUL, 0.65, ("euc_kr", range(0xB0, 0xC9), -9.0))
_THOUSANDS = {
    "gb18030": _simplified,
    "big5hkscs": _traditional,
    "cp932": _japanese,
    "euc_jp": _japanese,
    "cp949": _korean,
    "johab": _korean,
}
