"""A process in which the index follows an import, so that reading need not wait for it."""

import multiprocessing
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.core.archive import opened
from desktop_app.core.progress import Progress, silent

EVERY = 1_000  # articles for which it is worth while to write to the index
LOOK_EVERY = 0.1  # seconds


class Following:
    """The index of one archive, following what is written to the archive.

    Whatever ends its process costs nothing: what it had not finished is still in the queue.
    """

    def __init__(self, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._pipe = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(theirs, folder), daemon=True)
        self._process.start()
        theirs.close()

    def finish(self, report: Progress) -> bool:
        """Wait until all that waits is indexed; tell whether it could be."""
        self._pipe.close()
        while self._process.is_alive():
            report(0, 0, "Indexing")
            self._process.join(LOOK_EVERY)
        return self._process.exitcode == 0

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def serve(pipe: Connection, folder: Path) -> None:
    """Index what waits whenever it is much, and once more when the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the import, which then ends us
    from desktop_app.core.search.fast.inversion import Vocabulary
    from desktop_app.core.search.index import catch_up

    vocabularies: dict[str, Vocabulary] = {}
    try:
        with opened(folder) as archive:
            last = False
            while not last:
                last = pipe.poll(LOOK_EVERY)
                if last or len(archive.index_queue) >= EVERY:
                    catch_up(silent, archive, vocabularies)
    except Exception:  # noqa: BLE001 - the import then goes on without us, and says what is wrong
        sys.exit(1)
