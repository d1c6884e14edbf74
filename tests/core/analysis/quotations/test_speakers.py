"""The sentence around a quotation says who spoke it."""

import pytest

from desktop_app.core.analysis.quotations.speakers import inner, signature, speaker_of


def given(scene) -> list[tuple[str, str] | None]:
    found = []
    for place, token in enumerate(scene.tokens):
        if token.quote:
            said = speaker_of(scene, place)
            span = said.speaker if said else (0, 0)
            text = scene.text[scene.tokens[span[0]].start : scene.tokens[span[1] - 1].end]
            found.append((text, said.rule) if said else None)
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We will stay,” Holm said.", "Holm", "“…” X said"),
        ("“We will stay”, Holm said.", "Holm", "“…” X said"),
        ("“Will we stay?” Holm asked.", "Holm", "“…” X asked"),
        ("“We will stay,” said Holm.", "Holm", "“…” said X"),
        ("“We will stay,” Holm told the Orla Post.", "Holm", "“…” X told"),
        ("“We will stay,” Mara Holm, the mayor, said.", "Mara Holm", "“…” X said"),
        ("“We will stay,” according to Holm.", "Holm", "“…” according to X"),
        ("Holm said, “We will stay.”", "Holm", "X said “…”"),
        ("Said Holm: “We will stay.”", "Holm", "said X “…”"),
        ("Holm said in a speech on Monday: “We will stay.”", "Holm", "X said “…”"),
        ("Holm wrote in a letter that “we will stay.”", "Holm", "X wrote “…”"),
        ("Holm said the plan was “a disgrace” and left.", "Holm", "within what X said"),
        ("It is “a disgrace” for the town, Holm said.", "Holm", "within what X said"),
        ("According to Holm, it is “a disgrace”.", "Holm", "according to X"),
        ("Holm was blunt: “We will all stay.”", "Holm", "X: “…”"),
        ("Holm turned round in anger, “We will all stay.”", "Holm", "X …, “…”"),
        ("“We will all stay,” Holm intimidated.", "Holm", "“…” X intimidated"),
        ("“We will all stay.” — Mara Holm, mayor of Velmark", "Mara Holm", "“…” — X"),
    ],
)
def test_one_quotation(read, text: str, speaker: str, rule: str) -> None:
    """Before, behind, around and with a colon or a dash; the rule reads like the sentence."""
    assert given(read(text)) == [(speaker, rule)]


def test_two_parts_of_one_quotation(read) -> None:
    """What goes on behind the speaker is given to the same speaker."""
    assert [one and one[0] for one in given(read("“The river,” said Holm, “will rise.”"))] == ["Holm", "Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "They used weapons considered to be “medium-sized”.",
        "“Is there a plan?” Velmark reported a loss of 3 million.",
        "His cousin “shouted a lot,” and Holm urged him to be quiet.",
        "Holm led the party on the “long march” to Velmark.",
    ],
)
def test_a_speaker_is_left_open(read, text: str) -> None:
    """Where no words say who speaks, nobody is named."""
    assert given(read(text)) == [None]


def test_a_name_in_marks_is_held_loosely(read) -> None:
    """What stands within reported speech may be the name of a work; what is announced as said is not."""
    within, told = read("Holm said she saw “The Long River”."), read("Holm said, “The Long River.”")
    assert [said.loose for said in (speaker_of(within, 4), speaker_of(told, 3)) if said] == [True, False]


def test_the_words_of_a_quotation(read) -> None:
    """The marks do not belong to what was said."""
    assert inner(read("« Non », dit Holm.", "fr"), 0) == "Non"


def test_a_signature_is_a_dash_and_a_name(read) -> None:
    """A dash with anything else behind it signs nothing."""
    assert signature(read("— Mara Holm, mayor of Velmark"), 0)
    assert signature(read("— Mara Holm left the town"), 0) is None
    assert signature(read("Mara Holm, mayor of Velmark"), 0) is None
