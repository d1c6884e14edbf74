"""The timeline can be read, clicked, gone through by keys, and heard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison.rows import Event, Span
from desktop_app.ui.comparison.timeline import Timeline, words


@pytest.fixture
def timeline(dressed, qtbot: QtBot, flood) -> Timeline:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(1000, 300)
    articles, comparison = flood
    timeline.show_events(comparison.timeline, articles, 200)
    timeline.show()
    qtbot.waitExposed(timeline)
    timeline.setFocus()
    return timeline


def test_a_click_goes_to_the_sentence(timeline: Timeline, qtbot: QtBot) -> None:
    """Dot and words are both the event."""
    placed = timeline.canvas.drawing.placed[2]
    for place in (placed.bar.center(), placed.words.center()):
        with qtbot.waitSignal(timeline.chosen) as told:
            qtbot.mouseClick(timeline.canvas, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert told.args == [placed.event]


def test_a_click_beside_all_events_does_nothing(timeline: Timeline, qtbot: QtBot) -> None:
    """The ground is no event."""
    with qtbot.assertNotEmitted(timeline.chosen):
        qtbot.mouseClick(timeline.canvas, Qt.MouseButton.LeftButton, pos=timeline.canvas.rect().bottomRight())


def test_the_keys_reach_every_event(timeline: Timeline, qtbot: QtBot) -> None:
    """Arrows go through a lane and round, up and down change the lane, Return goes to the sentence again."""
    told = []
    timeline.chosen.connect(told.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
    ):
        qtbot.keyClick(timeline.canvas, key)
    places = [
        timeline.canvas.drawing.placed.index(next(p for p in timeline.canvas.drawing.placed if p.event == e))
        for e in told
    ]
    assert places == [0, 1, 2, 3, 0, 0]


def test_a_screen_reader_hears_the_event(timeline: Timeline) -> None:
    """Whose, when, what, and how the time was told."""
    assert timeline.canvas.accessibleDescription() == "4 events in 3 reports"
    timeline.step(-1)
    heard = timeline.canvas.accessibleDescription()
    assert "Radio Tessin: happened date unknown. It failed. a day of a report without a date" in heard


def test_reported_is_told_from_happened_in_words(flood) -> None:
    """The date of a report is not the date of the event."""
    articles, events = flood[0], flood[1].timeline
    assert words(events[0], articles) == ("12 Mar 2024", "reported")
    assert words(events[1], articles) == ("Mar 2024", "no time")
    assert words(events[3], articles) == ("on Tuesday", "It failed")


def test_an_event_is_told_by_the_words_around_its_time(report) -> None:
    """In a long sentence the beginning says little of what was when."""
    text = f"{'Of the many mills along the river ' * 3}two burnt on Friday."
    start = text.index("on Friday")
    event = Event(Span(0, start, start + 9), text, "2024-03-12", "", "happened")
    assert words(event, [report(1, text)]) == (
        "12 Mar 2024",
        "… the river Of the many mills along the river two burnt on Friday.",
    )


def test_day_and_month_reported_and_happened_differ_in_shape(timeline: Timeline) -> None:
    """A hollow sign and a full one, told apart without their words."""
    picture = timeline.canvas.grab().toImage()
    reported, happened = (
        next(p for p in timeline.canvas.drawing.placed if p.day and p.event.kind == kind)
        for kind in ("reported", "happened")
    )
    scale = picture.devicePixelRatio()
    middles = [picture.pixelColor((p.bar.center() * scale).toPoint()).name() for p in (reported, happened)]
    assert middles[0] != middles[1]
