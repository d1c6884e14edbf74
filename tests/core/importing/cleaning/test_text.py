"""Labelled paragraphs become parts and facts."""

from desktop_app.core.article import Part
from desktop_app.core.importing.cleaning.paragraphs import paragraphs
from desktop_app.core.importing.cleaning.text import clean, to_parts
from desktop_app.core.importing.decoding.encoding import Decoded


def test_only_the_first_paragraph_has_a_dateline() -> None:
    """A dash later in the story is part of its sentence."""
    text = "VELMARK – It is open.\n\nTESSIN – It is shut."
    assert list(to_parts(paragraphs(text), ["body", "body"])) == [
        Part(0, 9, "dateline"),
        Part(10, 21, "body"),
        Part(23, 43, "body"),
    ]


def test_facts_rest_on_words() -> None:
    """Each field that is read has the words it was read from."""
    lines = [
        "Bridge opens in Velmark",
        "By Ida Marsh",
        "14 May 2024",
        "VELMARK (Reuters) - The bridge is open at last.",
    ]
    text = "\n\n".join(lines)
    found = clean(text, Decoded(text, "utf-8"))
    assert (found.byline, found.published, found.source) == ("Ida Marsh", "2024-05-14", "Reuters")
    assert found.evidence == {
        "byline": "By Ida Marsh",
        "published": "14 May 2024",
        "dateline": "VELMARK (Reuters) -",
        "source": "VELMARK (Reuters) -",
    }


def test_a_change_dates_nothing() -> None:
    """The day of an update is labelled, but is not that of the publication."""
    text = "Bridge opens in Velmark\n\nUpdated 14 May 2024\n\nThe bridge is open at last.\n"
    found = clean(text, Decoded(text, "utf-8"))
    assert found.of("date") == ["Updated 14 May 2024"]
    assert found.published is None


def test_doubts_are_handed_on() -> None:
    """What was unsure in decoding is a warning of the article."""
    assert clean("Open.", Decoded("Open.", "cp1252", ("Check accents.",))).warnings == ("Check accents.",)
