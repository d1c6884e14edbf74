"""One file of the index, read by what its arrays mean."""

from pathlib import Path

import numpy as np
import pytest
from whoosh.util.numeric import byte_to_length, length_to_byte

from desktop_app.core.search.fast.part import Part
from desktop_app.core.search.fast.segment import Segment, live, rounded
from tests.core.search.fast.conftest import schema


@pytest.fixture
def segment(tmp_path: Path) -> Segment:
    """Give a part of three documents."""
    part = Part(schema(), {})
    part.add({"id": "1", "body": "orla bridge orla", "source": "Orla Post"})
    part.add({"id": "2", "body": "bridge"})
    part.add({"id": "3"})
    part.write(tmp_path / "part.seg")
    return Segment(tmp_path / "part.seg")


def test_postings_and_places(segment: Segment) -> None:
    """A word has its documents, its times and its places, and its neighbours have theirs beside them."""
    assert (segment.find("body", b"bridge"), segment.find("body", b"orla"), segment.find("body", b"x")) == (
        0,
        1,
        None,
    )
    documents, times = segment.postings("body", 0, 2)
    assert (documents.tolist(), times.tolist()) == ([0, 1, 0], [1, 1, 2])
    assert segment.frequencies("body", 0, 2).tolist() == [2, 1]
    assert segment.positions("body", 1, 2).tolist() == [0, 2]
    assert not len(segment.positions("source", 0, 1))


def test_lengths(segment: Segment) -> None:
    """A field has a length where that counts."""
    assert segment.lengths("body").tolist() == [3, 1, 0]
    assert segment.total_lengths == {"body": 4, "id": 0, "source": 0}
    assert not segment.has_lengths("source")
    assert segment.lengths("title").tolist() == [0, 0, 0]
    assert segment.lexicon("title") is None


def test_long_lengths_are_rounded_as_whoosh_rounds_them() -> None:
    """Scores agree to the last digit only if lengths do."""
    lengths = [0, 1, 2, 100, 101, 999, 5000, 106_373, 106_374, 1_000_000]
    assert rounded(np.array(lengths)).tolist() == [byte_to_length(length_to_byte(length)) for length in lengths]


def test_deleted_documents() -> None:
    """Only when something is deleted is there anything to look at."""
    assert live(3, []) is None
    found = live(3, [1])
    assert found is not None
    assert found.tolist() == [True, False, True]
