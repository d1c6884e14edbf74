"""Reading tables, CSV, TSV and XLSX, as an article a row."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.decoding.encoding import decode, text_of
from desktop_app.core.importing.documents.columns import Columns, Mapped
from desktop_app.core.importing.documents.rows import Bounds, Table, articles, table
from desktop_app.core.importing.documents.workbook import sheets

DELIMITERS = ",;\t|"
SNIFFED = 100_000  # characters


def read(original: bytes, name: str) -> list[Article]:
    """Read a table as an article a row; raises UnreadableFile where no column holds texts."""
    found = _tables(original, name)
    mapped = [(each, each.columns.mapping) for each in found]
    return _read([each for each in mapped if "text" in each[1].values()] or mapped[:1], found, name)


def read_mapped(original: bytes, name: str, mapping: Mapped) -> list[Article]:
    """Read a table with the columns the user has chosen; sheets that lack them are passed over."""
    found = _tables(original, name)
    fitting = [(each, mapping) for each in found if set(mapping) & set(each.headers)]
    return _read(fitting or [(found[0], mapping)], found, name)


def columns_of(original: bytes, name: str) -> Columns:
    """Return the columns of a table, of the first sheet with texts where there are several."""
    found = [each.columns for each in _tables(original, name)]
    return next((columns for columns in found if "text" in columns.mapping.values()), found[0])


def _read(mapped: list[tuple[Table, Mapped]], found: list[Table], name: str) -> list[Article]:
    """Read tables, and tell of those that are not read."""
    read_ones = [article for each, mapping in mapped for article in articles(each, mapping, name)]
    passed_over = [each.title for each in found if all(each is not other for other, _ in mapped)]
    told = [f"The sheet “{title}” has no column of texts, so it was not read." for title in passed_over]
    return [replace(read_ones[0], warnings=(*read_ones[0].warnings, *told)), *read_ones[1:]]


def _tables(original: bytes, name: str) -> list[Table]:
    """Return the tables of a file, at least one."""
    if original.startswith(b"PK\x03\x04"):
        found = [table(rows, title=title) for title, rows in sheets(original, name)]
    else:
        decoded = decode(original)
        found = [table(list(_rows(text_of(decoded, name), name)), decoded.encoding, decoded.warnings)]
    found = [each for each in found if each.rows]
    if not found:
        message = f"“{name}” is a table without rows. Check whether it was saved completely."
        raise UnreadableFile("empty", message)
    return found


def _rows(text: str, name: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # of the whole process: never lowered
    told, _, rest = text.partition("\n")
    if re.fullmatch(r"sep=.", told, re.IGNORECASE):  # so spreadsheets are told
        text, (delimiter, quoted) = rest, (told[4], True)
    else:
        delimiter, quoted = _dialect(text[:SNIFFED])
    bounds = Bounds(name)
    for row in _cut(text, delimiter, quoted=quoted):
        bounds.take(row)
        yield row


def _dialect(start: str) -> tuple[str, bool]:
    """Return the delimiter, and whether quotes bind, with which most rows have as many cells as each other."""
    best, most = (",", True), (0, 0, 0)
    for quoted in (True, False):
        for delimiter in DELIMITERS:
            rows = list(_cut(start, delimiter, quoted=quoted))
            widths = Counter(map(len, rows[:-1] or rows))
            width, times = widths.most_common(1)[0]
            alike = round(20 * times / widths.total()) if width > 1 else 0
            if (alike, len(rows), width) > most:
                best, most = (delimiter, quoted), (alike, len(rows), width)
    return best


def _cut(text: str, delimiter: str, *, quoted: bool) -> Iterator[list[str]]:
    return csv.reader(
        StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    )
