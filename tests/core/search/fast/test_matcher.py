"""Stock Whoosh walks through postings in the ways it knows."""

import pytest
from whoosh.index import FileIndex
from whoosh.matching import ReadTooFar

from tests.core.search.fast.conftest import add


def test_walking_and_skipping(index: FileIndex) -> None:
    """It goes on one by one, skips ahead, never back, and ends."""
    add(index, [{"id": str(number), "body": "orla " * (number % 3)} for number in range(10)])
    with index.reader() as reader:
        matcher = reader.postings("body", "orla")
        assert list(matcher.all_ids()) == [1, 2, 4, 5, 7, 8]
        assert (matcher.id(), matcher.weight()) == (1, 1.0)
        matcher.next()
        assert (matcher.id(), matcher.weight(), matcher.value_as("frequency")) == (2, 2.0, 2)
        other = matcher.copy()
        matcher.skip_to(6)
        assert matcher.id() == 7
        matcher.skip_to(3)
        assert matcher.id() == 7
        assert other.id() == 2
        matcher.skip_to(9)
        assert not matcher.is_active()
        with pytest.raises(ReadTooFar):
            matcher.next()
        with pytest.raises(ReadTooFar):
            matcher.skip_to(10)
        matcher.reset()
        assert matcher.id() == 1


def test_only_what_is_good_enough(index: FileIndex) -> None:
    """The best documents are found without looking at those that cannot be among them."""
    add(index, [{"id": "1", "body": "orla bridge"}, {"id": "2", "body": "orla " * 5}])
    with index.searcher() as searcher:
        matcher = searcher.postings("body", "orla")
        assert matcher.supports_block_quality()
        assert matcher.block_quality() == matcher.max_quality()
        assert (matcher.block_min_id(), matcher.block_max_id(), matcher.block_max_weight()) == (0, 1, 5.0)
        assert matcher.skip_to_quality(0) == 0
        assert matcher.is_active()
        assert matcher.skip_to_quality(1000) == 1
        assert not matcher.is_active()
