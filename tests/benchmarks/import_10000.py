"""How long until 10,000 files can be searched.

Run as python tests/benchmarks/import_10000.py [--jsonl FILE] [--number N] [--rounds N]. Imports generated text
files, or those of a file with {"title", "text"} a line, then searches. Beside it, on the same files and in turns,
the plainest alternative: Python fills SQLite's FTS5 and asks that; and Recoll, where it is installed, which finds
files by their words: it only indexes, at ordinary priority and without its spelling dictionary. The alternatives
keep no originals, look for no titles, dates or furniture, and explain nothing.
"""

import argparse
import os
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from generating import articles, from_jsonl, write
from running import answer, answers, table

EACH = 40  # queries of each kind
BEST = 20  # hits asked for


class Result(NamedTuple):
    """What one took: seconds, also of processor, peak memory and size in MB, and milliseconds a query by kind."""

    seconds: float
    processor: float
    memory: float
    size: float
    latencies: dict[str, list[float]]


Way = Callable[[Path, list[Path], dict[str, list[str]]], Result]


def main() -> int:
    """Measure all in turns and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    choices = parser.parse_args()
    ways: dict[str, Way] = {"Second Source": second_source, "SQLite FTS5": fts5}
    if shutil.which("recollindex"):
        ways["Recoll"] = recoll
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        contents = from_jsonl(choices.jsonl, choices.number) if choices.jsonl else articles(choices.number)
        files = write(home / "files", contents)
        queries = ask_for(files)
        results: dict[str, list[Result]] = {way: [] for way in ways}
        # Nothing is deleted between the rounds: for minutes after, ext4 looks for a place for each new file among
        # those of the deleted ones, and whoever writes many files pays for whoever was measured before.
        for turn in range(choices.rounds):
            for number, (way, measure) in enumerate(ways.items()):
                place = home / f"{turn}-{number}"
                place.mkdir()
                with ProcessPoolExecutor(1, get_context("spawn")) as pool:  # so that the memory is its own
                    results[way].append(pool.submit(measure, place, files, queries).result())
    show(len(files), results)
    return 0


def second_source(home: Path, files: list[Path], queries: dict[str, list[str]]) -> Result:
    """Import with the command line, then search in one process."""
    archive = home / "archive"
    began = time.monotonic(), processor()
    report = answer(archive, "import", files[0].parent, allowed=(0, 1))
    spent = time.monotonic() - began[0], processor() - began[1]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(*(f"{len(report[kind])} {kind}" for kind in ("added", "duplicates", "failed")), sep=", ")
    latencies = {}
    for kind, texts in queries.items():
        batch = home / "queries.txt"
        batch.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
        found = answers(archive, "search", "--batch", batch, "--limit", BEST)
        latencies[kind] = [float(line["took_ms"]) for line in found]
    return Result(*spent, memory, megabytes(archive), latencies)


def recoll(home: Path, files: list[Path], _queries: dict[str, list[str]]) -> Result:
    """Index the folder with Recoll, as it comes but for its low priority."""
    settings = f"topdirs = {files[0].parent}\nidxniceprio = 0\nmonioniceclass = 2\nnoaspell = 1\n"
    (home / "recoll.conf").write_text(settings, encoding="utf-8")
    began = time.monotonic(), processor()
    subprocess.run(["recollindex", "-z", "-c", home], check=True, capture_output=True)
    spent = time.monotonic() - began[0], processor() - began[1]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    asked = ["recollq", "-c", home, "-n", "1", "ext:txt"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    if f"{len(files)} results" not in said:
        sys.exit(f"Recoll has not indexed all files: {said}")
    return Result(*spent, memory, megabytes(home), {})


def fts5(home: Path, files: list[Path], queries: dict[str, list[str]]) -> Result:
    """Fill SQLite's own full-text index and ask it for the number of hits and the best, with snippets."""
    place = home / "articles.sqlite3"
    began = time.monotonic(), processor()
    db = sqlite3.connect(place)
    db.execute("CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize='porter unicode61')")
    with db:
        for file in files:
            title, _, body = file.read_text(encoding="utf-8").partition("\n")
            db.execute("INSERT INTO articles VALUES (?, ?)", (title, body))
    spent = time.monotonic() - began[0], processor() - began[1]
    best = f"SELECT rowid, snippet(articles, 1, '[', ']', '…', 24) FROM articles(?) ORDER BY rank LIMIT {BEST}"
    latencies: dict[str, list[float]] = {}
    for kind, texts in queries.items():
        for text in texts:
            query = text if text.startswith('"') else " ".join(f'"{word}"' for word in text.split())
            asked = time.perf_counter()
            db.execute("SELECT count(*) FROM articles(?)", (query,)).fetchone()
            db.execute(best, (query,)).fetchall()
            latencies.setdefault(kind, []).append((time.perf_counter() - asked) * 1000)
    db.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Result(*spent, memory, megabytes(place.parent), latencies)


def processor() -> float:
    """Return the seconds of processor this process and the ended ones it started have taken."""
    return sum(os.times()[:4])


def ask_for(files: Sequence[Path]) -> dict[str, list[str]]:
    """Return queries by kind, all taken from the files, so that each finds something."""
    rng = random.Random(2)
    kinds: dict[str, list[str]] = {"a word": [], "two words": [], "three words": [], "a phrase of two": []}
    for file in rng.sample(files, min(EACH, len(files))):
        body = file.read_text(encoding="utf-8").split("\n\n", 2)[2].lower()
        words = re.findall(r"\w+", body)
        kinds["a word"].append(rng.choice(words))
        kinds["two words"].append(" ".join(rng.sample(words, 2)))
        kinds["three words"].append(" ".join(rng.sample(words, 3)))
        first = rng.randrange(len(words) - 1)
        kinds["a phrase of two"].append(f'"{words[first]} {words[first + 1]}"')
    return kinds


def show(number: int, results: dict[str, list[Result]]) -> None:
    """Print the cost of filling, the middle of all rounds, then of asking."""
    ours = middle(results["Second Source"]).seconds
    rows: list[list[object]] = [
        ["", "seconds", "each round", "÷ ours", "processor", "files/s", "peak MB", "size MB"]
    ]
    for name, rounds in results.items():
        each, r = " ".join(f"{one.seconds:.1f}" for one in rounds), middle(rounds)
        rows.append([name, r.seconds, each, r.seconds / ours, r.processor, number / r.seconds, r.memory, r.size])
    table(rows)
    asked = {name: middle(rounds).latencies for name, rounds in results.items() if rounds[0].latencies}
    heads: list[object] = ["ms a query"]
    for name in asked:
        heads += [f"{name} p50", "p95"]
    rows = [heads]
    for kind in next(iter(asked.values())):
        cells: list[object] = [kind]
        for latencies in asked.values():
            twentieths = statistics.quantiles(latencies[kind], n=20, method="inclusive")
            cells += [twentieths[9], twentieths[18]]
        rows.append(cells)
    print()
    table(rows)


def middle(rounds: Sequence[Result]) -> Result:
    """Return the round that took neither long nor short."""
    return sorted(rounds, key=lambda result: result.seconds)[len(rounds) // 2]


def megabytes(folder: Path) -> float:
    """Return the size of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
