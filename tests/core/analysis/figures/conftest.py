"""What the tests of figures read from: a sentence with the words of its language."""

from collections.abc import Callable

import pytest

from desktop_app.core.analysis.figures.amounts import Reading
from desktop_app.core.analysis.figures.numbers import numerals
from desktop_app.core.analysis.figures.vocabulary import vocabulary

Read = Callable[..., Reading]


@pytest.fixture
def read() -> Read:
    """Give the test a way to read a sentence."""

    def reading(text: str, language: str = "en") -> Reading:
        return Reading(text, 0, len(text), numerals(language), vocabulary(language))

    return reading
