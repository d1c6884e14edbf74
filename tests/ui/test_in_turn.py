"""Questions are answered in turn, and those that no longer matter are not."""

from desktop_app.core.progress import Progress
from desktop_app.core.search.same_event import Events
from desktop_app.ui.in_turn import InTurn
from desktop_app.ui.main_window import MainWindow


def doubled(_report: Progress, _events: Events, number: int) -> int:
    return number * 2


def failing(_report: Progress, _events: Events, number: int) -> int:
    raise ValueError(number)


def turns(window: MainWindow, work=doubled) -> tuple[InTurn, list[int]]:
    """Return what asks, and what it is answered."""
    turns, answers = InTurn(window.session, "Numbers", work, window), []
    turns.answered.connect(answers.append)
    return turns, answers


def test_one_after_the_other(library: MainWindow, qtbot) -> None:
    """An answer may spare a question that still waits."""
    asking, answers = turns(library)
    asking.ask(number for number in (1, 2, 4, 5) if number not in answers)
    qtbot.waitUntil(lambda: answers == [2, 8, 10])


def test_new_questions_drop_those_before(library: MainWindow, qtbot) -> None:
    """Nothing comes of what was asked before, not even of what was being answered."""
    asking, answers = turns(library)
    asking.ask([1, 2, 3])
    asking.ask([10])
    qtbot.waitUntil(lambda: answers == [20])
    asking.ask([1])
    asking.stop()
    qtbot.waitUntil(lambda: not library.jobs.busy())
    assert answers == [20]


def test_another_archive_is_not_asked(library: MainWindow, qtbot) -> None:
    """A question about the articles of one archive is never put to another."""
    asking, answers = turns(library)
    asking.ask([1, 2, 3])
    library.session.opened.emit()
    qtbot.waitUntil(lambda: not library.jobs.busy())
    assert answers == []


def test_a_failure_is_the_end(library: MainWindow, qtbot) -> None:
    """What cannot be worked out once is not tried again and again."""
    asking, answers = turns(library, failing)
    asking.ask([1, 2, 3])
    qtbot.waitUntil(lambda: not library.jobs.busy())
    assert answers == []


def test_nothing_before_an_archive_is_open(window: MainWindow) -> None:
    """There is nothing to ask then, and no crash."""
    asking, answers = turns(window)
    asking.ask([1])
    assert (answers, window.jobs.busy()) == ([], False)
