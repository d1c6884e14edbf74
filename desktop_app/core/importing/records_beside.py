"""What a record beside a file says of it: reference managers write RIS or BibTeX next to what they export."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.cleaning.pieces import Stated

LEVELS = 4  # folders above a file in which its record may lie
MOST_RECORDS = 5  # files of records in one folder
LARGEST = 5_000_000  # bytes of one


def stated_beside(path: Path) -> Mapping[str, Stated]:
    """Return what a record names this file as its attachment for; nothing where there is none."""
    path = path.absolute()
    named = _named_from(str(path.parent))
    return named.get(path, {}) if named else {}


@lru_cache(maxsize=256)
def _named_from(folder: str) -> Mapping[Path, Mapping[str, Stated]]:
    """Return the files that the records in a folder and in those above it name, the nearest first."""
    found: dict[Path, Mapping[str, Stated]] = {}
    for above in [Path(folder), *Path(folder).parents][:LEVELS]:
        found = {**_attached(above), **found}
    return found


@lru_cache(maxsize=256)
def _attached(folder: Path) -> Mapping[Path, Mapping[str, Stated]]:
    """Return the files the records in a folder name, with what they say of each."""
    found: dict[Path, Mapping[str, Stated]] = {}
    try:
        records = sorted(file for file in folder.iterdir() if file.suffix.lower() in (".ris", ".bib"))
    except OSError:
        return found
    if not records:
        return found
    from desktop_app.core.importing.formats.references import attachments  # with parsers most texts can do without

    for record in records[:MOST_RECORDS]:
        try:
            if record.stat().st_size > LARGEST:
                continue
            for words, stated in attachments(record.read_bytes(), record.name):
                found.setdefault(folder / words, stated)
        except (OSError, ValueError, UnreadableFile):
            continue  # the record itself is told when it is read
    return found
