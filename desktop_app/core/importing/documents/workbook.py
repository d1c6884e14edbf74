"""The cells of a spreadsheet in Office Open XML (.xlsx), as the words a user sees in them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

from desktop_app.core.importing.documents.packed import Packed
from desktop_app.core.importing.documents.rows import Bounds

_DAYS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])  # built-in forms of dates
_NOT_FORM = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)  # words, colours, conditions
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK = "xl/workbook.xml"


def sheets(original: bytes, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the title and the rows of each sheet; raises UnreadableFile for what is damaged or too large."""
    workbook = _Workbook(Packed(original, name))
    for title, member in workbook.members():
        bounds = Bounds(name)
        rows: dict[int, list[str]] = {}
        for number, row in workbook.rows(member):
            bounds.take(row)
            rows[number] = row
        yield title, workbook.with_links(member, rows)


class _Workbook:
    """What the sheets of a file share: texts, which numbers are days, and the first day."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._texts = [_words(item) for item in self._each("xl/sharedStrings.xml", "si")]
        self._days = self._forms_of_days()
        settings = next(self._each(_BOOK, "workbookPr"), None)
        mac = settings is not None and settings.get("date1904") in ("1", "true")
        self._first_day = datetime(1904, 1, 1) if mac else datetime(1899, 12, 30)

    def members(self) -> Iterator[tuple[str, str]]:
        """Yield the title of each sheet and the member it stands in."""
        targets = self._related(_BOOK)
        for sheet in self._each(_BOOK, "sheet"):
            if target := targets.get(sheet.get(_RELATION, "")):
                yield sheet.get("name", ""), normpath(join("xl", target)).removeprefix("/")

    def rows(self, member: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the number and the cells of each row of a sheet; rows without cells may be missing."""
        number = 0
        for row in self._each(member, "row"):
            number = max(_number(row.get("r")), number + 1)
            cells = {}
            for place, cell in enumerate(row.iterfind("{*}c")):
                if value := self._value(cell):
                    cells[_column(cell.get("r", "")) or place] = value
            yield number, _line(cells)

    def with_links(self, member: str, rows: dict[int, list[str]]) -> list[list[str]]:
        """Return rows with the address that one of their cells leads to in a column of its own."""
        targets = self._related(member)
        linked: dict[int, str] = {}
        for link in self._each(member, "hyperlink"):
            number = _number("".join(re.findall(r"^[A-Z]+(\d+)", link.get("ref", ""))))
            if (target := targets.get(link.get(_RELATION, ""))) and number in rows:
                linked.setdefault(number, target)
        if not linked:
            return list(rows.values())
        width = max(map(len, rows.values()))
        above = max((number for number in rows if number < min(linked)), default=0)
        linked.setdefault(above, "link")
        return [[*row, *[""] * (width - len(row)), linked.get(number, "")] for number, row in rows.items()]

    def _each(self, member: str, tag: str) -> Iterator[etree._Element]:
        """Yield the elements of a member with one name, each forgotten when the next is asked for."""
        content = self._packed.read(member) or b"<nothing/>"
        walk = etree.iterparse(
            BytesIO(content), events=("end",), tag="{*}" + tag, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in walk:
            yield element
            element.clear()

    def _related(self, member: str) -> dict[str, str]:
        """Return where the relations of a member lead, by their ids."""
        folder, _, file = member.rpartition("/")
        relations = self._each(f"{folder}/_rels/{file}.rels", "Relationship")
        return {relation.get("Id", ""): relation.get("Target", "") for relation in relations}

    def _forms_of_days(self) -> set[int]:
        """Return the styles of cells in which a number is a day."""
        days = set(_DAYS)
        for form in self._each("xl/styles.xml", "numFmt"):
            if re.search(r"[yd]", _NOT_FORM.sub("", form.get("formatCode", "")), re.IGNORECASE):
                days.add(_number(form.get("numFmtId")))
        found = next(self._each("xl/styles.xml", "cellXfs"), None)
        styles = [] if found is None else list(found.iterfind("{*}xf"))
        return {place for place, style in enumerate(styles) if _number(style.get("numFmtId")) in days}

    def _value(self, cell: etree._Element) -> str:
        """Return the words of a cell."""
        kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
        if kind == "s":
            place = _number(value)
            return self._texts[place] if 0 <= place < len(self._texts) else ""
        if kind == "inlineStr":
            return "".join(map(_words, cell.iterfind("{*}is")))
        if kind == "b":
            return {"1": "yes", "0": "no"}.get(value, value)
        if kind == "n" and _number(cell.get("s")) in self._days:
            return self._day(value)
        return value

    def _day(self, value: str) -> str:
        """Return the day, and the time where there is one, that a number of days stands for."""
        try:
            moment = self._first_day + timedelta(days=float(value))
        except (ValueError, OverflowError):
            return value
        moment = moment.replace(microsecond=0)
        return moment.date().isoformat() if float(value).is_integer() else moment.isoformat(" ")


def _words(item: etree._Element) -> str:
    """Return the text of a string item, without the reading aids of East Asian text."""
    runs = [item, *item.iterfind("{*}r")]
    return "".join(text.text or "" for run in runs for text in run.iterfind("{*}t"))


def _column(reference: str) -> int | None:
    """Return the place of a cell in its row, counted from 0: AB12 is 27."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if not letters:
        return None
    place = 0
    for letter in letters.group():
        place = 26 * place + ord(letter) - 64
    return place - 1


def _line(cells: dict[int, str]) -> list[str]:
    line = [""] * (max(cells, default=-1) + 1)
    for place, value in cells.items():
        line[place] = value
    return line


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else -1
