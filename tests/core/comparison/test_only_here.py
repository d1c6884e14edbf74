"""A sentence is only here when nothing in it has a counterpart."""

from desktop_app.core.comparison.only_here import only_here
from desktop_app.core.comparison.rows import Span
from tests.core.comparison.making import Made

POST, COURIER = Made("Rain fell.", "Mills burnt.", "All slept."), Made("Mills burnt.")
REPORTS = [POST.report(0), COURIER.report(1)]


def test_sentences_without_a_counterpart() -> None:
    """A place that only touches a sentence is not in it; a long one covers what it runs over."""
    rain, mills, slept = (Span(0, start, end) for start, end in POST.evidence.sentences)
    assert only_here(REPORTS, [mills, Span(1, 0, 5)]) == (rain, slept)
    assert only_here(REPORTS, [Span(0, 10, 11), Span(1, 0, 5)]) == (rain, mills, slept)
    assert only_here(REPORTS, [Span(0, 0, 25), Span(0, 2, 3), Span(1, 0, 5)]) == ()
    assert only_here(REPORTS, []) == (rain, mills, slept, Span(1, 0, 12))


def test_a_long_place_before_short_ones() -> None:
    """What began long before still covers a sentence, although other places begin later and end earlier."""
    assert only_here(REPORTS, [Span(0, 0, 30), Span(0, 12, 14), Span(1, 0, 1)]) == ()
