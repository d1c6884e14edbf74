"""The bar says how many reports are new, names the first, and offers only what can be done."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Summary
from desktop_app.ui.comparison.news_bar import NO_ROOM, NewsBar, named, told


def summary(id_: int, title: str | None, source: str | None) -> Summary:
    return Summary(id_, title, source, None, 9, f"{id_}.txt")


NEW = [summary(1, "Gate fails", "Orla Post"), summary(2, None, None), summary(3, "طوفان", "المرسى")]


@pytest.fixture
def bar(dressed, qtbot: QtBot) -> NewsBar:
    bar = NewsBar()
    qtbot.addWidget(bar)
    return bar


def test_one_two_and_many() -> None:
    """The first two are named, by the file where there is no title; that there are more is shown."""
    assert told(NEW[:1]) == "1 new article matches this event: Gate fails (Orla Post)"
    assert told(NEW[:2]) == "2 new articles match this event: Gate fails (Orla Post), 2.txt (unknown source)"
    assert told(NEW) == "3 new articles match this event: Gate fails (Orla Post), 2.txt (unknown source), …"


def test_names_keep_their_places() -> None:
    """A title from the right leaves its source behind it, and a long one is cut."""
    assert named(NEW[2]) == "\u2068طوفان\u2069 (\u2068المرسى\u2069)"
    assert named(summary(4, "Flood " * 20, "Orla Post")).endswith("Flood… (Orla Post)")


def test_it_is_there_only_for_news(bar: NewsBar) -> None:
    """No bar without anything to say; and the buttons say to a screen reader what they are about."""
    assert bar.isHidden()
    bar.show_news(NEW, room=4)
    assert not bar.isHidden()
    assert bar.add.accessibleDescription() == told(NEW)
    bar.show_news([], room=4)
    assert bar.isHidden()


def test_six_is_the_most(bar: NewsBar) -> None:
    """Where there is no room the bar tells all the same, and why nothing can be added."""
    bar.show_news(NEW, room=0)
    assert not bar.add.isEnabled()
    assert bar.add.toolTip() == NO_ROOM
    bar.show_news(NEW, room=1)
    assert bar.add.isEnabled()
    assert bar.add.toolTip() == ""
