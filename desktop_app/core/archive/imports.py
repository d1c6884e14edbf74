"""Taking files into the archive, and remembering what became of each."""

import errno
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from desktop_app.core.archive.articles import ROW, to_row
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.originals import Originals, digest
from desktop_app.core.archive.rules import Rules, ruled, rules_of
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.article import Article, FileOutcome, ImportReport
from desktop_app.core.errors import UserError

_COLUMNS = ("import_id", "sha256", "position", "original_name", "imported", *ROW)
_INSERT = f"INSERT INTO articles ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: its place, its bytes, and the articles in it.

    `sha256` is the name of its original among the originals, None where it is not kept yet.
    """

    file: str
    name: str
    original: bytes
    articles: Sequence[Article]
    sha256: str | None = None


@dataclass
class _Batch:
    """What is written in one transaction, and what was asked for it once."""

    import_id: int
    time: str
    rules: dict[str, Rules] = field(default_factory=dict)
    written: dict[int, Article] = field(default_factory=dict)


class Imports:
    """The imports of one archive; what is written is written a batch at a time, wholly or not at all."""

    def __init__(self, db: Database, originals: Originals) -> None:
        self._db = db
        self._originals = originals

    def begin(self, label: str, paths: Sequence[str] = ()) -> int:
        """Start an import of some files and folders and return its id."""
        with transaction(self._db):
            insert = "INSERT INTO imports (label, started, paths) VALUES (?, ?, ?)"
            return self._db.execute(insert, [label, _now(), json.dumps(list(paths))]).lastrowid or 0

    def already_here(self, original: bytes) -> int | None:
        """Return the id of the article that was read from these very bytes, or None."""
        return self._here(digest(original))

    def add(
        self,
        import_id: int,
        files: Sequence[ReadFile | FileOutcome],
        collection: str | None,
        new: dict[int, Article] | None = None,
    ) -> list[FileOutcome]:
        """Keep the originals and the articles of some files in one transaction and say what became of each.

        What is an outcome already is only remembered. A full disk fails the files it has no room for; what
        became of them is returned even when there is no room to remember it. New articles are put into `new`, as
        they were written.
        """
        kept = [file if isinstance(file, FileOutcome) else self._keep(file) for file in files]
        outcomes: list[FileOutcome] = []
        batch = _Batch(import_id, _now())

        def write() -> None:
            outcomes[:] = [file if isinstance(file, FileOutcome) else self._add_file(batch, file) for file in kept]
            self._record(import_id, outcomes)
            if collection:
                self._collect(collection, outcomes)

        if not self._if_room(write):
            outcomes = [file if isinstance(file, FileOutcome) else _no_room(file) for file in kept]
            self._if_room(lambda: self._record(import_id, outcomes))
        elif new is not None:
            new |= batch.written
        return outcomes

    def end(self, import_id: int, seconds: float, state: Literal["finished", "cancelled"]) -> None:
        """Close an import; on a full disk it stays open in the archive, and nothing else is lost by that."""
        update = "UPDATE imports SET seconds = ?, state = ? WHERE id = ?"
        self._if_room(lambda: self._db.execute(update, [seconds, state, import_id]))

    def report(self, import_id: int) -> ImportReport:
        """Return what an import did, file by file; raises UserError when there was none with this id."""
        row = next(iter(self._db.query("SELECT * FROM imports WHERE id = ?", [import_id])), None)
        if row is None:
            raise UserError("no_import", f"There is no import {import_id} in this archive.")
        query = (
            "SELECT file, outcome, article_id AS article, code, message, articles FROM import_files "
            "WHERE import_id = ? ORDER BY id"
        )
        files = tuple(FileOutcome(**file) for file in self._db.query(query, [import_id]))
        return ImportReport(**{**row, "paths": tuple(json.loads(row["paths"]))}, files=files)

    def all(self) -> list[ImportReport]:
        """Return all imports without their files, the latest first."""
        rows = self._db.query("SELECT * FROM imports ORDER BY id DESC")
        return [ImportReport(**{**row, "paths": tuple(json.loads(row["paths"]))}, files=()) for row in rows]

    def latest(self) -> int | None:
        """Return the id of the last import, or None."""
        (latest,) = self._db.execute("SELECT max(id) FROM imports").fetchone()
        return int(latest) if latest else None

    def places(self, sha256: str) -> list[str]:
        """Return where the original with this digest was found, duplicates included."""
        query = (
            "SELECT DISTINCT file FROM import_files JOIN articles ON articles.id = article_id "
            "WHERE sha256 = ? ORDER BY import_files.id"
        )
        return [row[0] for row in self._db.execute(query, [sha256])]

    def tried(self, folder: str) -> list[str]:
        """Return the places of all files below a folder that an import has ever come to."""
        below = str(Path(folder) / "_")[:-1]
        query = "SELECT DISTINCT file FROM import_files WHERE file > ? AND file < ?"
        return [row[0] for row in self._db.execute(query, [below, below + chr(0x10FFFF)])]

    def _if_room(self, write: Callable[[], object]) -> bool:
        """Write in one transaction; tell whether the disk had room for it."""
        try:
            with transaction(self._db):
                write()
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_FULL":
                raise
            return False
        return True

    def _keep(self, file: ReadFile) -> ReadFile | FileOutcome:
        """Keep an original before the transaction, which must not wait for the disk."""
        try:
            return file if file.sha256 else replace(file, sha256=self._originals.keep(file.original))
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            return _no_room(file)

    def _add_file(self, batch: _Batch, file: ReadFile) -> FileOutcome:
        sha256 = file.sha256 or ""
        new = self._db.conn.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", [sha256, len(file.original)])
        if not new.rowcount:
            if here := self._here(sha256):
                return FileOutcome(file.file, "duplicate", here)
            if first := self._restored(batch.import_id, sha256):
                return FileOutcome(file.file, "added", first, articles=len(file.articles))
        ids: list[int] = []
        for position, read in enumerate(file.articles):
            article = self._ruled(batch, read)
            fixed = (batch.import_id, sha256, position, file.name, batch.time)
            ids.append(self._db.conn.execute(_INSERT, [*fixed, *to_row(article).values()]).lastrowid or 0)
            batch.written[ids[-1]] = article
        return FileOutcome(file.file, "added", ids[0] if ids else None, articles=len(ids))

    def _ruled(self, batch: _Batch, article: Article) -> Article:
        """Return an article with what is known of its source, which is asked for once a batch."""
        if not article.source:
            return article
        if article.source not in batch.rules:
            batch.rules[article.source] = rules_of(self._db, article.source)
        return ruled(article, batch.rules[article.source])

    def _here(self, sha256: str) -> int | None:
        query = "SELECT id FROM articles WHERE sha256 = ? AND deleted_at IS NULL ORDER BY position"
        row = self._db.conn.execute(query, [sha256]).fetchone()
        return int(row[0]) if row else None

    def _restored(self, import_id: int, sha256: str) -> int:
        """Bring back from the bin what was read from an original, corrections and all; 0 where there is nothing."""
        self._db.execute(
            "UPDATE articles SET deleted_at = NULL, import_id = ? WHERE sha256 = ?", [import_id, sha256]
        )
        query = "SELECT min(id) FROM articles WHERE sha256 = ?"
        return int(self._db.execute(query, [sha256]).fetchone()[0] or 0)

    def _record(self, import_id: int, outcomes: Sequence[FileOutcome]) -> None:
        self._db.conn.executemany(
            "INSERT INTO import_files (import_id, file, outcome, article_id, code, message, articles) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(import_id, o.file, o.outcome, o.article, o.code, o.message, o.articles) for o in outcomes],
        )

    def _collect(self, name: str, outcomes: Sequence[FileOutcome]) -> None:
        """Put the articles of some files into a collection, those that were here already included."""
        collection = self._db.table("collections").lookup({"name": name})
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO collection_articles SELECT ?, id FROM articles "
            "WHERE sha256 = (SELECT sha256 FROM articles WHERE id = ?)",
            [(collection, outcome.article) for outcome in outcomes if outcome.article],
        )


def _no_room(file: ReadFile) -> FileOutcome:
    message = f"There was no room on the disk for “{file.name}”. Free some space and import it again."
    return FileOutcome(file.file, "failed", None, "disk_full", message)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
