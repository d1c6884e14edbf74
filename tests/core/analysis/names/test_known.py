"""The shipped lists say what they are meant to say, and no name of theirs is a plain word."""

import pytest

from desktop_app.core.analysis.names import known


@pytest.mark.parametrize(
    ("name", "group"),
    [("Daesh", "Islamic State"), ("U.S.", "United States"), ("Great Britain", "United Kingdom"), ("Velmark", None)],
)
def test_aliases(name: str, group: str | None) -> None:
    """Names that every reader takes for one are one, however they are dotted."""
    assert known.alias_of(name) == group


@pytest.mark.parametrize("word", ["Who", "us", "Is", "Ice", "who"])
def test_words_are_no_aliases(word: str) -> None:
    """A short name counts only as it is written: who is not the World Health Organization."""
    assert known.alias_of(word) is None
    assert not known.readers_know(word)


def test_no_alias_is_in_two_groups() -> None:
    """A name that stood in two groups would join them."""
    names = [known.plain(name) for name in known.aliases_as_written()]
    groups = {name: known.alias_of(name) for name in known.aliases_as_written()}
    assert len(names) > 150
    assert all(groups[group] == group for group in set(groups.values()))


def test_places() -> None:
    """Countries are places, and cities are no countries."""
    assert {"libya", "cote divoire"} & known.countries() == {"libya"}
    assert {"libya", "paris", "new york"} <= known.places()
    assert "paris" not in known.countries()


def test_halves_and_lines() -> None:
    """Lists with two halves and lists of lines are read as they are meant."""
    assert "general" in known.first_half("titles")
    assert "prime" not in known.first_half("titles")
    assert "prime" in known.listed("titles")
    assert "---" not in known.listed("titles", "organisation_words")
    assert known.spelling_of("given_names")["bob"] == known.spelling_of("given_names")["robert"]


def test_plain() -> None:
    """The same name is equal to itself whatever its case, accents, stops and hyphens."""
    assert known.plain("Al-Gasri") == known.plain("al Gasri")
    assert known.plain("U.N.") == known.plain("UN")
    assert known.plain("José  O’Rla") == known.plain("Jose O'Rla")
