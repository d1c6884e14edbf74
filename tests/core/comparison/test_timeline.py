"""What was reported and what happened, by date, the undated last."""

from desktop_app.core.comparison.rows import Event, Span
from desktop_app.core.comparison.timeline import timeline
from tests.core.comparison.making import Made

POST = Made(
    "Mills burnt on Tuesday.", "Since April it has not rained.",
    title="Fire", published="2016-06-22", evidence={"published": "22 June 2016"},
)  # fmt: skip
POST.date("on Tuesday", "2016-06-21").date("Since April", "2016-04")
COURIER = Made("They burnt on Tuesday.", source="Courier").date("on Tuesday", None)


def test_the_order_and_the_words() -> None:
    """An undated report stands below, and so does what it tells; nothing is given a date it has not."""
    assert timeline([POST.report(0), COURIER.report(1)]) == (
        Event(Span(0, 24, 35), "Since April it has not rained.", "2016-04", "as written", "happened"),
        Event(Span(0, 12, 22), "Mills burnt on Tuesday.", "2016-06-21", "as written", "happened"),
        Event(Span(0, 0, 0), "Fire", "2016-06-22", "22 June 2016", "reported"),
        Event(Span(1, 0, 0), "Courier", None, "date unknown", "reported"),
        Event(Span(1, 11, 21), "They burnt on Tuesday.", None, "as written", "happened"),
    )


def test_a_date_outside_the_sentences() -> None:
    """In a caption, the words themselves are all there is to call it by."""
    made = Made("Rain.")
    made.evidence = Made("Rain. On Tuesday").date("On Tuesday", "2016-06-21").evidence
    made.article = Made("Rain. On Tuesday").article
    assert timeline([made.report(0)])[0].label == "Rain. On Tuesday"


def test_a_long_sentence_is_cut_between_words() -> None:
    """What stands far from the time is left out, and no word is broken."""
    made = Made(f"{'upstream ' * 40}mills burnt on Tuesday {'downstream ' * 40}.").date("on Tuesday", None)
    label = timeline([made.report(0)])[1].label
    assert "mills burnt on Tuesday" in label
    assert len(label) < 420
    assert set(label.split()) == {"upstream", "mills", "burnt", "on", "Tuesday", "downstream"}
