"""An index as it stood when it was opened: postings, positions, lengths and days, by document number.

A document number counts the articles of this snapshot; `ids` turns it into an article's id.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import takewhile
from typing import Any

from desktop_app.core.errors import UserError

TEXT_FIELDS = ("title", "body", "author", "source", "place", "title_stems", "body_stems", "opening")
REMEMBERED = 2_000_000  # postings kept in memory for the next search


class IndexDamaged(UserError):
    """The index cannot be read; rebuilding it from the archive makes it good."""

    def __init__(
        self,
        code: str = "index_damaged",
        message: str = "The search index is damaged. Rebuild it; nothing in the archive itself is lost.",
    ) -> None:
        super().__init__(code, message)


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn whatever goes wrong while reading an index into IndexDamaged: damaged bytes raise anything."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        raise IndexDamaged from error


class Snapshot:
    """One opened Whoosh index; what is not asked for is not read."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._generation = index.latest_generation()
        self._lengths: dict[str, array[int]] = {}
        self._averages: dict[str, float] = {}
        self._postings: dict[tuple[str, str], list[tuple[int, float]]] = {}
        self._remembered = 0
        self._reader = index.reader()
        leaves = self._reader.leaf_readers()
        self._leaves: list[tuple[Any, int]] = [(leaf, offset) for leaf, offset in leaves if leaf.doc_count_all()]

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def is_latest(self) -> bool:
        """Tell whether nothing has been committed since."""
        return bool(self._index.latest_generation() == self._generation)

    @cached_property
    def count(self) -> int:
        """How many articles there are."""
        return int(self._reader.doc_count())

    @cached_property
    def ids(self) -> "array[int]":
        """The id of each document."""
        return self._column("number", "q")

    @cached_property
    def days(self) -> "tuple[array[int], array[int]]":
        """The first and the last day of each document, as numbers like 20160612."""
        return self._column("first_day", "i"), self._column("last_day", "i")

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the articles, as far as they are known."""
        return frozenset(self.beginning("language", ""))

    @cached_property
    def lexicon(self) -> dict[str, int]:
        """The words of all titles and bodies in order, each with the number of articles that have it, roughly."""
        found = dict(self.beginning("body", ""))
        for word, having in self.beginning("title", "").items():
            found[word] = max(having, found.get(word, 0))
        return dict(sorted(found.items()))

    def documents(self) -> list[int]:
        """Return the numbers of all documents that are not deleted."""
        return [offset + document for leaf, offset in self._leaves for document in leaf.all_doc_ids()]

    def documents_of(self, id_: int) -> list[int]:
        """Return the numbers under which an article is in the index: none or one."""
        return [document for document, _ in self.postings("id", str(id_))]

    def lengths(self, field: str) -> "array[int]":
        """Return the number of words of each document in a field, roughly for long ones."""
        if field not in self._lengths:
            lengths = array("i")
            for leaf, _ in self._leaves:
                count = range(leaf.doc_count_all())
                lengths.extend(leaf.doc_field_length(document, field, 0) or 0 for document in count)
            self._lengths[field] = lengths
        return self._lengths[field]

    def average_length(self, field: str) -> float:
        """Return how many words the documents that have a field have in it on average; never 0."""
        if field not in self._averages:
            filled = [length for length in self.lengths(field) if length]
            self._averages[field] = sum(filled) / len(filled) if filled else 1.0
        return self._averages[field]

    def postings(self, field: str, word: str) -> list[tuple[int, float]]:
        """Return the documents that have a word in a field, each with the number of times."""
        if (field, word) not in self._postings:
            found = self._read_postings(field, word)
            self._remembered += len(found)
            if self._remembered > REMEMBERED:
                self._postings, self._remembered = {}, len(found)
            self._postings[field, word] = found
        return self._postings[field, word]

    def _read_postings(self, field: str, word: str) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        for leaf, offset in self._leaves:
            if (field, word) not in leaf:
                continue
            matcher = leaf.postings(field, word)
            where, times, go_on = matcher.id, matcher.weight, matcher.next
            while matcher.is_active():
                found.append((offset + where(), times()))
                go_on()
        return found

    def positions(self, field: str, word: str, documents: Sequence[int]) -> dict[int, list[int]]:
        """Return where these documents, in ascending order, have a word in a field."""
        found: dict[int, list[int]] = {}
        for leaf, offset in self._leaves:
            end = offset + leaf.doc_count_all()
            here = [document - offset for document in documents if offset <= document < end]
            if not here or (field, word) not in leaf:
                continue
            matcher = leaf.postings(field, word)
            for document in here:
                if not matcher.is_active():
                    break
                matcher.skip_to(document)
                if matcher.is_active() and matcher.id() == document:
                    found[offset + document] = matcher.value_as("positions")
        return found

    def beginning(self, field: str, prefix: str) -> Mapping[str, int]:
        """Return the words of a field that begin so, each with the number of documents that have it."""
        found: dict[str, int] = {}
        start = prefix.encode()
        for leaf, _ in self._leaves:
            for name, info in takewhile(lambda item: _begins(item, field, start), leaf.iter_from(field, prefix)):
                word = name[1].decode()
                found[word] = found.get(word, 0) + info.doc_frequency()
        return found

    def read_through(self) -> None:
        """Read the columns and the list of words once; damage raises."""
        assert len(self.ids) == len(self.days[0]) == len(self.days[1])
        for field in TEXT_FIELDS:
            assert len(self.lengths(field)) == len(self.ids)
            self.beginning(field, "")

    def _column(self, name: str, code: str) -> "array[int]":
        values = array(code)
        for leaf, _ in self._leaves:
            column = leaf.column_reader(name)
            values.extend(column[document] for document in range(leaf.doc_count_all()))
        return values


def _begins(item: tuple[tuple[str, bytes], Any], field: str, start: bytes) -> bool:
    (name, word), _ = item
    return name == field and word.startswith(start)
