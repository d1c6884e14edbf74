"""What only one report says: its sentences that have no counterpart in any other."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from desktop_app.core.comparison.reports import Report
from desktop_app.core.comparison.rows import Span


def only_here(reports: Sequence[Report], counterparts: Iterable[Span]) -> tuple[Span, ...]:
    """Return the sentences in which none of the places lies that have a counterpart in another report."""
    places = sorted(counterparts)
    alone = []
    for report in reports:
        mine = [(span.start, span.end) for span in places if span.article == report.place]
        reaches = _furthest(mine)
        for start, end in report.evidence.sentences:
            before = bisect_left(mine, (end, end))  # the places that begin before the end of the sentence
            if not before or reaches[before - 1] <= start:
                alone.append(report.span(start, end))
    return tuple(alone)


def _furthest(places: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each place how far it and those before it reach."""
    reached = 0
    return [reached := max(reached, end) for _, end in places]
