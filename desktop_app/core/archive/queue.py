"""Which articles the index does not know in their present state."""

from collections.abc import Mapping

from desktop_app.core.archive.articles import from_row
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.article import ArchivedArticle


class IndexQueue:
    """Filled by triggers; emptied only once the index has committed, so a batch may be indexed twice."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def __len__(self) -> int:
        (count,) = self._db.execute("SELECT count(*) FROM index_queue").fetchone()
        return int(count)

    def batch(self, size: int, after: int = 0) -> tuple[dict[int, int], list[ArchivedArticle]]:
        """Return the next ids to index that are greater than `after`, and their articles but the deleted.

        With each id comes how often its article has changed since it was indexed, as `remove` wants it.
        """
        # before the articles: one that changes in between is indexed again, and none in an old state only
        query = "SELECT article_id, changes FROM index_queue WHERE article_id > ? ORDER BY article_id LIMIT ?"
        queued = {int(row[0]): int(row[1]) for row in self._db.execute(query, [after, size])}
        marks = ",".join("?" * len(queued))
        # The + keeps SQLite from going through all articles that are not deleted to find these few.
        rows = self._db.query(f"SELECT * FROM articles WHERE id IN ({marks}) AND +deleted_at IS NULL", list(queued))
        return queued, [from_row(row) for row in rows]

    def remove(self, indexed: Mapping[int, int]) -> None:
        """Take articles from the queue, but those that have changed since they were taken from it."""
        with transaction(self._db):
            self._db.conn.executemany(
                "DELETE FROM index_queue WHERE article_id = ? AND changes = ?", list(indexed.items())
            )

    def fill(self) -> None:
        """Put every article into the queue, for an index that is built anew."""
        with transaction(self._db):
            self._db.execute("INSERT OR IGNORE INTO index_queue (article_id) SELECT id FROM articles")
