"""What stands around the text of each page: running heads, page numbers, and what a browser prints there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.core.importing.pdf.columns import Block
from desktop_app.core.importing.pdf.lines import Line

EDGE = 0.15  # of the height of the page, above and below, in which running heads stand
FOOT = 0.1  # of the height of the page below which a number alone is that of the page
SAME_PLACE = 6.0  # points up or down
SAME_ROW = 0.3  # of the type size
COUNTED = 3  # pages whose number must follow each other to show what it is
APART = 1.5  # times the type size between a running head and the text
MOST_ROWS = 3  # of running heads on one page, above and below
LARGEST = 1.15  # times the size of the running text
BESIDE_ADDRESS = 4  # words a browser prints beside an address: page 1 of 3
FEW_PAGES = 5  # up to which two pages with the same line are enough
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p|pág|página|pagina|стр|страница|صفحة|עמוד|第)\W*)?"
    r"(?:\d{1,4}|[ivxl]{1,7})(?:\W{0,3}(?:of|von|de|sur|di|van|из|من|מתוך)?\W{0,3}\d{1,4})?\W*[页頁]?\W*",
    re.IGNORECASE,
)
_NUMBER_BESIDE = re.compile(r"^\W*(\d{1,4})(?=[\s|–—-])|(?<=[\s|–—-])(\d{1,4})\W*$")
_ADDRESS = re.compile(r"https?://[^\s…]+")
_PRINTED = re.compile(r"(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{2,4}),?\s+(?:\S{1,4}\s+)?\d{1,2}[:.]\d\d")
_CREATED = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True)
class Sheet:
    """A page: its blocks in the order in which they are read, and its height in points."""

    blocks: list[Block]
    height: float


@dataclass(frozen=True)
class Printed:
    """What a browser writes on the pages it prints, and the line that says it."""

    url: str
    where: str
    captured: str | None = None
    when: str = ""


@dataclass(frozen=True)
class _Edge:
    """The outermost rows of a page on one side, from the edge inwards, and the first row inside of them."""

    rows: list[list[Line]]
    inside: list[Line]


def running_lines(sheets: Sequence[Sheet], body: float) -> list[Line]:
    """Return the lines around the text: those that recur at their place, page numbers, and a browser's.

    `body` is the size of the running text.
    """
    sides = [list(_edges(sheet)) for sheet in sheets]
    seen: Counter[tuple[str, int]] = Counter()
    for edges in sides:
        seen.update({key for edge in edges for row in edge.rows for line in row for key in _keys(line)})
    enough = 2 if len(sheets) <= FEW_PAGES else 3

    def recurs(line: Line) -> bool:
        return line.size <= LARGEST * body and max(seen[key] for key in _keys(line)) >= enough

    found: list[Line] = []
    counting = _counting(sides, body)
    for sheet, edges in zip(sheets, sides, strict=True):
        by_browser = _is_browsers(edges)
        for edge in edges:
            running = []
            for place, row in enumerate(edge.rows):
                if not (
                    all(map(recurs, row))
                    or _is_number(row, sheet)
                    or (place == 0 and (by_browser or id(row) in counting))
                ):
                    break
                running.append(row)
            while running and _touches(running[-1], [*edge.rows, edge.inside][len(running)]):
                running.pop()
            found += [line for row in running for line in row]
    return found


def printed(lines: Sequence[Line], created: str) -> Printed | None:
    """Return what a browser printed around a page, None where it was no browser or cut the address.

    `created` is the document's date of creation, which tells which number of a date is the day.
    """
    address = next((line.text for line in lines if _ADDRESS.search(line.text)), "")
    time = next((line.text for line in lines if _PRINTED.search(line.text)), "")
    found = _ADDRESS.search(address)
    if not found or not time or address[found.end() :].startswith("…") or found.group().endswith("..."):
        return None
    return Printed(found.group(), " ".join(address.split()), _day(time, created), " ".join(time.split()))


def _edges(sheet: Sheet) -> Iterator[_Edge]:
    lines = [line for block in sheet.blocks for line in block.lines]
    for below in (False, True):
        rows: list[list[Line]] = []
        for line in sorted(lines, key=lambda line: line.base, reverse=not below):
            if rows and abs(rows[-1][0].base - line.base) <= SAME_ROW * line.size:
                rows[-1].append(line)
            else:
                rows.append([line])
        at_edge = [row for row in rows[:MOST_ROWS] if _is_at_edge(row[0], sheet.height, below=below)]
        yield _Edge(at_edge, rows[len(at_edge)] if len(at_edge) < len(rows) else [])


def _is_at_edge(line: Line, height: float, *, below: bool) -> bool:
    return line.base <= EDGE * height if below else line.base >= (1 - EDGE) * height


def _touches(row: Sequence[Line], inside: Sequence[Line]) -> bool:
    """Tell whether a row stands as near to the next one inside as the lines of a text do."""
    return bool(inside) and abs(row[0].base - inside[0].base) < APART * min(row[0].size, inside[0].size)


def _keys(line: Line) -> list[tuple[str, int]]:
    """Return what two lines at the same place of two pages have in common, whatever their numbers."""
    form = re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))
    if len(re.findall(r"[^\W\d_]", form)) < 3:
        form = "#" if _NUMBER.fullmatch(line.text) else f"{form} {line.text}"
    place = int(line.base / SAME_PLACE)
    return (
        [(form, place), (form, place + 1)]
        if line.base % SAME_PLACE > SAME_PLACE / 2
        else [(form, place), (form, place - 1)]
    )


def _counting(sides: Sequence[Sequence[_Edge]], body: float) -> set[int]:
    """Return the ids of the outermost rows with a number that counts with the pages, whatever stands beside it."""
    by_offset: dict[tuple[int, int], list[int]] = {}
    for page, edges in enumerate(sides):
        for side, edge in enumerate(edges):
            row = edge.rows[0] if edge.rows else []
            if all(line.size <= LARGEST * body for line in row):
                for numbers in _NUMBER_BESIDE.findall("\t".join(line.text for line in row)):
                    by_offset.setdefault((side, int("".join(numbers)) - page), []).append(id(row))
    counting = [rows for rows in by_offset.values() if len(rows) > 1]
    return {row for rows in counting for row in rows} if sum(map(len, counting)) >= COUNTED else set()


def _is_number(row: Sequence[Line], sheet: Sheet) -> bool:
    away = row[0].base / sheet.height
    return len(row) == 1 and not FOOT < away < 1 - FOOT and bool(_NUMBER.fullmatch(row[0].text))


def _is_browsers(edges: Sequence[_Edge]) -> bool:
    """Tell whether the outermost rows of a page are those browsers print: a time, and an address alone."""
    outermost = [line.text for edge in edges for line in (edge.rows[0] if edge.rows else ())]
    cells = [cell for text in outermost for cell in text.split("\t") if _ADDRESS.search(cell)]
    alone = any(len(_ADDRESS.sub("", cell).split()) <= BESIDE_ADDRESS for cell in cells)
    return alone and any(_PRINTED.search(text) for text in outermost)


def _day(text: str, created: str) -> str | None:
    """Return the day a printed date names, if the document was created on that day."""
    made, said = _CREATED.match(created), _PRINTED.search(text)
    if not made or not said:
        return None
    year, month, day = (int(part) for part in made.groups())
    numbers = sorted(int(part) for part in said.groups())
    wanted = (sorted((year, month, day)), sorted((year % 100, month, day)))
    if numbers not in wanted:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
