"""Mentions are names, and what only looks like one is none."""

import pytest

from desktop_app.core.analysis.names.found import found
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


def mentions(text: str) -> list[str]:
    """Return the mentions in a text that is all body."""
    marks = found(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    return [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meanwhile Omar Gasri left on Monday in May.", ["Omar Gasri"]),
        ("Residents left. The Libyan residents came back to Tessin.", ["Tessin"]),
        ("Rivers rose. All rivers rose in Velmark.", ["Velmark"]),
        ("He is with Apple CEO Tim Orlan.", ["Apple", "CEO Tim Orlan"]),
        ("French President Omar Gasri met the President.", ["President Omar Gasri"]),
        ("It fell to General Motors and the Libyan Gazette.", ["General Motors", "Libyan Gazette"]),
        ("He is of the Office of Special Counsel.", ["Office of Special Counsel"]),
        ("The IS is not what the US is.", ["IS", "US"]),
        ("Sen. Anna Orlan (D-Orla.) of Orla Motors ( ORL.N ).", ["Sen. Anna Orlan", "Orla Motors"]),
        ("Flood hits Tessin Al-Velm Al-Orla. The Al-Velm Al-Orla are in Tessin.",
         ["Tessin Al-Velm Al-Orla", "Al-Velm Al-Orla", "Tessin"]),
        ("In Paris Al-Velm Al-Orla slept. The Al-Velm Al-Orla are here.",
         ["Paris", "Al-Velm Al-Orla", "Al-Velm Al-Orla"]),
        ("Fighters are from sub-Saharan Africa, or sub-Saharan Africans.", ["sub-Saharan Africa"]),
        ("The Act, the Ministry and the North were there.", []),
        ("At 12 PM EDT, Omar left.", ["Omar"]),
        ("The House of Representatives and the Libyan Senate sat.", ["House of Representatives", "Senate"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_a_mention(text: str, expected: list[str]) -> None:
    """Openers, days, nationalities and titles alone are no names; a title before a name belongs to its mention."""
    assert mentions(text) == expected


def test_headlines_have_the_names_of_the_text() -> None:
    """In a line of capitals only what is known for a name is one, in its full length."""
    text = "GASRI WARNS ORLA COUNCIL IN PARIS\n\nOmar Gasri warned the Orla Council."
    assert mentions(text) == ["GASRI", "ORLA COUNCIL", "PARIS", "Omar Gasri", "Orla Council"]


def test_scripts_without_capitals_give_only_what_is_certain() -> None:
    """Not every word of an Arabic or Chinese text is a name; Latin names in them are found."""
    assert mentions("اجتمعت الأمم المتحدة أمس في المدينة") == ["الأمم المتحدة"]
    assert mentions("联合国昨天开会。") == ["联合国"]
    assert mentions("قال Omar Gasri أمس") == ["Omar Gasri"]


def test_german_nouns_are_no_names() -> None:
    """Only what is certain is taken where all nouns have capitals."""
    text = "Die Kanzlerin Anna Orlan hat die Stadt nicht besucht. Orlan ist im Urlaub und das Amt schweigt."
    assert mentions(text) == ["Anna Orlan", "Orlan"]
