"""Sorting numbers makes the same postings as looking at one word after the other."""

import random
from collections import defaultdict

import pytest
from whoosh import fields

from desktop_app.core.search.fast.fields import GAP, Text
from desktop_app.core.search.fast.inversion import Inverted, Keywords, Texts, Vocabulary
from tests.core.search.fast.conftest import Singular, made_up


def read(inverted: Inverted) -> dict[tuple[bytes, int], list[int]]:
    """Return where each word stands in each document."""
    assert inverted.positions is not None
    found = {}
    place = 0
    for number, word in enumerate(inverted.words):
        start, end = int(inverted.starts[number]), int(inverted.starts[number + 1])
        assert inverted.position_starts is not None
        assert place == inverted.position_starts[number]
        for at in range(start, end):
            times = int(inverted.times[at])
            found[word, int(inverted.documents[at])] = inverted.positions[place : place + times].tolist()
            place += times
    return found


@pytest.mark.parametrize("seed", range(5))
def test_postings_of_texts(seed: int) -> None:
    """Each word stands where it was read, with a gap between the parts of a text."""
    vocabulary, rng = Vocabulary(Text()), random.Random(seed)
    for _ in range(2):  # the second part of an index knows the words of the first
        gathered, expected, lengths = Texts(vocabulary), defaultdict(list), []
        for document, made in enumerate(made_up(rng.randint(1, 40), rng.randrange(99))):
            gathered.add(document, made["body"])
            position, length = 0, 0
            for part in made["body"].split("\f"):
                for word in part.split():
                    expected[word.encode(), document].append(position)
                    position, length = position + 1, length + 1
                position += GAP
            lengths.append(length)
        (inverted,) = gathered.inverted(len(lengths))
        assert read(inverted) == expected
        assert inverted.lengths is not None
        assert inverted.lengths.tolist() == lengths
        assert inverted.words == sorted(inverted.words)


def test_what_stands_between_blanks_may_be_no_word_or_several() -> None:
    """Signs alone are no word, and a hyphen parts two; places are counted in words."""
    gathered = Texts(Vocabulary(Text()))
    gathered.add(0, "al-Gasri … said – al-Gasri\u00a0left")
    assert read(next(gathered.inverted(1))) == {
        (b"al", 0): [0, 3], (b"gasri", 0): [1, 4], (b"said", 0): [2], (b"left", 0): [5],
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n", "\f\f", "…"])
def test_a_text_without_words(text: str) -> None:
    """A document may have nothing in a field."""
    gathered = Texts(Vocabulary(Text()))
    gathered.add(0, text)
    (inverted,) = gathered.inverted(1)
    assert not inverted.words
    assert inverted.lengths is not None
    assert inverted.lengths.tolist() == [0]


class Hyphened(Text):
    """A text in which what is joined by hyphens is known by its pieces."""

    def simpler(self, chunk: bytes) -> list[bytes]:
        """Return the pieces."""
        return chunk.split(b"-")

    def cut(self, chunk: str, language: str | None) -> list[str]:
        """Refuse to cut what has pieces."""
        assert "-" not in chunk
        return super().cut(chunk, language)


def test_a_chunk_is_known_by_simpler_ones() -> None:
    """What has the words of chunks that are known is not cut again, in no reading, and stands where it stood."""
    texts = ["orla-bridges closed", "bridges orla-- orla-bridges"]
    gathered = {field: Texts(Vocabulary(field(), Singular(places=False, of="body"))) for field in (Text, Hyphened)}
    for document, text in enumerate(texts):
        for each in gathered.values():
            each.add(document, text)
    (words, singular), (others, other_singular) = (each.inverted(2) for each in gathered.values())
    assert read(words) == read(others)
    assert words.words == [b"bridges", b"closed", b"orla"]
    assert singular.words == other_singular.words
    for name in ("starts", "documents", "times", "lengths", "same"):
        assert getattr(singular, name).tolist() == getattr(other_singular, name).tolist(), name


def test_half_a_sign_does_no_harm() -> None:
    """A text cut in the middle of a pair of surrogates is indexed all the same."""
    gathered = Texts(Vocabulary(Text()))
    gathered.add(0, "orla \ud800 bridge")
    assert set(next(gathered.inverted(1)).words) == {b"orla", b"bridge"}


def test_postings_of_keywords() -> None:
    """Keywords are cut by Whoosh's own fields, and counted only where length counts."""
    gathered = Keywords(fields.KEYWORD(commas=True, scorable=True))
    gathered.add(0, "port,vote")
    gathered.add(2, "port")
    inverted = gathered.inverted(3)
    assert inverted.words == [b"port", b"vote"]
    assert inverted.documents.tolist() == [0, 2, 0]
    assert inverted.lengths is not None
    assert inverted.lengths.tolist() == [2, 0, 1]
    assert Keywords(fields.ID()).inverted(0).lengths is None


def test_a_second_reading() -> None:
    """A word that stands wherever one of the first reading does has no postings; none is mistaken for another."""
    gathered = Texts(Vocabulary(Text(), Singular(places=False, of="body")))
    gathered.add(0, "orla bridge boats flood-orla")
    gathered.add(1, "bridges boats pool-post orla")
    first, second = gathered.inverted(2)
    assert first.words == [b"boats", b"bridge", b"bridges", b"flood", b"orla", b"pool", b"post"]
    assert second.words == [b"boat", b"bridge", b"orla", b"post"]
    assert second.same is not None
    assert second.same.tolist() == [1, 0, 0, 0]  # where a chunk has another number of words, nothing is known
    assert second.starts.tolist() == [0, 0, 2, 4, 5]
    assert (second.documents.tolist(), second.times.tolist()) == ([0, 1, 0, 1, 1], [1, 1, 2, 1, 1])


def test_a_large_vocabulary_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the size of the archive."""
    vocabulary = Vocabulary(Text())
    monkeypatch.setattr("desktop_app.core.search.fast.inversion.REMEMBERED", 1)
    Texts(vocabulary).add(0, "orla bridge")
    assert vocabulary.is_large()
