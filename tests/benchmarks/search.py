"""Search invented archives with Second Source, SQLite FTS5, tantivy if it is there, stock Whoosh if wanted.

    PYTHONPATH=. python tests/benchmarks/search.py [articles] [--stock] [--folder F]

What is measured of Second Source is what its window and command line use: the index is made from an archive, and
each query goes to a Finder, which gives all ids in order. Each engine indexes in a process of its own. Then the
same queries go to each engine in turn, so that whatever else the computer does hits all of them alike. Times are
milliseconds of wall clock, with the processor's time beside ours; the load of the computer is printed with them.
How far counts are apart is said: we find other forms of a word too.
"""

import argparse
import gc
import importlib.util
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import generating
from asking import DAYS, SOURCES, Engine, Question, Record, questions
from engines import ENGINES
from running import ROOT, table

COLD = (
    "from pathlib import Path\nfrom desktop_app.core.search import Finder\nFinder(Path({folder!r})).find({word!r})"
)


def write_archive(path: Path, number: int) -> None:
    """Write the articles every engine reads, one a line."""
    rng = random.Random(2)
    with path.open("w", encoding="utf-8") as file:
        for id_, (title, body) in enumerate(generating.articles(number), 1):
            source, day = min(int(rng.expovariate(0.1)), SOURCES - 1), rng.randrange(DAYS)
            file.write(json.dumps([id_, title, body, f"Outlet {source}", day]) + "\n")


def read_archive(path: Path) -> Iterator[Record]:
    """Give the articles of an archive."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Record(*json.loads(line))


def indexed(name: str, folder: Path, archive: Path) -> dict[str, float]:
    """Index an archive in a process of its own and return what that took."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(index_here, name, folder, archive).result()


def index_here(name: str, folder: Path, archive: Path) -> dict[str, float]:
    """Index an archive and return seconds, seconds of processor, and memory and size in megabytes."""
    folder.mkdir()
    engine = ENGINES[name](folder)
    engine.prepare(read_archive(archive))
    before = size(folder)
    began, used = time.perf_counter(), time.process_time()
    engine.index(read_archive(archive))
    return {
        "wall s": time.perf_counter() - began,
        "cpu s": time.process_time() - used,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size MB": (size(folder) - before) / 1e6,
    }


def size(folder: Path) -> int:
    """Return how many bytes the files in a folder have."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def asked(engines: dict[str, Engine]) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Ask every engine every question and return wall and processor milliseconds, by kind and engine."""
    took: dict[tuple[str, str], list[tuple[float, float]]] = {}
    furthest = 0.0
    gc.disable()
    for question in questions():
        counts = {}
        for name, engine in engines.items():
            began, used = time.perf_counter(), time.process_time()
            counts[name] = engine.ask(question)
            times = (time.perf_counter() - began) * 1000, (time.process_time() - used) * 1000
            if counts[name] is not None:
                took.setdefault((question.kind, name), []).append(times)
        said = {count for count in counts.values() if count is not None and count >= 0}
        furthest = max(furthest, max(said, default=0) / max(min(said, default=0), 1) - 1)
    print(f"counts are at most {furthest:.0%} apart")
    return took


def middle(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def print_answers(took: dict[tuple[str, str], list[tuple[float, float]]], names: list[str]) -> None:
    """Print p50 and p95 of each kind of question."""
    rows: list[list[object]] = [
        ["question", *(f"{name} {part}" for name in names for part in ("p50", "p95")), "ours cpu p95"]
    ]
    for kind in dict.fromkeys(kind for kind, _ in took):
        row: list[object] = [kind]
        for name in names:
            walls = [wall for wall, _ in took.get((kind, name), [])]
            row += [middle(walls, 0.5), middle(walls, 0.95)] if walls else ["", ""]
        rows.append([*row, middle([used for _, used in took[kind, "ours"]], 0.95)])
    table(rows)


def cold(code: str) -> float:
    """Return the milliseconds Python takes from its start to the end of some code; its files are in memory."""
    took = []
    for _ in range(5):
        began = time.perf_counter()
        command = [sys.executable, "-W", "ignore", "-c", code]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def update(engine: Engine, number: int) -> list[float]:
    """Return the milliseconds until each of some new articles is searchable."""
    took = []
    for id_ in range(number + 1, number + 11):
        began = time.perf_counter()
        engine.add(Record(id_, f"new{id_} article", "just in " * 200, "Outlet 1", 5))
        engine.open()
        assert engine.ask(Question("rare term", (f"new{id_}",))) in (1, -1)
        took.append((time.perf_counter() - began) * 1000)
    return took


def main() -> None:
    """Run the comparison and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--stock", action="store_true", help="also stock Whoosh, which takes long")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    names = ["ours", "FTS5"]
    names += ["stock Whoosh"] * given.stock + ["tantivy"] * bool(importlib.util.find_spec("tantivy"))
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        archive = Path(scratch) / "archive.jsonl"
        write_archive(archive, given.articles)
        print(f"{given.articles:,} articles, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        folders = {name: Path(scratch) / name.replace(" ", "-") for name in names}
        spent = {name: indexed(name, folder, archive) for name, folder in folders.items()}
        table([["indexing", *spent["ours"]], *([name, *found.values()] for name, found in spent.items())])
        engines = {name: ENGINES[name](folders[name]) for name in names}
        for engine in engines.values():
            engine.open()
        print(f"\nqueries, load {os.getloadavg()[0]:.1f}")
        print_answers(asked(engines), names)
        first = COLD.format(folder=str(folders["ours"]), word=generating.words()[100])
        starts = {"Python alone": "", "numpy": "import numpy", "an archive's first answer": first}
        table([["cold start", "ms"], *([name, cold(code)] for name, code in starts.items())])
        table(
            [["one new article searchable", "p50", "max"]]
            + [[name, middle(took := update(engines[name], given.articles), 0.5), max(took)] for name in names]
        )
        print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
