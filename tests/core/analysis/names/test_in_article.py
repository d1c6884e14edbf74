"""The names of an article, as the comparison gets them."""

import pytest

from desktop_app.core.analysis.evidence import Mention
from desktop_app.core.analysis.names.in_article import names
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part

TITLE = "Orla Dam Breaks, Gasri Says"
BODY = "Mohamed al-Gasri, the spokesman for Operation Orla, said the dam broke. Velmark was flooded, said Gasri."
NEXT = "More from Paris"
TEXT = "\n".join((TITLE, BODY, NEXT))


def article() -> Article:
    """Return a small article with a headline and a teaser below it."""
    start = len(TITLE) + 1
    parts = (
        Part(0, len(TITLE), "title"),
        Part(start, start + len(BODY), "body"),
        Part(start + len(BODY) + 1, len(TEXT), "furniture"),
    )
    return Article(TEXT, parts)


def test_a_person_with_spellings_role_and_reason() -> None:
    """All that is told of the spokesman is told with positions in the text; furniture is silent."""
    body = (len(TITLE) + 1, len(TITLE) + 1 + len(BODY))
    found = {name.name: name for name in names(article(), sentences(TEXT, *body))}
    person = found["Mohamed al-Gasri"]
    assert person.kind == "person"
    assert person.roles == ("spokesman for Operation Orla",)
    assert person.reasons == ("Gasri: the last name of Mohamed al-Gasri in the same article",)
    assert [mention.text for mention in person.mentions] == ["Gasri", "Mohamed al-Gasri", "Gasri"]
    assert "Paris" not in found
    for name in found.values():
        assert all(
            mention == Mention(mention.start, mention.end, TEXT[mention.start : mention.end])
            for mention in name.mentions
        )


def test_the_name_is_written_as_in_the_text() -> None:
    """A headline in capitals does not decide how a name is written."""
    text = "GASRI SPEAKS TO VELMARK COUNCIL\n\nThen the Velmark Council met."
    found = names(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert [name.name for name in found] == ["Velmark Council"]


@pytest.mark.parametrize(
    "text", ["", "   ", "。。。", "قال عمر", "\u202eOrla\u202c شمال", "A " * 500, "U.N." * 500, "(" * 500]
)
def test_odd_texts(text: str) -> None:
    """No text makes it fail, and no mention lies outside it."""
    parts = (Part(0, len(text), "body"),) if text.strip() else ()
    for name in names(Article(text, parts), sentences(text)):
        assert all(text[mention.start : mention.end] == mention.text for mention in name.mentions)


def test_a_name_of_a_particle_alone() -> None:
    """What is a particle in one language may be a given name in another."""
    text = "They saw Ben, and Ben left for Velmark."
    found = names(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert [name.name for name in found] == ["Ben", "Velmark"]
