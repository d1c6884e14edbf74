"""Search invented archives with Second Source, SQLite FTS5, tantivy if it is there, stock Whoosh if wanted.

    PYTHONPATH=. python tests/benchmarks/search.py [articles] [--stock] [--without NAME …] [--folder F] [--keep F]

What is measured of Second Source is what its window and command line use: the index is made from an archive, and
each query goes to a Finder, which gives all ids in order. Each engine indexes in a process of its own. Then the
same queries go to each engine in turn, so that whatever else the computer does hits all of them alike. Times are
milliseconds of wall clock, with the processor's time beside ours; the load of the computer is printed with them.
How far counts are apart is said: we find other forms of a word too. Recoll, which reads files, is measured in
import_10000.py.

A million articles take half an hour to invent and to put into an archive: --keep names a folder where they stay for
the next run, without their index. They need 6 GB there, their index 2 GB, FTS5 in --folder another 6.
"""

import argparse
import gc
import importlib.util
import json
import multiprocessing
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import generating
from asking import DAYS, SOURCES, Engine, Question, Record, questions
from engines import ENGINES
from running import ROOT, environment, table

Measured = dict[str, float]

COLD = (
    "from pathlib import Path\nfrom desktop_app.core.search import Finder\nFinder(Path({folder!r})).find({word!r})"
)
TURNS = 15


def write_archive(path: Path, number: int) -> None:
    """Write the articles every engine reads, one a line."""
    rng = random.Random(2)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for id_, (title, body) in enumerate(generating.articles(number), 1):
            source, day = min(int(rng.expovariate(0.1)), SOURCES - 1), rng.randrange(DAYS)
            file.write(json.dumps([id_, title, body, f"Outlet {source}", day]) + "\n")
    part.rename(path)


def read_archive(path: Path) -> Iterator[Record]:
    """Give the articles of an archive."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Record(*json.loads(line))


def elsewhere(work: Callable[..., Measured], *arguments: object) -> Measured:
    """Do some work in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def index_here(name: str, folder: Path, archive: Path) -> Measured:
    """Index an archive and return seconds, seconds of processor, peak memory and size, in all and an article."""
    folder.mkdir(exist_ok=True)
    engine = ENGINES[name](folder)
    engine.prepare(read_archive(archive))
    before = size(folder)
    began, used = time.perf_counter(), sum(os.times()[:4])
    engine.index(read_archive(archive))
    seconds, processor = time.perf_counter() - began, sum(os.times()[:4]) - used
    several = (
        resource.getrusage(which).ru_maxrss / 1024 for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    with archive.open("rb") as lines:
        number = sum(1 for _ in lines)
    larger = size(folder) - before
    return {
        "wall s": seconds,
        "cpu s": processor,
        "peak MB": sum(several),
        "size MB": larger / 1e6,
        "bytes an article": larger / number,
    }


def memory_here(name: str, folder: Path) -> Measured:
    """Open an index, ask every question, and return the memory of the process before and then, in MB."""
    engine, before = ENGINES[name](folder), memory()
    engine.open()
    for question in questions():
        engine.ask(question)
    after = memory()
    return {"before": before["VmRSS"], "all asked": after["VmRSS"], "of it own, not files": after["RssAnon"]}


def memory() -> Measured:
    """Return the memory of this process in MB by the names of Linux."""
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines())
    return {words[0].rstrip(":"): int(words[1]) / 1024 for words in lines if words[-1] == "kB"}


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
    """Print p50 and p95 of each kind of question, and how many times ours are those of each peer at p50."""
    peers = names[1:]
    rows: list[list[object]] = [
        [
            "question",
            *(f"{name} {part}" for name in names for part in ("p50", "p95")),
            "ours cpu p95",
            *(f"ours ÷ {name}" for name in peers),
        ]
    ]
    for kind in dict.fromkeys(kind for kind, _ in took):
        walls = {name: [wall for wall, _ in took.get((kind, name), [])] for name in names}
        row: list[object] = [kind]
        for name in names:
            row += [middle(walls[name], 0.5), middle(walls[name], 0.95)] if walls[name] else ["", ""]
        row.append(middle([used for _, used in took[kind, "ours"]], 0.95))
        ours = middle(walls["ours"], 0.5)
        rows.append([*row, *(ours / middle(walls[name], 0.5) if walls[name] else "" for name in peers)])
    table(rows)


def cold(codes: dict[str, str], compiled: str) -> dict[str, list[float]]:
    """Return milliseconds of new processes for each of some codes: least and middle, of clock and processor.

    They run in turns. The first turn only compiles what they load into a folder: an installed program is compiled.
    """
    env = {**environment(), "PYTHONPYCACHEPREFIX": compiled}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
    for turn in range(TURNS + 1):
        for name, code in codes.items():
            began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [sys.executable, "-W", "ignore", "-c", code]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=env)
            wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            if turn:
                taken[name].append((wall * 1000, used * 1000))
    return {
        name: [of(times) for times in zip(*taken[name], strict=True) for of in (min, statistics.median)]
        for name in codes
    }


def print_starts(folder: Path) -> None:
    """Print how long it takes until a new process has found something."""
    first = COLD.format(folder=str(folder), word=generating.words()[100])
    starts = {"Python alone": "", "numpy and sqlite3": "import numpy, sqlite3", "an archive's first answer": first}
    heads = ["cold process, ms", "least", "middle", "processor, least", "middle"]
    with tempfile.TemporaryDirectory() as compiled:
        table([heads, *([name, *times] for name, times in cold(starts, compiled).items())])


def update(engine: Engine, number: int) -> list[float]:
    """Return the milliseconds until a new article is searchable: p50 and most, of the clock and the processor."""
    walls, useds = [], []
    for id_ in range(number + 1, number + 11):
        word = f"new{time.time_ns()}"
        began, used = time.perf_counter(), time.process_time()
        engine.add(Record(id_, f"{word} article", "just in " * 200, "Outlet 1", 5))
        engine.open()
        assert engine.ask(Question("rare term", (word,))) in (1, -1)
        walls.append((time.perf_counter() - began) * 1000)
        useds.append((time.process_time() - used) * 1000)
    return [middle(walls, 0.5), max(walls), middle(useds, 0.5), max(useds)]


def main() -> None:
    """Run the comparison and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--stock", action="store_true", help="also stock Whoosh, which takes long")
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="leave out FTS5 or tantivy")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--keep", type=Path, help="where the archive stays, and is found the next time")
    given = parser.parse_args()
    names = ["ours", "FTS5"]
    names += ["stock Whoosh"] * given.stock + ["tantivy"] * bool(importlib.util.find_spec("tantivy"))
    names = [name for name in names if name not in given.without]
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        kept = given.keep or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        folders = {name: Path(scratch) / name.replace(" ", "-") for name in names} | {"ours": kept / "ours"}
        archive = kept / "archive.jsonl"
        if not archive.exists():
            write_archive(archive, given.articles)
        print(f"{given.articles:,} articles, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        measure(folders, archive, given.articles)


def measure(folders: dict[str, Path], archive: Path, number: int) -> None:
    """Index the archive with each engine, ask all of them, and print what came of it."""
    names = list(folders)
    spent = {name: elsewhere(index_here, name, folder, archive) for name, folder in folders.items()}
    ours = spent["ours"]
    rows = [[name, *found.values(), found["cpu s"] / ours["cpu s"]] for name, found in spent.items()]
    table([["indexing", *ours, "cpu ÷ ours"], *rows])
    print()
    held = {name: elsewhere(memory_here, name, folder) for name, folder in folders.items()}
    table([["memory, MB", *held["ours"]], *([name, *found.values()] for name, found in held.items())])
    engines = {name: ENGINES[name](folder) for name, folder in folders.items()}
    for engine in engines.values():
        engine.open()
    print(f"\nqueries, load {os.getloadavg()[0]:.1f}")
    print_answers(asked(engines), names)
    print()
    print_starts(folders["ours"])
    print()
    heads = ["one new article searchable, ms", "p50", "max", "processor, p50", "max"]
    table([heads, *([name, *update(engines[name], number)] for name in names)])
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
