"""Phrases and words near each other are found as by reading every text."""

import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from desktop_app.core.search.fast import occurrences
from desktop_app.core.search.fast.occurrences import near, pairs, phrase, summed
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.positions import stretches
from tests.core.search.fast.conftest import VOCABULARY, made_up

Opened = Callable[..., Snapshot]


def told(postings: Postings) -> dict[int, int]:
    return dict(zip(postings.documents.tolist(), postings.times.tolist(), strict=True))


def texts(seed: int) -> list[list[list[str]]]:
    return [[part.split() for part in made["body"].split("\f")] for made in made_up(60, seed)]


def counted(seed: int, matches: Callable[[Sequence[str], int], bool]) -> dict[int, int]:
    """Return how many places of each document match."""
    found = {
        document: sum(matches(part, at) for part in parts for at in range(len(part)))
        for document, parts in enumerate(texts(seed))
    }
    return {document: times for document, times in found.items() if times}


@pytest.fixture(params=[0, 10**9], ids=["looked up", "marked"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go both ways: every word is rare, or none is; and mark few places together."""
    monkeypatch.setattr(occurrences, "RARE", request.param)
    monkeypatch.setattr(occurrences, "STRETCH", 300)


@pytest.fixture
def opened(snapshot: Opened, request: pytest.FixtureRequest) -> Snapshot:
    documents = made_up(60, request.param)
    return snapshot(documents[:20], documents[20:50], documents[50:])


@pytest.mark.parametrize(("opened", "seed"), [(seed, seed) for seed in range(3)], indirect=["opened"])
def test_phrases(opened: Snapshot, seed: int) -> None:
    """Words right after each other, the last perhaps one of several."""
    rng = random.Random(seed)
    for _ in range(40):
        choices = [[word] for word in rng.choices(VOCABULARY[:6], k=rng.randint(1, 3))]
        choices[-1] = sorted({*choices[-1], *rng.choices(VOCABULARY, k=rng.randrange(3))})
        expected = counted(
            seed,
            lambda part, at, choices=choices: (
                len(part) >= at + len(choices)
                and all(word in words for word, words in zip(part[at:], choices, strict=False))
            ),
        )
        assert told(phrase(opened, "body", choices)) == expected, choices


@pytest.mark.parametrize(("opened", "seed"), [(seed, seed) for seed in range(3)], indirect=["opened"])
def test_near(opened: Snapshot, seed: int) -> None:
    """All of the words within so many places, in any order: counted are the places where such a stretch begins."""
    rng = random.Random(seed)
    for _ in range(40):
        words, reach = rng.sample(VOCABULARY[:10], rng.randint(1, 3)), rng.randint(1, 6)
        expected = counted(
            seed, lambda part, at, w=words, r=reach: part[at] in w and set(w) <= set(part[at : at + r + 1])
        )
        assert told(near(opened, "body", words, reach)) == expected, (words, reach)


@pytest.mark.parametrize(("opened", "seed"), [(seed, seed) for seed in range(3)], indirect=["opened"])
def test_pairs(opened: Snapshot, seed: int) -> None:
    """Two words near each other are counted from left to right, and none of them twice."""
    rng = random.Random(seed)
    for _ in range(40):
        words, reach = rng.sample(VOCABULARY[:10], 2), rng.randint(1, 6)
        expected = {}
        for document, parts in enumerate(texts(seed)):
            at = [
                [(place, words.index(word)) for place, word in enumerate(part) if word in words] for part in parts
            ]
            times = sum(len(stretches(places, 2, reach - 1)) for places in at)
            expected |= {document: times} if times else {}
        assert told(pairs(opened, "body", words, reach)) == expected, (words, reach)


def test_summed() -> None:
    """A document that is there twice has the times of both."""
    both = Postings(np.array([2, 0, 2]), np.array([1, 2, 5]))
    assert told(summed(both, 3)) == {0: 2, 2: 6}


def test_a_word_that_is_nowhere(snapshot: Opened) -> None:
    """Then nothing is found, and nothing fails."""
    opened = snapshot([{"body": "orla bridge"}])
    assert told(phrase(opened, "body", [["orla"], ["nowhere"]])) == {}
    assert told(phrase(opened, "body", [["orla"], []])) == {}
    assert told(near(opened, "body", ["orla", "nowhere"], 3)) == {}
