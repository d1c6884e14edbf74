"""Runs of capitals are read as far as a name goes, and no farther."""

import pytest

from desktop_app.core.analysis.names.chunks import chunks, tokens


def runs(text: str, *, wrapped: bool = False) -> list[str]:
    """Return the runs of a sentence as they stand in it."""
    words = tokens(text, 0, len(text), wrapped=wrapped)
    return [text[run[0].start : run[-1].end] for run in chunks(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the House of Representatives met", ["House of Representatives"]),
        ("a mayor of Velmark", ["Velmark"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("said Omar and Velma", ["Omar", "Velma"]),
        ("told al-Gasri and Abd al-Rahman ibn Abi Tessin", ["al-Gasri", "Abd al-Rahman ibn Abi Tessin"]),
        ("with Charles de Velm", ["Charles de Velm"]),
        ("the UN-backed council", ["UN"]),
        ("Orla’s GNA", ["Orla", "GNA"]),
        ("Brig. Gen. Mohammed al-Gasri", ["Brig. Gen. Mohammed al-Gasri"]),
        ("in Tessin Sunday", ["Tessin"]),
        ("with Theresa May on 3 May", ["Theresa May"]),
        ("l’Orla et la Velm", ["Orla", "Velm"]),
        ("I’d go, said J. R. Velmar", ["J. R. Velmar"]),
        ("Secretary of State Anna Orlan", ["Secretary of State Anna Orlan"]),
        ("from sub-Saharan Africa", ["sub-Saharan Africa"]),
    ],
)
def test_where_a_run_ends(text: str, expected: list[str]) -> None:
    """A name has its particles and its of, and ends at a possessive, a day or a small word."""
    assert runs(text) == expected


def test_broken_lines() -> None:
    """A name runs over the end of a line only where lines are broken within sentences."""
    assert runs("the United\nStates", wrapped=True) == ["United\nStates"]
    assert runs("the United\nStates") == ["United", "States"]


def test_a_run_without_end_is_no_name() -> None:
    """A text of nothing but capitals is given up quickly."""
    assert runs("Orla " * 1000) == []


def test_words_at_the_head_of_a_quotation_are_initial() -> None:
    """Their capital says nothing, as at the head of a sentence."""
    text = "He said “Orla won” there"
    assert [word.text for word in tokens(text, 0, len(text), wrapped=False) if word.initial] == ["He", "Orla"]
