"""Exports of Интегрум (Integrum): a table (XLSX) with an article a row, and HTML with fields behind “^ИС:”."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import normalize

from lxml import etree

from desktop_app.core.article import Article
from desktop_app.core.importing.databases.entry import Entry, articles, squeezed
from desktop_app.core.importing.databases.markup import shown, stretches
from desktop_app.core.importing.decoding.encoding import decode
from desktop_app.core.importing.documents.packed import Packed
from desktop_app.core.importing.pages.page import parse

_ENCODINGS = ("utf-8", "cp1251", "koi8-r")
_MARKS = ("^ИС:", "^ДТ:")  # the source and the day of an article
_ARTICLE = re.compile(r"<div\b(?:(?!<div\b)[\s\S]){0,3000}?\^ИС:", re.IGNORECASE)
_FIELD = re.compile(r"(?P<label>\^[А-ЯЁ]{2}:)\s*(?P<text>.*?)\s*(?=\^[А-ЯЁ]{2}:|\Z)", re.DOTALL)
_COLUMNS = {"источник": "source", "дата": "day", "заголовок": "title", "анонс": "body", "текст": "body",
            "автор": "byline"}  # fmt: skip
_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)")
OLDEST = 80  # a year of two digits from here on is of the last century; no newspaper there is older


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export in HTML, none where it is none."""
    encoding = next((name for name in _ENCODINGS if all(mark.encode(name) in original for mark in _MARKS)), None)
    if not encoding:
        return []
    decoded = decode(original, encoding)
    return articles([_page_entry(stretch) for stretch in stretches(decoded.text, _ARTICLE)], decoded)


def read_table(original: bytes, name: str) -> list[Article]:
    """Return the articles of an export as a table, none where it is none."""
    if not original.startswith(b"PK"):
        return []
    rows = _rows(Packed(original, name))
    head = [_COLUMNS.get(cell.strip().casefold(), "") for cell in next(rows, [])]
    if not {"source", "day", "title", "body"} <= set(head):
        return []
    return articles([_row_entry(head, row) for row in rows if any(row)])


def _page_entry(stretch: str) -> Entry:
    """Return one article of a page: fields behind their labels, and the story with its lines broken at a width."""
    tree, one = parse(stretch), Entry()
    story = next(tree.iter("pre"), None)
    inside = set() if story is None else {story, *story.iterdescendants()}
    head = "\n".join(block.text for block in shown(tree) if block.element not in inside)
    first = _FIELD.search(head)
    for text in filter(None, [head[: first.start()].strip() if first else head]):
        one.add(text, "furniture")
    for found in _FIELD.finditer(head):
        one.add(found["label"], "furniture")
        if text := found["text"]:
            _field(
                one, {"^ИС:": "source", "^ДТ:": "day", "^ЗГ:": "title", "^АВ:": "byline"}.get(found["label"]), text
            )
    said = "" if story is None else normalize("NFC", str(story.text_content())).strip("\n")
    for paragraph in re.split(r"\n(?=\s)", said):  # the first line of each is set in
        if paragraph.strip():
            one.add(squeezed(paragraph), "body")
    return one


def _row_entry(head: Sequence[str], row: Sequence[str]) -> Entry:
    """Return one article of a table; its story repeats the headline, which is no part of it."""
    one = Entry()
    title = next((squeezed(cell) for field, cell in zip(head, row, strict=False) if field == "title"), "")
    for field, cell in zip([*head, *[""] * len(row)], row, strict=False):
        if field == "body":
            for place, paragraph in enumerate(filter(None, map(str.strip, re.split(r"\n\s*\n", cell)))):
                one.add(paragraph, "furniture" if place == 0 and squeezed(paragraph) == title else "body")
        elif cell.strip():
            _field(one, field, cell)
    return one


def _field(one: Entry, field: str | None, text: str) -> None:
    if field == "source":
        one.source(text)
    elif field == "title":
        one.title(text)
    elif field == "byline":
        one.byline(text)
    elif field == "day":
        one.add(text, "date")
        one.state("published", _day(text), text)
    else:
        one.add(text, "furniture")


def _day(text: str) -> str:
    """Return the day in a date of the database, in which the day always comes first; "" for none."""
    found = _DAY.search(text)
    if not found:
        return ""
    year = int(found[3])
    if len(found[3]) == 2:
        year += 1900 if year >= OLDEST else 2000
    try:
        return date(year, int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return ""


def _rows(packed: Packed) -> Iterator[list[str]]:
    """Yield the rows of the first sheet of a table."""
    sheets = sorted(name for name in packed.names() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
    sheet = packed.xml(sheets[0]) if sheets else None
    strings = packed.xml("xl/sharedStrings.xml")
    shared = [] if strings is None else [_said(item) for item in strings.iterchildren("{*}si")]
    for row in sheet.iter("{*}row") if sheet is not None else ():
        cells: dict[int, str] = {}
        for cell in row.iterchildren("{*}c"):
            cells[_column(str(cell.get("r") or ""), len(cells))] = _cell(cell, shared)
        yield [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def _cell(cell: etree._Element, shared: Sequence[str]) -> str:
    said = _said(cell)
    if cell.get("t") == "s":
        return shared[int(said)] if said.isdecimal() and int(said) < len(shared) else ""
    return said


def _said(element: etree._Element) -> str:
    """Return the text of a cell or a shared string, without the readings above its signs."""
    texts = (e.text or "" for e in element.iter("{*}t", "{*}v") if next(e.iterancestors("{*}rPh"), None) is None)
    return "".join(texts)


def _column(reference: str, following: int) -> int:
    """Return the column of a cell from its reference (“B7” is 1), the following one where it has none."""
    letters = re.match("[A-Z]{1,3}", reference)
    if not letters:
        return following
    place = 0
    for letter in letters[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
