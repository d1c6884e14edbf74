"""Tags: words the user puts on articles."""

from collections.abc import Sequence

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change


class Tags:
    """The tags of one archive; a tag is there as long as an article has it, in whatever case it is written."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[tuple[str, int]]:
        """Return each tag with the number of its articles, by name."""
        query = (
            "SELECT t.name, count(*) FROM tags t JOIN article_tags l ON l.tag_id = t.id "
            "JOIN articles a ON a.id = l.article_id AND a.deleted_at IS NULL GROUP BY t.id ORDER BY t.name"
        )
        return [(row[0], row[1]) for row in self._db.execute(query)]

    def of(self, article: int) -> list[str]:
        """Return the tags of an article, by name."""
        query = "SELECT name FROM tags JOIN article_tags ON tag_id = id WHERE article_id = ? ORDER BY name"
        return [row[0] for row in self._db.execute(query, [article])]

    def putting(self, name: str, articles: Sequence[int]) -> Change:
        """Put a tag on articles; undone, it stays on those that had it before."""
        have = self._having(name)
        others = [id_ for id_ in articles if id_ not in have]
        return Change(f"Tag “{name}”", lambda: self._put(name, others), lambda: self._take(name, others))

    def taking(self, name: str, articles: Sequence[int]) -> Change:
        """Take a tag off articles."""
        having = [id_ for id_ in articles if id_ in self._having(name)]
        return Change(f"Take off “{name}”", lambda: self._take(name, having), lambda: self._put(name, having))

    def _having(self, name: str) -> set[int]:
        query = "SELECT article_id FROM article_tags JOIN tags ON id = tag_id WHERE name = ?"
        return {row[0] for row in self._db.execute(query, [name])}

    def _put(self, name: str, articles: Sequence[int]) -> None:
        with transaction(self._db):
            self._db.execute("INSERT OR IGNORE INTO tags (name) VALUES (?)", [name])
            self._db.conn.executemany(
                "INSERT OR IGNORE INTO article_tags SELECT id, ? FROM tags WHERE name = ?",
                [(id_, name) for id_ in articles],
            )

    def _take(self, name: str, articles: Sequence[int]) -> None:
        with transaction(self._db):
            self._db.conn.executemany(
                "DELETE FROM article_tags WHERE article_id = ? AND tag_id = (SELECT id FROM tags WHERE name = ?)",
                [(id_, name) for id_ in articles],
            )
            self._db.execute("DELETE FROM tags WHERE id NOT IN (SELECT tag_id FROM article_tags)")
