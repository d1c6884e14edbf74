"""What the files of an index were when they were written, so that damage by the disk is noticed.

Whoosh writes each file once and never changes it, so a size and a checksum by name are enough.
"""

import json
import zlib
from pathlib import Path

SUMS = "checksums.json"
AT_ONCE = 1 << 20  # bytes read at once


def note(place: Path) -> None:
    """Remember the files of an index after a commit."""
    known = _noted(place)
    sums: dict[str, tuple[int, int]] = {}
    for file in _files(place):
        size, checksum = known.get(file.name, (-1, 0))
        if size != file.stat().st_size:
            size, checksum = file.stat().st_size, _checksum(file)
        sums[file.name] = (size, checksum)
    half = place / f"{SUMS}.new"
    half.write_text(json.dumps(sums), encoding="utf-8")
    half.replace(place / SUMS)


def changed_size(place: Path) -> bool:
    """Tell quickly whether a file has another size than it was written with."""
    known = _noted(place)
    return any(file.name in known and known[file.name][0] != file.stat().st_size for file in _files(place))


def changed(place: Path) -> list[str]:
    """Return the names of the files that are not what they were."""
    known = _noted(place)
    return [
        file.name
        for file in _files(place)
        if file.name in known and known[file.name] != (file.stat().st_size, _checksum(file))
    ]


def _files(place: Path) -> list[Path]:
    return sorted([*place.glob("*.seg"), *place.glob("*.toc")])


def _noted(place: Path) -> dict[str, tuple[int, int]]:
    """Return what is remembered; a file that cannot be read remembers nothing."""
    try:
        found = json.loads((place / SUMS).read_text(encoding="utf-8"))
        return {name: (int(size), int(checksum)) for name, (size, checksum) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as content:
        while some := content.read(AT_ONCE):
            checksum = zlib.crc32(some, checksum)
    return checksum
