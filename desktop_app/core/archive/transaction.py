"""Writing to the archive: wholly or not at all, and in turn with whoever else writes."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.archive.database import Database


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Write in one transaction.

    It takes its turn at the beginning: one that reads first and then wants to write is refused at once where
    another program is writing, instead of waiting for it.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.conn.rollback()
        raise
