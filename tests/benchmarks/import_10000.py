"""How long until 10,000 files can be searched.

Run as python tests/benchmarks/import_10000.py [--jsonl FILE] [--number N]. Imports generated text files, or those
of a file with {"title", "text"} a line, then searches. Beside it, on the same files in the same run, the plainest
alternative: Python fills SQLite's FTS5 and asks that. The alternative only reads, indexes and finds; it keeps no
originals, looks for no titles, dates or furniture, and explains nothing.
"""

import argparse
import random
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from generating import articles, from_jsonl, write
from running import answer, answers, table

EACH = 40  # queries of each kind
BEST = 20  # hits asked for


class Result(NamedTuple):
    """What one of the two took: seconds, peak memory and size in MB, and milliseconds a query by kind."""

    seconds: float
    memory: float
    size: float
    latencies: dict[str, list[float]]


def main() -> int:
    """Measure both and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    choices = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        contents = from_jsonl(choices.jsonl, choices.number) if choices.jsonl else articles(choices.number)
        files = write(home / "files", contents)
        queries = ask_for(files)
        ours = second_source(home, files, queries)
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            peer = pool.submit(fts5, home, files, queries).result()
    show(len(files), {"Second Source": ours, "SQLite FTS5": peer})
    return 0


def second_source(home: Path, files: list[Path], queries: dict[str, list[str]]) -> Result:
    """Import with the command line, then search in one process."""
    archive = home / "archive"
    started = time.monotonic()
    report = answer(archive, "import", files[0].parent, allowed=(0, 1))
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(*(f"{len(report[kind])} {kind}" for kind in ("added", "duplicates", "failed")), sep=", ")
    latencies = {}
    for kind, texts in queries.items():
        batch = home / "queries.txt"
        batch.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
        found = answers(archive, "search", "--batch", batch, "--limit", BEST)
        latencies[kind] = [float(line["took_ms"]) for line in found]
    return Result(seconds, memory, megabytes(archive), latencies)


def fts5(home: Path, files: list[Path], queries: dict[str, list[str]]) -> Result:
    """Fill SQLite's own full-text index and ask it for the number of hits and the best, with snippets."""
    place = home / "fts5" / "articles.sqlite3"
    place.parent.mkdir()
    started = time.monotonic()
    db = sqlite3.connect(place)
    db.execute("CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize='porter unicode61')")
    with db:
        for file in files:
            title, _, body = file.read_text(encoding="utf-8").partition("\n")
            db.execute("INSERT INTO articles VALUES (?, ?)", (title, body))
    seconds = time.monotonic() - started
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
    return Result(seconds, memory, megabytes(place.parent), latencies)


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


def show(number: int, results: dict[str, Result]) -> None:
    """Print the cost of filling, then of asking."""
    rows: list[list[object]] = [["", "seconds", "files/s", "peak MB", "size MB"]]
    rows += [[name, r.seconds, number / r.seconds, r.memory, r.size] for name, r in results.items()]
    table(rows)
    heads: list[object] = ["ms a query"]
    for name in results:
        heads += [f"{name} p50", "p95"]
    rows = [heads]
    for kind in next(iter(results.values())).latencies:
        cells: list[object] = [kind]
        for result in results.values():
            twentieths = statistics.quantiles(result.latencies[kind], n=20, method="inclusive")
            cells += [twentieths[9], twentieths[18]]
        rows.append(cells)
    print()
    table(rows)


def megabytes(folder: Path) -> float:
    """Return the size of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
