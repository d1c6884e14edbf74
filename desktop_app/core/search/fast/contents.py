"""The table of contents of an index as a search reads it: without Whoosh, which takes longer to load than that.

What Whoosh wrote stands first in the file, so that stock Whoosh reads it too; behind it stand the parts once
more, as JSON, and a checksum of everything.
"""

import json
import os
import re
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.search.fast.arrays import Damaged

NAME = "MAIN"  # of every index; Whoosh allows several in a folder
EXTENSION = ".seg"
LENGTH = struct.Struct("<I")  # of the list, in bytes
TAIL = struct.Struct("<I8s")  # checksum of all that stands before, MARK
MARK = b"SScheck2"  # its last sign is the version of the format
_TABLE = re.compile(rf"_{NAME}_(\d+)\.toc")


class Listed(NamedTuple):
    """A part of the index: its file, the number of its documents, and which of them were deleted since."""

    file: str
    documents: int
    deleted: Sequence[int]


class Contents(NamedTuple):
    """What an index consists of after so many commits."""

    generation: int
    parts: list[Listed]


def latest(folder: Path) -> int:
    """Return the number of the last commit, -1 when there is none."""
    try:
        with os.scandir(folder) as files:  # quicker than paths, and asked before each search
            tables = [_TABLE.fullmatch(file.name) for file in files]
    except (FileNotFoundError, NotADirectoryError):
        return -1
    return max((int(table[1]) for table in tables if table), default=-1)


def table_name(generation: int) -> str:
    """Return the name Whoosh gives to a table of contents."""
    return f"_{NAME}_{generation}.toc"


def read(folder: Path) -> Contents:
    """Return what the index in a folder consists of.

    Raises Damaged when there is none, FileNotFoundError when the next commit takes the table away meanwhile.
    """
    generation = latest(folder)
    if generation < 0:
        raise Damaged("there is no table of contents")
    _, listed = unsealed(folder / table_name(generation))
    return Contents(generation, [Listed(*part) for part in json.loads(listed)])


def sealed(table: bytes, parts: Sequence[Listed]) -> bytes:
    """Return a file of Whoosh's table and our list."""
    listed = json.dumps(parts).encode()
    content = table + listed + LENGTH.pack(len(listed))
    return content + TAIL.pack(zlib.crc32(content), MARK)


def unsealed(file: Path) -> tuple[bytes, bytes]:
    """Return Whoosh's table and our list; raises Damaged when they are not what was written."""
    whole = file.read_bytes()
    content, tail = whole[: -TAIL.size], whole[-TAIL.size :]
    if tail != TAIL.pack(zlib.crc32(content), MARK):
        raise Damaged(f"{file.name} is not what was written")
    end = len(content) - LENGTH.size
    start = end - LENGTH.unpack_from(content, end)[0]
    return content[:start], content[start:end]
