"""What facets are counted by, as arrays: read once, and kept for as long as nothing in the archive changes."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.selection import EVERYTHING, conditions
from desktop_app.core.article import Facet, Selection

Array = npt.NDArray[Any]

READ = "articles INDEXED BY articles_by_facet"  # going through the table would mean going through all texts
LINKS: Mapping[Facet, str] = {
    "collection": "collections v JOIN collection_articles l ON l.collection_id = v.id",
    "tag": "tags v JOIN article_tags l ON l.tag_id = v.id",
}
AT_ONCE = 10_000  # rows read from the database; a million at once are a third of a gigabyte
KEPT = 16  # selections; each takes a byte an article


class Column(NamedTuple):
    """Which article has which value: rows of articles, and beside each the number of a value."""

    rows: Array
    numbers: Array
    values: list[str]

    def counted(self, chosen: Array) -> list[tuple[str, int]]:
        """Return the values that articles have under whose row a True stands, each with their number."""
        marks = chosen if self.rows is ALL else chosen[self.rows]
        numbers = self.numbers[np.flatnonzero(marks)]  # places are taken several times as quickly as marks
        counts = np.bincount(numbers, minlength=len(self.values))
        having = np.flatnonzero(counts)
        return [(self.values[number], count) for number, count in zip(having, counts[having].tolist(), strict=True)]


ALL = np.zeros(0, np.int64)  # in the place of rows when every article has one value, in its row


class Columns:
    """The source, language, month, collections and tags of all articles, each article in a row."""

    def __init__(self, db: Database) -> None:
        self._db = db
        query = (
            "SELECT id, coalesce(source, ''), coalesce(language, ''), coalesce(substr(published, 1, 7), '') "
            f"FROM {READ} WHERE deleted_at IS NULL"
        )
        ids, columns = array("q"), [_Numbers() for _ in range(3)]
        read = db.execute(query)
        while rows := read.fetchmany(AT_ONCE):
            some, *values = zip(*rows, strict=True)
            ids.extend(some)
            for column, several in zip(columns, values, strict=True):
                column.add(several)
        found = np.array(ids)
        beyond = int(found.max(initial=0)) + 1  # stands for all ids that are greater
        self._row = np.full(beyond + 1, -1, np.int32)
        self._row[found] = np.arange(len(ids), dtype=np.int32)
        self._count = len(ids)
        self.source, self.language, self.month = (Column(ALL, *column.all()) for column in columns)
        self.linked = {facet: self._links(facet) for facet in LINKS}
        self._allowed: dict[Selection, Array] = {}

    def rows(self, ids: Iterable[int] | None) -> Array:
        """Return for each row whether its article is one of these; None means all."""
        if ids is None:
            return np.ones(self._count, bool)
        found = np.array(ids if isinstance(ids, array) else list(ids), np.int64)
        rows = self._row[np.clip(found, 0, len(self._row) - 1)]
        marked = np.zeros(self._count, bool)
        marked[rows[rows >= 0]] = True
        return marked

    def allowed(self, selection: Selection) -> Array:
        """Return for each row whether a selection takes its article."""
        if selection == EVERYTHING:
            return np.ones(self._count, bool)
        if selection not in self._allowed:
            if len(self._allowed) >= KEPT:
                self._allowed.clear()
            where, bound = conditions(selection)
            found = self._db.execute(f"SELECT id FROM {READ} WHERE {where}", bound)
            self._allowed[selection] = self.rows(row[0] for row in found)
        return self._allowed[selection]

    def _links(self, facet: Facet) -> Column:
        """Return the collections or tags of articles, these in the order of their names."""
        links = self._db.execute(f"SELECT l.article_id, v.name FROM {LINKS[facet]} ORDER BY v.name").fetchall()
        rows = self._row[np.array([row[0] for row in links], np.int64).clip(0, len(self._row) - 1)]
        column = _Numbers()
        column.add(row[1] for row in links)
        numbers, values = column.all()
        return Column(rows[rows >= 0], numbers[rows >= 0], values)


class _Numbers(dict[str, int]):
    """A number for each value of a column, given as they are met."""

    def __init__(self) -> None:
        super().__init__()
        self._found = array("i")

    def __missing__(self, value: str) -> int:
        number = self[value] = len(self)
        return number

    def add(self, values: Iterable[str]) -> None:
        self._found.extend(map(self.__getitem__, values))

    def all(self) -> tuple[Array, list[str]]:
        """Return the numbers, as narrow as they can be, and the values by number."""
        return np.array(self._found).astype(np.min_scalar_type(len(self))), list(self)
