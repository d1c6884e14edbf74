"""Which articles the user has put together or marked: collections, tags, stars, notes; and what is said of them."""

from collections.abc import Sequence

from desktop_app.core.archive.database import Database

_NAMED = {
    "in": ("collections", "collection_articles", "collection_id"),
    "tag": ("tags", "article_tags", "tag_id"),
}
_STATES = {
    "starred": "stars",
    "note": "notes",
    "tag": "article_tags",
}


class Filters:
    """Answers the questions of a search that only the archive can answer; what it keeps no record of, none has."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def named(self, kind: str) -> dict[str, int]:
        """Return the names of the collections (kind in) or tags (kind tag) with their ids."""
        table, listed, _ = _NAMED[kind]
        if not self._has(table, listed):
            return {}
        return {str(row[0]): int(row[1]) for row in self._db.execute(f"SELECT name, id FROM {table}")}

    def under(self, kind: str, ids: Sequence[int]) -> frozenset[int]:
        """Return the articles in any of these collections or under any of these tags."""
        if not ids:
            return frozenset()
        _, listed, column = _NAMED[kind]
        marks = ",".join("?" * len(ids))
        return self._ids(f"SELECT article_id FROM {listed} WHERE {column} IN ({marks})", ids)

    def in_state(self, state: str) -> frozenset[int]:
        """Return the articles that are starred or undated, or have a note or a tag."""
        if state == "undated":
            return self._ids("SELECT id FROM articles WHERE published IS NULL")
        table = _STATES[state]
        return self._ids(f"SELECT article_id FROM {table}") if self._has(table) else frozenset()

    def in_language(self, code: str) -> frozenset[int]:
        """Return the articles in a language, whatever the country."""
        query = "SELECT id FROM articles WHERE lower(language) = ? OR lower(language) LIKE ? || '-%'"
        return self._ids(query, [code, code])

    def _ids(self, query: str, values: Sequence[object] = ()) -> frozenset[int]:
        return frozenset(int(row[0]) for row in self._db.execute(query, list(values)))

    def _has(self, *tables: str) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return all(self._db.execute(query, [table]).fetchone() for table in tables)
