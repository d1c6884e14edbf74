"""What the program could not read, or is not sure of: listed until the user has seen to it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change
from desktop_app.core.dates import doubted


@dataclass(frozen=True)
class UnreadFile:
    """A file that could not be read when it was last tried."""

    file: str
    code: str
    message: str
    import_id: int


@dataclass(frozen=True)
class UnsureArticle:
    """An article with something in it that was guessed or lost."""

    article: int
    warnings: tuple[str, ...]


class Attention:
    """What needs attention in one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self) -> int:
        """Return how many files and articles there are to see to."""
        return len(self.files()) + len(self.articles())

    def files(self) -> list[UnreadFile]:
        """Return the files whose last reading failed, the latest first."""
        query = (
            "SELECT file, code, message, import_id FROM import_files f WHERE outcome = 'failed' "
            "AND id = (SELECT max(id) FROM import_files WHERE file = f.file) "
            "AND file NOT IN (SELECT subject FROM set_aside WHERE kind = 'file') ORDER BY id DESC"
        )
        return [UnreadFile(**row) for row in self._db.query(query)]

    def articles(self) -> list[UnsureArticle]:
        """Return the articles with warnings, the latest first."""
        query = (
            "SELECT id, warnings, published FROM articles WHERE warnings <> '[]' AND deleted_at IS NULL "
            "AND id NOT IN (SELECT CAST(subject AS INTEGER) FROM set_aside WHERE kind = 'article') ORDER BY id DESC"
        )
        found = []
        for id_, packed, published in self._db.execute(query):
            warnings = tuple(warning for warning in json.loads(packed) if not (published and doubted([warning])))
            found += [UnsureArticle(id_, warnings)] if warnings else []
        return found

    def setting_aside(self, kind: Literal["file", "article"], subjects: list[str]) -> Change:
        """Return the change that takes entries off the list; `subjects` are places of files or ids of articles."""
        rows = [(kind, subject) for subject in subjects]
        add = "INSERT OR IGNORE INTO set_aside VALUES (?, ?)"
        remove = "DELETE FROM set_aside WHERE kind = ? AND subject = ?"
        return Change("Set aside", do=lambda: self._each(add, rows), undo=lambda: self._each(remove, rows))

    def _each(self, statement: str, rows: Sequence[tuple[str, str]]) -> None:
        with transaction(self._db):
            self._db.conn.executemany(statement, rows)
