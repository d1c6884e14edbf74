"""Exports of Factiva: HTML, RTF and text in any interface language, with or without Factiva's field codes.

Without codes an article is: section, headline, author, number of words, day, hour, newspaper, its code, edition
and page, language, rights notice, the story, the publisher, “Document NYTF000020050408dp1900j9s”. With codes
each of these stands behind its own: HD, BY, WC, PD, SN, LP …
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from lxml.html import HtmlElement

from desktop_app.core.article import Article, Role
from desktop_app.core.importing.cleaning.credits import byline, is_rights_notice
from desktop_app.core.importing.cleaning.dates import words_beside_date
from desktop_app.core.importing.cleaning.labels import PROSE
from desktop_app.core.importing.databases.entry import Entry, articles, letters, tells_day
from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches, within
from desktop_app.core.importing.databases.signs import FACTIVA_NUMBER
from desktop_app.core.importing.decoding.encoding import Decoded
from desktop_app.core.importing.pages.page import Block, parse

_PAGE = re.compile(r"""<div\b[^>]{0,300}\bclass\s*=\s*["']article [a-z]{2,4}Article\b""", re.IGNORECASE)
_MARK = re.compile(_PAGE.pattern.encode(), re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[a-z]{2})?Article")
_ENDS = re.compile(rf"\S{{1,30}}\s{FACTIVA_NUMBER}\W*")
_COUNT = re.compile(r"\d[\d.,\s\xa0]*[^\W\d_]+")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s\w{2,4})?", re.IGNORECASE)
_CODED = re.compile(
    r"(?P<code>HD|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|SE|CLM|LA|CY|LP|TD|ART|CX|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN"
    r"|DE|DLN|PRC|RIC|RST|DJ|UR)(?:[\s\xa0]*$|[\s\xa0]*\t|[\s\xa0]{2,})(?P<text>.*)",
    re.DOTALL,
)
_BODY_CODES = ("LP", "TD")
NARROWEST, FAR_WIDER = 30, 1.5  # letters of a headline, and how often it holds those of other lines
MOST_ABOVE = 5  # lines above the number of words: section, headline, author, credit


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export in HTML, none where it is none."""
    if not _MARK.search(original):
        return []
    decoded = decoded_page(original)
    entries = []
    for stretch in stretches(decoded.text, _PAGE):
        element = next(parse(stretch).iter("div"), None)
        if element is None:  # the file was cut off in the middle of a tag
            continue
        blocks = shown(element)
        one = _coded([block.text for block in blocks]) or _shown_page(element, blocks)
        if found := _LANGUAGE.search(element.get("class", "")):
            one.state("language", found[1], f"Factiva’s mark for the language of the article: {found[1]}")
        entries.append(one)
    return articles(entries, decoded)


def read_lines(lines: Sequence[str], decoded: Decoded | None = None) -> list[Article]:
    """Return the articles of an export from its paragraphs, none where it is none."""
    found: list[list[str]] = [[]]
    for line in filter(None, (line.strip() for line in lines)):
        found[-1].append(line)
        coded = _CODED.fullmatch(line)
        if _ENDS.fullmatch(coded["text"].strip() if coded else line):
            found.append([])
    return articles([_coded(stretch) or _shown_lines(stretch) for stretch in found[:-1]], decoded)


def _coded(lines: Sequence[str]) -> Entry | None:
    """Return an article whose fields stand behind their codes, None where they do not."""
    codes = {found["code"] for line in lines if (found := _CODED.fullmatch(line))}
    if not {"HD", "PD", "SN"} <= codes:
        return None
    one, code = Entry(), ""
    for line in lines:
        text = line
        if found := _CODED.fullmatch(line):
            code, text = found["code"], found["text"].strip()
            one.add(code, "furniture")
        if text:
            _field(one, code, text)
    return one


def _field(one: Entry, code: str, text: str) -> None:
    if code == "HD":
        one.title(text)
    elif code == "BY":
        one.byline(text)
    elif code == "PD":
        one.day(text)
    elif code == "SN":
        one.source(text)
    else:
        one.add(text, "body" if code in _BODY_CODES else "furniture")


def _shown_page(element: HtmlElement, blocks: Sequence[Block]) -> Entry:
    """Return an article whose page marks its headline, its author and the paragraphs of its story."""
    headlines = [str(e.text_content()) for e in element.iter("span", "b") if "Headline" in (e.get("class") or "")]
    marks: list[Role | None] = []
    for block in blocks:
        if "title" not in marks and any(letters(block.text) == letters(headline) for headline in headlines):
            marks.append("title")
        elif within(block.element, "author"):
            marks.append("byline")
        elif within(block.element, "articleParagraph", "articlePre"):
            marks.append("body")
        else:
            marks.append(None)
    return _displayed([block.text for block in blocks], marks)


def _shown_lines(lines: Sequence[str]) -> Entry:
    """Return an article of which only the lines are known, and which of them is which has to be told."""
    counts = [place for place in range(len(lines) - 1) if _is_count(lines, place)]
    marks: list[Role | None] = [None] * len(lines)
    if not counts:
        return _displayed(lines, marks)
    for place in range(counts[0]):
        marks[place] = "byline" if byline(lines[place]) else None
    heads = [place for place in range(counts[0]) if not marks[place]][-MOST_ABOVE:]
    headline = _headline({place: _width(lines[place]) for place in heads})
    if headline is not None:
        marks[headline] = "title"
    rights = [place for place in range(counts[0], len(lines)) if is_rights_notice(lines[place])]
    begin = rights[0] + 1 if rights else _first_prose(lines, counts[0])
    publisher = len(lines[-2].split()) < PROSE and not lines[-2].endswith((".", "!", "?", "”", '"'))
    for place in range(begin, len(lines) - 1 - publisher):
        marks[place] = "body"
    return _displayed(lines, marks)


def _headline(widths: Mapping[int, int]) -> int | None:
    """Return the place of the headline, by the widths of the lines it may be; None where it is not clear.

    It is the only line, or one far wider than the names of section and author above and below it.
    """
    widest = sorted(widths, key=lambda place: widths[place], reverse=True)
    if len(widest) < 2:
        return next(iter(widest), None)
    first, second = (widths[place] for place in widest[:2])
    return widest[0] if first >= max(NARROWEST, FAR_WIDER * second) else None


def _width(line: str) -> int:
    """Return how wide a line is set, in letters; Chinese and Japanese signs are as wide as two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def _first_prose(lines: Sequence[str], above: int) -> int:
    """Return the place of the first line below another that reads as prose."""
    prose = (place for place in range(above, len(lines)) if len(lines[place].split()) >= PROSE)
    return next(prose, len(lines) - 1)


def _is_count(lines: Sequence[str], place: int) -> bool:
    """Tell whether a line is the number of words: the day stands below it."""
    return bool(_COUNT.fullmatch(lines[place].strip())) and words_beside_date(lines[place + 1]) == 0


def _displayed(lines: Sequence[str], marks: Sequence[Role | None]) -> Entry:
    """Return an article by the order in which Factiva displays its fields."""
    one = Entry()
    facts = _facts(lines)
    for place, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if place == facts[0]:
            one.day(line)
        elif place == facts[1]:
            one.source(line)
        elif mark == "title":
            one.title(line)
        elif mark == "byline":
            one.byline(line)
        else:
            one.add(line, mark or "furniture")
    return one


def _facts(lines: Sequence[str]) -> tuple[int, int]:
    """Return the places of the day and of the newspaper, -1 where the number of words does not show them."""
    for place in range(len(lines) - 2):
        if _is_count(lines, place) and tells_day(lines[place + 1]):
            after: Iterator[int] = (at for at in range(place + 2, len(lines)) if not _HOUR.fullmatch(lines[at]))
            return place + 1, next(after, -1)
    return -1, -1
