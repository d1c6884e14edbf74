"""Whom a sentence is about, and who can speak."""

import pytest

from desktop_app.core.analysis.quotations.subjects import is_speaker, leads, named, subject_of


def words_of(scene, span) -> str | None:
    return scene.text[scene.tokens[span[0]].start : scene.tokens[span[1] - 1].end] if span else None


def test_whom_a_sentence_is_about(read) -> None:
    """What leads into a sentence is passed over, and a name behind an office is preferred to it."""
    for text in ("Speaking in Velmark, Mara Holm left", "On May 2, 2009, Mara Holm left", "But Mara Holm left"):
        scene = read(text)
        assert words_of(scene, subject_of(scene.tokens, 0, scene.words)) == "Mara Holm"
    scene = read("The mayor of Velmark, Mara Holm, left")
    assert words_of(scene, subject_of(scene.tokens, 0, scene.words)) == "Mara Holm"


def test_a_place_is_not_taken_for_the_name_behind_an_office(read) -> None:
    """“The mayor of Velmark, Orla,” is not Orla."""
    scene = read("The mayor of Velmark, Orla, left")
    assert named(scene.tokens, (0, 4), scene.words) is None


@pytest.mark.parametrize(
    ("text", "able"), [("the mayor", True), ("Holm", True), ("she", True), ("speculation", False)]
)
def test_who_can_speak(read, text: str, able: bool) -> None:
    """People, names and pronouns speak; other things need a plain verb to show it."""
    scene = read(text)
    assert is_speaker(scene.tokens, (0, len(scene.tokens)), scene.words) is able


def test_what_leads_into_a_clause(read) -> None:
    """“In” and “Speaking” lead into a clause, a name begins one."""
    assert [leads(token) for token in read("In Speaking Holm").tokens] == [True, True, False]
