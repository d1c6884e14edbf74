"""What is left of an index after a crash, damage or a full disk: what is found is right, or said to be damaged.

Run as python tests/benchmarks/crashes.py [--kills N] [--harms N] [--disk FOLDER]. An index is built again and again
and killed at random moments of committing and merging; then bytes of its files are flipped or cut off. FOLDER lies
on a file system with little room, where an index is built until it is full. Ends with status 1 at the first answer
that is neither right nor an error.
"""

import argparse
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import asking
import generating
from engines import Ours

from desktop_app.core.archive import opened
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder, IndexDamaged
from desktop_app.core.search import index as index_module
from desktop_app.core.search.index import catch_up, check, rebuild, searched_place

ARTICLES = 2000
QUERIES = ("bau", '"ba be"', "bes*", "baki bestu", "bau~", "batro OR dimo")


def main() -> int:
    """Do harm, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--harms", type=int, default=200)
    parser.add_argument("--disk", type=Path)
    given = parser.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "archive"
        folder.mkdir()
        fill(folder)
        began = time.monotonic()
        build(folder)
        seconds, right = time.monotonic() - began, answers(folder)
        print("killed:", dict(Counter(killed(folder, rng.uniform(0, seconds), right) for _ in range(given.kills))))
        with opened(folder) as archive:
            catch_up(silent, archive)
            place = searched_place(archive)
        assert place is not None
        print("harmed:", dict(Counter(harmed(folder, place, rng, right) for _ in range(given.harms))))
        if given.disk:
            print("full disk:", filled_up(folder, given.disk, right))
    return 0


def fill(folder: Path) -> None:
    """Make an archive."""
    made = enumerate(islice(generating.articles(ARTICLES), ARTICLES), 1)
    Ours(folder).prepare(asking.Record(id_, title, body, "Outlet", id_) for id_, (title, body) in made)


def build(folder: Path) -> None:
    """Build the index in small commits, so that there are many of them and merges between."""
    index_module.ARTICLES_A_COMMIT = 60
    with opened(folder) as archive:
        rebuild(silent, archive)


def answers(folder: Path) -> list[list[int]]:
    """Return what every query finds."""
    finder = Finder(folder)
    try:
        return [sorted(finder.find(query).ids) for query in QUERIES]
    finally:
        finder.close()


def killed(folder: Path, after: float, right: list[list[int]]) -> str:
    """Kill a rebuilding, look at what is found, complete it, and say what happened."""
    child = multiprocessing.get_context("spawn").Process(target=build, args=(folder,))
    child.start()
    time.sleep(after + 1)  # a second is gone before it begins
    child.kill()
    child.join()
    expect(answers(folder) == right, "after a kill something else was found")
    with opened(folder) as archive:
        waited = catch_up(silent, archive)
        expect(not check(archive), "an index that was completed is not sound")
    expect(answers(folder) == right, "after completing it something else was found")
    return "too late" if child.exitcode == 0 else "completed" if waited else "nothing was left to do"


def harmed(folder: Path, place: Path, rng: random.Random, right: list[list[int]]) -> str:
    """Flip a bit of a file or cut its end off, look at what is found, and put it right."""
    file = rng.choice([found for found in place.iterdir() if found.stat().st_size])
    good = file.read_bytes()
    bad, at = bytearray(good), rng.randrange(len(good))
    bad[at] ^= 1 << rng.randrange(8)
    file.write_bytes(bad[:at] if rng.random() < 0.3 else bad)
    try:
        expect(answers(folder) == right, f"with a harmed {file.suffix} something else was found")
    except IndexDamaged:
        return f"{file.suffix} said to be damaged"
    finally:
        file.write_bytes(good)
    return f"{file.suffix} did no harm"


def filled_up(folder: Path, disk: Path, right: list[list[int]]) -> str:
    """Build the index where there is no room for it, then where there is."""
    copy = disk / "archive"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("index"))
    try:
        build(copy)
        return "there was room"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        said = f"{type(error).__name__}: {error}"
    shutil.copytree(copy, folder.with_name("larger"))
    larger = folder.with_name("larger")
    with opened(larger) as archive:
        catch_up(silent, archive)
    expect(answers(larger) == right, "with room again something else was found")
    return said


def expect(condition: bool, message: str) -> None:
    """End when something is wrong."""
    if not condition:
        sys.exit(f"crashes: {message}")


if __name__ == "__main__":
    sys.exit(main())
