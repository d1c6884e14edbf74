"""The members of a ZIP archive."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bounds
from desktop_app.core.importing.bundles.member import Lost, Member

ENCRYPTED = 1  # the bit of a member's flags
ADVICE = "Unpack the archive and import the files."


def members(file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield the files in a ZIP archive; raises UnreadableFile where it is none, or holds too much."""
    try:
        with ZipFile(file) as archive:
            files = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            if files and all(info.flag_bits & ENCRYPTED for info in files.values()):
                raise UnreadableFile("protected", f"“{name}” is protected by a password. {ADVICE}")
            unpacked = 0
            for member in bounds.wanted(files):
                unpacked += files[member].file_size
                if unpacked > bounds.MOST_BYTES:
                    raise bounds.too_much(name)
                yield _read(archive, files[member])
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        message = f"“{name}” is damaged or no ZIP archive. Try to download it again, or unpack what can be saved."
        raise UnreadableFile("damaged", message) from error


def _read(archive: ZipFile, info: ZipInfo) -> Member | Lost:
    if info.flag_bits & ENCRYPTED:
        message = f"“{info.filename}” is protected by a password. {ADVICE}"
        return Lost(info.filename, UnreadableFile("protected", message))
    try:
        bounds.check(info.filename, info.file_size, info.compress_size)
        with archive.open(info) as file:
            original = file.read(bounds.LARGEST + 1)
        bounds.check(info.filename, len(original))
    except UnreadableFile as error:
        return Lost(info.filename, error)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        message = f"“{info.filename}” is damaged in the archive. Try to download the archive again."
        return Lost(info.filename, UnreadableFile("damaged", message))
    return Member(info.filename, original)
