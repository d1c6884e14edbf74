"""Read one piece of a query: a word and its other forms, a shape, a phrase, a date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.core.search.pieces import QUOTES
from desktop_app.core.search.query import (
    And,
    DateRange,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from desktop_app.core.search.spans import Span, span
from desktop_app.core.search.stems import light_words, query_stems
from desktop_app.core.search.words import fold, words

_EDGES = ".,:;!…'’‘-–—[]{}<>/\\"
_DATED = re.compile(r"(?i:(date|before|after):)?(.*)", re.DOTALL)
_FUZZY = re.compile(r"(.*\w)~([12]?)", re.DOTALL)
_SHORT = 5  # letters up to which a fuzzy word may differ by one only


@dataclass(frozen=True)
class Reading:
    """How words are understood: in the languages of the archive, on this day; a loud text is all in capitals."""

    languages: frozenset[str]
    today: date
    loud: bool = False

    def term(self, kind: str, text: str) -> Node | None:
        """Return what a piece asks for, None when it holds no word."""
        if kind == "phrase":
            return self._plain(text, quoted=True)
        if kind == "near":
            return self._near(text)
        if kind == "dates":
            return self._dates(text)
        return self._maybe_date(text) if kind == "maybe_date" else self._run(text)

    def _words(self, text: str) -> tuple[Word, ...]:
        return tuple(self._word(found.folded, text[found.start : found.end]) for found in words(text))

    def _word(self, folded: str, written: str) -> Word:
        shouted = written.isupper() and len(written) > 1 and not self.loud  # US and WHO are no small words
        light = not shouted and folded in light_words(self.languages)
        return Word(folded, written, query_stems(folded, written, self.languages), light)

    def _plain(self, text: str, *, quoted: bool = False) -> Node | None:
        """Read words without signs of shape; several make a phrase, and so does one in quotation marks."""
        found = self._words(text)
        begins = bool(found) and text.endswith("*")
        written = " ".join(text.rstrip("*").split()) if quoted else text.strip(_EDGES + "*?~")
        if not found:
            return None
        if len(found) > 1 or (quoted and not begins):
            folded = tuple(word.folded for word in found)
            return Phrase(folded, written, begins, quoted, found)
        folded_word = found[0]
        if begins:
            return Prefix(folded_word.folded, written)
        return Word(folded_word.folded, written, folded_word.stems, folded_word.light)

    def _run(self, text: str) -> Node | None:
        """Read a run of signs without spaces."""
        fuzzy = _FUZZY.fullmatch(text.rstrip(_EDGES))
        if fuzzy:
            return self._fuzzy(fuzzy[1], fuzzy[2])
        core = text.strip(_EDGES).rstrip("?")
        if re.search(r"[*?]", core[:-1]):
            return self._shape(core) or self._plain(text)
        return self._plain(text)

    def _fuzzy(self, text: str, edits: str) -> Node | None:
        term = self._plain(text)
        if not isinstance(term, Word):
            return term
        return Fuzzy(term.folded, int(edits or (1 if len(term.folded) <= _SHORT else 2)), term.written)

    def _shape(self, core: str) -> Node | None:
        """Read a word with * or ? in it; of al-gh?sri each part for itself. None when it is none."""
        if "-" in core.strip("-"):
            parts = [part for piece in core.split("-") if (part := self._run(piece)) is not None]
            return And(tuple(parts)) if len(parts) > 1 else None
        letters = re.split(r"([*?])", core)
        if not any(len(list(words(part))) == 1 for part in letters) or not all(map(_within_a_word, letters)):
            return None
        return Wildcard("".join(part if part in "*?" else fold(part) for part in letters), core)

    def _near(self, text: str) -> Node | None:
        quoted, _, distance = text.rpartition("~")
        term = self._plain(quoted.strip(QUOTES), quoted=True)
        if not isinstance(term, Phrase) or len(set(term.folded)) < 2:
            return term
        return Near(tuple(dict.fromkeys(term.folded)), int(distance), term.written, term.words)

    def _maybe_date(self, text: str) -> Node | None:
        """Read a date that just stands there: its words, or the date."""
        term, days = self._plain(text), span(text, self.today)
        if term is None or days is None or not 1500 <= days[0].year <= 2100:
            return term
        return Or((term, DateRange(*days)))

    def _dates(self, text: str) -> Node | None:
        """Read dates; what only looks like dates is read as words."""
        match = _DATED.match(text)
        name, value = (match[1] or "date", match[2]) if match else ("date", text)
        begin, parted, end = value.strip(QUOTES + " \t\n").partition("..")
        first, last = self._days(begin), self._days(end if parted else begin)
        if (begin and not first) or (end and not last) or not (first or last):
            return self._plain(text)
        return _range(name.lower(), first, last)

    def _days(self, text: str) -> Span | None:
        return span(text, self.today) if text else None


def _range(name: str, first: Span | None, last: Span | None) -> DateRange:
    """Return the days from one date to another, or those before or after them."""
    if first and last and last[1] < first[0]:
        first, last = last, first
    begin, end = first[0] if first else None, last[1] if last else None
    if name == "before":
        edge = begin or (last[0] if last else None)
        return DateRange(None, _shifted(edge, -1) if edge else None)
    if name == "after":
        edge = end or (first[1] if first else None)
        return DateRange(_shifted(edge, 1) if edge else None, None)
    return DateRange(begin, end)


def _within_a_word(part: str) -> bool:
    """Tell whether these signs make no more than a piece of one word."""
    found = list(words(part))
    return part in ("", "*", "?") or (len(found) == 1 and found[0].end - found[0].start == len(part))


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
