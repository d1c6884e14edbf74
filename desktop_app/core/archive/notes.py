"""Stars and notes: what the user marks an article with and writes about it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change


class Notes:
    """The stars and notes of one archive: at most one of each an article."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def starred(self, article: int) -> bool:
        """Tell whether an article has a star."""
        return self._db.execute("SELECT 1 FROM stars WHERE article_id = ?", [article]).fetchone() is not None

    def starring(self, articles: Sequence[int], *, starred: bool) -> Change:
        """Give articles a star, or take it from them; undone, each has what it had."""
        changing = [id_ for id_ in articles if self.starred(id_) != starred]
        label = "Star" if starred else "Take the star away"
        return Change(
            label,
            do=lambda: self._star(changing, starred=starred),
            undo=lambda: self._star(changing, starred=not starred),
        )

    def of(self, article: int) -> str:
        """Return the note on an article, "" where there is none."""
        row = self._db.execute("SELECT text FROM notes WHERE article_id = ?", [article]).fetchone()
        return str(row[0]) if row else ""

    def writing(self, article: int, text: str) -> Change:
        """Write the note on an article; an empty one is taken away."""
        before = self.of(article)
        return Change("Write a note", lambda: self._write(article, text), lambda: self._write(article, before))

    def _star(self, articles: Sequence[int], *, starred: bool) -> None:
        statement = (
            "INSERT OR IGNORE INTO stars VALUES (?)" if starred else "DELETE FROM stars WHERE article_id = ?"
        )
        with transaction(self._db):
            self._db.conn.executemany(statement, [(id_,) for id_ in articles])

    def _write(self, article: int, text: str) -> None:
        with transaction(self._db):
            self._db.execute("DELETE FROM notes WHERE article_id = ?", [article])
            if text.strip():
                now = datetime.now(UTC).isoformat(timespec="seconds")
                self._db.execute("INSERT INTO notes VALUES (?, ?, ?)", [article, text.strip(), now])
