"""Finding files in folders, and reading their bytes without trusting them."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import START
from desktop_app.core.importing.litter import belongs_to_page, is_litter, pages_among

LARGEST = 25_000_000  # bytes


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file that is not too large; raises UnreadableFile otherwise."""
    return read_unless(lambda _: False, path) or b""


def read_unless(stays: Callable[[bytes], object], path: Path) -> bytes | None:
    """Return the bytes of a file as `read_bytes` does, None where its first ones say that it stays on the disk."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.scandir(path).close()  # a folder that may be opened was not meant as a file
            raise UnreadableFile("unsupported", f"“{path.name}” is a folder. Import it to read the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("unsupported", f"“{path.name}” is not an ordinary file, so it was left alone.")
        with path.open("rb") as file:
            start = file.read(START)
            if stays(start):
                return None
            if status.st_size > LARGEST:
                raise _too_large(path, status.st_size)
            rest = max(0, status.st_size - len(start))
            original = start + file.read(rest + 1)  # for all that may be read, as much memory would be made ready
            if len(original) > status.st_size:  # it has grown since its size was asked for
                original += file.read(LARGEST)
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
    pages = pages_among([entry.name for entry in found])
    for entry in found:
        if is_litter(entry.name):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield folder / entry.name
        elif not belongs_to_page(entry.name, pages):
            yield from _inside(folder / entry.name)


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
