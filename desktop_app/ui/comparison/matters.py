"""The rows of a comparison as its tabs list them, and the counts that lead to some of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.ui.comparison.kinds import KINDS

LABEL = 90  # characters of a sentence that name its row


@dataclass(frozen=True)
class Filter:
    """Some rows of a kind, in words."""

    words: str
    keeps: Callable[[Row], bool]


@dataclass(frozen=True)
class Count:
    """How many there are of what a reader asks for first, and where they are listed."""

    number: int
    words: str
    kind: Kind
    filter: Filter | None = None


def rows_by_kind(comparison: Comparison, articles: Sequence[ArchivedArticle]) -> dict[Kind, list[Row]]:
    """Return the rows of each kind as they are listed: those of several reports first, then what only one has.

    A sentence without a counterpart is a statement of its own.
    """
    rows = {kind: list(comparison.of(kind)) for kind in KINDS}
    listed = {span for row in rows["statements"] for cell in row.cells for span in cell}
    rows["statements"] += [_alone(span, articles) for span in comparison.only_here if span not in listed]
    return {kind: sorted(found, key=lambda row: len(row.spans) < 2) for kind, found in rows.items()}


def counts(comparison: Comparison, rows: Mapping[Kind, Sequence[Row]]) -> list[Count]:
    """Return what is told at first glance, in the order it is told."""
    differs = Filter("that differ", lambda row: row.mark == "differs")
    several = Filter("in several reports", lambda row: len(row.spans) > 1)
    alone = Filter("that only one report has", lambda row: row.mark == "only-here")
    spelt = Filter("of names spelt differently", lambda row: row.mark == "differs")
    wire = Filter("of one wire story", lambda row: _of_one_story(row, comparison.wire))
    asked: list[tuple[str, str, Kind, Filter | None]] = [
        ("shared passage", "shared passages", "passages", None),
        ("quotation in several reports", "quotations in several reports", "quotations", several),
        ("figure that differs", "figures that differ", "figures", differs),
        ("name spelt differently", "names spelt differently", "names", spelt),
        ("statement only in one source", "statements only in one source", "statements", alone),
    ]
    found = []
    for one, many, kind, only in asked:
        number = sum(only is None or only.keeps(row) for row in rows[kind])
        found.append(Count(number, one if number == 1 else many, kind, only))
    texts = sum(map(len, comparison.wire))
    return [*found, Count(texts, "texts that are one wire story", "passages", wire)]


def can_be_judged(row: Row, kind: Kind) -> bool:
    """Tell whether a row holds several things together, of which the user can say that they belong together."""
    return len(row.spans) > 1 or (kind == "names" and sum(map(len, row.cells)) > 1)


def row_with(rows: Sequence[Row], span: Span) -> int:
    """Return the row that has a mark where this one is, the shortest such mark, or -1."""
    found = [
        (mark.end - mark.start, number)
        for number, row in enumerate(rows)
        for cell in row.cells
        for mark in cell
        if mark.article == span.article and mark.start < max(span.end, span.start + 1) and span.start < mark.end
    ]
    return min(found)[1] if found else -1


def _alone(span: Span, articles: Sequence[ArchivedArticle]) -> Row:
    """Return the row of a sentence that only one report has, called by its first words."""
    words = " ".join(articles[span.article].article.text[span.start : span.end].split())
    label = words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + " …"
    cells = tuple((span,) if number == span.article else () for number in range(len(articles)))
    return Row(label, "only-here", cells)


def _of_one_story(row: Row, wire: Sequence[Sequence[int]]) -> bool:
    """Tell whether at least two texts of one wire story meet in a row."""
    return any(len({span.article for span in row.spans} & set(group)) > 1 for group in wire)
