"""The kind of a name and its roles are read from the words around it, or not told at all."""

import pytest

from desktop_app.core.analysis.names.found import found
from desktop_app.core.analysis.names.in_article import names
from desktop_app.core.analysis.names.kinds import kind_of, roles
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met Gen. Velm there.", "person"),
        ("They met defence secretary Tamsin Velm there.", "person"),
        ("They met Robert Velm there.", "person"),
        ("It rained, said Tamsin Velm.", "person"),
        ("They met the Orla Ministry of Water.", "organisation"),
        ("They bought Velm Inc there.", "organisation"),
        ("They live in Libya.", "place"),
        ("They live in Velm.", "place"),
        ("They saw the Velm River.", "place"),
        ("They read Tamsin Velm.", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """Titles, verbs of saying, given names, words for bodies and for places tell a kind; nothing else does."""
    marks = found(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert kind_of(marks[:1], text, ()) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Gasri, the spokesman for Operation Orla, left.", ["spokesman for Operation Orla"]),
        ("It was Omar Gasri, a troop commander in Velmark said.", ["troop commander in Velmark"]),
        ("They hired longtime attorney Omar Gasri.", ["longtime attorney"]),
        ("Prime Minister Omar Gasri left.", ["Prime Minister"]),
        ("Mr. Omar Gasri left.", []),
        ("Omar Gasri, court reporter Anna Orlan and others left.", []),
        ("Omar Gasri, at a house the agent was building, slept.", []),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    """Roles stand as written, and what only mentions somebody's role gives none."""
    marks = found(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert list(roles([mark for mark in marks if mark.name == "Omar Gasri"], text)) == expected


def test_a_last_name_that_speaks_makes_the_full_one_a_person() -> None:
    """A full name without a known given name is a person's where its last name says something."""
    text = "They met Tamsin Velm. It rained, Velm said."
    found_names = names(Article(text, (Part(0, len(text), "body"),)), sentences(text))
    assert [(name.name, name.kind) for name in found_names] == [("Tamsin Velm", "person")]
