"""Shipped tables of words can be read, and the language of an article is known or told from its words."""

import pytest

from desktop_app.core.analysis.word_tables import either, language_of, word_table
from desktop_app.core.article import Article, Part


def article(text: str, language: str | None = None) -> Article:
    return Article(text, (Part(0, len(text), "body"),), language=language)


def test_a_table_is_read_by_language() -> None:
    """Phrases are listed under their key, and not those of other languages."""
    assert word_table("times", "fr")["month 3"] == ("mars",)
    assert word_table("times", "xx") == {}


def test_either_prefers_the_longest() -> None:
    """A longer phrase is not hidden by one it begins with, and no phrase matches nothing."""
    assert either(["more", "more than"]) == r"(?:more\s+than|more)"
    assert either([]) == "(?!)"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("It rained.", "fr-CA", "fr"),
        ("The gate of the dam was closed, but it broke.", None, "en"),
        ("Das Tor der Schleuse ist nicht mehr zu, und es brach.", None, "de"),
        ("La porte de l’écluse est fermée, et le pont ne l’est pas.", None, "fr"),
        ("La puerta está cerrada, pero el puente no es seguro para los coches.", None, "es"),
        ("انهار الجسر في المدينة بعد أن ارتفع منسوب النهر على مدى أيام", None, "ar"),
        ("", None, "en"),
        ("Velmark", "English", "en"),
    ],
)
def test_language_of(text: str, language: str | None, expected: str) -> None:
    """What the article states counts; otherwise its light words tell, and without any it is English."""
    assert language_of(article(text, language)) == expected
