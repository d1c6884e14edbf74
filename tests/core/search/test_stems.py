"""Forms of a word are one, by the language of the article."""

import pytest

from desktop_app.core.search.stems import language_code, light_words, query_stems, stem, stems
from desktop_app.core.search.words import fold, words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "flooding flooded floods flood"),
        (None, "bridges bridge"),
        ("en-GB", "bombings bombing"),
        ("de", "Brücken Brücke"),
        ("de", "Häuser Haus"),
        ("es", "investigación investigaciones investigacion"),
        ("fr", "élections élection elections"),
        ("tr", "köprüler köprü"),
        ("ru", "взрывы взрыв взрывов"),
        (None, "взрывы взрыв"),
        ("ar", "المدينة والمدينة بالمدينة مدينة مدينه"),
        ("ar", "مُحَمَّد محمد"),
        ("he", "הגשר והגשר גשר"),
        ("en", "المدينة مدينة"),
        ("ko", "대통령은 대통령이 대통령"),
        ("fa", "کتاب‌ها کتاب"),
        ("hi", "लड़कों लड़का"),
        ("sv", "bilarna bilar bil"),
    ],
)
def test_forms_of_a_word(language: str | None, forms: str) -> None:
    """They share one stem, whatever the accents, and whatever the language of an article in another script."""
    assert len({stem(fold(form), form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "university", "unit"), ("ko", "이은", "이"), ("he", "בית", "בתים"), ("vi", "cats", "cat")],
)
def test_what_is_not_one_word(language: str, one: str, other: str) -> None:
    """Without a stemmer for the language, or without reason, words stay apart."""
    assert stem(one, one, language) != stem(other, other, language)


def test_signs_without_spaces_become_pairs() -> None:
    """Chinese and Japanese are searched by two signs that stand together; a blank or a stop parts them."""
    text = "老桥关闭。北京 F16 ガス"
    assert list(stems(list(words(text)), text, "zh")) == ["老桥", "桥关", "关闭", "北京", "f16", "ガス"]


def test_a_word_asked_for_is_stemmed_in_every_language_there_is() -> None:
    """The archive is searched in all its languages, and as if an article's language were not known."""
    assert query_stems("bridges", "bridges", ["tr"]) == {"bridg", "bridges"}


def test_light_words_are_those_of_the_languages() -> None:
    """“Die” is a small word in German and a word in English."""
    assert "die" in light_words(frozenset(["de"]))
    assert "die" not in light_words(frozenset(["en"]))
    assert "the" in light_words(frozenset(["ja"]))
    assert all(fold(word) == word for word in light_words(frozenset(["de", "ru", "ar", "uk"])))


def test_languages_by_name() -> None:
    """A language is asked for by its name or its code."""
    assert [language_code(name) for name in ("Arabic", " chinese ", "DE", "klingon")] == [
        "ar",
        "zh",
        "de",
        "klingon",
    ]
