"""Events stand in the lane of their report, and their words in nobody's way."""

from itertools import combinations

from desktop_app.core.comparison.rows import Event, Span
from desktop_app.ui.comparison.lanes import DOT, drawn


def event(article: int, when: str | None, start: int = 0) -> Event:
    return Event(Span(article, start, start + 4), "it happened", when, "", "happened")


def test_each_report_has_a_lane_and_the_undated_one_below(flood) -> None:
    """What has no date is listed under all lanes, report by report, not placed."""
    drawing = drawn(flood[1].timeline, 200, 1000, lambda _: 120)
    assert [(lane.article, lane.placed) for lane in drawing.lanes] == [(0, True), (1, True), (2, False)]
    for placed in drawing.placed:
        lane = next(lane for lane in drawing.lanes if lane.top <= placed.bar.top() < lane.top + lane.height)
        assert (lane.article, lane.placed) == (placed.event.span.article, bool(placed.event.when))


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    """The drawing is no more exact than the report."""
    day, month = drawn([event(0, "2024-03-12"), event(0, "2024-03")], 200, 1000, lambda _: 50).placed[::-1]
    assert (day.day, day.bar.width()) == (True, DOT)
    assert not month.day
    assert month.bar.width() > 400


def test_no_event_hides_another() -> None:
    """Events of one day and long words get lines of their own."""
    events = [event(0, f"2024-03-{day:02}", n) for day in (1, 1, 2, 3, 28) for n in (0, 9)]
    placed = drawn(events, 200, 700, lambda _: 300).placed
    assert len(placed) == 10
    assert not any(a.box.intersects(b.box) for a, b in combinations(placed, 2))


def test_words_stay_inside() -> None:
    """At the right edge the words stand before their dot; nothing leaves the drawing."""
    placed = drawn([event(0, "2024-03-01"), event(0, "2024-03-20")], 200, 800, lambda _: 250).placed
    assert placed[1].words.right() < placed[1].bar.left()
    assert all(mark.words.left() >= 200 and mark.words.right() <= 800 for mark in placed)


def test_no_event_at_all() -> None:
    """Nothing is an answer too."""
    assert drawn([], 200, 800, lambda _: 1).placed == ()
