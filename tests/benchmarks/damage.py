"""What is left of an index after damage or on a full disk: what is found is right, or said to be damaged.

Run as python tests/benchmarks/damage.py [--places N] [--disk FOLDER]. Every file of an index is changed by a bit or
cut off, at so many places. FOLDER is an empty file system of 24 MB, where the index is written until it is full.
Ends with status 1 at the first answer that is neither right nor an error, and at damage that nobody tells of.
"""

import argparse
import itertools
import random
import shutil
import sys
import tempfile
from pathlib import Path

from crashes import WORKS, Answers, answers, expect, filled, retitle
from running import table

from desktop_app.core.archive import opened
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import silent
from desktop_app.core.search import IndexDamaged
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up, check, rebuild

ROOM = (0, 60_000, 200_000, 600_000, 2_000_000, 4_000_000, 8_000_000)  # bytes that are left on the full disk


def main() -> int:
    """Do harm, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=20)
    parser.add_argument("--disk", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = filled(Path(name))
        right = answers(folder)
        harm_every_file(folder, given.places, random.Random(1), right)
        make_good(folder, right)
        if given.disk:
            fill_up(folder, given.disk, right)
    return 0


def files_of(folder: Path) -> list[Path]:
    """Return the files of the index in use."""
    with opened(folder) as archive:
        place = searched_place(archive)
        assert place is not None
        files = [*place.iterdir(), archive.index_folder / "current"]
    return sorted(file for file in files if file.stat().st_size)


def harm_every_file(folder: Path, places: int, rng: random.Random, right: Answers) -> None:
    """Change a bit of every file of an index, or cut its end off, at so many places; print what came of it."""
    heads = [f"{way} told by {who}" for way in ("flip", "cut") for who in ("a search", "the check")]
    rows: list[list[object]] = [["file", "bytes", *heads]]
    for file in files_of(folder):
        good = file.read_bytes()
        row: list[object] = [file.suffix or file.name, len(good)]
        for cut in (False, True):
            told = [
                harmed(folder, file, harm(good, rng.randrange(len(good)), cut=cut), right) for _ in range(places)
            ]
            row += [told.count("search"), told.count("check")]
        file.write_bytes(good)
        rows.append(row)
    print()
    table(rows)


def harm(good: bytes, at: int, *, cut: bool) -> bytes:
    """Return some bytes without their end, or with one bit changed."""
    return good[:at] if cut else good[:at] + bytes([good[at] ^ 1 << at % 8]) + good[at + 1 :]


def harmed(folder: Path, file: Path, bad: bytes, right: Answers) -> str:
    """Put damage into a file and return who told of it: a search, or only the check."""
    file.write_bytes(bad)
    try:
        expect(answers(folder) == right, f"with a harmed {file.name} something else was found")
    except IndexDamaged:
        return "search"
    with opened(folder) as archive:
        expect(bool(check(archive)), f"nobody tells that {file.name} is harmed")
    return "check"


def make_good(folder: Path, right: Answers) -> None:
    """Damage each kind of file, let the index go on with articles that wait, rebuild it when that is called for."""
    kinds = dict.fromkeys(file.suffix or file.name for file in files_of(folder))
    for turn, kind in enumerate(kinds, 1):
        for file in files_of(folder):
            if kind in (file.suffix, file.name):
                good = file.read_bytes()
                file.write_bytes(harm(good, len(good) // 2, cut=False))
        retitle(folder, turn)
        with opened(folder) as archive:
            catch_up(silent, archive)
            if check(archive):
                rebuild(silent, archive)
            expect(not check(archive), f"with a harmed {kind} the index was not made good")
        expect(answers(folder) == right, f"with a harmed {kind} something else was found in the end")
    print(f"\nmade good again: {', '.join(kinds)}")


def fill_up(folder: Path, disk: Path, right: Answers) -> None:
    """Write the index where there is hardly room, look at what is found, then complete it where there is room."""
    copy, ballast = disk / "archive", disk / "ballast"
    rows: list[list[object]] = [["bytes left", "work", "what it said", "what a search said"]]
    for room, what in itertools.product(ROOM, WORKS):
        shutil.copytree(folder, copy)
        retitle(copy, 1)
        with ballast.open("wb", buffering=0) as file:
            file.write(bytes(max(shutil.disk_usage(disk).free - room, 0)))
        rows.append([room, what, written(copy, what), searched(copy, right)])
        ballast.unlink()
        with opened(copy) as archive:
            catch_up(silent, archive)
            expect(not check(archive), "with room again it is not sound")
        expect(searched(copy, right) == "right", "with room again nothing was found")
        shutil.rmtree(copy)
    print()
    table(rows)


def written(folder: Path, what: str) -> str:
    """Write the index and say how that ended."""
    try:
        with opened(folder) as archive:
            WORKS[what](silent, archive)
    except ArchiveError as error:
        return error.code
    return "there was room"


def searched(folder: Path, right: Answers) -> str:
    """Ask everything and say how that ended: right or with an error, else this is the end."""
    try:
        expect(answers(folder) == right, "on a full disk something else was found")
    except ArchiveError as error:
        return error.code
    return "right"


if __name__ == "__main__":
    sys.exit(main())
