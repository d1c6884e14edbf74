"""Within an article names are joined by brackets, initials and cut bodies, each with its reason."""

import pytest

from desktop_app.core.analysis.names.forms import forms_of
from desktop_app.core.analysis.names.found import found
from desktop_app.core.analysis.names.in_article import names
from desktop_app.core.analysis.names.joining import initials, joined
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


def groups(text: str) -> dict[str, set[str]]:
    """Return the spellings of each name that has more than one."""
    found_names = names(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    spellings = {name.name: {mention.text for mention in name.mentions} for name in found_names}
    return {name: texts for name, texts in spellings.items() if len(texts) > 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council of Orla Dams (COD) met.", {"Council of Orla Dams", "COD"}),
        ("The Council of Orla Dams’s (COD) men met.", {"Council of Orla Dams", "COD"}),
        ("The Operation Orla Shield (Velmian Marsol) began.", {"Operation Orla Shield", "Velmian Marsol"}),
        ("The Orla Water Guard came. The OWG left.", {"Orla Water Guard", "OWG"}),
        ("The ISIS men left. Then Daesh came.", {"ISIS", "Daesh"}),
        (
            "The Velm Media Corp rose. Then Velm rose. Then Velm Media fell.",
            {"Velm Media Corp", "Velm Media", "Velm"},
        ),
        (
            "In Operation Orla Shield all left. Then Operation Orla ended.",
            {"Operation Orla Shield", "Operation Orla"},
        ),
        (
            "The U.S. Water Department left. The Water Department came.",
            {"U.S. Water Department", "Water Department"},
        ),
        ("He saw Robert F. Orlan. Then Bob Orlan left.", {"Robert F. Orlan", "Bob Orlan"}),
    ],
)
def test_what_is_one(text: str, expected: set[str]) -> None:
    """These are one name of the article."""
    assert list(groups(text).values()) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor Anna Orlan (Velm Party) left.",
        "The Orla Council (Libya) met.",
        "They saw President Robert Velm and his son, Robert W. Velm.",
        "Then Omar Gasri (AP) left.",
        "The Orla Velm Party met. The Velm Party won.",
        "The Orla Water Guard and the Orla Wild Geese saw the OWG.",
    ],
)
def test_what_is_not(text: str) -> None:
    """A party, a country or an agency in brackets is no other name, and what may be two things is neither."""
    assert groups(text) == {}


def test_reasons_can_be_read() -> None:
    """Each join says which spelling was taken for which name, and by what."""
    text = "The Orla Water Guard (OWG) came."
    marks = found(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert joined(forms_of(marks), text).reasons == {"owg": "OWG: given in brackets behind Orla Water Guard"}


def test_initials_are_those_of_the_weighty_words() -> None:
    """Small words have none, and one word has no initials."""
    assert initials(("government", "of", "national", "accord")) == "gna"
    assert initials(("accord",)) == ""
