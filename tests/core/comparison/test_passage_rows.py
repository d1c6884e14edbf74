"""Rows of shared wording join what is about one stretch, and nothing else."""

from desktop_app.core.article import Article, Part
from desktop_app.core.comparison.passage_rows import Passage, passage_rows
from desktop_app.core.comparison.rows import Span

TEXT = "word " * 200
ARTICLES = [Article(TEXT, (Part(0, len(TEXT), "body"),))] * 3


def test_a_passage_joins_only_a_row_it_agrees_with_everywhere() -> None:
    """A passage that meets a row in one article but lies elsewhere in another begins its own row."""
    ab = Passage((Span(0, 0, 100), Span(1, 0, 100)), 1.0)
    bc = Passage((Span(1, 10, 100), Span(2, 0, 90)), 0.9)
    elsewhere = Passage((Span(0, 500, 590), Span(2, 0, 90)), 0.8)
    assert [row.spans for row in passage_rows([ab, bc, elsewhere], ARTICLES)] == [
        (Span(0, 0, 100), Span(1, 0, 100), Span(2, 0, 90)),
        (Span(0, 500, 590), Span(2, 0, 90)),
    ]
