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
    assert segment.total_lengths == {"body": 4, "singular": 4, "id": 0, "source": 0}
    assert not segment.has_lengths("source")
    assert segment.lengths("title").tolist() == [0, 0, 0]
    assert segment.lexicon("title") is None


def test_what_two_readings_say_alike_is_kept_once(tmp_path: Path) -> None:
    """A word of the second reading has its postings, whether it keeps them or the other field does."""
    part = Part(schema(), {})
    part.add({"body": "orla bridge boats orla"})
    part.add({"body": "bridges boats"})
    part.write(tmp_path / "part.seg")
    segment = Segment(tmp_path / "part.seg")
    assert list(segment.lexicon("singular") or ()) == [b"boat", b"bridge", b"orla"]
    assert segment.same("singular").tolist() == [1, 0, 4]  # one more than the number of boats, two words, of orla
    assert segment.arrays.part("singular/starts").tolist() == [0, 0, 2, 2]
    documents, times = segment.postings("singular", 0, 3)
    assert (documents.tolist(), times.tolist()) == ([0, 1, 0, 1, 0], [1, 1, 1, 1, 2])
    assert [array.tolist() for array in segment.postings("singular", 2, 3)] == [[0], [2]]
    assert segment.frequencies("singular", 1, 3).tolist() == segment.having("singular", np.array([1, 2])).tolist()


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
