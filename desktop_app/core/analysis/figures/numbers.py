"""Numbers as texts write them: in digits of any script, in words, exact or only by their size."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desktop_app.core.analysis.word_tables import Table, compiled, either, initials, word_table
from desktop_app.core.analysis.words import UNSPACED

LONGEST = 64  # characters of a number in words
LETTER = rf"(?-i:[^\W\d_{UNSPACED}])"  # so that case is not looked at, which takes long to prepare
DIGITS = r"\d+(?:[.,٬٫’'\u00a0\u202f]\d+)*"
SPACED_DIGITS = r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?!\d)"

CHANCE = re.compile(r"\s*(?:\([^()]{0,24}\)\s*)?(?:chance|odds|shot)\b")  # behind “a 2 in 3”
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.3333, "⅔": 0.6667}
COMMA_GROUPS = ("en", "zh", "ja", "ko", "he", "th")  # where 1,234 is a thousand and 1.5 one and a half
GROUPING = ("٬", "’", "'", " ", "\u00a0", "\u202f")  # signs between thousands in any language
BEGINNERS = ("number", "vague", "fraction")  # keys whose phrases a number may begin with
FACTOR = 10  # “hundreds” may be anything below this many of them


class Number(NamedTuple):
    """A number at text[start:end]; `in_words` when it has no digits, `vague` when it tells only the size."""

    start: int
    end: int
    low: float
    high: float
    in_words: bool = False
    vague: bool = False


@dataclass(frozen=True)
class Numerals:
    """The patterns of one language: where a number may begin, and the ways to go on from there."""

    comma_groups: bool
    values: dict[tuple[str, str], float]
    begin: re.Pattern[str]
    digits: re.Pattern[str]
    fraction: re.Pattern[str]
    after: re.Pattern[str]
    share: re.Pattern[str]
    vague: re.Pattern[str]
    several: re.Pattern[str]
    words: re.Pattern[str]
    scale: re.Pattern[str]
    short: re.Pattern[str]
    range: re.Pattern[str]
    between: re.Pattern[str]

    def read(self, text: str, at: int, end: int) -> Number | None:
        """Read the number that begins here; None where none does."""
        end = min(end, at + LONGEST)
        if text[at].isdecimal() or text[at] in VULGAR:
            return self._in_digits(text, at, end)
        return self._share(text, at, end) or self._by_size(text, at, end) or self._in_words(text, at, end)

    def value(self, kind: str, words: str) -> float | None:
        """Return the value of a phrase of the table."""
        return self.values.get((kind, " ".join(words.lower().split())))

    def _in_digits(self, text: str, at: int, end: int) -> Number | None:
        share = self._share(text, at, end) if self.after.match(text, at, end) else None
        if share:
            return share
        match = self.digits.match(text, at, end)
        value = match and self._digits(match["digits"] or "0")
        if match is None or value is None:
            return None
        value += VULGAR.get(match["vulgar"] or "", 0)
        if match["over"]:
            value += int(match["part"]) / (int(match["over"]) or 1)
        return self._scaled(text, Number(at, match.end(), value, value), end)

    def _digits(self, written: str) -> float | None:
        """Return the value of digits with their separators; None if no number is written so."""
        signs = re.findall(r"\D", written)
        pieces = re.split(r"\D", written)
        grouping = (*GROUPING, "," if self.comma_groups else ".")
        decimal = None
        if self.comma_groups and "," in signs and len(pieces[-1]) != 3 and signs[-1] == ",":
            return None
        if signs and (signs[-1] not in grouping or len(set(signs)) > 1 or len(pieces[-1]) != 3):
            if len(signs) > 1 and signs.count(signs[-1]) > 1:
                return None
            decimal = pieces.pop()
        if any(len(piece) != 3 for piece in pieces[1:]) or len(set(signs[: len(pieces) - 1])) > 1:
            return None
        return float("".join(pieces) + "." + (decimal or "0"))

    def _scaled(self, text: str, number: Number, end: int) -> Number:
        """Multiply by a scale behind the number: million, bn, hundred thousand."""
        low, high, at = number.low, number.high, number.end
        while (match := self.scale.match(text, at, end)) is not None:
            factor = self.value("scale", match["scale"]) or 1
            low, high, at = low * factor, high * factor, match.end()
        return number._replace(low=low, high=high, end=at)

    def _share(self, text: str, at: int, end: int) -> Number | None:
        """Read “one in five” and “two-thirds”."""
        match = self.share.match(text, at, end)
        if match:
            part, whole = (self._small(match[name]) for name in ("part", "whole"))
            usual = "out" in match["outof"] or part == 1 or whole in (10, 100) or CHANCE.match(text, match.end())
            if part and whole and part < whole and usual:
                return Number(at, match.end(), part / whole, part / whole, not match["part"].isdecimal())
        match = self.fraction.match(text, at, end)
        if match:
            value = self.value("fraction", match.group()) or 0
            return Number(at, match.end(), value, value, in_words=True)
        return None

    def _by_size(self, text: str, at: int, end: int) -> Number | None:
        """Read “dozens” and “several hundred”: from two of them to below ten."""
        match = self.vague.match(text, at, end)
        if match:
            value = self.value("vague", match.group()) or 0
            scaled = self._scaled(text, Number(at, match.end(), value, value), end)
            return Number(at, scaled.end, 2 * scaled.low, FACTOR * scaled.low - 1, in_words=True, vague=True)
        match = self.several.match(text, at, end)
        if match:
            scaled = self._scaled(text, Number(at, match.end() - len(match["scale"]) - 1, 1, 1), end)
            return Number(at, scaled.end, 2 * scaled.low, FACTOR * scaled.low - 1, in_words=True, vague=True)
        return None

    def _in_words(self, text: str, at: int, end: int) -> Number | None:
        """Read “twenty-one”, “two hundred and five”, “a million”."""
        match = self.words.match(text, at, end)
        if match is None:
            return None
        total = self._small(match["first"]) or (1 if match["whole"] else 0)
        if match["hundred"]:
            total = 100 * total + (self._small(match["rest"] or "") or 0)
        half = 0.5 if match["half"] else 0
        number = self._scaled(text, Number(at, match.end(), total + half, total + half, in_words=True), end)
        return None if match["whole"] and number.end == match.end("whole") else number

    def _small(self, words: str | None) -> float:
        """Return the value of a number below a hundred, in digits or words."""
        if not words:
            return 0
        if words.isdecimal():
            return int(words)
        return sum(self.value("number", word) or 0 for word in re.split(r"[\s-]+", words))


@cache
def numerals(language: str) -> Numerals:
    """Return the patterns of a language; of one without a table, those for digits."""
    table = word_table("numbers", language)

    def listed(kind: str) -> str:
        return either(phrase for key, phrases in table.items() if key.split()[0] == kind for phrase in phrases)

    tens = either(p for key, phrases in table.items() if re.fullmatch(r"number [2-9]0", key) for p in phrases)
    units = either(p for key, phrases in table.items() if re.fullmatch(r"number [1-9]", key) for p in phrases)
    small = rf"(?:{tens}[\s-]{units}|{listed('number')})"
    hundred = either(table.get("scale 100", ()))
    outof = either(table.get("outof", ()))
    ended = rf"(?!{LETTER})"
    return Numerals(
        comma_groups=language in COMMA_GROUPS,
        values=_values(table),
        begin=compiled(_begin(table, listed("scale"))),
        digits=compiled(
            rf"(?P<digits>{'' if language == 'en' else SPACED_DIGITS + '|'}{DIGITS})?"
            r"(?:[-\s]?(?P<part>\d)/(?P<over>[2-9])(?![\d/]))?(?P<vulgar>[½¼¾⅓⅔])?"
        ),
        fraction=compiled(rf"{listed('fraction')}{ended}"),
        after=compiled(rf"\d{{1,3}}\s+{outof}"),
        share=compiled(
            rf"(?P<part>{small}|\d{{1,3}})\s+(?P<outof>{outof})\s+(?P<whole>{small}|\d{{1,4}})"
            r"(?![\w,.]\d|\w|\s?%|\s+per)"
        ),
        vague=compiled(rf"{listed('vague')}{ended}"),
        several=compiled(rf"{either(table.get('several', ()))}\s+(?P<scale>{listed('scale')}){ended}"),
        words=compiled(
            rf"(?:(?P<first>{small})|(?P<whole>{either(table.get('whole', ()))})(?=\s))(?P<half>\s+and\s+a\s+half)?"
            rf"(?P<hundred>[\s-]{hundred}(?:\s+(?:and\s+)?(?P<rest>{small}))?)?{ended}"
        ),
        scale=compiled(rf"[\s-]?(?P<scale>{listed('scale')}){ended}"),
        short=compiled(rf"(?P<scale>{listed('short')}){ended}"),
        range=compiled(rf"[-–—]|\s+{listed('range')}\s+|\s*～\s*"),
        between=compiled(rf"(?<!\w){listed('between')}\s+$"),
    )  # fmt: skip


def _begin(table: Table, scale: str) -> str:
    """Return a pattern for where a number may begin; “several” is one only before a scale."""
    begins = [phrase for key, phrases in table.items() if key.split()[0] in BEGINNERS for phrase in phrases]
    scaled = (*table.get("several", ()), *table.get("whole", ()))
    return (
        rf"(?<!(?-i:[^\W{UNSPACED}]))(?<!\w-)(?=[\d½¼¾⅓⅔{initials((*begins, *scaled))}])"
        rf"(?:(?<!\d[.,:/])[\d½¼¾⅓⅔]|(?:{either(begins)}|{either(scaled)}(?=\s+{scale}))(?!{LETTER}))"
    )


def _values(table: Table) -> dict[tuple[str, str], float]:
    """Return the value of each phrase by its kind."""
    return {
        (key.split()[0], phrase.lower()): float(key.split()[1])
        for key, phrases in table.items()
        if " " in key
        for phrase in phrases
    }
