"""Scores are those of the formulas, worked out one by one."""

from collections.abc import Callable
from math import log

import pytest

from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.weighing import Bm25, Bm25f

Opened = Callable[..., Snapshot]


def test_bm25(snapshot: Opened) -> None:
    """Rarity by what there is, long texts count less; a keyword counts as often as it stands there."""
    opened = snapshot([{"body": "orla orla bridge"}, {"body": "orla"}, {"body": "x", "source": "Orla Post"}])
    weighing = Bm25()
    found = weighing.weighed(opened, "body", opened.postings("body", "orla"), 2.0)
    average = 5 / 3
    expected = [
        2 * (log(3 / 3) + 1) * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / average))
        for times, length in ((2, 3), (1, 1))
    ]
    assert found.scores.tolist() == pytest.approx(expected)
    assert weighing.weighed(opened, "source", opened.postings("source", "Orla Post"), 3.0).scores.tolist() == [3.0]
    assert not len(weighing.weighed(opened, "body", opened.postings("body", "nowhere")).documents)


def test_bm25f(snapshot: Opened) -> None:
    """The times in all fields are added by their weights before they count."""
    opened = snapshot(
        [{"body": "orla orla bridge", "title": "orla"}, {"body": "orla"}, {"body": "x", "title": "y z"}]
    )
    weighing = Bm25f({"title": (3.0, 0.4), "body": (1.0, 0.7)})
    found = weighing.weighed(opened, {field: opened.postings(field, "orla") for field in ("title", "body")})
    rarity = log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    first = 3.0 / (0.6 + 0.4 * 1 / 1) + 2 / (0.3 + 0.7 * 3 / (5 / 3))
    second = 1 / (0.3 + 0.7 * 1 / (5 / 3))
    expected = [rarity * frequency * 2.5 / (frequency + 1.5) for frequency in (first, second)]
    assert found.documents.tolist() == [0, 1]
    assert found.scores.tolist() == pytest.approx(expected)
    assert not len(weighing.weighed(opened, {}).documents)
