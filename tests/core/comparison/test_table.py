"""Marks are put together where they are alike, and the user's word is above that."""

from dataclasses import dataclass

from desktop_app.core.comparison.rows import Span
from desktop_app.core.comparison.said import Verdicts
from desktop_app.core.comparison.table import articles_of, in_text_order
from tests.core.comparison.making import Made, table


@dataclass(frozen=True)
class Mark:
    """A number marked in an article."""

    number: int
    span: Span


def mark(number: int, article: int) -> Mark:
    return Mark(number, Span(article, 10 * number, 10 * number + 5))


A, B, C = mark(1, 0), mark(2, 1), mark(3, 2)
THREE = (Made("Rain."), Made("Rain."), Made("Rain."))


def near(one: Mark, other: Mark) -> bool:
    return abs(one.number - other.number) == 1


def always(one: Mark, other: Mark) -> bool:
    return one != other


def test_gathered_marks_are_all_alike() -> None:
    """1 is near 2 and 2 near 3, but 1 is not near 3."""
    assert table(*THREE).gathered([A, B, C], near) == [[A, B], [C]]


def test_chained_marks_hang_together() -> None:
    """The halves of a quotation are both like the whole of it."""
    assert table(*THREE).chained([A, C, B], near) == [[C, A, B]]
    assert table(*THREE).chained([A, C], near) == [[A], [C]]


def test_a_rejected_pair_stays_apart() -> None:
    """Whatever the rules say, and through whatever else the two would come together."""
    rejecting = table(*THREE, said=Verdicts(apart=((A.span, C.span),)))
    assert rejecting.gathered([A, B, C], always) == [[A, B], [C]]
    assert rejecting.chained([A, C, B], near) == [[C], [A, B]]
    assert not rejecting.fits(C, [A, B], always)


def test_an_accepted_pair_comes_together() -> None:
    """What the user has accepted is one row and theirs; a pair of which one is marked no more changes nothing."""
    accepting = table(*THREE, said=Verdicts(together=((A.span, C.span), (B.span, Span(2, 900, 905)))))
    assert accepting.accepted([[A], [B], [C]]) == [[A, C], [B]]
    assert accepting.row("x", "differs", [A.span, C.span]).by == "user"
    assert accepting.row("x", "differs", [A.span, B.span]).by == "rule"


def test_a_row_has_a_cell_for_each_article() -> None:
    """Places come in the order of the text, each once."""
    row = table(*THREE).row("x", "same", [C.span, Span(2, 1, 2), A.span, A.span], ["why"])
    assert row.cells == ((A.span,), (), (Span(2, 1, 2), C.span))
    assert row.reasons == ("why",)
    assert articles_of([A, C]) == {0, 2}


def test_rows_in_the_order_of_the_text() -> None:
    """What the first article has comes first."""
    one, other = (table(*THREE).row("x", "only-here", [each.span]) for each in (A, B))
    assert in_text_order([other, one]) == [one, other]
