"""Makes the containers documents are kept in, for the tests of what reads them."""

from collections.abc import Mapping
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


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with these streams; "/" in a path makes a folder, small streams are kept apart."""
    sectors: list[bytes] = []
    following: list[int] = []
    small, small_following = b"", list[int]()

    def kept(content: bytes) -> int:
        first = len(sectors)
        count = -(-len(content) // SECTOR)
        sectors.extend(content[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0") for at in range(count))
        following.extend([*range(first + 1, first + count), END][: count or 0])
        return first if count else END

    folders = sorted({path.rpartition("/")[0] for path in streams if "/" in path})
    paths = [*folders, *streams]
    entries = []
    for at, path in enumerate(paths, 1):
        folder, _, name = path.rpartition("/")
        same = [place for place, other in enumerate(paths, 1) if other.rpartition("/")[0] == folder]
        right = next((place for place in same if place > at), FREE)
        inside = [place for place, other in enumerate(paths, 1) if other.rpartition("/")[0] == path]
        child, start, size = inside[0] if path in folders else FREE, END, 0
        if path in streams:
            content = streams[path]
            size = len(content)
            if size < CUTOFF:
                count = -(-size // SMALL)
                start = len(small_following) if count else END
                small_following += [*range(start + 1, start + count), END][:count]
                small += content.ljust(count * SMALL, b"\0")
            else:
                start = kept(content)
        entries.append(_entry(name, 1 if path in folders else 2, (right, child), (start, size)))
    top = next((place for place, path in enumerate(paths, 1) if "/" not in path), FREE)
    root = _entry("Root Entry", 5, (FREE, top), (kept(small), len(small)))
    small_table = kept(pack(f"<{len(small_following)}I", *small_following).ljust(SECTOR, b"\xff"))
    folder_start = kept(root + b"".join(entries))
    table = len(sectors)
    numbers = [*following, 0xFFFFFFFD]
    assert len(numbers) <= SECTOR // 4, "one sector of numbers is all this can write"
    sectors.append(pack(f"<{len(numbers)}I", *numbers).ljust(SECTOR, b"\xff"))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<9I", 1, folder_start, 0, CUTOFF, small_table, 1, END, 0, table)
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors)


def _entry(name: str, kind: int, links: tuple[int, int], place: tuple[int, int]) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + pack("<HBBIII", len(letters) + 2, kind, 1, FREE, *links)
    return head.ljust(116, b"\0") + pack("<2I", *place) + bytes(4)
