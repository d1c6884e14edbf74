"""What the table of contents remembers of a part."""

import pickle

from desktop_app.core.search.fast.codec import ArrayCodec, ArraySegment


def test_it_comes_back_from_the_table_of_contents() -> None:
    """Whoosh pickles it: its place in the code is part of the format."""
    segment = ArraySegment("MAIN", 5)
    segment.delete_document(3)
    back = pickle.loads(pickle.dumps(segment))
    assert back == segment
    assert (back.doc_count_all(), back.doc_count(), list(back.deleted_docs())) == (5, 4, [3])
    assert type(back).__module__ == "desktop_app.core.search.fast.codec"
    assert isinstance(back.codec(), ArrayCodec)


def test_a_deletion_can_be_taken_back() -> None:
    """As Whoosh allows."""
    segment = ArraySegment("MAIN", 5)
    segment.delete_document(3)
    segment.delete_document(3, delete=False)
    assert not segment.is_deleted(3)
    assert not segment.has_deletions()
