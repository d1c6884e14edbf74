"""What stands between a thing and its figure is taken away word by word, and nothing of the thing with it."""

import pytest

from desktop_app.core.analysis.figures.leads import (
    WORD,
    Tokens,
    taken_preposition,
    taken_verb,
    without_light,
    without_time,
)
from desktop_app.core.analysis.figures.vocabulary import vocabulary

WORDS = vocabulary("en")


def tokens(text: str) -> Tokens:
    return list(WORD.finditer(text))


def written(found: Tokens) -> list[str]:
    return [token.group() for token in found]


@pytest.mark.parametrize(
    ("text", "verb", "left"),
    [
        ("Oil has since fallen", "fallen", ["Oil"]),
        ("Shares closed sharply lower", "closed", ["Shares"]),
        ("After its slide", "", ["After", "its", "slide"]),
        ("The men", "", ["The", "men"]),
    ],
)
def test_the_verb(text: str, verb: str, left: list[str]) -> None:
    """A verb that leads goes with its adverbs; behind an article it is a noun, and stays."""
    found = tokens(text)
    assert (taken_verb(found, WORDS), written(found)) == (verb, left)


@pytest.mark.parametrize(
    ("text", "joint", "left"),
    [
        ("Fares rose to", "to", ["Fares", "rose"]),
        ("a deal potentially worth", "worth", ["a", "deal"]),
        ("her net worth", "", ["her", "net", "worth"]),
        ("The men", "", ["The", "men"]),
    ],
)
def test_the_preposition(text: str, joint: str, left: list[str]) -> None:
    """The one that stands first of several is given; net worth is a noun."""
    found = tokens(text)
    assert (taken_preposition(found, WORDS), written(found)) == (joint, left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rose to a record high", ["rose", "to"]),
        ("cut by a surprisingly large", ["cut", "by"]),
        ("saw the average", ["saw", "the", "average"]),
    ],
)
def test_light_words(text: str, left: list[str]) -> None:
    """They go only where a preposition or a verb leads to them."""
    found = tokens(text)
    without_light(found, WORDS)
    assert written(found) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fares rose on Tuesday", ["Fares", "rose"]),
        ("the estimate last year", ["the", "estimate"]),
        ("exports in 2006", ["exports"]),
        ("the river boats", ["the", "river", "boats"]),
    ],
)
def test_times(text: str, left: list[str]) -> None:
    """A time at the end goes with its preposition."""
    assert written(without_time(tokens(text), WORDS)) == left
