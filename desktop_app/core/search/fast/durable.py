"""A folder in which the table of contents survives a power cut, and is never read when it is damaged.

The checksum stands behind what Whoosh reads of the table, so that stock Whoosh reads the same file.
"""

import io
import os
import zlib
from pathlib import Path
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import FileIndex

from desktop_app.core.search.fast.arrays import Damaged
from desktop_app.core.search.fast.fields import refuse_unknown

TABLE = ".toc"
MARK = b"SScheck1"


def create(folder: Path, schema: Schema) -> FileIndex:
    """Make an empty index in a folder that exists; raises ValueError for fields the format has no place for."""
    refuse_unknown(schema)
    return FileIndex.create(DurableStorage(str(folder)), schema)


def opened(folder: Path) -> FileIndex:
    """Open the index in a folder; raises Damaged or what Whoosh raises when there is none."""
    return FileIndex(DurableStorage(str(folder)))


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder, with what a power cut and a failing disk call for."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002 - Whoosh's
        """Give a file its name once its content is on the disk."""
        with Path(self._fpath(oldname)).open("r+b") as file:
            if newname.endswith(TABLE):
                content = file.read()
                file.write(MARK + zlib.crc32(content).to_bytes(4, "little"))
            file.flush()
            os.fsync(file.fileno())
        super().rename_file(oldname, newname, safe=safe)
        if os.name == "posix":
            folder = os.open(self.folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def open_file(self, name: str, **rest: Any) -> StructFile:
        """Open a file; a table of contents is checked before anything believes it."""
        if not name.endswith(TABLE):
            return super().open_file(name, **rest)
        whole = Path(self._fpath(name)).read_bytes()
        content, end = whole[: -len(MARK) - 4], whole[-len(MARK) - 4 :]
        if end != MARK + zlib.crc32(content).to_bytes(4, "little"):
            raise Damaged(f"{name} is not what was written")
        return StructFile(io.BytesIO(content), name=name)
