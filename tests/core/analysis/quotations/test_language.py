"""The words of a language are found, and those of no other."""

import pytest

from desktop_app.core.analysis.quotations.language import LANGUAGES, VERBS, language


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


def test_a_language_without_a_list_has_no_words() -> None:
    """Where nothing is known of a language, nothing is read by the rules of another."""
    assert language("ru") is None
