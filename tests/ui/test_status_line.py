"""Work under way is told with progress and time left, and can be stopped."""

import time

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.jobs import Jobs
from desktop_app.ui.status_line import StatusLine, time_left


@pytest.mark.parametrize(
    ("seconds", "done", "total", "says"),
    [
        (1.0, 5, 10, ""),  # too early to tell
        (10.0, 0, 10, ""),
        (10.0, 10, 10, ""),
        (10.0, 50, 100, " · about 10 s left"),
        (10.0, 99, 100, " · about 1 s left"),
        (60.0, 10, 100, " · about 9 min left"),
    ],
)
def test_the_time_left_is_told_once_it_is_known(seconds: float, done: int, total: int, says: str) -> None:
    """No number is shown that rests on nothing."""
    assert time_left(seconds, done, total) == says


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
