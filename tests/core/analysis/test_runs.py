"""Runs of words tell which texts share wording, by a sample that is the same in both."""

from zlib import crc32

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.analysis.runs import FEWEST, MOST, Runs, runs, runs_of_each, sample, words_of

TEXT = " ".join(f"word{n}" for n in range(2000))


def of(text: str) -> Runs:
    """Return the runs of one text."""
    (found,) = runs_of_each([words_of(text)])
    return found


def test_shared_wording_is_shared_runs() -> None:
    """A stretch that both have gives the same runs wherever it stands, and whatever is around it."""
    stretch = " ".join(f"said{n}" for n in range(200))
    ours, theirs = runs(words_of(f"{TEXT} {stretch}")), runs(words_of(f"Before that {stretch} and more"))
    assert len(ours & theirs) == 196
    assert set(sample(of(f"{TEXT} {stretch}"))) & set(sample(of(f"Before that {stretch} and more")))
    assert not runs(words_of(TEXT)) & theirs


def test_samples_stay_small_and_never_empty() -> None:
    """One run in many, some even of a short text, and not more than a number of a long one."""
    assert 80 < len(sample(of(TEXT))) < 180
    assert len(sample(of(TEXT[:150]))) == FEWEST
    assert len(sample(np.arange(100_000, dtype=np.uint64))) == MOST
    assert runs(words_of("?!")) == set()
    assert len(runs(words_of("One word"))) == 1


def test_words_are_the_same_however_written() -> None:
    """Case and marks do not count; signs of scripts without spaces are words one by one."""
    assert words_of("The Gate, broke!") == ["the", "gate", "broke"]
    assert words_of("老桥 x") == ["老", "桥", "x"]


def test_what_archives_keep_does_not_change() -> None:
    """Another hash would find nothing in the archives there are."""
    assert runs(words_of("the gate broke on tuesday")) == {1176256143478212875}
    assert runs(words_of("the gate")) == {(crc32(b"the") * 1_000_003 + crc32(b"gate")) % ((1 << 61) - 1)}


@given(st.lists(st.lists(st.text(max_size=3), max_size=8), max_size=5))
def test_runs_are_numbers_modulo_a_prime(texts: list[list[str]]) -> None:
    """Worked out in arrays of 64 bits, and for many texts at once, they are what they would be one by one."""
    plain = []
    for words in texts:
        numbers = [crc32(word.encode()) for word in words]
        windows = [numbers[at : at + 5] for at in range(max(1, len(words) - 4))] if words else []
        plain.append([sum(n * 1_000_003**p for p, n in enumerate(reversed(w))) % ((1 << 61) - 1) for w in windows])
    assert [found.tolist() for found in runs_of_each(texts)] == plain


@given(st.text())
def test_words_of_plain_letters_are_cut_as_others_are(text: str) -> None:
    """ASCII is cut in a quicker way, to the same words."""
    assert words_of(text) == words_of(f"{text} \N{EM DASH}")
