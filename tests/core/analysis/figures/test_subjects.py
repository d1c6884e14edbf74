"""What stands before a figure says what it is of, across what is put in between."""

from typing import Any

import pytest

from desktop_app.core.analysis.figures.amounts import amounts
from desktop_app.core.analysis.figures.subjects import is_participle, subject_before


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The death toll rose to 43.", "death toll"),
        ("The firm told of a loss of $3 million.", "loss"),
        ("Orla Steel, the mill at Velmark, fell 3 percent.", "Orla Steel"),
        ("At dawn 43.", None),
    ],
)
def test_the_subject(read: Any, text: str, subject: str | None) -> None:
    """It is the subject of the verb that leads to the figure, or the noun a preposition joins to it."""
    reading = read(text)
    assert subject_before(reading, next(iter(amounts(reading)))) == subject


@pytest.mark.parametrize(
    ("word", "participle"), [("stolen", True), ("burned", True), ("burning", True), ("red", False)]
)
def test_participles(word: str, participle: bool) -> None:
    """They are told by their form, but a short word is none."""
    assert is_participle(word) == participle
