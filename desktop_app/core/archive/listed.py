"""Putting a list of articles where queries can join it, however long it is."""

from collections.abc import Iterable

from sqlite_utils import Database

LISTED = "temp.listed"  # (id)


def put(db: Database, ids: Iterable[int]) -> None:
    """Put the ids of a list into `LISTED`, in the place of the list before; only this connection sees it."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS listed (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM temp.listed")
    db.conn.executemany("INSERT OR IGNORE INTO temp.listed VALUES (?)", ((id_,) for id_ in ids))
    db.conn.commit()
