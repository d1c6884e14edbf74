"""Full names are one only where the whole of them agrees, and by sound only where they look Arabic or Slavonic."""

import pytest

from desktop_app.core.analysis.names import alike
from desktop_app.core.analysis.names.alike import (
    ALIKE_ALONE,
    FullNames,
    difference,
    full_words,
    looks_arabic,
    sounds_like_last,
)

ONE = [
    ("Mohamed al-Gasri", "Mohammad al-Ghusri"),
    ("Faiez Sarrat", "Fayez al-Serrat"),
    ("Al-Velyan Al-Marsol", "Alvelian Almarsol"),
    ("Robert F. Orlan", "Bob Orlan"),
    ("Anna Orlan", "Anna Maria Orlan"),
    ("A. Orlan", "Anna Orlan"),
    ("Sergei Velmov", "Sergey Velmov"),
    ("Oleg Velmensky", "Oleg Velmenskiy"),
]
TWO = [
    ("Hillary Orlan", "Bill Orlan"),
    ("Ali Hassan", "Ali Hussein"),
    ("Khalid Omar", "Khaled Amer"),
    ("Mohammed al-Gasri", "Mohammed al-Basri"),
    ("George W. Velm", "George H. Velm"),
    ("Omar Velm", "Omar Velm Jr"),
    ("Ryan Orlan", "Iran Orlan"),
    ("Anna Putney", "Anna Putin"),
    ("Orlan", "Anna Orlan"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_name(one: str, other: str) -> None:
    """Spellings, forms of a given name and names in between come and go; the reason says which."""
    assert difference(one, other)
    assert difference(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names(one: str, other: str) -> None:
    """What only looks alike is not joined: a false match is worse than a missed one."""
    assert difference(one, other) is None
    assert difference(other, one) is None


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_name_is_found_under_the_other(one: str, other: str) -> None:
    """Not every name is laid beside every other, so the keys must bring the right ones together."""
    for first, second in ((one, other), (other, one)):
        laid = FullNames(["Gerda Velmark", first, second])
        assert [found for found, _ in laid.before(second)] == [first]
        assert laid.before(first) == []


def test_a_name_that_may_be_two_persons_is_neither() -> None:
    """Anna Velm would make one of Anna B. Velm and Anna C. Velm."""
    laid = FullNames(["Anna B. Velm", "Anna C. Velm", "Anna Velm"])
    assert [laid.before(name) for name in ("Anna Velm", "Anna C. Velm")] == [[], []]


def test_what_looks_arabic() -> None:
    """The gate in front of the tolerance."""
    assert looks_arabic("al-Gasri")
    assert looks_arabic("Khalifa Velm")
    assert not looks_arabic("Ryan Alden")


def test_parts_of_a_name() -> None:
    """Particles come and go; a suffix sets a son apart; Ben is a given name and ben a word for son."""
    assert full_words("Omar al-Gasri") == (("omar", "gasri"), "")
    assert full_words("Omar Velm Jr.") == (("omar", "velm"), "jr")
    assert full_words("Ben Orlan") == (("ben", "orlan"), "")


def test_a_last_name_by_its_sound() -> None:
    """A word is told by its sound only against the last part, and never where it is known for another name."""
    assert sounds_like_last("Hafter", "Khalifa Haftar", ALIKE_ALONE)
    assert not sounds_like_last("Khalifa", "Khalifa Haftar", ALIKE_ALONE)
    assert not sounds_like_last("Hussein", "Omar Hassan", 1.0)


def test_a_list_of_names_takes_no_longer_than_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names there are to lay beside each other, only so many pairs of them are looked at closely."""
    compared: list[str] = []
    monkeypatch.setattr(alike, "difference", lambda one, _: compared.append(one))
    names = [f"Omar al-{first}{second}ri" for first in "GKQ" for second in ("as", "os", "us", "hos", "has")]
    laid = FullNames(names)
    assert [laid.before(name) for name in names] == [[]] * len(names)
    assert len(compared) > 60
    compared.clear()
    monkeypatch.setattr(alike, "MOST_COMPARED", 60)
    laid = FullNames(names)
    assert [laid.before(name) for name in names] == [[]] * len(names)
    assert 0 < len(compared) <= 60
