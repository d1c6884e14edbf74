"""A row knows where each article speaks of its matter."""

from desktop_app.core.comparison.rows import Row, Span

ROW = Row("bridge", "differs", ((Span(0, 5, 9), Span(0, 30, 34)), (), (Span(2, 0, 4),)))


def test_the_first_place_of_each_article() -> None:
    """Columns go to the first place, and an article that is silent has none."""
    assert ROW.spans == (Span(0, 5, 9), Span(2, 0, 4))
    assert [ROW.of(i) for i in range(3)] == [Span(0, 5, 9), None, Span(2, 0, 4)]
