"""When the reports appeared, and when things happened as they tell it."""

from collections.abc import Iterator, Sequence

from desktop_app.core.comparison.reports import Report
from desktop_app.core.comparison.rows import Event, Span

NEAR = 200  # characters of a sentence on either side of a date by which it is called


def timeline(reports: Sequence[Report]) -> tuple[Event, ...]:
    """Return what was reported and what happened, the earliest first; what has no date comes last."""
    events = [event for report in reports for event in (_reported(report), *_happened(report))]
    return tuple(sorted(events, key=lambda event: (event.when is None, event.when or "", event.span)))


def _reported(report: Report) -> Event:
    article = report.article
    rule = article.evidence.get("published", "date of the report") if article.published else "date unknown"
    return Event(
        Span(report.place, 0, 0), article.title or article.source or "", article.published, rule, "reported"
    )


def _happened(report: Report) -> Iterator[Event]:
    """Yield what the dates in a text tell of, each called by its sentence."""
    for date in report.evidence.dates:
        start, end = report.sentence(date.start)
        start, end = min(start, date.start), max(end, date.end)
        text = report.article.text
        if start < date.start - NEAR:  # cut between words, never within one
            start = text.find(" ", date.start - NEAR, date.start) + 1 or date.start
        if end > date.end + NEAR:
            end = max(date.end, text.rfind(" ", date.end, date.end + NEAR))
        label = report.text(start, end)
        yield Event(report.span(date.start, date.end), label, date.resolved, date.rule, "happened")
