"""What is left of an index after a crash: each article is found as it was or as it is now, and nothing else is.

Run as python tests/benchmarks/crashes.py [--kills N]. An index is built anew, or brought up to articles that were
changed, in small commits, by a process that is ended inside of a commit or a merge by a signal it cannot answer, as
kill -9 does. Ends with status 1 at the first wrong answer.
"""

import argparse
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import asking
import generating
from engines import Ours
from running import table

from desktop_app.core.archive import opened
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder
from desktop_app.core.search import index as index_module
from desktop_app.core.search.fast import writer as writer_module
from desktop_app.core.search.index import catch_up, check, rebuild

ARTICLES, CHANGED = 600, 200
ARTICLES_A_COMMIT = 20
QUERIES = ("bai", '"ba be"', "bes*", "b?st*", "baki bestu", "stribe~", "batro OR dimo", '"ba dimo"~5', "brou -stra")
QUERIES += ("bai 2014-02..2014-06", 'source:"Outlet" bestu', "name:(batro dimo)")
WORKS = {"catching up": catch_up, "building anew": rebuild}

Around = Callable[[str], AbstractContextManager[None]]
Answers = list[list[int]]


class Phase(NamedTuple):
    """A commit or a merge: the how manieth of them began there, and how many seconds it took."""

    name: str
    number: int
    seconds: float


def main() -> int:
    """Kill, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        Kills(filled(Path(name)), random.Random(1)).all(given.kills)
    return 0


def filled(place: Path) -> Path:
    """Make an archive in a folder, and its index: several parts, some of them with deletions; commits are small."""
    index_module.ARTICLES_A_COMMIT = ARTICLES_A_COMMIT
    folder = place / "archive"
    folder.mkdir()
    made = enumerate(islice(generating.articles(ARTICLES), ARTICLES), 1)
    Ours(folder).prepare(asking.Record(id_, title, body, "Outlet", id_) for id_, (title, body) in made)
    for number in (CHANGED, ARTICLES_A_COMMIT, ARTICLES_A_COMMIT // 2):
        retitle(folder, 0, number)
        with opened(folder) as archive:
            catch_up(silent, archive)
    return folder


def retitle(folder: Path, turn: int, number: int = CHANGED) -> None:
    """Give the first articles a new title, so that they wait for the index."""
    with opened(folder) as archive:
        archive.corrections.field(list(range(1, number + 1)), "title", f"turn{turn}").do()


def answers(folder: Path, queries: tuple[str, ...] = QUERIES) -> Answers:
    """Return what every query finds, in order."""
    finder = Finder(folder)
    try:
        found = [finder.find(query) for query in queries]
        return [one.ids[: len(one.ids) - one.partial].tolist() for one in found]
    finally:
        finder.close()


class Kills:
    """Kills the work on one archive again and again."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self._folder, self._rng = folder, rng
        self._right = answers(folder)
        self._turn = 0

    def all(self, number: int) -> None:
        """Kill so often inside of commits and merges, by turns; print what was killed and what was found then."""
        phases = {what: self._measured(what) for what in WORKS}
        rows: list[list[object]] = [["killed in", "of", "ms after its begin", "of about", "new were found"]]
        tried = 0
        while len(rows) <= number:
            tried += 1
            what, name = list(WORKS)[len(rows) % 2], ("commit", "merge")[len(rows) // 2 % 2]
            phase = self._rng.choice([phase for phase in phases[what] if phase.name == name])
            after = self._rng.uniform(0, phase.seconds)
            if inside := self._killed(what, phase.number, after):
                new = self._checked()
                rows.append([inside, what, after * 1000, phase.seconds * 1000, f"{new} of {CHANGED}"])
            self._complete()
        table(rows)
        landed = Counter(f"{inside}, {what}" for inside, what, *_ in rows[1:])
        print(f"\n{sum(landed.values())} kills landed of {tried}: {dict(landed)}")

    def _measured(self, what: str) -> list[Phase]:
        """Do the work once and return its commits and merges."""
        told, ended = self._begun(what, timed)
        expect(ended == 0, "it failed by itself")
        return [Phase(*found) for found in told]

    def _killed(self, what: str, number: int, after: float) -> str:
        """Do the work until it is killed; return inside of what that was, "" when it was done before."""
        told, ended = self._begun(what, lambda pipe: dying(pipe, number, after))
        expect(ended in (0, -signal.SIGALRM), "it failed by itself")
        return told[-1] if ended else ""

    def _begun(self, what: str, around: Callable[[Connection], Around]) -> tuple[list[Any], int | None]:
        """Let a process do the work until it has ended; return what it told, and its status."""
        self._turn += 1
        retitle(self._folder, self._turn)
        context = multiprocessing.get_context("fork")
        pipe, other = context.Pipe(duplex=False)
        child = context.Process(target=work, args=(self._folder, what, around(other)))
        child.start()
        other.close()
        told = list(received(pipe))
        child.join()
        return told, child.exitcode

    def _complete(self) -> None:
        with opened(self._folder) as archive:
            catch_up(silent, archive)
            expect(not check(archive), "an index that was completed is not sound")
        expect(self._checked() == CHANGED, "after completing it not all was found")

    def _checked(self) -> int:
        """See that each article is found in its old or its new state, and return how many in the new one."""
        expect(answers(self._folder) == self._right, "after a kill something else was found")
        old, new = answers(self._folder, (f"title:turn{self._turn - 1}", f"title:turn{self._turn}"))
        expect(sorted(old + new) == list(range(1, CHANGED + 1)), "an article has no title, or two")
        return len(new)


def work(folder: Path, what: str, around: Around) -> None:
    """Write the index, with something around every commit and every merge."""

    def within(name: str, does: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **options: Any) -> Any:
            with around(name):
                return does(*given, **options)

        return done

    writer_module.BulkWriter.commit = within("commit", writer_module.BulkWriter.commit)  # type: ignore[method-assign]
    writer_module.merged = within("merge", writer_module.merged)
    with opened(folder) as archive:
        WORKS[what](silent, archive)


def timed(pipe: Connection) -> Around:
    """Tell how long each commit and merge takes."""
    numbers = count()

    @contextmanager
    def around(name: str) -> Iterator[None]:
        number, began = next(numbers), time.monotonic()
        yield
        pipe.send((name, number, time.monotonic() - began))

    return around


def dying(pipe: Connection, wanted: int, after: float) -> Around:
    """End this process so long after a commit or merge began; when that is over by then, inside of the next one."""
    numbers = count()

    @contextmanager
    def around(name: str) -> Iterator[None]:
        mine = next(numbers) >= wanted and not any(signal.getitimer(signal.ITIMER_REAL))
        if mine:
            pipe.send(name)
            signal.setitimer(signal.ITIMER_REAL, max(after, 1e-6))
        yield
        if mine:
            signal.setitimer(signal.ITIMER_REAL, 0)

    return around


def received(pipe: Connection) -> Iterator[Any]:
    """Give what a process tells, until it has ended."""
    while True:
        try:
            yield pipe.recv()
        except EOFError:
            return


def expect(condition: bool, message: str) -> None:
    """End when something is wrong."""
    if not condition:
        sys.exit(message)


if __name__ == "__main__":
    sys.exit(main())
