"""The words that tell times are looked up however they are written."""

import pytest

from desktop_app.core.analysis.times.vocabulary import vocabulary


def test_what_words_tell() -> None:
    """Weekdays count from Monday as 0, months from 1; digits are numbers."""
    words = vocabulary("en")
    assert (words.number("weekday", "TUESDAY"), words.number("month", "june"), words.number("number", "12")) == (
        1,
        6,
        12,
    )
    assert words.number("month", "Tuesday") is None
    assert words.meaning("unit", "weeks") == "week"


def test_on_which_side_a_verb_puts_something() -> None:
    """The name of the group tells it."""
    verbs = vocabulary("en").verbs
    told = [match.lastgroup for match in verbs.finditer("He said it will rain; it burned.")]
    assert told == ["saying", "future", "ended"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar", "xx"])
def test_every_language_has_patterns(language: str) -> None:
    """A date in figures is a place to look at in all of them."""
    words = vocabulary(language)
    assert words.trigger.search("x 2016-06-21 x")
    assert words.day_first == (language != "en")
    assert not words.is_unclear("nothing")
