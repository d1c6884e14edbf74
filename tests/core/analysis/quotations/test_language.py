"""The words of a language are found, and the language of an article is guessed only where it is plain."""

import pytest

from desktop_app.core.analysis.quotations.language import LANGUAGES, VERBS, language, language_of
from desktop_app.core.article import Article, Part


def article(text: str, code: str | None = None) -> Article:
    return Article(text, (Part(0, len(text), "body"),), language=code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_can_report_speech(code: str) -> None:
    """No language is offered without verbs of saying, small words and words for “according to”."""
    words = language(code)
    assert words
    assert any("say" in kinds for kinds in words.verbs.values())
    assert {"that", "preposition", "join", "finite"} <= set(words.roles.values())
    assert words.lists["according"]


def test_english_is_rich_in_verbs() -> None:
    """The list of verbs stays long enough for news: more than 250 that can report something."""
    words = language("en")
    assert words
    assert len({verb for verb in words.verbs if verb.endswith("ed") or verb in ("said", "told", "wrote")}) > 250
    assert set().union(*words.verbs.values()) == VERBS


def test_a_word_has_one_role_and_may_be_several_kinds_of_verb() -> None:
    """“Promise” takes a clause, a hearer and a deed; “that” is never read as an article."""
    words = language("en")
    assert words
    assert words.verbs["promised"] == {"say", "tell", "vow"}
    assert words.roles["that"] == "that"
    assert ("according", "to") in words.longer["according"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The river rose on Monday and the mayor said that it would fall.", "said"),
        ("La rivière a monté dans la nuit et le maire dit que les ponts sont fermés.", "dit"),
        ("Der Fluss stieg in der Nacht und die Brücken sind nach dem Sturm zu.", "sagte"),
        ("El río subió en la noche y los puentes de la ciudad no se abren.", "dijo"),
        ("ارتفع النهر في الليل وأغلقت الجسور", "قال"),
    ],
)
def test_the_language_is_guessed(text: str, verb: str) -> None:
    """An article that does not state its language is read by its small words, or its letters."""
    found = language_of(article(text))
    assert found
    assert verb in found.verbs


@pytest.mark.parametrize(
    "text", ["", "Orla Velmark Tessin 1846", "Река поднялась ночью, и мосты закрыты.", "河水上涨了"]
)
def test_what_is_not_plain_stays_unknown(text: str) -> None:
    """A text of names, or in a language without a list, is read with no language at all."""
    assert language_of(article(text)) is None


def test_a_stated_language_is_believed() -> None:
    """The language an article states wins over the guess, also with a country behind it."""
    assert language_of(article("The river rose and the bridge fell.", "de-AT")) is language("de")
    assert language_of(article("The river rose and the bridge fell.", "ru")) is None
