"""A quotation is given to the name behind its speaker, and to nobody where the words name somebody else."""

import pytest

from desktop_app.core.analysis.evidence import Mention, Name, NameKind, Quotation, Speaker
from desktop_app.core.analysis.voices import with_names


def name(text: str, fullest: str, *mentions: str, kind: NameKind = "person") -> Name:
    places = [(text.index(mention), mention) for mention in (fullest, *mentions)]
    return Name(fullest, kind, tuple(Mention(start, start + len(words), words) for start, words in places))


def voice(text: str, speaker: str, *named: Name, known: str | None = None) -> str | None:
    start = text.index(speaker)
    said = Quotation(0, 1, "direct", Speaker(start, start + len(speaker), speaker, known), "“…” X said")
    (found,) = with_names(text, [said], named)
    assert found.speaker is not None
    return found.speaker.name


TEXT = "Mara Holm, the mayor, spoke. “No,” said Holm. Later General Holm of the Orla Guard agreed."


@pytest.mark.parametrize("speaker", ["Holm.", "Mara Holm, the mayor", "Mara Holm"])
def test_a_short_form_leads_to_the_full_name(speaker: str) -> None:
    """The name is the fullest in the article, whatever form of it speaks."""
    holm = name(TEXT, "Mara Holm", "Holm.")
    assert voice(TEXT, speaker, holm) == "Mara Holm"


def test_a_place_behind_an_office_does_not_speak() -> None:
    """Arabic writes “mayor Velmark” for the mayor of Velmark; the town is not the name behind him."""
    text = "قال رئيس فيلمارك"
    assert voice(text, "رئيس فيلمارك", name(text, "فيلمارك", kind="place")) is None


def test_a_person_may_be_of_a_place() -> None:
    """“Mara Holm of Velmark” is still Mara Holm."""
    text = "“We stay,” Mara Holm of Velmark said."
    assert voice(text, "Mara Holm of Velmark", name(text, "Mara Holm")) == "Mara Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for Mara Holm denied it.", "A spokesman for Mara Holm"),
        ("Mara Holm’s lawyer denied it.", "Mara Holm’s lawyer"),
        ("Ein Sprecher von Mara Holm bestritt es.", "Ein Sprecher von Mara Holm"),
    ],
)
def test_who_speaks_for_somebody_is_not_them(text: str, speaker: str) -> None:
    """A false name is worse than none."""
    assert voice(text, speaker, name(text, "Mara Holm")) is None


def test_a_person_before_the_body_named_with_them() -> None:
    """The secretary speaks, not the ministry; but a body may speak too."""
    text = "The Orla Guard chief Mara Holm left. The Orla Guard said so."
    guard, holm = name(text, "Orla Guard", kind="organisation"), name(text, "Mara Holm")
    assert voice(text, "The Orla Guard chief Mara Holm", guard, holm) == "Mara Holm"
    assert voice(text, "The Orla Guard", guard, holm) == "Orla Guard"
    assert voice(text, "The Orla Guard chief", guard, holm) is None


def test_whom_a_pronoun_stands_for() -> None:
    """What a rule has found for “he” is given its full name; where the article names nobody so, it stays."""
    holm = name(TEXT, "Mara Holm", "Holm.")
    assert voice(TEXT, "General", holm, known="Mayor Mara Holm") == "Mara Holm"
    assert voice(TEXT, "General", holm, known="the mayor") == "the mayor"


def test_nobody_speaks() -> None:
    """A quotation without a speaker stays without."""
    alone = Quotation(0, 1, "direct", None, "no speaker found")
    assert with_names("“No.”", [alone], []) == (alone,)
