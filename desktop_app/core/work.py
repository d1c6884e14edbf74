"""Run long work in a process of its own, so that the window never waits for it."""

import multiprocessing
import signal
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
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
        kind, value = _listen(ours, report)
    finally:
        ours.close()
        child.join(PATIENCE)
        if child.is_alive():
            child.kill()
            child.join()
    if kind == "died":
        message = f"The work ended unexpectedly (code {child.exitcode}); what was done before is kept. Try again."
        raise UserError("worker_died", message)
    if kind == "error":
        raise value
    return value


def _listen(pipe: Connection, report: Progress) -> tuple[str, Any]:
    """Pass the child's reports on until it has a result or an error, or is dead."""
    last: tuple[int, int, str] = (0, 0, "")
    while True:
        try:
            kind, value = pipe.recv() if pipe.poll(LOOK_EVERY) else ("progress", last)
        except (EOFError, OSError):
            return "died", None
        if kind != "progress":
            return kind, value
        last = value
        report(*last)


def _child(pipe: Connection, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """Do the work in the child; a closed pipe means that it should stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which then asks us to stop
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
        outcome = _packed("result", work(report, *args))
    except Cancelled:
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
        outcome = _packed_error(error)
    try:
        pipe.send_bytes(outcome)
    except OSError:
        return


def _packed(kind: str, value: Any) -> bytes:
    return bytes(ForkingPickler.dumps((kind, value)))


def _packed_error(error: Exception) -> bytes:
    """Pack an error with the place where it was raised; one that cannot travel is told in a plain one."""
    trace = "".join(traceback.format_exception(error))
    if not isinstance(error, UserError):
        error.add_note(f"In the worker:\n{trace}")
    try:
        packed = _packed("error", error)
        ForkingPickler.loads(packed)
    except Exception:  # noqa: BLE001 - packing runs the error's own code
        return _packed("error", RuntimeError(trace))
    return packed
