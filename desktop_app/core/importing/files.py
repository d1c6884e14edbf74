"""Finding files in folders, and reading their bytes without trusting them."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats import read

LARGEST = 25_000_000  # bytes
PAGES = (".html", ".htm", ".xhtml")
# What systems leave in folders without anybody having put it there.
LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx", "$recycle.bin", "lost+found"})
# Browsers keep the pictures of a saved page in a folder beside it, named in the user's language.
BESIDE_A_PAGE = (
    "_files", "-dateien", "_fichiers", "_archivos", "_bestanden", "_ficheiros", "_arquivos", "-filer", "_pliki",
    "_soubory", "_elemei", "_tiedostot", "_dosyalar", "_file", ".files",
)  # fmt: skip


def read_file(path: Path) -> ReadFile:
    """Read one file; raises UnreadableFile with a sentence saying why it cannot be."""
    original = read_bytes(path)
    return ReadFile(str(path), path.name, original, read(original, path.name))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file that is not too large; raises UnreadableFile otherwise."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.scandir(path).close()  # a folder that may be opened was not meant as a file
            raise UnreadableFile("unsupported", f"“{path.name}” is a folder. Import it to read the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("unsupported", f"“{path.name}” is not an ordinary file, so it was left alone.")
        if status.st_size > LARGEST:
            raise _too_large(path, status.st_size)
        with path.open("rb") as file:
            original = file.read(LARGEST + 1)  # it may have grown since
    except OSError as error:
        raise _explained(path, error) from error
    if len(original) > LARGEST:
        raise _too_large(path, len(original))
    return original


def find(paths: list[Path]) -> Iterator[Path]:
    """Yield the files among the paths and in their folders, each once, in the order of their names.

    A path that is not there, or a folder that may not be opened, is yielded itself, so that it is told.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _inside(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _inside(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    pages = {Path(entry.name).stem.casefold() for entry in found if entry.name.lower().endswith(PAGES)}
    for entry in found:
        if entry.name.startswith((".", "~$")) or entry.name.casefold() in LITTER:
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield folder / entry.name
        elif not _belongs_to_page(entry.name.casefold(), pages):
            yield from _inside(folder / entry.name)


def _belongs_to_page(name: str, pages: set[str]) -> bool:
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in BESIDE_A_PAGE)


def _too_large(path: Path, size: int) -> UnreadableFile:
    message = (
        f"“{path.name}” has {size / 1e6:,.1f} MB; files of up to {LARGEST / 1e6:.0f} MB are read. "
        "Split it, or save only the article."
    )
    return UnreadableFile("too_large", message)


def _explained(path: Path, error: OSError) -> UnreadableFile:
    """Return the user's sentence for what the disk says of a file."""
    if isinstance(error, PermissionError):
        message = f"“{path.name}” may not be read. Change its permissions, or copy it somewhere else."
        return UnreadableFile("no_permission", message)
    if isinstance(error, FileNotFoundError | NotADirectoryError) or error.errno == errno.ESTALE:
        message = (
            f"“{path.name}” is no longer there. It was moved, renamed or deleted; import it from its new place."
        )
        return UnreadableFile("vanished", message)
    message = f"“{path.name}” cannot be read from its disk. Check the disk, or copy the file from elsewhere."
    return UnreadableFile("damaged", message)
