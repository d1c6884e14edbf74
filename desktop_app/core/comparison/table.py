"""The table of one kind of evidence: what is alike is put into one row, unless the user has said otherwise."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from desktop_app.core.comparison.reports import Report
from desktop_app.core.comparison.rows import Mark, Row, Span
from desktop_app.core.comparison.said import Verdicts, meets


class Marked(Protocol):
    """Something marked in a report."""

    @property
    def span(self) -> Span:
        """Where it is."""


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True)
class Table:
    """The reports that make the columns, and what the user has said of the kind the rows are of."""

    reports: Sequence[Report]
    said: Verdicts = field(default_factory=Verdicts)

    def row(self, label: str, mark: Mark, spans: Iterable[Span], reasons: Iterable[str] = ()) -> Row:
        """Return a row of places, each put into the cell of its article."""
        found = sorted(set(spans))
        cells = tuple(tuple(span for span in found if span.article == report.place) for report in self.reports)
        return Row(label, mark, cells, tuple(reasons), "user" if self._by_user(found) else "rule")

    def gathered(self, marks: Iterable[M], alike: Callable[[M, M], bool]) -> list[list[M]]:
        """Put each mark to the first others that it fits."""
        matters: list[list[M]] = []
        for mark in marks:
            matter = next((matter for matter in matters if self.fits(mark, matter, alike)), None)
            if matter is None:
                matters.append([mark])
            else:
                matter.append(mark)
        return matters

    def fits(self, mark: M, matter: Sequence[M], alike: Callable[[M, M], bool]) -> bool:
        """Tell whether a mark is like each of others, and the user has not said that it is another matter."""
        for other in matter:  # asked some hundred thousand times of long texts
            if not alike(mark, other):
                return False
        return not self._rejects([mark], matter)

    def chained(self, marks: Iterable[M], alike: Callable[[M, M], bool]) -> list[list[M]]:
        """Put together what is like one of the others, as the halves of a quotation are like the whole."""
        matters: list[list[M]] = []
        for mark in marks:
            matter, apart = [mark], []
            for others in matters:
                if any(alike(mark, other) for other in others) and not self._rejects(matter, others):
                    matter = others + matter
                else:
                    apart.append(others)
            matters = [*apart, matter]
        return matters

    def accepted(self, matters: Iterable[Sequence[M]]) -> list[list[M]]:
        """Join what the user has said is one matter."""
        joined = [list(matter) for matter in matters]
        for one, other in self.said.together:
            first = next((matter for matter in joined if _holds(matter, one)), None)
            second = next((matter for matter in joined if _holds(matter, other)), None)
            if first is not None and second is not None and first is not second:
                first += second
                joined = [matter for matter in joined if matter is not second]
        return joined

    def _rejects(self, matter: Sequence[M], others: Sequence[M]) -> bool:
        apart = self.said.apart  # mostly nothing, and asked of every pair
        return bool(apart) and any(self.said.rejects(one.span, other.span) for one in matter for other in others)

    def _by_user(self, spans: Sequence[Span]) -> bool:
        """Tell whether places stand in one row because the user has said so."""
        return any(
            any(meets(span, one) for span in spans) and any(meets(span, other) for span in spans)
            for one, other in self.said.together
        )


def articles_of(matter: Iterable[Marked]) -> set[int]:
    """Return which articles speak of a matter."""
    return {mark.span.article for mark in matter}


def in_text_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of the first article that has them."""
    return sorted(rows, key=lambda row: row.spans)


def _holds(matter: Sequence[Marked], span: Span) -> bool:
    return any(meets(mark.span, span) for mark in matter)
