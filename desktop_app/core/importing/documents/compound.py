"""The container that Office wrote before 2007, a file system within a file, without trusting it."""

from collections.abc import Iterator
from struct import error as structure_error
from struct import unpack_from

from desktop_app.core.errors import UnreadableFile

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # from here on a number of a sector means none
_HEADER_ENTRIES = 109
_STORAGE, _STREAM = 1, 2


class Compound:
    """The streams of a container by their paths, "/" between a folder and what it holds, large letters as small."""

    def __init__(self, original: bytes, name: str) -> None:
        self._original, self._name = original, name
        self._streams: dict[str, tuple[int, int]] = {}
        try:
            self._read()
        except (structure_error, IndexError) as error:
            raise self._damaged() from error

    def names(self) -> list[str]:
        """Return the paths of the streams, in small letters."""
        return list(self._streams)

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a stream, None where there is none; raises UnreadableFile where it is cut off."""
        if path.lower() not in self._streams:
            return None
        start, size = self._streams[path.lower()]
        try:
            if size < self._smallest:
                found = [self._small[at * 64 : at * 64 + 64] for at in self._chain(start, self._small_next)]
                return b"".join(found)[:size]
            return self._sectors(start)[:size]
        except IndexError as error:
            raise self._damaged() from error

    def _read(self) -> None:
        if not self._original.startswith(SIGNATURE):
            raise self._damaged()
        (shift,) = unpack_from("<H", self._original, 30)
        if shift not in (9, 12):
            raise self._damaged()
        self._size = 1 << shift
        first_folder, _, self._smallest, first_small = unpack_from("<4I", self._original, 48)
        self._next = self._table()
        self._small_next = self._numbers(self._sectors(first_small))
        folders = self._sectors(first_folder)
        entries = [folders[at : at + 128] for at in range(0, len(folders) - 127, 128)]
        root_start, root_size = unpack_from("<2I", entries[0], 116)
        self._small = self._sectors(root_start)[:root_size]
        self._streams = dict(self._walk(entries))

    def _table(self) -> list[int]:
        """Return for each sector the one it goes on in."""
        most = len(self._original) // (self._size**2 // 4) + 1  # what a file of this size can need
        listed = list(unpack_from(f"<{_HEADER_ENTRIES}I", self._original, 76))
        more = unpack_from("<I", self._original, 68)[0]
        while more < _LAST and len(listed) < most:
            *numbers, more = self._numbers(self._sector(more))
            listed += numbers
        used = [sector for sector in listed if sector < _LAST][:most]
        return [number for sector in used for number in self._numbers(self._sector(sector))]

    def _sector(self, number: int) -> bytes:
        """Return one sector; raises IndexError where the file ends before it."""
        start = (number + 1) * self._size
        if start >= len(self._original):
            raise IndexError(number)
        return self._original[start : start + self._size].ljust(self._size, b"\0")

    def _sectors(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(start, self._next))

    @staticmethod
    def _numbers(content: bytes) -> list[int]:
        return list(unpack_from(f"<{len(content) // 4}I", content))

    @staticmethod
    def _chain(start: int, following: list[int]) -> Iterator[int]:
        """Yield the numbers of the sectors of a stream; raises IndexError where they go in a circle."""
        left = len(following)
        while start < _LAST:
            if not left:
                raise IndexError(start)
            left -= 1
            yield start
            start = following[start]

    def _walk(self, entries: list[bytes]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the path, the first sector and the size of each stream."""
        (top,) = unpack_from("<I", entries[0], 76)
        to_see, seen = [("", top)], set[int]()
        while to_see:
            folder, place = to_see.pop()
            if place in seen or place >= len(entries):
                continue
            seen.add(place)
            length, kind, _, left, right, child = unpack_from("<HBBIII", entries[place], 64)
            path = folder + entries[place][: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            to_see += [(folder, left), (folder, right)]
            if kind == _STORAGE:
                to_see.append((path + "/", child))
            elif kind == _STREAM:
                yield path.lower(), unpack_from("<2I", entries[place], 116)

    def _damaged(self) -> UnreadableFile:
        message = f"“{self._name}” is damaged, so no text could be read from it. Try to save or download it again."
        return UnreadableFile("damaged", message)
