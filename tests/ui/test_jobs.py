"""Long work never blocks the window, tells how it ended, and stops when asked."""

import os
import time

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.ui.jobs import Jobs


def add(report: Progress, a: int, b: int) -> int:
    report(1, 2)
    return a + b


def refuse(report: Progress) -> None:
    raise UserError("no", "It cannot be done.")


def endless(report: Progress) -> None:
    while True:
        report(0, 0)
        time.sleep(0.005)


def where(report: Progress) -> int:
    return os.getpid()


def die(report: Progress) -> None:
    os._exit(7)


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_job_gives_its_result(jobs: Jobs, qtbot: QtBot) -> None:
    """What the work returns arrives on the interface thread."""
    job = jobs.read("Add", add, 2, 3)
    with qtbot.waitSignal(job.succeeded) as ended:
        pass
    assert ended.args == [5]


def test_a_refusal_arrives_as_it_was_said(jobs: Jobs, qtbot: QtBot) -> None:
    """The user's sentence survives the way through another process."""
    job = jobs.write("Refuse", refuse)
    with qtbot.waitSignal(job.failed, timeout=20_000) as ended:
        pass
    assert (str(ended.args[0]), ended.args[0].code) == ("It cannot be done.", "no")


def test_writing_happens_in_another_process(jobs: Jobs, qtbot: QtBot) -> None:
    """A writer can never hold this process's interpreter."""
    job = jobs.write("Where", where)
    with qtbot.waitSignal(job.succeeded, timeout=20_000) as ended:
        pass
    assert ended.args[0] != os.getpid()


def test_a_worker_that_dies_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    """A worker killed from outside ends as a sentence, not as an endless bar."""
    job = jobs.write("Die", die)
    with qtbot.waitSignal(job.failed, timeout=20_000) as ended:
        pass
    assert "code 7" in str(ended.args[0])


@pytest.mark.parametrize("kind", ["read", "write"])
def test_work_stops_when_asked(jobs: Jobs, qtbot: QtBot, kind: str) -> None:
    """Cancel ends the work at its next report."""
    job = getattr(jobs, kind)("Endless", endless)
    with qtbot.waitSignal(job.cancelled, timeout=20_000):
        job.cancel()


def test_the_newest_search_wins(jobs: Jobs, qtbot: QtBot) -> None:
    """A search under way is dropped for a newer one, and only the newer is answered."""
    old = jobs.search("Search", endless)
    heard: list[object] = []
    old.succeeded.connect(heard.append)
    new = jobs.search("Search", add, 1, 1)
    with qtbot.waitSignals([old.cancelled, new.succeeded], timeout=10_000):
        pass
    assert heard == []


def test_no_search_waits_for_what_relates_articles(jobs: Jobs, qtbot: QtBot) -> None:
    """The search has its own thread; a newer question about the same drops the older one."""
    old = jobs.relate("Same event", endless)
    with qtbot.waitSignal(jobs.search("Search", add, 1, 1).succeeded, timeout=10_000):
        pass
    with qtbot.waitSignals([old.cancelled, jobs.relate("Same event", add, 1, 1).succeeded], timeout=10_000):
        pass


def test_closing_leaves_nothing_running(qapp, qtbot: QtBot) -> None:
    """After the window is closed nothing runs."""
    jobs = Jobs()
    for _ in range(3):
        jobs.read("Endless", endless)
        jobs.relate("Related", endless)
    jobs.close()
    qtbot.waitUntil(lambda: not jobs.busy())
