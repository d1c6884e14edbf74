"""Hits are put together, put in order and counted."""

import random

import numpy as np
import pytest

from desktop_app.core.search.fast import hits
from desktop_app.core.search.fast.hits import Hits

COUNT = 300


def some(rng: random.Random, share: float) -> Hits:
    documents = sorted(rng.sample(range(COUNT), int(COUNT * share)))
    return Hits(np.array(documents, np.int64), np.array([rng.random() for _ in documents], np.float32))


def told(found: Hits) -> dict[int, float]:
    return dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(30))
def test_all_and_any(seed: int) -> None:
    """As with dictionaries, however many documents each side has."""
    rng = random.Random(seed)
    several = [some(rng, rng.choice((0, 0.01, 0.3, 0.9))) for _ in range(rng.randint(1, 4))]
    several += several[: rng.randint(0, 1)]  # just the same documents
    tables = [told(found) for found in several]
    every = set.intersection(*map(set, tables))
    either = set.union(*map(set, tables))
    assert told(hits.all_of(several, COUNT)) == pytest.approx({one: sum(t[one] for t in tables) for one in every})
    added = {one: sum(table.get(one, 0) for table in tables) for one in either}
    assert told(hits.any_of(several, COUNT)) == pytest.approx(added, abs=1e-6)
    greatest = {one: max(table.get(one, 0) for table in tables) for one in either}
    assert told(hits.any_of(several, COUNT, np.maximum)) == pytest.approx(greatest)
    raised = {one: score + tables[-1].get(one, 0) for one, score in tables[0].items()}
    assert told(hits.raised(several[0], several[-1], COUNT)) == pytest.approx(raised, abs=1e-6)


def test_filters() -> None:
    """All but some documents, or those that are marked."""
    found = Hits(np.array([1, 3, 5]), np.array([0.1, 0.3, 0.5]))
    assert told(hits.without(found, np.array([5]), 10)) == {1: 0.1, 3: 0.3}
    assert told(hits.kept(found, np.arange(10) > 2)) == {3: 0.3, 5: 0.5}
