"""The rows are in the order they are read, and the counts count what they lead to."""

from dataclasses import replace

from desktop_app.core.comparison.rows import Span
from desktop_app.ui.comparison.matters import counts, row_with, rows_by_kind


def test_what_only_one_report_has_comes_last(flood) -> None:
    """What several reports tell is what one compares for."""
    articles, comparison = flood
    assert [row.label for row in rows_by_kind(comparison, articles)["figures"]] == [
        "people fled",
        "years the gate is old",
    ]


def test_a_sentence_without_a_counterpart_is_a_statement(flood) -> None:
    """Sentences only one report has are listed, once, under their words."""
    articles, comparison = flood
    rows = rows_by_kind(comparison, articles)["statements"]
    assert [(row.label, row.mark, len(row.cells)) for row in rows] == [
        ("Bells rang in the Lower Town.", "only-here", 3)
    ]
    listed = replace(comparison, rows={"statements": tuple(rows)})
    assert rows_by_kind(listed, articles)["statements"] == rows


def test_the_counts_count_what_they_lead_to(flood) -> None:
    """Each number is that of the rows its link shows."""
    articles, comparison = flood
    rows = rows_by_kind(comparison, articles)
    found = counts(comparison, rows)
    assert [f"{count.number} {count.words}" for count in found] == [
        "0 shared passages",
        "1 quotation in several reports",
        "1 figure that differs",
        "1 name spelt differently",
        "1 statement only in one source",
        "2 texts that are one wire story",
    ]
    for count in found[:-1]:
        kept = [row for row in rows[count.kind] if count.filter is None or count.filter.keeps(row)]
        assert len(kept) == count.number


def test_only_rows_marked_so_are_counted_as_the_same_or_as_different(flood) -> None:
    """A quotation that two reports word differently is marked “differs”: no count calls it the same."""
    articles, comparison = flood
    rows = rows_by_kind(comparison, articles)
    called = {"same": "same ", "differs": "differ"}
    for count in counts(comparison, rows):
        kept = [row for row in rows[count.kind] if count.filter is None or count.filter.keeps(row)]
        for mark, word in called.items():
            assert word not in count.words or {row.mark for row in kept} <= {mark}


def test_the_filter_of_a_wire_story_keeps_what_its_texts_share(flood) -> None:
    """A row that only one of its texts has is not of the story."""
    articles, comparison = flood
    rows = rows_by_kind(comparison, articles)["figures"]
    wire = counts(comparison, rows_by_kind(comparison, articles))[-1]
    assert [wire.filter.keeps(row) for row in rows] == [True, False]


def test_a_mark_leads_to_the_row_with_the_shortest_mark_there(flood) -> None:
    """A figure inside a longer passage is what was clicked; elsewhere there is nothing."""
    articles, comparison = flood
    rows = rows_by_kind(comparison, articles)["figures"]
    span = rows[0].spans[1]
    whole = replace(rows[0], cells=((), (Span(1, 0, 80),), ()))
    assert row_with([whole, *rows], Span(1, span.start + 2, span.start + 2)) == 1
    assert row_with(rows, Span(1, 70, 72)) == -1
