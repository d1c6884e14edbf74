"""Queries for words find whichever words they stand for."""

from collections.abc import Callable

import pytest
from whoosh import query

from desktop_app.core.search.fast.leaves import Leaves
from desktop_app.core.search.fast.snapshot import Snapshot


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (query.Term("body", "bridge"), {0: 1, 1: 2}),
        (query.Term("year", 2016), {0: 1}),
        (query.Prefix("body", "br"), {0: 1, 1: 3}),
        (query.Wildcard("body", "br*e?"), {1: 1}),
        (query.FuzzyTerm("body", "brige", maxdist=1), {0: 1, 1: 2}),
        (query.FuzzyTerm("body", "xridge", maxdist=1, prefixlength=1), {}),
        (query.FuzzyTerm("body", "xridge", maxdist=1, prefixlength=0), {0: 1, 1: 2}),
        (query.TermRange("body", "bridge", "bridges", startexcl=True), {1: 1}),
    ],
)
def test_words(snapshot: Callable[..., Snapshot], wanted: query.Query, expected: dict[int, int]) -> None:
    """Each with the number of times any of its words stands there."""
    documents = [{"body": "bridge orla", "year": 2016}, {"body": "bridge bridges bridge", "year": 2017}]
    found = Leaves(snapshot(documents), None).postings(wanted)
    assert found is not None
    assert dict(zip(found.documents.tolist(), found.times.tolist(), strict=True)) == expected


def test_other_queries_are_not_words(snapshot: Callable[..., Snapshot]) -> None:
    """Whoever asks must do something else about them."""
    leaves = Leaves(snapshot(), None)
    assert leaves.postings(query.Every()) is None
    assert leaves.postings(query.Wildcard("body", "[ab]*")) is None
