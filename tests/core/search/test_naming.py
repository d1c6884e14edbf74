"""A name is looked for in the spellings an archive has, and in the names the user says are its own."""

from desktop_app.core.search.naming import Naming
from desktop_app.core.search.query import Name

LEXICON = {"gasri": 3, "ghusri": 2, "gosry": 1, "bridge": 9, "mohamed": 4, "mohammed": 5, "velmark": 7}


def test_the_spellings_of_one_word() -> None:
    """The name asked for stands first, other spellings follow; other words are not taken."""
    naming = Naming(LEXICON, [])
    found = naming.spelt(Name(("gasri",), "Gasri"))
    assert found[0].folded == ("gasri",)
    assert ("ghusri",) in [phrase.folded for phrase in found]
    assert ("bridge",) not in [phrase.folded for phrase in found]
    assert naming.matched(Name(("gasri",), "Gasri"))[0] == ("gasri", 3)


def test_a_full_name() -> None:
    """Each word of a name may be spelt in its own way."""
    found = [phrase.folded for phrase in Naming(LEXICON, []).spelt(Name(("mohamed", "gasri"), "Mohamed Gasri"))]
    assert found[0] == ("mohamed", "gasri")
    assert ("mohammed", "ghusri") in found


def test_aliases_of_the_user() -> None:
    """What no rule could know the user does: the other names of a group are looked for too."""
    naming = Naming(LEXICON, [["Gasri", "Abu Velmark"]])
    assert ("abu", "velmark") in [phrase.folded for phrase in naming.spelt(Name(("gasri",), "Gasri"))]


def test_a_name_the_archive_does_not_have() -> None:
    """It is looked for as it was written."""
    assert [phrase.folded for phrase in Naming(LEXICON, []).spelt(Name(("zorn",), "Zorn"))] == [("zorn",)]
