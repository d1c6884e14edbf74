"""Makes the containers documents are kept in, for the tests of what reads them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from struct import pack
from zipfile import ZipFile

SECTOR, SMALL, CUTOFF = 512, 64, 4096
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive with these members."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return file.getvalue()


class _Sectors:
    """Pieces of one size and a table that says which piece follows which."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.pieces: list[bytes] = []
        self.following: list[int] = []

    def keep(self, content: bytes) -> int:
        """Keep some content and return where it begins."""
        first = len(self.pieces)
        count = -(-len(content) // self.size)
        self.pieces += [
            content[at * self.size : (at + 1) * self.size].ljust(self.size, b"\0") for at in range(count)
        ]
        self.following += [*range(first + 1, first + count), END][:count]
        return first if count else END


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with these streams; "/" in a path makes a folder, small streams are kept apart."""
    large, small = _Sectors(SECTOR), _Sectors(SMALL)
    folders = sorted({path.rpartition("/")[0] for path in streams if "/" in path})
    paths = [*folders, *streams]
    entries = []
    for at, path in enumerate(paths, 1):
        folder, _, name = path.rpartition("/")
        same = [place for place, other in enumerate(paths, 1) if other.rpartition("/")[0] == folder]
        right = next((place for place in same if place > at), FREE)
        inside = [place for place, other in enumerate(paths, 1) if other.rpartition("/")[0] == path]
        child = inside[0] if path in folders else FREE
        content = streams.get(path, b"")
        start = (small if len(content) < CUTOFF else large).keep(content)
        entries.append(_entry(name, 1 if path in folders else 2, (right, child), (start, len(content))))
    top = next((place for place, path in enumerate(paths, 1) if "/" not in path), FREE)
    together = b"".join(small.pieces)
    root = _entry("Root Entry", 5, (FREE, top), (large.keep(together), len(together)))
    small_table = large.keep(_numbers(small.following))
    folder_start = large.keep(root + b"".join(entries))
    table = len(large.pieces)
    numbers = [*large.following, 0xFFFFFFFD]
    assert len(numbers) <= SECTOR // 4, "one sector of numbers is all this can write"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<9I", 1, folder_start, 0, CUTOFF, small_table, 1, END, 0, table)
    return header.ljust(SECTOR, b"\xff") + b"".join(large.pieces) + _numbers(numbers)


def _numbers(numbers: Sequence[int]) -> bytes:
    return pack(f"<{len(numbers)}I", *numbers).ljust(SECTOR, b"\xff")


def _entry(name: str, kind: int, links: tuple[int, int], place: tuple[int, int]) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + pack("<HBBIII", len(letters) + 2, kind, 1, FREE, *links)
    return head.ljust(116, b"\0") + pack("<2I", *place) + bytes(4)
