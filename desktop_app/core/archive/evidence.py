"""What is marked in the articles of an archive, kept so that it need not be worked out again."""

import json
import sqlite3
from collections.abc import Sequence

from desktop_app.core.archive.articles import packed_parts
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.article import ArchivedArticle

UNWRITABLE = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY")


class KeptEvidence:
    """The evidence kept in one archive, as text; a change of what it was read from takes it away."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, ids: Sequence[int], version: int) -> dict[int, str]:
        """Return what rules of this version have marked in some articles, where it is kept."""
        query = (
            "SELECT article_id, marks FROM evidence WHERE version = ? "
            "AND article_id IN (SELECT value FROM json_each(?))"
        )
        return {row[0]: row[1] for row in self._db.execute(query, [version, json.dumps(list(ids))])}

    def waiting(self, version: int, most: int) -> list[int]:
        """Return articles in which rules of this version have marked nothing yet, the latest first."""
        query = (
            "SELECT id FROM articles WHERE deleted_at IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM evidence WHERE article_id = id AND version = ?) ORDER BY id DESC LIMIT ?"
        )
        return [row[0] for row in self._db.execute(query, [version, most])]

    def remember(self, version: int, marks: Sequence[tuple[ArchivedArticle, str]]) -> bool:
        """Keep what was marked in articles, unless they have changed since; tell whether it could be written.

        Nothing is lost where it could not: it is worked out again.
        """
        try:
            with transaction(self._db):
                self._db.conn.executemany(
                    "INSERT OR REPLACE INTO evidence SELECT id, ?, ? FROM articles "
                    "WHERE id = ? AND text = ? AND parts = ? AND published IS ? AND language IS ?",
                    [(version, text, *_read_from(kept)) for kept, text in marks],
                )
        except sqlite3.OperationalError as error:
            if not (getattr(error, "sqlite_errorname", "") or "").startswith(UNWRITABLE):
                raise
            return False
        return True


def _read_from(kept: ArchivedArticle) -> tuple[int, str, str, str | None, str | None]:
    """Return what the evidence of an article rests on."""
    article = kept.article
    return kept.id, article.text, packed_parts(article.parts), article.published, article.language
