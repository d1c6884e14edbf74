"""From the rows of a table, or the records of a collection, to articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from desktop_app.core.article import Article, Role
from desktop_app.core.dates import doubt
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.paragraphs import paragraphs
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.cleaning.text import LONGEST
from desktop_app.core.importing.documents.columns import SAMPLE, Columns, Mapped, day_first, propose
from desktop_app.core.importing.documents.date_column import stated_dates
from desktop_app.core.importing.pages.page import blocks, parse

MOST_ROWS = 50_000  # minutes of work; more are better cut by year or source
MOST_COLUMNS = 500
LARGEST = 60_000_000  # characters of all cells; a cell may be written once and named a million times
LONGEST_ALONE = 200_000  # characters of a table that is read as one text
NO_COLUMN = (
    "No column holds texts, so the table was read as one article; if it holds articles, choose their column."
)
NO_TEXT = "This row holds no text of an article, only what is known about it."
_MARKUP = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|img|span|figure)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_UNFIT = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True)
class Table:
    """Rows of cells under headers.

    `called` is what the user calls such a column, `notes` is text above the headers, `title` names a sheet;
    `known` says which column is which field where the format itself does.
    """

    headers: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    called: str = "the column"
    notes: tuple[str, ...] = ()
    title: str = ""
    known: Mapped | None = None

    @property
    def columns(self) -> Columns:
        """The columns, and which field each is proposed for."""
        sample = tuple(self.rows[:SAMPLE])
        return Columns(self.headers, sample, self.known or propose(self.headers, sample))


class Bounds:
    """How much of a table was taken in; no table is read that would cost hours."""

    def __init__(self, name: str, rows: str = "rows") -> None:
        self._name, self._called, self._rows, self._characters = name, rows, 0, 0

    def take(self, row: Sequence[str]) -> None:
        """Count a row; raises UnreadableFile where it is one too many, too wide or too long."""
        self._rows += 1
        self._characters += sum(map(len, row))
        much = (
            f"more than {MOST_ROWS:,} {self._called}" if self._rows > MOST_ROWS else
            f"more than {MOST_COLUMNS} columns" if len(row) > MOST_COLUMNS else
            f"more than {LARGEST / 1e6:.0f} million characters" if self._characters > LARGEST else ""
        )  # fmt: skip
        if much:
            raise UnreadableFile(
                "too_large", f"“{self._name}” has {much}. Split it, or save only what you need of it."
            )


def table(
    lines: Sequence[Sequence[str]], encoding: str | None = None, warnings: tuple[str, ...] = (), title: str = ""
) -> Table:
    """Return rows as a table; the first that is filled like the others gives the headers, unless it is data."""
    filled = [tuple(map(fit, line)) for line in lines if any(cell.strip() for cell in line)]
    usual = sorted(_filled(line) for line in filled)[len(filled) // 2] if filled else 0
    above = next((place for place, line in enumerate(filled) if 2 * _filled(line) > usual), 0)
    notes = tuple(" ".join(filter(None, line)) for line in filled[:above])
    width = max(map(len, filled), default=0)
    first = filled[above] if filled and not _is_data(filled[above]) else ()
    headers = _distinct([*first, *[""] * (width - len(first))])
    rows = [(*line, *[""] * (width - len(line))) for line in filled[above + bool(first) :]]
    return Table(headers, rows, encoding, warnings, notes=notes, title=title)


def articles(found: Table, mapping: Mapped, name: str) -> list[Article]:
    """Return an article for each row, or one of a short table that has no column of texts.

    Raises UnreadableFile for a long one, which is data and no text to be read.
    """
    if "text" in mapping.values():
        return list(_articles(found, mapping))
    lines = [found.headers, *found.rows]
    if sum(len(cell) for line in lines for cell in line) > LONGEST_ALONE:
        message = (
            f"“{name}” is a table without a column of texts, so no articles could be read from it. "
            "Import the articles themselves, or say which column holds their text."
        )
        raise UnreadableFile("no_text", message)
    text = "\n".join(" | ".join(filter(None, line)) for line in lines)
    notes = [Piece(note, "furniture") for note in found.notes]
    return [assembled([*notes, Piece(text, "body")], {}, found.encoding, [*found.warnings, NO_COLUMN])]


def fit(cell: str) -> str:
    """Return a cell without what cannot be kept: halves of characters, and control characters."""
    return _UNFIT.sub("\ufffd", cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def shown(cell: str) -> list[str]:
    """Return the paragraphs of a cell as a reader would see them, mark-up taken away."""
    if len(cell) <= LONGEST and _MARKUP.search(cell):
        return [block.text for block in blocks(parse(cell))]
    text = unescape(cell) if _ENTITY.search(cell) else cell
    return [paragraph.text for paragraph in paragraphs(text)]


def _articles(found: Table, mapping: Mapped) -> Iterator[Article]:
    dates = list(_dates(found, mapping))
    notes = [Piece(note, "furniture") for note in found.notes]
    for row, (date, doubts) in zip(found.rows, dates, strict=True):
        cells = dict(zip(found.headers, row, strict=False))
        stated = {**_facts(cells, mapping, found.called), **({"published": date} if date else {})}
        texts = [
            text for header, field in mapping.items() if field == "text" for text in shown(cells.get(header, ""))
        ]
        warnings = [*found.warnings, *doubts, *([] if texts else [NO_TEXT])]
        fields = _fields(mapping, dated=date is not None)
        pieces = [*_head(cells, fields), *map(Piece, texts), *_rest(cells, fields), *notes]
        notes = []
        yield assembled(pieces, stated, found.encoding, warnings)


def _dates(found: Table, mapping: Mapped) -> Iterator[tuple[Stated | None, list[str]]]:
    """Yield for each row the day of publication its column states, or the warning that it states none clearly."""
    header = next((header for header, field in mapping.items() if field == "published"), None)
    if header not in found.headers:
        yield from ((None, []) for _ in found.rows)
        return
    place = found.headers.index(header)
    cells = [row[place] for row in found.rows]
    for date in stated_dates(cells, f"{found.called} “{header}”", day_first=day_first(header)):
        yield (None, [doubt(date)]) if isinstance(date, str) else (date, [])


def _facts(cells: dict[str, str], mapping: Mapped, called: str) -> dict[str, Stated]:
    """Return what a row states about its article, the day aside."""
    found: dict[str, Stated] = {}
    for header, field in mapping.items():
        value = " ".join(" ".join(shown(cells.get(header, ""))).split())
        if field == "language":
            language = _LANGUAGE.match(value.lower())
            value = language.group() if language else ""
        if value and field not in ("text", "published"):
            found.setdefault(field, Stated(value, f"{called} “{header}”"))
    return found


def _fields(mapping: Mapped, *, dated: bool) -> Mapped:
    """Return the mapping without a date that states nothing, so that it is shown under its header."""
    return {header: field for header, field in mapping.items() if dated or field != "published"}


def _head(cells: dict[str, str], mapping: Mapped) -> Iterator[Piece]:
    """Yield what stands above a text: its title, its author and its day, as the row gives them."""
    shows: dict[str, Role] = {"title": "title", "byline": "byline", "published": "date"}
    for field, role in shows.items():
        for header, mapped in mapping.items():
            if mapped == field:
                yield Piece("\n".join(shown(cells.get(header, ""))), role)


def _rest(cells: dict[str, str], mapping: Mapped) -> Iterator[Piece]:
    """Yield what else a row holds, so that nothing of it is lost."""
    for header, cell in cells.items():
        if cell and mapping.get(header) not in ("title", "byline", "published", "text"):
            yield Piece(f"{header}: " + "\n".join(shown(cell)), "furniture")


def _filled(line: Sequence[str]) -> int:
    return sum(map(bool, line))


def _is_data(line: Sequence[str]) -> bool:
    """Tell whether a first row holds an article rather than names of columns."""
    return any(
        len(cell) > 100 or re.match(r"https?://|\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d\d", cell) for cell in line
    )


def _distinct(headers: Sequence[str]) -> tuple[str, ...]:
    """Return headers that differ from each other, and have a name."""
    seen: dict[str, int] = {}
    found = []
    for place, said in enumerate(headers, 1):
        header = " ".join(said.split()) or f"column {place}"
        seen[header] = seen.get(header, 0) + 1
        found.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return tuple(found)
