"""Only sentences of the parts that report are analysed."""

from desktop_app.core.analysis.reporting import reporting
from desktop_app.core.article import Article, Part

TEXT = "Flood\nBy Mara Holm\nIt rose. It fell.\nShare"
PARTS = (Part(0, 5, "title"), Part(6, 18, "byline"), Part(19, 36, "body"), Part(37, 42, "furniture"))


def test_sentences_of_title_and_body() -> None:
    """Byline and furniture are left out, and a title in which no sentence was cut is taken whole."""
    sentences = [(19, 27), (28, 36), (37, 42)]
    assert list(reporting(Article(TEXT, PARTS), sentences)) == [(0, 5), (19, 27), (28, 36)]


def test_a_sentence_across_parts_is_cut() -> None:
    """What lies outside of a part that reports is not read with it."""
    assert list(reporting(Article(TEXT, PARTS), [(0, 42)])) == [(0, 5), (19, 36)]


def test_an_article_without_parts() -> None:
    """Nothing is reported where nothing is labelled."""
    assert list(reporting(Article("", ()), [])) == []
