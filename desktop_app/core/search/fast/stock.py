"""Stock Whoosh over an opened snapshot: the same files, already open, so that nobody can take them away."""

from typing import Any

from whoosh import scoring
from whoosh.codec import base
from whoosh.reading import EmptyReader, MultiReader, SegmentReader

from desktop_app.core.search.fast.codec import ArraySegment
from desktop_app.core.search.fast.readers import DocumentReader, TermsReader
from desktop_app.core.search.fast.segment import Segment
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.weighing import Bm25


def reader(snapshot: Snapshot) -> Any:
    """Return Whoosh's reader of a snapshot."""
    readers = [
        SegmentReader(None, snapshot.schema, listed, snapshot.generation, codec=_Opened(segment))
        for listed, segment in snapshot.parts
    ]
    if not readers:
        return EmptyReader(snapshot.schema)
    return readers[0] if len(readers) == 1 else MultiReader(readers, generation=snapshot.generation)


def weighting(weighing: Bm25) -> scoring.BM25F:
    """Return the formula as Whoosh has it."""
    return scoring.BM25F(B=weighing.b, K1=weighing.k1)


class _Opened(base.Codec):  # type: ignore[misc]
    """Gives Whoosh readers of a part that is open."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def terms_reader(self, storage: Any, segment: ArraySegment) -> TermsReader:  # noqa: ARG002 - as Whoosh calls it
        return TermsReader(self._segment)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> DocumentReader:  # noqa: ARG002
        return DocumentReader(self._segment, segment.deleted)
