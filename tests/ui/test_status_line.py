"""Work under way is told with progress and time left, and can be stopped."""

import time

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.jobs import Jobs
from desktop_app.ui.status_line import Pace, StatusLine


@pytest.mark.parametrize(
    ("seconds", "done", "total", "says"),
    [
        (1.0, 5, 10, ""),  # too early to tell
        (10.0, 0, 10, ""),
        (10.0, 10, 10, ""),
        (10.0, 1, 3, " · about 20 s left"),
        (10.0, 2, 100, ""),
    ],
)
def test_the_time_left_is_told_once_it_is_known(seconds: float, done: int, total: int, says: str) -> None:
    """No number is shown that rests on nothing."""
    pace = Pace()
    pace.time_left(50.0, 0, total)
    assert pace.time_left(50.0 + seconds, done, total) == says


def left(slow: set[int], standing: float = 0.0) -> str:
    """Return what is told after 50 of 100 files of 0.1 s, of which the slow ones took 30 s."""
    pace, now = Pace(), 0.0
    pace.time_left(now, 0, 0)
    for done in range(51):
        now += 30.0 if done in slow else 0.1
        pace.time_left(now, done, 100)
    return pace.time_left(now + standing, 50, 100)


def test_one_slow_file_does_not_make_the_others_slow() -> None:
    """After a file that took half a minute, and while one does, the rest is told at the usual pace."""
    assert left(set()) == left({7}) == left(set(), standing=30.0) == " · about 5 s left"
    assert left({0}) == " · about 5 s left"
    assert left({7, 20, 33}) == " · about 1 min left"


def count(report) -> None:
    for number in range(100_000):
        report(number, 100_000, "file.txt")
        time.sleep(0.005)


def test_cancel_stops_the_work_shown(dressed, qtbot) -> None:
    """The line shows a job while it runs, and its button stops it."""
    jobs, line = Jobs(), StatusLine()
    qtbot.addWidget(line)
    line.show()
    cancel = line.findChild(QPushButton, "cancelWork")
    assert cancel.isHidden()
    job = jobs.read("Counting", count)
    line.watch(job)
    qtbot.waitUntil(lambda: "of 100,000" in line._work.text())
    with qtbot.waitSignal(job.cancelled):
        cancel.click()
    qtbot.waitUntil(cancel.isHidden)
    jobs.close()


def test_the_first_of_several_jobs_is_shown_and_stopped(dressed, qtbot) -> None:
    """What waits for its turn neither hides the work under way nor is stopped with it."""
    jobs, line = Jobs(), StatusLine()
    qtbot.addWidget(line)
    first, second = jobs.read("Counting", count), jobs.read("Waiting", count)
    line.watch(first)
    line.watch(second)
    qtbot.waitUntil(lambda: line._work.text().startswith("Counting"))
    with qtbot.waitSignal(first.cancelled):
        line.findChild(QPushButton, "cancelWork").click()
    qtbot.waitUntil(lambda: line._work.text().startswith("Waiting"))
    with qtbot.waitSignal(second.cancelled):
        line.findChild(QPushButton, "cancelWork").click()
    jobs.close()
