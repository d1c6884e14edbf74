"""Work in a process of its own gives its result or its error, stops when asked, and never leaves one waiting."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Cancelled, Progress, silent
from desktop_app.core.work import in_process


class Particular(Exception):
    """Cannot be unpickled: it wants more than its message."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(f"{name} has {number} pages too few")


def add(report: Progress, a: int, b: int) -> int:
    return a + b


def large(report: Progress, size: int) -> bytes:
    return b"x" * size


def give_unpicklable(report: Progress) -> object:
    return lambda: None


def refuse(report: Progress) -> None:
    raise UserError("no", "It cannot be done.")


def end_early(report: Progress) -> None:
    raise EOFError("Compressed file ended before the end-of-stream marker was reached")


def raise_particular(report: Progress) -> None:
    raise Particular("flood.pdf", 3)


def raise_unpicklable(report: Progress) -> None:
    raise ValueError(threading.Lock())


def kill_itself(report: Progress) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(report: Progress) -> None:
    os._exit(7)


def count(report: Progress, number: int) -> None:
    for done in range(number):
        report(done, number, f"page {done}")
        time.sleep(0.06)


def work_until_stopped(report: Progress, place: Path) -> None:
    try:
        place.with_suffix(".begun").touch()
        while True:
            report(0, 0)
            time.sleep(0.005)
    finally:
        place.write_text("put in order")


def survive_interrupt(report: Progress) -> str:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.05)
    return "still here"


def test_the_result_comes_back() -> None:
    """What the work returns is returned, also when it is larger than a pipe holds."""
    assert in_process(silent, add, 2, 3) == 5
    assert len(in_process(silent, large, 3_000_000)) == 3_000_000


def test_progress_is_passed_on() -> None:
    """Who waits hears how far the work is."""
    heard: list[tuple[int, int, str]] = []
    in_process(lambda done, total, note="": heard.append((done, total, note)), count, 4)
    assert (2, 4, "page 2") in heard


def test_a_refusal_is_raised_as_it_was_said() -> None:
    """The user's sentence and its code survive the way."""
    with pytest.raises(UserError, match="It cannot be done") as raised:
        in_process(silent, refuse)
    assert raised.value.code == "no"


def test_a_bug_is_raised_with_its_place_in_the_worker() -> None:
    """The log says where in the worker it happened; an EOFError of the work is not taken for a dead worker."""
    with pytest.raises(EOFError, match="Compressed") as raised:
        in_process(silent, end_early)
    assert "in end_early" in raised.value.__notes__[0]


@pytest.mark.parametrize(
    ("work", "says"),
    [(raise_particular, "flood.pdf has 3 pages too few"), (raise_unpicklable, "raise_unpicklable")],
)
def test_an_error_that_cannot_travel_is_still_told(work, says: str) -> None:
    """An error of a class that cannot be packed or unpacked arrives as a plain one with all it said."""
    with pytest.raises(RuntimeError, match=says):
        in_process(silent, work)


def test_a_result_that_cannot_travel_is_a_bug_that_is_told() -> None:
    """Returning what cannot be sent ends in an error that says so."""
    with pytest.raises((AttributeError, TypeError, ValueError), match="pickle"):
        in_process(silent, give_unpicklable)


@pytest.mark.parametrize(("work", "code"), [(leave, "code 7"), (kill_itself, "code -9")])
def test_a_worker_that_dies_is_told(work, code: str) -> None:
    """A worker killed from outside ends as a sentence, not as endless waiting."""
    with pytest.raises(UserError, match=code) as raised:
        in_process(silent, work)
    assert raised.value.code == "worker_died"


def test_stopping_lets_the_worker_put_its_things_in_order(tmp_path: Path) -> None:
    """Cancel is asked, never cut: what the work does at its end is done before anyone goes on."""
    place = tmp_path / "order.txt"

    def stop_once_begun(done: int, total: int, note: str = "") -> None:
        if place.with_suffix(".begun").exists():
            raise Cancelled

    with pytest.raises(Cancelled):
        in_process(stop_once_begun, work_until_stopped, place)
    assert place.read_text() == "put in order"


def test_ctrl_c_is_left_to_the_parent() -> None:
    """A terminal sends Ctrl-C to both; the worker hears of it from the parent and is not cut."""
    assert in_process(silent, survive_interrupt) == "still here"
