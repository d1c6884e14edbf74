"""Snippets are read off the interface thread, and only those of the present search arrive."""

from pathlib import Path

import pytest

from desktop_app.ui.jobs import Jobs
from desktop_app.ui.snippets import PAGE, Snippets


@pytest.fixture
def reading(qapp):
    jobs = Jobs()
    yield Snippets(jobs, jobs)
    jobs.close()


def query(text: str):
    from desktop_app.core.search.parse import parse

    return parse(text)


def test_missing_snippets_arrive(reading: Snippets, small_archive: Path, qtbot) -> None:
    """What came with the search is given at once, the rest follows with its hits marked."""
    reading.begin(small_archive, query("lock"), {3: [("known", False)]})
    with qtbot.waitSignal(reading.ready) as ready:
        assert reading.of([3, 1]) == {3: [("known", False)]}
    assert list(ready.args[0]) == [1]
    assert ("lock", True) in ready.args[0][1]


def test_snippets_of_an_earlier_search_are_dropped(reading: Snippets, small_archive: Path, qtbot) -> None:
    """The hits of a search that has been replaced are never shown for the new one."""
    heard: list[dict] = []
    reading.ready.connect(heard.append)
    reading.begin(small_archive, query("lock"), {})
    reading.of([1])
    reading.begin(small_archive, query("river"), {})
    with qtbot.waitSignal(reading.ready):
        reading.of([2])
    assert [list(found) for found in heard] == [[2]]


def test_those_asked_for_last_come_first(reading: Snippets, small_archive: Path, qtbot) -> None:
    """Who scrolls far sees the snippets of where they are before those they passed."""
    heard: list[dict] = []
    reading.ready.connect(heard.append)
    reading.begin(small_archive, query("lock"), {})
    reading.of([99])  # under way at once
    reading.of([1, *range(100, 99 + PAGE)])
    reading.of([2, *range(200, 199 + PAGE)])
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert [list(found) for found in heard] == [[], [2], [1]]


def test_closing_stops_what_was_asked_for(small_archive: Path, qapp, qtbot) -> None:
    """After the window is closed no snippet is read any more."""
    jobs = Jobs()
    reading = Snippets(jobs, jobs)
    heard: list[dict] = []
    reading.ready.connect(heard.append)
    reading.begin(small_archive, query("lock"), {})
    for first in range(0, 20 * PAGE, PAGE):
        reading.of(range(first, first + PAGE))
    jobs.close()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert heard == []
