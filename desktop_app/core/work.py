"""Run long work in a process of its own, so that the window never waits for it."""

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Cancelled, Progress

PATIENCE = 30.0  # seconds a stopped child may take to finish what it must not leave half done
REPORT_EVERY = 0.05  # seconds between two reports from the child
LOOK_EVERY = 0.1  # seconds after which a silent child is asked for, so that Cancel is heard


def in_process(report: Progress, work: Callable[..., Any], *args: Any) -> Any:
    """Run work(report, *args) in a new process and return what it returns.

    Stopping is asking: the child hears of it at its next report and puts its things in order. Raises what the
    work raises, Cancelled when `report` does, and UserError when the child dies.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_child, args=(theirs, work, args))
    child.start()
    theirs.close()
    try:
        return _listen(ours, report)
    except (EOFError, ConnectionResetError):
        child.join(1)
        message = f"The work ended unexpectedly (code {child.exitcode}); what was done before is kept. Try again."
        raise UserError("worker_died", message) from None
    finally:
        ours.close()
        child.join(PATIENCE)
        if child.is_alive():
            child.kill()


def _listen(pipe: Connection, report: Progress) -> Any:
    """Pass the child's reports on until it has a result."""
    last: tuple[int, int, str] = (0, 0, "")
    while True:
        if pipe.poll(LOOK_EVERY):
            kind, value = pipe.recv()
            if kind == "result":
                return value
            if kind == "error":
                raise value
            last = value
        report(*last)


def _child(pipe: Connection, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """Do the work in the child; a closed pipe means that it should stop."""
    reported = 0.0

    def report(done: int, total: int, note: str = "") -> None:
        nonlocal reported
        if time.monotonic() - reported >= REPORT_EVERY:
            reported = time.monotonic()
            try:
                pipe.send(("progress", (done, total, note)))
            except OSError:
                raise Cancelled from None

    try:
        outcome = ("result", work(report, *args))
    except Cancelled:
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
        outcome = ("error", error)
    try:
        pipe.send(outcome)
    except OSError:
        return
