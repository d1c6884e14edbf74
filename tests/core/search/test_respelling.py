"""A click on a spelling changes what is written in the search field, and nothing else of it."""

import pytest

from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Name, nodes
from desktop_app.core.search.respelling import exactly, names_asked, respelt


def name_in(text: str) -> Name:
    """Return the name a query asks for."""
    return next(node for node in nodes(parse(text).tree) if isinstance(node, Name))


@pytest.mark.parametrize(
    ("text", "without", "expected"),
    [
        ("name:Gasri", ["gosry"], "name:(Gasri -gosry)"),
        ("bridge name:Gasri mayor", ["gosry", "ghusri"], "bridge name:(Gasri -ghusri -gosry) mayor"),
        ("bridge name:(Gasri -gosry) mayor", [], "bridge name:Gasri mayor"),
        ('name:"Omar Gasri"', ["abu velmark"], 'name:("Omar Gasri" -"abu velmark")'),
        ("-name:al-Gasri", ["ghusri"], "-name:(al-Gasri -ghusri)"),
        ("name:(Brandt OR Gasri)", ["gosry"], "name:(name:(Brandt -gosry) OR Gasri)"),
        ("name:(Gasri -gosry", ["ghusri"], "name:(Gasri -ghusri)"),
    ],
)
def test_spellings_are_switched_off_and_on(text: str, without: list[str], expected: str) -> None:
    """The rest of the query stays as it is, and the new one is read as asking just that."""
    changed = respelt(text, name_in(text), without)
    assert changed == expected
    assert name_in(changed).without == frozenset(without)
    assert name_in(changed).folded == name_in(text).folded


def test_just_as_it_is_written() -> None:
    """All other spellings go at once, and with a click they are back."""
    text = "bridge name:(Gasri -gosry)"
    assert exactly(text, name_in(text)) == 'bridge "Gasri"'
    assert names_asked('bridge "Gasri"') == [("Gasri", "bridge name:Gasri")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gasri", ["name:Gasri"]),
        ("Omar al-Gasri bridge", ['name:"Omar al-Gasri" bridge']),
        ("Velmark, Tessin", ["name:Velmark, Tessin", "Velmark, name:Tessin"]),
        ("What did Gasri say about Velmark?", [
            "What did name:Gasri say about Velmark?", "What did Gasri say about name:Velmark?"
        ]),
        ("الغصري", ["name:الغصري"]),
        ("O’Brien OR Marlow", ["name:O’Brien OR Marlow", "O’Brien OR name:Marlow"]),
    ],
)  # fmt: skip
def test_what_looks_like_a_name(text: str, expected: list[str]) -> None:
    """Words with a capital, or of a script that has none, can be asked for in any spelling."""
    assert [changed for _, changed in names_asked(text)] == expected


@pytest.mark.parametrize(
    "text", ["bridge", "US", "The", "-Gasri", "source:Orla", "name:Gasri", "Gas*", "Gasri~", "Gasri1", "", '"',
             "name:(Gasri -gosry)", "-(Gasri (Orla) Marlow)"],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    """Small words, acronyms, shapes, fields and what is a name already are left alone."""
    assert names_asked(text) == []


def test_headlines_are_left_alone() -> None:
    """A pasted headline is full of capitals, and so is one that has them on every word."""
    assert names_asked("Eleven Killed at Velmark Checkpoint as Kestrel Gate Fails") == []
    assert names_asked("Velmark Closes Northern Bridge") == []
