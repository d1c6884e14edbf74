"""Stock Whoosh searches a snapshot by its own means."""

from whoosh import query
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.stock import reader, weighting
from desktop_app.core.search.fast.weighing import Bm25
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import add, made_up


def test_it_reads_the_files_that_are_open(index: FileIndex) -> None:
    """Even when a commit has taken them out of the folder."""
    assert reader(Snapshot(index)).doc_count() == 0
    for step in range(2):
        add(index, made_up(5, step))
    snapshot = Snapshot(index)
    writer = BulkWriter(index)
    writer.commit(optimize=True)
    searcher = Searcher(reader(snapshot), weighting=weighting(Bm25(1.5, 0.5)))
    assert searcher.doc_count() == 10
    assert len(searcher.search(query.Every(), limit=None)) == 10
    assert (searcher.weighting.K1, searcher.weighting.B) == (1.5, 0.5)
