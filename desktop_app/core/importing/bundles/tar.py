"""The members of a TAR archive, packed or not."""

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bounds
from desktop_app.core.importing.bundles.member import Lost, Member


def members(file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield the ordinary files in a TAR archive; raises UnreadableFile where it is none, or holds too much."""
    try:
        files = set(bounds.wanted(_names(file, name)))
        file.seek(0)
        with tarfile.open(fileobj=file, mode="r|*") as archive:
            for info in archive:
                if info.isreg() and info.name in files:
                    yield _read(archive, info)
    except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, OSError) as error:
        message = f"“{name}” is damaged or no TAR archive. Try to download it again, or unpack what can be saved."
        raise UnreadableFile("damaged", message) from error


def _names(file: BinaryIO, name: str) -> Iterator[str]:
    """Yield the names of the ordinary files; links and devices are none."""
    unpacked = 0
    with tarfile.open(fileobj=file, mode="r|*") as archive:
        for info in archive:
            unpacked += info.size
            if unpacked > bounds.MOST_BYTES:
                raise bounds.too_much(name)
            if info.isreg():
                yield info.name


def _read(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member | Lost:
    try:
        bounds.check(info.name, info.size)
    except UnreadableFile as error:
        return Lost(info.name, error)
    file = archive.extractfile(info)
    return Member(info.name, file.read() if file else b"")
