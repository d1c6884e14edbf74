"""What the user says of the columns of tables: asked about once for tables alike, kept for all archives."""

from pathlib import Path

from desktop_app.core.errors import UserError
from desktop_app.core.importing import formats
from desktop_app.core.importing.documents.columns import Columns, Mapped, remember, remembered
from desktop_app.core.importing.files import read_bytes
from desktop_app.core.progress import Progress
from desktop_app.paths import mappings_file

SUFFIXES = (*formats.SUFFIXES["table"], *formats.SUFFIXES["records"])


def keep(columns: Columns, mapping: Mapped) -> None:
    """Remember which column is what; what cannot be written is forgotten."""
    try:
        remember(mappings_file(), columns.headers, mapping)
    except OSError:
        return


def unknown_tables(report: Progress, files: list[Path]) -> list[tuple[Path, Columns]]:
    """Return the tables among some files of whose columns nothing is remembered, the first of those alike."""
    found: dict[frozenset[str], tuple[Path, Columns]] = {}
    for number, path in enumerate(files):
        report(number, len(files), path.name)
        try:
            columns = formats.columns_of(read_bytes(path), path.name)
        except UserError:
            continue  # the import tells of it
        if columns and remembered(mappings_file(), columns.headers) is None:
            found.setdefault(frozenset(columns.headers), (path, columns))
    return list(found.values())
