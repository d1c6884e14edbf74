"""Reading the articles of an archive."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.selection import EVERYTHING, conditions
from desktop_app.core.article import ArchivedArticle, Article, Part, Selection, Summary
from desktop_app.core.errors import UserError

Order = Literal["newest", "oldest", "added"]
ORDERS: Mapping[Order, str] = {
    "newest": "published IS NULL, published DESC, id DESC",
    "oldest": "published IS NULL, published, id",
    "added": "id DESC",
}
FEW = "SELECT value AS wanted FROM json_each(?)"
COLUMNS = (
    "title", "byline", "source", "publisher_url", "url", "captured", "published", "dateline", "language", "encoding"
)  # fmt: skip
ROW = ("text", "parts", "evidence", "warnings", "words", *COLUMNS)  # the columns that hold what an article says
_json = json.JSONEncoder(ensure_ascii=False).encode

__all__ = ["EVERYTHING", "Articles", "Order", "Selection"]


class Articles:
    """The articles of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self, selection: Selection = EVERYTHING) -> int:
        """Return how many articles there are."""
        where, values = conditions(selection)
        query = f"SELECT count(*) FROM articles WHERE {where}"
        if selection == EVERYTHING:  # a whole table is counted without going through it
            query = "SELECT (SELECT count(*) FROM articles) - count(*) FROM articles WHERE deleted_at IS NOT NULL"
        (count,) = self._db.execute(query, values).fetchone()
        return int(count)

    def ids(
        self, selection: Selection = EVERYTHING, order: Order = "newest", among: Sequence[int] | None = None
    ) -> "array[int]":
        """Return the ids of all articles of a selection, or of those among a few, in order."""
        where, values = conditions(selection)
        read = "articles"
        if among is not None:  # CROSS keeps SQLite from going through all articles to find these few
            read, values = f"({FEW}) CROSS JOIN articles ON id = wanted", [_listed(among), *values]
        listed = f"SELECT id FROM {read} WHERE {where} ORDER BY {ORDERS[order]}"
        # one value is read three times as fast as so many rows
        (ids,) = self._db.execute(f"SELECT group_concat(id, ' ') FROM ({listed})", values).fetchone()
        return array("q", np.fromstring(ids or "", np.int64, sep=" ").tobytes())

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """Return what a list shows of these articles, in the order asked for; unknown ids are left out."""
        columns = "id, title, source, published, words, original_name, captured"
        rows = self._rows(columns, ids)
        return [Summary(**rows[id_]) for id_ in ids if id_ in rows]

    def get(self, id_: int) -> ArchivedArticle:
        """Return one article; raises UserError when there is none with this id."""
        found = self.many([id_])
        if not found:
            raise UserError("no_article", f"There is no article {id_} in this archive.")
        return found[0]

    def many(self, ids: Sequence[int]) -> list[ArchivedArticle]:
        """Return articles in the order asked for; unknown ids are left out."""
        rows = self._rows("*", ids)
        by_hand: dict[int, set[str]] = {}
        query = "SELECT article_id, field FROM corrections WHERE article_id IN (SELECT value FROM json_each(?))"
        for article_id, name in self._db.execute(query, [_listed(ids)]):
            by_hand.setdefault(article_id, set()).add(name)
        return [from_row(rows[id_], by_hand.get(id_, ())) for id_ in ids if id_ in rows]

    def sources(self) -> list[tuple[str, int]]:
        """Return each source with the number of its articles, the largest first; "" stands for unknown."""
        query = (
            "SELECT coalesce(source, ''), count(*) FROM articles WHERE deleted_at IS NULL "
            "GROUP BY 1 ORDER BY count(*) DESC, 1"
        )
        return [(row[0], row[1]) for row in self._db.execute(query)]

    def collections(self) -> list[tuple[int, str, int]]:
        """Return id, name and number of articles of each collection, by name."""
        query = (
            "SELECT c.id, c.name, count(a.id) FROM collections c "
            "LEFT JOIN collection_articles l ON l.collection_id = c.id "
            "LEFT JOIN articles a ON a.id = l.article_id AND a.deleted_at IS NULL GROUP BY c.id ORDER BY c.name"
        )
        return [(row[0], row[1], row[2]) for row in self._db.execute(query)]

    def _rows(self, columns: str, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        # The + keeps SQLite from going through all articles that are not deleted to find these few.
        query = (
            f"SELECT {columns} FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND +deleted_at IS NULL"
        )
        return {row["id"]: row for row in self._db.query(query, [_listed(ids)])}


def from_row(row: Mapping[str, Any], by_hand: Iterable[str] = ()) -> ArchivedArticle:
    """Make an article from its row."""
    article = Article(
        text=row["text"],
        parts=unpacked_parts(row["parts"]),
        evidence=json.loads(row["evidence"]),
        warnings=tuple(json.loads(row["warnings"])),
        **{name: row[name] for name in COLUMNS},
    )
    fixed = {name: row[name] for name in ("id", "sha256", "position", "original_name", "imported", "words")}
    return ArchivedArticle(article=article, by_hand=frozenset(by_hand), **fixed)


def packed_parts(parts: Iterable[Part]) -> str:
    """Return parts as their column holds them."""
    return json.dumps([[part.start, part.end, part.role] for part in parts])


def unpacked_parts(packed: str) -> tuple[Part, ...]:
    """Return parts from their column."""
    return tuple(Part(*part) for part in json.loads(packed))


def word_count(body: str) -> int:
    """Return how many words a body has, as the lists show it."""
    return len(body.split())


def to_row(article: Article) -> dict[str, Any]:
    """Return the columns that hold what an article says, as ROW names them."""
    evidence, warnings = _json(dict(article.evidence)), _json(article.warnings)
    said = (article.text, packed_parts(article.parts), evidence, warnings, word_count(article.body))
    return dict(zip(ROW, (*said, *(getattr(article, name) for name in COLUMNS)), strict=True))


def _listed(ids: Sequence[int]) -> str:
    """Return ids as one value of a query: a large import has more than a query takes one by one."""
    return json.dumps(list(ids))
