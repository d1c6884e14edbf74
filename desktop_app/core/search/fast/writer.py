"""Writing the index: documents in and out, and one new table of contents that makes all of it count."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import FileIndex, clean_files
from whoosh.writing import IndexingError, IndexWriter, LockError

from desktop_app.core.search.fast.codec import ArraySegment
from desktop_app.core.search.fast.durable import Table
from desktop_app.core.search.fast.inversion import Vocabulary
from desktop_app.core.search.fast.merge import merged, runs
from desktop_app.core.search.fast.part import Part
from desktop_app.core.search.fast.segment import Segment


class BulkWriter(IndexWriter):  # type: ignore[misc]
    """Nobody sees anything of what it does before `commit`, and `cancel` leaves no trace.

    Who writes several commits gives each the same `vocabularies`, so that what was cut once stays known.
    """

    def __init__(self, index: FileIndex, vocabularies: dict[str, Vocabulary] | None = None) -> None:
        self._storage, self._name = index.storage, index.indexname
        self._folder = Path(index.storage.folder)
        self._lock = index.lock("WRITELOCK")
        if not self._lock.acquire():
            raise LockError
        try:
            table = index._read_toc()  # noqa: SLF001 - what every writer of Whoosh does
        except BaseException:
            self._lock.release()
            raise
        self.schema, self.segments, self.generation = table.schema, table.segments, table.generation + 1
        self._vocabularies = {} if vocabularies is None else vocabularies
        self._part = Part(self.schema, self._vocabularies)
        self._made: list[ArraySegment] = []
        self._opened: dict[str, Segment] = {}

    def add_document(self, **fields: Any) -> None:
        """Take in one document."""
        self._part.add(fields)
        if self._part.full():
            self._write_part()

    def update_document(self, **fields: Any) -> None:
        """Put a document in the place of the committed ones that have the same value in a unique field."""
        for name, field in self.schema.items():
            if field.unique and fields.get(name) is not None:
                self.delete_by_term(name, fields[name])
        self.add_document(**fields)

    def delete_document(self, docnum: int, delete: bool = True) -> None:  # noqa: FBT001, FBT002 - as Whoosh calls it
        """Take a committed document out, by its number."""
        for segment in self.segments:
            if docnum < segment.count:
                segment.delete_document(docnum, delete)
                return
            docnum -= segment.count
        raise IndexingError("No such document in this index")

    def delete_by_term(self, fieldname: str, text: Any, searcher: Any = None) -> int:  # noqa: ARG002 - as Whoosh calls it
        """Take out every committed document that has a term; return how many these are."""
        word = text if isinstance(text, bytes) else self.schema[fieldname].to_bytes(text)
        taken = 0
        for listed in self.segments:
            segment = self._open(listed)
            number = segment.find(fieldname, word)
            if number is not None:
                found = set(segment.postings(fieldname, number, number + 1).documents.tolist())
                taken += len(found - listed.deleted)
                listed.deleted |= found
        return taken

    def delete_having(self, column: str, numbers: Sequence[int]) -> None:
        """Take out every committed document that has one of these numbers in a column."""
        for listed in self.segments:
            found = np.isin(self._open(listed).column(column), numbers)
            listed.deleted.update(np.flatnonzero(found).tolist())

    def reader(self, **_: Any) -> Any:
        """Return a reader of what is committed, less what was taken out."""
        return FileIndex._reader(self._storage, self.schema, self.segments, self.generation)  # noqa: SLF001

    def commit(self, *, optimize: bool = False) -> None:
        """Make everything count; with `optimize`, of as few parts as there can be."""
        try:
            if self._part.count:
                self._write_part()
            segments = self._merged([*self.segments, *self._made], optimize=optimize)
            Table(self.schema, segments, self.generation).write(self._storage, self._name)
        except BaseException:
            self.cancel()
            raise
        self._opened.clear()
        clean_files(self._storage, self._name, self.generation, segments)
        self._lock.release()

    def cancel(self) -> None:
        """Leave the index as it was."""
        for segment in self._made:
            segment.path(self._folder).unlink(missing_ok=True)
        self._lock.release()

    def _write_part(self) -> None:
        """Write the documents gathered so far, and begin anew."""
        segment = ArraySegment(self._name)
        self._made.append(segment)
        segment.count = self._part.write(segment.path(self._folder))
        self._part = Part(self.schema, self._vocabularies)

    def _merged(self, segments: list[ArraySegment], *, optimize: bool) -> list[ArraySegment]:
        """Return what the index is to consist of, after putting parts together."""
        kept = [segment for segment in segments if segment.count > len(segment.deleted)]
        for low, high in reversed(runs([(one.count, len(one.deleted)) for one in kept], tidy=optimize)):
            together = ArraySegment(self._name)
            self._made.append(together)
            sources = [(self._open(one), sorted(one.deleted)) for one in kept[low:high]]
            together.count = merged(sources, together.path(self._folder))
            kept[low:high] = [together]
        return kept

    def _open(self, listed: ArraySegment) -> Segment:
        name = str(listed.segment_id())
        if name not in self._opened:
            self._opened[name] = Segment(listed.path(self._folder))
        return self._opened[name]
