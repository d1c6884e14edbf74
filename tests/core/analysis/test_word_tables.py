"""Tables of words are read by language, and the language of a text is told by its small words."""

import re

import pytest

from desktop_app.core.analysis.word_tables import compiled, either, initials, language_of, word_table
from desktop_app.core.article import Article, Part


def test_a_table_of_one_language() -> None:
    """It has the lines of the language and those for all, and not those of another."""
    english, german = word_table("times", "en"), word_table("times", "de")
    assert "Monday" in english["weekday 0"]
    assert "Montag" in german["weekday 0"]
    assert "Monday" not in german["weekday 0"]
    assert set(word_table("units", "xx")) <= set(word_table("units", "en"))


def test_any_of_some_phrases() -> None:
    """The longest comes first, white space may be of any kind, and nothing is found where there is nothing."""
    pattern = re.compile(either(["at", "at least"]))
    assert pattern.match("at\nleast 11").group() == "at\nleast"  # type: ignore[union-attr]
    assert re.search(either([]), "anything") is None


def test_case_does_not_matter() -> None:
    """A word is the same at the head of a sentence."""
    assert compiled(either(["at least"])).match("At least 11")


def test_first_letters() -> None:
    """They stand in a set in both cases; a set of nothing can still be looked for."""
    assert re.findall(f"[{initials(['at', '-'])}]", "A-t a") == ["A", "-", "a"]
    assert re.findall(f"[{initials([])}]", "A-t a") == []


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("Die Mühle ist in der Nacht und mit dem Boot verbrannt.", None, "de"),
        ("The mill was burnt in the night, and with it the boat.", None, "en"),
        ("Mills.", None, "en"),
        ("Die Mühle ist in der Nacht verbrannt.", "fr-CA", "fr"),
        ("La rivière a monté dans la nuit et le maire dit que les ponts sont fermés.", None, "fr"),
        ("El río subió en la noche y los puentes de la ciudad no se abren.", None, "es"),
        ("ارتفع النهر ليلا وأغلقت الجسور", None, "ar"),
        ("磨坊在夜里被烧毁了，没有人受到警告。", None, "zh"),
    ],
)
def test_the_language(text: str, stated: str | None, language: str) -> None:
    """What is stated counts; else the words do, and where they say nothing, the script."""
    assert language_of(Article(text, (Part(0, len(text), "body"),), language=stated)) == language
