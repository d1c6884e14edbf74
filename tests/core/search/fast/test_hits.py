"""Hits are put together, put in order and counted."""

import random
from collections.abc import Callable

import numpy as np
import pytest

from desktop_app.core.search.fast import hits
from desktop_app.core.search.fast.hits import NONE, Hits
from desktop_app.core.search.fast.snapshot import Snapshot
from tests.core.search.fast.conftest import made_up

COUNT = 300


def some(rng: random.Random, share: float) -> Hits:
    documents = sorted(rng.sample(range(COUNT), int(COUNT * share)))
    return Hits(np.array(documents, np.int64), np.array([rng.random() for _ in documents]))


def told(found: Hits) -> dict[int, float]:
    return dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(5))
def test_all_and_any(seed: int) -> None:
    """As with dictionaries, however many documents each side has."""
    rng = random.Random(seed)
    several = [some(rng, rng.choice((0, 0.01, 0.3, 0.9))) for _ in range(rng.randint(1, 3))]
    tables = [told(found) for found in several]
    every = set.intersection(*map(set, tables))
    either = set.union(*map(set, tables))
    assert told(hits.all_of(several, COUNT)) == pytest.approx({one: sum(t[one] for t in tables) for one in every})
    added = {one: sum(table.get(one, 0) for table in tables) for one in either}
    assert told(hits.any_of(several, COUNT)) == pytest.approx(added)
    found, covered = hits.coverage(several, [1.0] * len(several), COUNT)
    shares = {one: sum(one in table for table in tables) / len(tables) for one in either}
    assert dict(zip(found.documents.tolist(), covered.tolist(), strict=True)) == pytest.approx(shares)


def test_filters() -> None:
    """Only some documents, or all but some."""
    found = Hits(np.array([1, 3, 5]), np.array([0.1, 0.3, 0.5]))
    assert told(hits.only(found, np.array([5, 1, 2]), 10)) == {1: 0.1, 5: 0.5}
    assert told(hits.without(found, np.array([5]), 10)) == {1: 0.1, 3: 0.3}
    assert told(hits.kept(found, np.arange(10) > 2)) == {3: 0.3, 5: 0.5}


@pytest.mark.parametrize("limit", [None, 0, 1, 7, 1000])
def test_order(limit: int | None) -> None:
    """The best first, equal ones by their numbers; the first few are those of the whole order."""
    rng = random.Random(1)
    scores = np.array([rng.choice((0.1, 0.2, 0.3)) for _ in range(COUNT)])
    found = Hits(np.arange(COUNT), scores)
    expected = sorted(range(COUNT), key=lambda one: (-scores[one], one))[:limit]
    assert hits.best(found, limit).documents.tolist() == expected
    values = np.array([rng.randrange(5) for _ in range(COUNT)])
    oldest = sorted(range(COUNT), key=lambda one: (values[one], one))[:limit]
    assert hits.in_order(found, values, limit).documents.tolist() == oldest
    newest = sorted(range(COUNT), key=lambda one: (-values[one], one))[:limit]
    assert hits.in_order(found, values, limit, newest=True).documents.tolist() == newest
    assert not len(hits.best(NONE, limit).documents)


def test_facets_follow_the_hits(snapshot: Callable[..., Snapshot]) -> None:
    """How many of what was found have each keyword."""
    documents = made_up(40)
    opened = snapshot(documents[:30], documents[30:])
    found = Hits(np.arange(0, 40, 2), np.zeros(20))
    expected: dict[str, int] = {}
    for document in documents[::2]:
        for tag in filter(None, document["tags"].split(",")):
            expected[tag] = expected.get(tag, 0) + 1
    assert hits.facet(opened, "tags", found) == expected
    assert hits.facet(opened, "tags", NONE) == {}


def test_histogram() -> None:
    """From each edge up to the next; what lies outside is in no bar."""
    found = Hits(np.arange(5), np.zeros(5))
    assert hits.histogram(np.array([9, 10, 19, 20, 30]), found, [10, 20, 30]) == [2, 1]
