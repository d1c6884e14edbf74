"""Reading a packed web archive (WACZ): a ZIP archive that holds WARC files."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import warc
from desktop_app.core.importing.bundles.member import Lost, Member


def members(file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield what the web archives in it hold; raises UnreadableFile where it is no ZIP archive or has none."""
    try:
        with ZipFile(file) as packed:
            archives = [inside for inside in packed.namelist() if inside.lower().endswith((".warc", ".warc.gz"))]
            for inside in archives:
                yield from _inside(packed, inside, name)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        message = f"“{name}” is damaged, so nothing could be read from it. Try to download it again."
        raise UnreadableFile("damaged", message) from error
    if not archives:
        raise UnreadableFile("no_text", f"“{name}” holds no web archive. Try to download it again.")


def _inside(packed: ZipFile, inside: str, name: str) -> Iterator[Member | Lost]:
    """Yield what one of the web archives holds, as far as it can be unpacked."""
    try:
        with packed.open(inside) as file:
            yield from warc.members(cast("BinaryIO", file), f"{name}/{inside}")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        protected = isinstance(error, RuntimeError) and "password" in str(error)
        said = "protected by a password" if protected else "damaged"
        message = f"“{inside}” in “{name}” is {said}, so it was not read. Get the archive in another way."
        yield Lost(f"{name}/{inside}", UnreadableFile("protected" if protected else "damaged", message))
