"""The words around figures are looked up whatever their case; a language without a table has what holds for all."""

import pytest

from desktop_app.core.analysis.figures.vocabulary import vocabulary


def test_units_and_actions() -> None:
    """A unit leads to its plain name, an action to its base form, a sign to its currency."""
    words = vocabulary("en")
    assert (words.units["kilometres"], words.units["percent"], words.currencies["€"]) == ("km", "%", "EUR")
    assert (words.acts["deaths"], words.acts["sold"]) == ("kill", "sell")
    assert "sell" in words.deals
    assert "kill" not in words.deals


def test_what_ends_a_phrase() -> None:
    """A small word does, but IS and US are names, and the East is a place."""
    words = vocabulary("en")
    assert words.has("stop", "The")
    assert not words.has("stop", "IS")
    assert words.has("stop", "east")
    assert not words.has("stop", "East")


@pytest.mark.parametrize("language", ["de", "ar", "zh", "xx"])
def test_other_languages(language: str) -> None:
    """Each has patterns that can be looked for, and the units that are written alike everywhere."""
    words = vocabulary(language)
    assert words.unit.match(" km lang")
    assert words.act.search("nothing was killed here") is None
    assert not words.english
