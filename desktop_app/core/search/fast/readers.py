"""What stock Whoosh reads an index through: words, lengths and columns."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from whoosh import columns
from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.matcher import ArrayMatcher
from desktop_app.core.search.fast.segment import Segment, rounded


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """Words and postings for stock Whoosh."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._segment.find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """Return the fields that have words."""
        return sorted(self._segment.fields)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Give every word of every field."""
        for field in self.indexed_field_names():
            for word in self._segment.lexicon(field) or ():
                yield field, word

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Give the words of a field from here on, and those of the fields after it."""
        for field in self.indexed_field_names():
            lexicon = self._segment.lexicon(field)
            if field >= fieldname and lexicon is not None:
                first = bisect_left(lexicon, prefix) if field == fieldname else 0
                for number in range(first, len(lexicon)):
                    yield field, lexicon[number]

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Give every word with what is known of it."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Give the words from here on, each with what is known of it."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def cursor(self, fieldname: str, fieldobj: Any) -> "Cursor":
        """Return something that walks through the words of a field."""
        return Cursor(self, self._segment, fieldname, fieldobj)

    def term_info(self, fieldname: str, tbytes: bytes) -> TermInfo:
        """Return the statistics of a word."""
        number = self._number(fieldname, tbytes)
        documents, times = self._segment.postings(fieldname, number, number + 1)
        lengths = rounded(self._segment.lengths(fieldname)[documents])
        return TermInfo(
            weight=float(times.sum(dtype=np.int64)),
            df=len(documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(times.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, fieldname: str, tbytes: bytes) -> float:
        """Return how many times a word stands in the field in all."""
        return float(self.term_info(fieldname, tbytes).weight()) if (fieldname, tbytes) in self else 0.0

    def doc_frequency(self, fieldname: str, tbytes: bytes) -> int:
        """Return how many documents have a word."""
        number = self._segment.find(fieldname, tbytes)
        return 0 if number is None else int(self._segment.frequencies(fieldname, number, number + 1)[0])

    def matcher(self, fieldname: str, tbytes: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """Return the postings of a word as Whoosh walks through them."""
        number = self._number(fieldname, tbytes)
        return ArrayMatcher((self._segment, number), (fieldname, tbytes), format_, scorer)

    def _number(self, field: str, word: bytes) -> int:
        number = self._segment.find(field, word)
        if number is None:
            raise TermNotFound(f"No term {field}:{word!r}")
        return number


class Cursor(base.FieldCursor):  # type: ignore[misc]
    """Walks through the words of a field."""

    def __init__(self, reader: TermsReader, segment: Segment, field: str, field_type: Any) -> None:
        self._reader, self._field, self._type = reader, field, field_type
        self._lexicon: Sequence[bytes] = segment.lexicon(field) or ()
        self._at = 0

    def is_valid(self) -> bool:
        """Tell whether it stands at a word."""
        return self._at < len(self._lexicon)

    def text(self) -> Any:
        """Return the word it stands at, None after the last."""
        return self._type.from_bytes(self._lexicon[self._at]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """Return the statistics of the word it stands at."""
        return self._reader.term_info(self._field, self._lexicon[self._at]) if self.is_valid() else None

    def first(self) -> Any:
        """Go to the first word and return it."""
        self._at = 0
        return self.text()

    def next(self) -> Any:
        """Go to the next word and return it."""
        self._at += 1
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to the first word that is not before this one and return it."""
        word = string if isinstance(string, bytes) else self._type.to_bytes(string)
        self._at = bisect_left(self._lexicon, word)
        return self.text()


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths, columns and deletions for stock Whoosh."""

    def __init__(self, segment: Segment, deleted: set[int]) -> None:
        self._segment, self._deleted = segment, deleted

    def doc_count(self) -> int:
        """Return the number of documents that are not deleted."""
        return self._segment.count - len(self._deleted)

    def doc_count_all(self) -> int:
        """Return the number of documents, with deleted ones."""
        return self._segment.count

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return bool(self._deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted

    def deleted_docs(self) -> set[int]:
        """Return the deleted documents."""
        return self._deleted

    def supports_columns(self) -> bool:
        """Tell Whoosh that there are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether any document has a number in this column."""
        return fieldname in self._segment.columns()

    def column_reader(self, fieldname: str, column: Any) -> "ColumnReader":  # noqa: ARG002 - as Whoosh calls it
        """Return a column."""
        return ColumnReader(self._segment.column(fieldname))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return how many words a document has in a field, roughly for long ones."""
        return int(rounded(self._segment.lengths(fieldname)[docnum])) or default

    def field_length(self, fieldname: str) -> int:
        """Return how many words a field has in all documents together."""
        return self._segment.total_lengths.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """Return the number of words of the shortest text."""
        return int(rounded(self._segment.lengths(fieldname)).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """Return the number of words of the longest text."""
        return int(rounded(self._segment.lengths(fieldname)).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, Any]:  # noqa: ARG002 - as Whoosh calls it
        """Return nothing: texts are kept elsewhere."""
        return {}


class ColumnReader(columns.ColumnReader):  # type: ignore[misc]
    """A column of numbers for stock Whoosh."""

    def __init__(self, values: Array) -> None:
        super().__init__(None, 0, 0, len(values))
        self._values = values
        self._sign = 1

    def __getitem__(self, docnum: int) -> int | float:
        return self._values[docnum].item()  # type: ignore[no-any-return]

    def sort_key(self, docnum: int) -> int | float:
        """Return what documents are sorted by."""
        return self._sign * self[docnum]

    def set_reverse(self) -> None:
        """Sort the other way round."""
        self._sign = -1
