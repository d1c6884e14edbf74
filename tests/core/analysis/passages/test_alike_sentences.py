"""Sentences told in other words and another order are found where no words in a row are the same."""

from desktop_app.core.analysis.passages.alike_sentences import (
    CUT,
    LONGEST,
    Sentences,
    alike_sentences,
    sentence_ranges,
)
from desktop_app.core.analysis.passages.boxes import Box
from desktop_app.core.analysis.words import words


def ranges(text: str) -> list[tuple[int, int]]:
    return list(sentence_ranges(text, words(text), 0, len(text)))


def test_ranges_of_sentences() -> None:
    """Every word is in one; a very short sentence goes with the next, a very long one is cut."""
    assert ranges("No. The gate of the lock broke. Nobody slept in Velmark.") == [(0, 7), (7, 11)]
    assert ranges("river " * (LONGEST + 1)) == [(0, CUT), (CUT, LONGEST + 1)]
    assert ranges("") == []
    assert ranges("Rain.") == [(0, 1)]


def test_only_the_words_between_the_places_count() -> None:
    """A part of a text has its own sentences, by the numbers of all words."""
    text = "Title here now\nThe gate of the lock broke.\nFooter"
    start, end = text.index("The"), text.index("Footer")
    assert list(sentence_ranges(text, words(text, start, end), start, end)) == [(0, 6)]
    assert list(sentence_ranges(text, words(text), start, end)) == [(3, 9)]


def test_the_same_matter_in_another_order() -> None:
    """From the first to the last telling word that both have."""
    told = ["then", "upper", "gate", "kestrel", "lock", "broke", "tuesday", "morning"]
    anew = ["when", "tuesday", "came", "kestrel", "upper", "lock", "gate", "lay", "broken"]
    others = [[f"{letter}{n}" for n in range(6)] for letter in "abcdefgh"]
    a, b = [*others[0], *told], [word for sentence in others[1:] for word in sentence] + anew
    in_b = [(at, at + 6) for at in range(0, 42, 6)]
    assert alike_sentences(Sentences(a, [(0, 6), (6, 14)]), Sentences(b, [*in_b, (42, 51)])) == [Box(7, 13, 43, 49)]


def test_a_few_common_words_are_not_enough() -> None:
    """Three telling words, or a small share of two long sentences, are no likeness."""
    a = ["upper", "gate", "lock", "broke", "tuesday"]
    b = ["upper", "gate", "lock", "stayed", "whole"]
    assert alike_sentences(Sentences(a, [(0, 5)]), Sentences(b, [(0, 5)])) == []
    long = [*a[:4], *(f"w{n}" for n in range(30))]
    other = [*a[:4], *(f"v{n}" for n in range(30))]
    assert alike_sentences(Sentences(long, [(0, 34)]), Sentences(other, [(0, 34)])) == []
