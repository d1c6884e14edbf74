"""Named arrays in one file: written once, then mapped and never changed; what the disk damaged is never used.

The file is cut into blocks with a checksum each. A block is checked when something in it is first read, so opening
reads only the list of arrays at the end of the file.
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

MAGIC = b"SSarray1"  # its last sign is the version of the format
BLOCK = 1 << 16  # bytes under one checksum
HELD = 2 << 20  # bytes of a file kept in the memory of the process; the system keeps in its own what is read often
ALIGNMENT = 8  # bytes; the widest number stands where a processor likes it
TAIL = struct.Struct("<QQII8s")  # where the list starts, number of blocks, length of the list, its checksum, MAGIC


def keep_memory() -> None:
    """Let this process keep up to 60 MB of freed memory for the arrays of its next search.

    The C library of Linux gives large blocks back and has them cleared anew for each array, which takes up to a
    third of the time of a search; but it keeps blocks as large as the largest of up to 32 MB that was ever freed.
    """
    np.empty(31 << 20, np.uint8)  # never written to, so it takes no memory itself


class Damaged(ValueError):
    """A file of the index is not what was written."""


def smallest_type(greatest: int) -> npt.DTypeLike:
    """Return the narrowest type that holds every number from 0 to this one."""
    return np.min_scalar_type(greatest)


class ArrayWriter:
    """Writes a file of arrays; nothing is there to be read before `finish`."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._file = path.open("wb")
        self._sums: list[int] = []
        self._sum, self._filled, self._written = 0, 0, 0
        self._arrays: dict[str, tuple[str, int, int]] = {}

    def add(self, name: str, type_: npt.DTypeLike, pieces: Iterable[Array]) -> None:
        """Write one array, given in pieces, one after the other."""
        self._write(bytes(-self._written % ALIGNMENT))
        start, count = self._written, 0
        kept = np.dtype(type_).newbyteorder("<")
        for piece in pieces:
            self._write(np.ascontiguousarray(piece, kept).data.cast("B") if piece.size else b"")
            count += piece.size
        self._arrays[name] = kept.str, start, count

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the list of arrays and a few facts, and see that all of it reaches the disk."""
        sums = [*self._sums, self._sum]
        listed = json.dumps({"arrays": self._arrays, "facts": facts}).encode()
        end = np.array(sums, "<u4").tobytes() + listed
        tail = TAIL.pack(self._written, len(sums), len(listed), zlib.crc32(end), MAGIC)
        self._file.write(end + tail)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Close the file as it is; without its end it cannot be opened."""
        self._file.close()

    def _write(self, data: "bytes | memoryview") -> None:
        self._file.write(data)
        self._written += len(data)
        while len(data):
            some = data[: BLOCK - self._filled]
            self._sum = zlib.crc32(some, self._sum)
            self._filled += len(some)
            data = data[len(some) :]
            if self._filled == BLOCK:
                self._sums.append(self._sum)
                self._sum, self._filled = 0, 0


class Arrays:
    """An opened file of arrays; raises Damaged as soon as something in it is not what was written."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < TAIL.size:
                raise Damaged(f"{path.name} is too short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._name = path.name
        self._end, blocks, length, checksum, magic = TAIL.unpack_from(self._map, size - TAIL.size)
        end = self._map[self._end : size - TAIL.size]
        if magic != MAGIC or len(end) != 4 * blocks + length or zlib.crc32(end) != checksum:
            raise Damaged(f"{path.name} has a damaged list of contents")
        listed = json.loads(end[4 * blocks :])
        self._arrays: dict[str, tuple[str, int, int]] = listed["arrays"]
        self.facts: dict[str, Any] = listed["facts"]
        self._sums = np.frombuffer(end, "<u4", blocks).tolist()
        self._checked = bytearray(blocks)
        self._read = 0

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def names(self) -> list[str]:
        """Return the names of all arrays."""
        return list(self._arrays)

    def size(self, name: str) -> int:
        """Return how many numbers an array has."""
        return self._arrays[name][2]

    def type(self, name: str) -> npt.DTypeLike:
        """Return the type of an array's numbers."""
        return np.dtype(self._arrays[name][0])

    def part(self, name: str, start: int = 0, end: int | None = None) -> Array:
        """Return an array from one place to another, as it lies in the file; it cannot be written to."""
        type_, offset, count = self._arrays[name]
        end = count if end is None else end
        assert 0 <= start <= end <= count
        kept = np.dtype(type_)
        first, size = offset + start * kept.itemsize, (end - start) * kept.itemsize
        self._read += size
        if self._read > HELD:
            self.forget()
        self._check(first, first + size)
        return np.frombuffer(self._map, kept, end - start, first)

    def forget(self) -> None:
        """Give back the memory of what was read so far, where the system lets it; it can be read again."""
        self._read = 0
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def check(self) -> None:
        """Read the whole file and compare it with its checksums."""
        self._checked = bytearray(len(self._sums))
        self._check(0, self._end)

    def _check(self, start: int, end: int) -> None:
        """See that the blocks under these bytes are what was written."""
        if start == end:
            return
        last = (end - 1) // BLOCK + 1
        block = self._checked.find(0, start // BLOCK, last)
        while block >= 0:
            here = memoryview(self._map)[block * BLOCK : min(block * BLOCK + BLOCK, self._end)]
            if zlib.crc32(here) != self._sums[block]:
                raise Damaged(f"{self._name} is not what was written")
            self._checked[block] = 1
            block = self._checked.find(0, block, last)
