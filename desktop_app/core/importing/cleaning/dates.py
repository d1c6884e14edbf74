"""Dates as articles state them: read only what can be read in one way."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop_app.core.importing.cleaning.phrases import DATE_WORDS

_MONTHS = (
    "january|jan|januar|jänner|jän|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|января|январь"
    "|stycznia|ocak|يناير|"
    "كانون الثاني|ינואר",
    "february|feb|februar|février|fevrier|févr|febrero|febbraio|fevereiro|fev|februari|февраля|февраль"
    "|lutego|şubat|"
    "فبراير|شباط|פברואר",
    "march|mar|märz|mrz|mär|mars|marzo|março|maart|марта|март|marca|mart|مارس|آذار|מרץ|מרס",
    "april|apr|avril|avr|abril|abr|aprile|апреля|апрель|kwietnia|nisan|أبريل|ابريل|إبريل|نيسان|אפריל",
    "may|mai|mayo|maggio|mag|maio|mei|мая|май|maja|mayıs|مايو|أيار|מאי",
    "june|jun|juni|juin|junio|giugno|giu|junho|июня|июнь|czerwca|haziran|يونيو|حزيران|יוני",
    "july|jul|juli|juillet|juil|julio|luglio|lug|julho|июля|июль|lipca|temmuz|يوليو|تموز|יולי",
    "august|aug|août|aout|agosto|ago|augustus|августа|август|sierpnia|ağustos|أغسطس|اغسطس|آب|אוגוסט",
    "september|sept|sep|septembre|septiembre|settembre|set|setembro|сентября|сентябрь|września|eylül"
    "|سبتمبر|أيلول|ספטמבר",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|октября|октябрь|października|ekim"
    "|أكتوبر|اكتوبر|"
    "تشرين الأول|אוקטובר",
    "november|nov|novembre|noviembre|novembro|ноября|ноябрь|listopada|kasım|نوفمبر|تشرين الثاني|נובמבר",
    "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|desember|декабря|декабрь"
    "|grudnia|aralık|"
    "ديسمبر|كانون الأول|דצמבר",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_MONTH = "(?P<m>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<!\d)(?P<d>\d{1,2})(?!\d)"
_YEAR = r"(?P<y>(?:1[6-9]|20)\d\d)(?!\d|:\d)"  # the latter is a time of day written close to it
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"(?<![\d.]){_YEAR}\.(?P<m>\d\d)\.(?P<d>\d\d)(?![\d.]*\d)",
        rf"(?<!\d){_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?)(?!\d)",
        rf"{_YEAR}\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일]",
        rf"{_DAY}(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s|of\s|ב)?{_MONTH},?[\s-]+(?:de\s|del\s)?{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"(?<![\d.,]\s)\b{_MONTH},?\s+(?:de\s)?{_YEAR}",
    )
)
_NUMBERS = re.compile(rf"(?<![\d./-])(?P<a>\d\d?)(?P<sign>[./-])(?P<b>\d\d?)(?P=sign){_YEAR}")
_LETTERS, _ORDINAL = re.compile(r"[^\W\d_]+"), re.compile(r"\d+(?:st|nd|rd|th)")
_YEARS = re.compile(r"(?:1[6-9]|20)\d\d")
# Where nobody writes the month before the day. The United States, Canada and the Philippines do; of English alone
# one cannot tell, and pages in China, Japan, Korea and Hungary begin with the year.
_DAY_FIRST_LANGUAGES = (
    "ar bg ca cs da de el es et fi fr gl he hr is it lv nb nl nn no pl pt ro ru sk sl sr sv tr uk"
)
_DAY_FIRST_COUNTRIES = (
    "ar at au be bg br ch cl cz de dk es fi fr gb gr hr ie in it lu mx nl no nz pe pl pt py ro rs ru sk tr ua uk uy"
)
_MIXED_COUNTRIES = ("us", "ca", "ph", "pr")
LONGEST_LINE = 160  # characters; what is longer is no line about a date
_CHANGED = re.compile(
    r"updated?|modified|last edited|revised|aktualisiert|geändert|änderung|mis à jour|modifié|actualizado"
    r"|aggiornat[oa]|modificat[oa]|atualizad[oa]|обновлено|изменено|تحديث|עודכן|更新|bijgewerkt|aktualizacja|güncelle",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class StatedDate:
    """A date in the words of the article; `iso` is None where they can be read in two ways."""

    iso: str | None
    words: str


def stated_date(text: str, language: str | None = None) -> StatedDate | None:
    """Return the first date in a text, None where there is none.

    Numbers alone, such as 03/04/2016, are read only where just one reading is possible, or where the language
    (a tag such as fr, or en-GB with its country) leaves no doubt that the day comes first.
    """
    if not _YEARS.search(text):
        return None
    return _in_line(text, language) if len(text) <= LONGEST_LINE else _first(text, language)


def _first(text: str, language: str | None) -> StatedDate | None:
    for form in _FORMS:
        if (found := form.search(text)) and (iso := _iso(found.groupdict())):
            return StatedDate(iso, found.group())
    if found := _NUMBERS.search(text):
        first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
        day_first = _day_first(language or "en", found["sign"])
        readings = {_valid(year, second, first), None if day_first else _valid(year, first, second)} - {None}
        if readings:
            return StatedDate(readings.pop() if len(readings) == 1 else None, found.group())
    return None


_in_line = lru_cache(maxsize=1000)(_first)  # the same line is asked for what it says and for what it is


def _day_first(tag: str, sign: str) -> bool:
    """Tell whether the day comes before the month for certain, by a language or a language and its country."""
    language, _, country = tag.lower().replace("_", "-").partition("-")
    if language == "en":
        return country in _DAY_FIRST_COUNTRIES.split()
    return sign != "/" or (language in _DAY_FIRST_LANGUAGES.split() and country not in _MIXED_COUNTRIES)


def is_date_line(text: str) -> bool:
    """Tell whether a line holds a date and nothing else but the words that go with dates."""
    return words_beside_date(text) == 0


def words_beside_date(text: str) -> int | None:
    """Return how many words a line holds beside its date and what goes with dates; None without a date."""
    rest = text
    for _ in range(2):  # a page often gives the day of publication and that of the last change
        if len(text) > LONGEST_LINE or not (found := stated_date(rest)):
            break
        rest = rest.replace(found.words, " ", 1)
    if rest == text:
        return None
    return sum(word.casefold() not in DATE_WORDS for word in _LETTERS.findall(_ORDINAL.sub("", rest)))


def tells_of_change(text: str) -> bool:
    """Tell whether a date is said to be that of a change, not of the publication."""
    return bool(_CHANGED.search(text))


def _iso(parts: dict[str, str]) -> str | None:
    """Return year, month and day as far as they are given; None where there is no such day."""
    month = parts["m"]
    number = int(month) if month.isdecimal() else MONTHS[month.casefold()]
    if "d" not in parts:
        return f"{int(parts['y']):04}-{number:02}"
    return _valid(int(parts["y"]), number, int(parts["d"]))


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
