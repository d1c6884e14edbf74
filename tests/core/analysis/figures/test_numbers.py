"""A number is read in digits of any script and in words, exactly or by its size."""

import pytest

from desktop_app.core.analysis.figures.numbers import numerals


@pytest.mark.parametrize(
    ("text", "value", "language"),
    [
        ("1,234 boats", 1234, "en"),
        ("1.5 boats", 1.5, "en"),
        ("1.234 Boote", 1234, "de"),
        ("1,5 Boote", 1.5, "de"),
        ("٧٠٠ قارب", 700, "ar"),
        ("twenty-one boats", 21, "en"),
        ("two hundred and five boats", 205, "en"),
        ("1.2 million boats", 1_200_000, "en"),
        ("two and a half million boats", 2_500_000, "en"),
        ("two-thirds of boats", 0.6667, "en"),
        ("one in five boats", 0.2, "en"),
        ("2½ boats", 2.5, "en"),
    ],
)
def test_exact_numbers(text: str, value: float, language: str) -> None:
    """Separators mean what they mean in the language."""
    number = numerals(language).read(text, 0, len(text))
    assert number is not None
    assert (round(number.low, 4), round(number.high, 4), number.vague) == (value, value, False)


@pytest.mark.parametrize(("text", "low", "high"), [("dozens", 24, 119), ("several hundred boats", 200, 999)])
def test_numbers_by_their_size(text: str, low: float, high: float) -> None:
    """“Dozens” are two of them at least, and fewer than ten."""
    number = numerals("en").read(text, 0, len(text))
    assert number is not None
    assert (number.low, number.high, number.vague, number.in_words) == (low, high, True, True)


@pytest.mark.parametrize("text", ["1,23 boats", "1.2.3", "boats", "several boats", "a boat"])
def test_no_numbers(text: str) -> None:
    """What is written otherwise than a number is none."""
    assert numerals("en").read(text, 0, len(text)) is None


def test_where_a_number_may_begin() -> None:
    """Not within a word, nor within another number."""
    begins = [match.start() for match in numerals("en").begin.finditer("A7 v2 about 11 to two at 3:30, anyone")]
    assert begins == [12, 18, 25]
