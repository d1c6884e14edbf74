"""What is new beside a saved comparison is counted, added on demand, and told of no more when not wanted."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.comparisons import SavedComparison
from desktop_app.core.article import Article
from desktop_app.ui.comparison.news import NOT_SAVED
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar_lines import Line
from tests.ui.events import add, reports

LONG_AGO = "2000-01-01T00:00:00+00:00"


def line(window: MainWindow) -> Line:
    return next(line for line in window.library.sidebar.lines if line.kind == "comparison")


@pytest.fixture
def flood(shelf: Callable[..., MainWindow], made: Callable[..., Article], qtbot: QtBot) -> MainWindow:
    """Show an archive with a saved comparison of two reports, and a third imported since."""
    window = shelf(*reports(made, 0, 1, 3))
    window.session.change(window.session.archive.comparisons.saving(SavedComparison("Flood", (1, 2), "", LONG_AGO)))
    add(window, reports(made, 2))
    qtbot.waitUntil(lambda: line(window).new == 1, timeout=30_000)
    return window


def open_saved(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.comparing.ready, timeout=30_000):
        window.library.sidebar.open_line(line(window))


def test_the_sidebar_counts_what_is_new(flood: MainWindow) -> None:
    """As with saved searches, beside the number of articles, and for a screen reader too."""
    assert (line(flood).count, line(flood).new) == (2, 1)
    assert line(flood).spoken == "Flood, 2, 1 new"


def test_the_bar_names_it_and_adds_it(flood: MainWindow, qtbot: QtBot) -> None:
    """Added, it is compared at once; that it is not saved yet is said, and saving is the user's."""
    open_saved(flood, qtbot)
    bar = flood.comparing.view.news
    assert bar.isVisible()
    assert bar.sentence.text() == "1 new article matches this event: Inquiry into the gate (Radio Tessin)"
    with qtbot.waitSignal(flood.comparing.ready, timeout=30_000):
        bar.add.click()
    assert sorted(flood.comparing.ids) == [1, 2, 4]
    assert not bar.isVisible()
    assert flood.comparing.view.foot.says.toolTip() == NOT_SAVED
    assert flood.session.archive.comparisons.named("Flood").articles == (1, 2)
    assert line(flood).new == 1
    flood.keeping._save("Flood", "")
    qtbot.waitUntil(lambda: (line(flood).count, line(flood).new) == (3, 0))


def test_not_now_is_for_good(flood: MainWindow, qtbot: QtBot) -> None:
    """It is not told of again, neither now nor when the comparison is saved or opened again."""
    open_saved(flood, qtbot)
    bar = flood.comparing.view.news
    bar.later.click()
    assert not bar.isVisible()
    assert line(flood).new == 0
    flood.keeping._save("Flood", "with a note")
    qtbot.waitUntil(lambda: not flood.jobs.busy())
    flood.commands["back"].trigger()
    open_saved(flood, qtbot)
    assert not bar.isVisible()
    assert flood.session.archive.comparisons.named("Flood").seen == {4}


def test_another_comparison_has_no_news(flood: MainWindow, qtbot: QtBot) -> None:
    """One that is not saved is told of nothing, also when it follows one that was."""
    open_saved(flood, qtbot)
    assert flood.comparing.view.news.isVisible()
    with qtbot.waitSignal(flood.comparing.ready, timeout=30_000):
        flood.comparing.compare([1, 3])
    assert not flood.comparing.view.news.isVisible()


def test_news_may_come_while_it_is_open(flood: MainWindow, made: Callable[..., Article], qtbot: QtBot) -> None:
    """What is imported meanwhile is told of where it is looked at; removing the comparison ends that."""
    open_saved(flood, qtbot)
    bar = flood.comparing.view.news
    bar.later.click()
    (fourth,) = reports(made, 1)
    add(flood, [made(("body", fourth.text + " Schools stay closed, and so does the bridge over the Orla."))])
    qtbot.waitUntil(bar.isVisible, timeout=30_000)
    flood.session.change(flood.session.archive.comparisons.removing("Flood"))
    assert not bar.isVisible()
