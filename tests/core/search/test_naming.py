"""A name is looked for in the spellings an archive has, and in the names the user says are its own."""

import numpy as np

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.naming import Naming
from desktop_app.core.search.query import Name, Phrase

LEXICON = {"gasri": 3, "ghusri": 2, "gosry": 1, "bridge": 9, "mohamed": 4, "mohammed": 5, "velmark": 7}


def test_the_spellings_of_one_word() -> None:
    """The name asked for stands first, other spellings follow; other words are not taken."""
    naming = Naming(LEXICON, [])
    found = naming.spelt(Name(("gasri",), "Gasri"))
    assert found[0].folded == ("gasri",)
    assert ("ghusri",) in [phrase.folded for phrase in found]
    assert ("bridge",) not in [phrase.folded for phrase in found]


def test_a_full_name() -> None:
    """Each word of a name may be spelt in its own way."""
    found = [phrase.folded for phrase in Naming(LEXICON, []).spelt(Name(("mohamed", "gasri"), "Mohamed Gasri"))]
    assert found[0] == ("mohamed", "gasri")
    assert ("mohammed", "ghusri") in found


def test_aliases_of_the_user() -> None:
    """What no rule could know the user does: the other names of a group are looked for too."""
    naming = Naming(LEXICON, [["Gasri", "Abu Velmark"]])
    assert ("abu", "velmark") in [phrase.folded for phrase in naming.spelt(Name(("gasri",), "Gasri"))]


def test_a_spelling_that_is_switched_off() -> None:
    """It is not looked for, nor is a whole name that has it; the name as it was asked for always is."""
    naming = Naming(LEXICON, [["Gasri", "Abu Velmark"]])
    found = [
        phrase.folded for phrase in naming.spelt(Name(("gasri",), "Gasri", without=frozenset({"ghusri", "gasri"})))
    ]
    assert ("gosry",) in found
    assert found[0] == ("gasri",)
    assert ("ghusri",) not in found
    name = Name(("mohamed", "gasri"), "Mohamed Gasri", without=frozenset({"ghusri"}))
    assert all("ghusri" not in phrase.folded for phrase in naming.spelt(name))
    name = Name(("gasri",), "Gasri", without=frozenset({"abu velmark"}))
    assert ("abu", "velmark") not in [phrase.folded for phrase in naming.spelt(name)]


def having(phrase: Phrase) -> Array:
    """Say which documents have a spelling: so many as it has in the lexicon, mohammed gasri in two."""
    known = {"mohamed gasri": [1], "mohammed gasri": [2, 3], "mohammed ghusri": [3, 4, 5]}
    return np.array(known.get(phrase.written.lower(), range(LEXICON.get(phrase.written.lower(), 0))), np.int64)


def test_spellings_are_counted() -> None:
    """First the name as it was asked for, then the others by the articles that have them, and what is off."""
    naming = Naming(LEXICON, [])
    matched = naming.matched(Name(("gasri",), "Gasri", without=frozenset({"gosry"})), having)
    assert matched.spellings == (("gasri", 3), ("ghusri", 2))
    assert matched.without == (("gosry", 1),)


def test_the_words_of_a_full_name_are_counted_where_the_name_stands() -> None:
    """An article counts once for a spelling, and not because it has the word somewhere else."""
    naming = Naming(LEXICON, [])
    name = Name(("mohamed", "gasri"), "Mohamed Gasri")
    assert naming.matched(name, having).spellings == (("mohamed gasri", 1), ("mohammed", 4), ("ghusri", 3))
    name = Name(("mohamed", "gasri"), "Mohamed Gasri", without=frozenset({"ghusri"}))
    assert naming.matched(name, having).spellings == (("mohamed gasri", 1), ("mohammed", 2))


def test_a_name_the_archive_does_not_have() -> None:
    """It is looked for as it was written."""
    assert [phrase.folded for phrase in Naming(LEXICON, []).spelt(Name(("zorn",), "Zorn"))] == [("zorn",)]
