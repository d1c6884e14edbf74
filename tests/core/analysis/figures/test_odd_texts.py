"""Figures are looked for in any text, however long or empty."""

import pytest

from desktop_app.core.analysis.figures import figures
from desktop_app.core.article import Article
from tests.core.analysis.figures.test_figures import found


@pytest.mark.parametrize(
    "piece",
    [
        "12 ",
        "12 boats and ",
        "$5 million to ",
        "a ",
        "٧٠٠ ",
        "大坝长30公里",
        "half ",
        "between 2 and ",
        "(3 km) ",
        "1,",
    ],
)
def test_one_very_long_sentence(piece: str) -> None:
    """A sentence of any length, in any script, is read without failing."""
    text = piece * (40_000 // len(piece))
    assert all(each.text == text[each.start : each.end] for each in found(text))


def test_empty_article() -> None:
    """Without text there are no figures."""
    assert figures(Article("", ()), []) == ()
