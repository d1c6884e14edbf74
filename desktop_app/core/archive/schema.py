"""Bring an archive's tables up to date from the numbered files in db/migrations."""

from pathlib import Path

from desktop_app.core.archive.database import Database
from desktop_app.core.errors import ArchiveError
from desktop_app.paths import shipped

APPLICATION_ID = 0x53326E64  # set by the first migration


def migrations() -> list[tuple[int, str]]:
    """Return (number, SQL) for each migration, in order."""
    files = sorted((shipped("db") / "migrations").glob("*.sql"))
    return [(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files]


def migrate(db: Database, file: Path) -> None:
    """Apply each migration this archive has not had, each wholly or not at all, after keeping a copy.

    Raises ArchiveError for a file that is not an archive or that a newer version has written.
    """
    have = _pragma(db, "user_version")
    steps = migrations()
    if (have or _has_tables(db)) and _pragma(db, "application_id") != APPLICATION_ID:
        message = f"“{file}” is not an archive of Second Source. Choose another folder."
        raise ArchiveError("not_an_archive", message)
    if have > steps[-1][0]:
        message = f"“{file.parent}” was written by a newer version of Second Source. Update the program to open it."
        raise ArchiveError("too_new", message)
    pending = [(number, sql) for number, sql in steps if number > have]
    if have and pending:
        _copy(db, file.with_name(f"{file.stem}-before-{pending[0][0]:04}.sqlite3"))
    for number, sql in pending:
        _apply(db, number, sql)


# Fails where another program that has the archive open has applied this migration while we waited for it.
STILL_DUE = """
CREATE TEMP TABLE due (yes CHECK (yes));
INSERT INTO due SELECT user_version < {number} FROM pragma_user_version;
DROP TABLE due;
"""


def _apply(db: Database, number: int, sql: str) -> None:
    due = STILL_DUE.format(number=number)
    try:
        db.conn.executescript(f"BEGIN IMMEDIATE;{due}{sql}\nPRAGMA user_version = {number};\nCOMMIT;")
    except Exception:
        db.conn.rollback()
        if _pragma(db, "user_version") < number:
            raise


def _copy(db: Database, target: Path) -> None:
    target.unlink(missing_ok=True)
    db.execute("VACUUM INTO ?", [str(target)])


def _has_tables(db: Database) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _pragma(db: Database, name: str) -> int:
    (value,) = db.execute(f"PRAGMA {name}").fetchone()
    return int(value)
