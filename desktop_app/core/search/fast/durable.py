"""A folder in which the table of contents survives a power cut, and is never read when it is damaged."""

import io
import os
from pathlib import Path
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex

from desktop_app.core.search.fast import contents
from desktop_app.core.search.fast.fields import refuse_unknown


def create(folder: Path, schema: Schema) -> FileIndex:
    """Make an empty index in a folder that exists; raises ValueError for fields the format has no place for."""
    refuse_unknown(schema)
    storage = DurableStorage(str(folder))
    Table.create(storage, schema)
    return FileIndex(storage)


def opened(folder: Path) -> FileIndex:
    """Open the index in a folder; raises Damaged or what Whoosh raises when there is none."""
    return FileIndex(DurableStorage(str(folder)))


class Table(TOC):  # type: ignore[misc]
    """Whoosh's table of contents, written so that a power cut leaves the old one or the whole new one."""

    def write(self, storage: FileStorage, indexname: str = contents.NAME) -> None:
        """Make this what the index consists of."""
        memory, name = RamStorage(), contents.table_name(self.generation)
        super().write(memory, indexname)
        with memory.open_file(name) as written:
            table = written.read()
        parts = [
            contents.Listed(part.make_filename(contents.EXTENSION), part.count, sorted(part.deleted))
            for part in self.segments
        ]
        folder = Path(storage.folder)
        half = folder / f"{name}.half"
        with half.open("wb") as file:
            file.write(contents.sealed(table, parts))
            file.flush()
            os.fsync(file.fileno())
        half.replace(folder / name)
        if os.name == "posix":
            opened_folder = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened_folder)
            finally:
                os.close(opened_folder)


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's folder, whose tables of contents are checked before anything believes them."""

    def open_file(self, name: str, **rest: Any) -> StructFile:
        """Open a file."""
        if not name.endswith(".toc"):
            return super().open_file(name, **rest)
        table, _ = contents.unsealed(Path(self.folder) / name)
        return StructFile(io.BytesIO(table), name=name)
