"""What is left after a crash.

Run as python tests/benchmarks/durability.py [--times N] [--files N]. Imports are killed, or cancelled with
Ctrl-C, at random moments. Each time the archive must open, hold every original it names with the right SHA-256,
pass its own check, and take in exactly what is missing when the same import is run again. Ends with status 1 at
the first archive that does not.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from generating import articles, write
from running import answer, answers, start, table

from desktop_app.core.archive import exists, opened


def main() -> int:
    """Break imports and print, for each, what was in the archive and what the second import added."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    choices = parser.parse_args()
    rng = random.Random(choices.seed)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        files = write(home / "files", articles(choices.files, choices.seed))
        seconds = undisturbed(home / "undisturbed", files)
        print(f"{len(files)} files; an undisturbed import takes {seconds:.1f} s")
        rows: list[list[object]] = [["stopped by", "after s", "status", "committed", "added later"]]
        for number in range(choices.times):
            kind = signal.SIGINT if number % 4 == 3 else signal.SIGKILL
            after = rng.uniform(0, seconds)
            rows.append(stopped(home / f"archive-{number}", files, kind, after))
        table(rows)
    print("every archive opened, was whole, and was completed")
    return 0


def undisturbed(archive: Path, files: list[Path]) -> float:
    """Import once to the end and return the seconds it takes."""
    started = time.monotonic()
    report = answer(archive, "import", files[0].parent)
    seconds = time.monotonic() - started
    expect(len(report["added"]) == len(files), f"only {len(report['added'])} files came in")
    return seconds


def stopped(archive: Path, files: list[Path], kind: signal.Signals, after: float) -> list[object]:
    """Stop an import, look at what is left, import again, and return a row of the table."""
    process = start(archive, "import", files[0].parent, "--json")
    time.sleep(after)
    os.killpg(process.pid, kind)
    _, messages = process.communicate()
    committed = whole(archive)
    spoken = "Traceback" not in messages or not committed  # before the program runs, Python itself answers Ctrl-C
    expect(spoken, f"an import under way should say in a sentence that it was stopped:\n{messages}")
    report = answer(archive, "import", files[0].parent)
    expect(len(report["added"]) == len(files) - committed, f"{committed} were there, {len(report['added'])} came")
    expect(not report["failed"], f"failed: {report['failed'][:3]}")
    expect(whole(archive) == len(files), "the second import did not complete the archive")
    query = archive.with_suffix(".query")
    query.write_text("".join(f"{file.read_text(encoding='utf-8').splitlines()[0]}\n" for file in files[::100]))
    missed = [found["input"] for found in answers(archive, "search", "--batch", query) if not found["total"]]
    expect(not missed, f"not found after all: {missed[:3]}")
    return [kind.name, after, process.returncode, committed, len(report["added"])]


def whole(archive: Path) -> int:
    """Return how many articles an archive holds, having looked at every original and run its own check."""
    if not exists(archive):
        return 0
    with opened(archive) as found:
        ids = found.articles.ids()
        for article in found.articles.many(ids):
            found.originals.read(article.sha256)
    answer(archive, "check")
    return len(ids)


def expect(condition: bool, message: str) -> None:
    """End the benchmark when an archive is not what it must be."""
    if not condition:
        sys.exit(f"durability: {message}")


if __name__ == "__main__":
    sys.exit(main())
