"""The index format as Whoosh sees it, so that any Whoosh opens and searches the files by its own means.

Whoosh pickles ArraySegment into its table of contents: the class must stay under this name in this module.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh.codec import base

from desktop_app.core.search.fast.contents import EXTENSION
from desktop_app.core.search.fast.readers import DocumentReader, TermsReader
from desktop_app.core.search.fast.segment import Segment


class ArraySegment(base.Segment):  # type: ignore[misc]
    """What the table of contents knows of a part of the index: its file, its size and what was deleted since."""

    def __init__(self, indexname: str, count: int = 0, deleted: Sequence[int] = ()) -> None:
        super().__init__(indexname)
        self.count = count
        self.deleted = set(deleted)

    def codec(self) -> "ArrayCodec":
        """Return what reads this part."""
        return ArrayCodec()

    def path(self, folder: Path) -> Path:
        """Return where its file lies."""
        return folder / str(self.make_filename(EXTENSION))

    def doc_count_all(self) -> int:
        """Return the number of documents, with deleted ones."""
        return self.count

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self.deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Give the numbers of the deleted documents."""
        return iter(sorted(self.deleted))

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self.deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:  # noqa: FBT001, FBT002 - as Whoosh calls it
        """Mark a document as deleted, or no more so."""
        (self.deleted.add if delete else self.deleted.discard)(docnum)


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """Gives Whoosh its readers."""

    def terms_reader(self, storage: Any, segment: ArraySegment) -> TermsReader:
        """Return the reader of words and postings."""
        return TermsReader(Segment(segment.path(Path(storage.folder))))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> DocumentReader:
        """Return the reader of lengths and columns."""
        return DocumentReader(Segment(segment.path(Path(storage.folder))), segment.deleted)
