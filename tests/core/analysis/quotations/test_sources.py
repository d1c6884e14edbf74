"""A source is known beside what it says, in a clause of its own or behind its name, and a comparison is none."""

import pytest

from desktop_app.core.analysis.quotations.language import language
from desktop_app.core.analysis.quotations.sources import source_at
from desktop_app.core.analysis.quotations.tokens import tokens


def sources(text: str) -> list[tuple[str, str]]:
    """Return the sources of a German sentence with the stretch that names each."""
    words = language("de")
    assert words
    found = tokens(text, (0, len(text)), (), words)
    named = [source_at(found, place, words) for place in range(len(found))]
    return [
        (text[found[one.speaker[0]].start : found[one.speaker[1] - 1].end],
         text[found[one.start].start : found[one.stop - 1].end])
        for one in named if one
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "stretch"),
    [
        (
            "Wie die Polizei am Montag mitteilte, stieg der Fluss.",
            "die Polizei",
            "Wie die Polizei am Montag mitteilte",
        ),
        ("Der Fluss stieg, wie ein Sprecher erklärt hat.", "ein Sprecher", "wie ein Sprecher erklärt hat"),
        ("Es stieg, wie Mara Holm der Orla-Post sagte.", "Mara Holm", "wie Mara Holm der Orla-Post sagte"),
        ("Dem neuen Bericht zufolge stieg der Fluss.", "Dem neuen Bericht", "Dem neuen Bericht zufolge"),
        ("Mara Holm zufolge stieg der Fluss.", "Mara Holm", "Mara Holm zufolge"),
    ],
)
def test_a_source(text: str, speaker: str, stretch: str) -> None:
    """With its verb at the end of the clause, or before “zufolge”; who heard it is no part of it."""
    assert sources(text) == [(speaker, stretch)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Fluss ist so hoch, wie Holm sagte.",
        "Wie es dazu kam, sagte die Polizei nicht.",
        "Das Moor, wie die Wiese hieß, ist nass.",
        "Die Brücke bleibt Holm zufolge gesperrt.",
        "Den Angaben zufolge stieg der Fluss.",
    ],
)
def test_no_source(text: str) -> None:
    """A comparison, a question, a name, words that would cut a sentence in two, and sources nobody names."""
    assert sources(text) == []
