"""Words are found by their letters, their beginning, their shape and their likeness."""

import itertools
import random
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.search.fast.arrays import Arrays, ArrayWriter
from desktop_app.core.search.fast.lexicon import Lexicon, edits, lexicon_arrays

WORDS = sorted(
    [
        "bridge",
        "bridges",
        "bride",
        "ridge",
        "brdige",
        "orla",
        "orlando",
        "العربية",
        "عربي",
        "水",
        "水位",
        "é",
        "ém",
        "z",
    ],
    key=str.encode,
)


def lexicon(folder: Path, words: list[str]) -> Lexicon:
    file = ArrayWriter(folder / "words.seg")
    blob, ends = lexicon_arrays(word.encode() for word in words)
    file.add("body/words", "u1", [blob])
    file.add("body/ends", ends.dtype, [ends])
    file.finish({})
    return Lexicon(Arrays(folder / "words.seg"), "body")


@cache
def plain_edits(one: str, other: str, *, swaps: bool) -> int:
    """Return the same as `edits`, from the definition."""
    if not one or not other:
        return len(one) + len(other)
    least = min(
        plain_edits(one[1:], other, swaps=swaps) + 1,
        plain_edits(one, other[1:], swaps=swaps) + 1,
        plain_edits(one[1:], other[1:], swaps=swaps) + (one[0] != other[0]),
    )
    if swaps and len(one) > 1 and one[:2] == other[1::-1]:
        least = min(least, plain_edits(one[2:], other[2:], swaps=swaps) + 1)
    return least


def texts(found: Lexicon, numbers: list[int]) -> list[str]:
    return [found[number].decode() for number in numbers]


def test_every_word_is_found(tmp_path: Path) -> None:
    """A word has the number of its place, and one that is not there has none."""
    found = lexicon(tmp_path, WORDS)
    assert [word.decode() for word in found] == WORDS
    assert [found.find(word.encode()) for word in WORDS] == list(range(len(WORDS)))
    assert [found.find(word) for word in (b"", b"bridg", b"zz", b"\xff")] == [None] * 4


def test_every_word_of_many_is_found_again(tmp_path: Path) -> None:
    """A search that comes by words it has seen before ends at the same word."""
    words = [f"{number:05}".encode() for number in range(1, 6000, 2)]
    found = lexicon(tmp_path, [word.decode() for word in words])
    for _ in range(2):
        assert [found.find(word) for word in words] == list(range(len(words)))
        assert {found.find(f"{number:05}".encode()) for number in range(0, 6001, 2)} == {None}


@pytest.mark.parametrize("start", ["", "b", "bridge", "orl", "é", "水", "q", "zz", "ع"])
def test_a_beginning_is_a_run_of_words(tmp_path: Path, start: str) -> None:
    """All words that begin so lie together, in every script."""
    found = lexicon(tmp_path, WORDS)
    low, high = found.beginning(start.encode())
    expected = [word for word in WORDS if word.startswith(start)]
    assert [word.decode() for word in found.between(low, high)] == expected


def test_a_beginning_may_end_in_the_last_byte(tmp_path: Path) -> None:
    """Keys of numbers are bytes without a meaning as letters."""
    file = ArrayWriter(tmp_path / "keys.seg")
    blob, ends = lexicon_arrays([b"a", b"\xff", b"\xff\xff"])
    file.add("year/words", "u1", [blob])
    file.add("year/ends", ends.dtype, [ends])
    file.finish({})
    assert Lexicon(Arrays(tmp_path / "keys.seg"), "year").beginning(b"\xff") == (1, 3)


@pytest.mark.parametrize("pattern", ["*", "b*e", "?ridge", "*dg*", "水?", "*é*", "bridge", "*q*", "b[rx]*", "ع*"])
def test_a_pattern_stands_for_the_words_of_its_shape(tmp_path: Path, pattern: str) -> None:
    """A star is any letters, a question mark one, and no other sign is special."""
    found = lexicon(tmp_path, WORDS)
    plain = pattern.replace("[", "[[]")
    assert texts(found, found.like(pattern)) == [word for word in WORDS if fnmatchcase(word, plain)]


@pytest.mark.parametrize("letters", ["abcdo", "abcdeé水عo", "abé𐎀"])
def test_near_words_are_those_a_comparison_with_each_finds(tmp_path: Path, letters: str) -> None:
    """The quick look at the letters leaves no word out that is near enough, in whatever scripts."""
    rng = random.Random(3)
    words = sorted({"".join(rng.choices(letters, k=rng.randint(1, 7))) for _ in range(400)}, key=str.encode)
    found = lexicon(tmp_path, words)
    for swaps in (False, True):
        for word in [*rng.sample(words, 10), "zzz", "a", "水o", "o𐎀"]:
            near = [(number, plain_edits(word, other, swaps=swaps)) for number, other in enumerate(words)]
            assert found.within(word, 2, swaps=swaps) == [(number, far) for number, far in near if far <= 2]


@pytest.mark.parametrize("swaps", [False, True])
def test_edits(*, swaps: bool) -> None:
    """Letters added, left out, changed or swapped are counted, above the most that is asked for only as more."""
    others = ["orla", "orlas", "ora", "olra", "velmark", ""]
    lengths = np.array(list(map(len, others)))
    letters = np.array(others).view(np.uint32).reshape(len(others), -1).T
    for word, most in itertools.product(("orla", "o", "", "laro"), (0, 1, 2, 5)):
        expected = [min(plain_edits(word, other, swaps=swaps), most + 1) for other in others]
        assert edits(word, letters, lengths, most, swaps=swaps).tolist() == expected, (word, most)


def test_an_empty_lexicon_finds_nothing(tmp_path: Path) -> None:
    """A field without words is searched like any other."""
    found = lexicon(tmp_path, [])
    assert found.beginning(b"a") == (0, 0)
    assert not found.like("a*")
    assert not found.within("a", 1)
