"""Reading files with worker processes: in order, and so that a crash or a hang costs only that file."""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bundle_of
from desktop_app.core.importing.files import read_unless
from desktop_app.core.importing.worker import SECONDS, Item, Job, seconds_for, serve

if TYPE_CHECKING:
    from desktop_app.core.archive.likenesses import Traits

WORKERS = 2
AHEAD, AHEAD_BYTES = 64, 100_000_000  # of files that are being read or wait for an earlier one
MEMBERS_AHEAD = 8  # of a bundle, read while an earlier file is waited for
TOGETHER, TOGETHER_BYTES = 16, 100_000  # of files given to a worker at once
LOOK_EVERY = 0.1  # seconds after which a silent worker is asked for, so that Cancel is heard
OUT_OF_TIME = 1  # how a worker ends that its watch has ended
SLACK = 0.95  # share of its time after which a worker that ended has run out of it


@dataclass(frozen=True)
class Original:
    """What became of a file, or of a member of a bundle: the articles in it, or why there are none.

    `member` is its path in the bundle, "" for the file itself. `known` is the article that was already read from
    these bytes.
    """

    path: Path
    member: str = ""
    content: bytes = b""
    articles: Sequence[Article] = ()
    error: UnreadableFile | None = None
    known: int | None = None
    traits: Sequence["Traits"] = ()

    @property
    def place(self) -> str:
        """Where it was found, as the user is told."""
        return f"{self.path}/{self.member}" if self.member else str(self.path)

    @property
    def name(self) -> str:
        """The name of the file itself."""
        return PurePosixPath(self.member.replace("\\", "/")).name if self.member else self.path.name


def read_files(
    paths: Iterable[Path],
    known: Callable[[bytes], int | None] = lambda _: None,
    pause: Callable[[Path], None] = lambda _: None,
) -> Generator[Original, None, None]:
    """Yield what became of each file, and of each member of a bundle, in the order of the paths.

    `known` returns the article already read from some bytes, which are then not read again; `pause` is called with
    the file waited for while there is nothing to yield, and may raise to stop.
    """
    reading = _Reading(iter(paths), known)
    try:
        while reading.fill():
            ready = list(reading.ready())
            yield from ready
            if not ready and (waited_for := reading.first):
                pause(waited_for)
                reading.listen()
    finally:
        reading.stop()


@dataclass
class _Task:
    """One file on its way: what came of it until now, and whether that is all.

    One that may have ended a worker is given to another `alone`, so that it can be told.
    """

    job: Job
    alone: bool = False
    outcomes: deque[Original] = field(default_factory=deque)
    items: int = 0
    done: bool = False

    @property
    def size(self) -> int:
        """How many bytes of it are in memory."""
        return len(self.job.original or b"")

    @property
    def is_single(self) -> bool:
        """Whether a worker must have it for itself."""
        return self.alone or self.job.original is None


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    tasks: deque[_Task] = field(default_factory=deque)
    since: float = 0.0


class _Reading:
    """The files on their way, in order, and the workers that read them."""

    def __init__(self, paths: Iterator[Path], known: Callable[[bytes], int | None]) -> None:
        self._paths = paths
        self._known = known
        self._tasks: deque[_Task] = deque()
        self._waiting: deque[_Task] = deque()
        self._workers: list[_Worker] = []
        self._bytes = 0

    def fill(self) -> bool:
        """Take up more files and give them to idle workers; tell whether there is anything left to do."""
        while self._has_room() and (path := next(self._paths, None)) is not None:
            task = self._task(path)
            self._tasks.append(task)
            self._bytes += task.size
            if not task.done:
                self._waiting.append(task)
        while self._waiting and (worker := self._idle()):
            self._give(worker, self._some())
        return bool(self._tasks)

    def _has_room(self) -> bool:
        return len(self._tasks) < AHEAD and self._bytes < AHEAD_BYTES

    def _some(self) -> list[_Task]:
        """Take from what waits what one worker is to read next: one file, or some small ones."""
        some = [self._waiting.popleft()]
        size = some[0].size
        while self._waiting and len(some) < TOGETHER and not (some[-1].is_single or self._waiting[0].is_single):
            size += self._waiting[0].size
            if size > TOGETHER_BYTES:
                break
            some.append(self._waiting.popleft())
        return some

    @property
    def first(self) -> Path | None:
        """The file waited for, None when all is done."""
        return self._tasks[0].job.path if self._tasks else None

    def ready(self) -> Iterator[Original]:
        """Yield what is known of the first files."""
        while self._tasks:
            first = self._tasks[0]
            while first.outcomes:
                yield first.outcomes.popleft()
            if not first.done:
                return
            self._bytes -= self._tasks.popleft().size

    def listen(self) -> None:
        """Wait a moment for the workers, and take what they say."""
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks and not self._is_full(worker)}
        for pipe in wait(list(busy), LOOK_EVERY) if busy else ():
            worker = busy[pipe]  # type: ignore[index]
            try:
                self._take(worker, worker.pipe.recv())
            except (EOFError, OSError):
                self._bury(worker)

    def _is_full(self, worker: _Worker) -> bool:
        """Tell whether a bundle has enough read members waiting for an earlier file; its worker then waits too."""
        task = worker.tasks[0]
        return task is not self._tasks[0] and len(task.outcomes) >= MEMBERS_AHEAD

    def stop(self) -> None:
        """End the workers; what they were reading is dropped."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill() if worker.tasks else None
        for worker in self._workers:
            worker.process.join(SECONDS)
            worker.process.close()
        self._workers = []

    def _task(self, path: Path) -> _Task:
        """Return the task for a file, already done where the file needs no worker."""
        try:
            original = read_unless(partial(bundle_of, path.name), path)
        except UnreadableFile as error:
            return _done(Original(path, error=error))
        if original is None:
            return _Task(Job(path, None))
        if known := self._known(original):
            return _done(Original(path, known=known))
        return _Task(Job(path, original))

    def _idle(self) -> _Worker | None:
        idle = next((worker for worker in self._workers if not worker.tasks), None)
        if idle or len(self._workers) >= WORKERS:
            return idle
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _give(self, worker: _Worker, tasks: list[_Task]) -> None:
        worker.tasks, worker.since = deque(tasks), time.monotonic()
        try:
            worker.pipe.send([replace(task.job, skip=task.items) if task.items else task.job for task in tasks])
        except OSError:
            self._bury(worker)

    def _take(self, worker: _Worker, items: list[Item | None]) -> None:
        worker.since = time.monotonic()
        for item in items:
            task = worker.tasks[0]
            if item is not None:
                task.items += 1
                content = item.original or task.job.original or b""
                read = (item.member, content, item.articles, item.error, None, item.traits)
                task.outcomes.append(Original(task.job.path, *read))
            if item is None or task.job.original is not None:
                task.done = True
                worker.tasks.popleft()

    def _bury(self, worker: _Worker) -> None:
        """Say what file ended a worker; what else it was given, or is in a bundle, is given to another.

        Of several files nobody knows which it was, so each is given again alone.
        """
        tasks, seconds = worker.tasks, time.monotonic() - worker.since
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        watched = worker.process.exitcode == OUT_OF_TIME
        worker.process.close()
        if len(tasks) == 1:
            self._blame(tasks[0], seconds if watched else 0.0)
        for task in tasks:
            task.alone = True
        self._waiting.extendleft(task for task in reversed(tasks) if not task.done)

    def _blame(self, task: _Task, seconds: float) -> None:
        """Say that a file, or a member of a bundle, ended its worker, by taking so many seconds or otherwise."""
        too_slow = seconds >= SLACK * seconds_for(task.size)
        error = _too_slow(task, seconds) if too_slow else _failed(task)
        task.outcomes.append(Original(task.job.path, error=error))
        task.items += 1
        task.done = task.job.original is not None


def _too_slow(task: _Task, seconds: float) -> UnreadableFile:
    message = f"{_named(task)} took longer than {seconds:.0f} seconds and was given up. Save only the article."
    return UnreadableFile("too_slow", message)


def _failed(task: _Task) -> UnreadableFile:
    message = (
        f"{_named(task)} made its reader fail, so it was left out. Try to save it again, or in another format."
    )
    return UnreadableFile("damaged", message)


def _named(task: _Task) -> str:
    return f"“{task.job.path.name}”" if task.job.original is not None else f"A file in “{task.job.path.name}”"


def _done(original: Original) -> _Task:
    return _Task(Job(original.path, b""), outcomes=deque([original]), done=True)
