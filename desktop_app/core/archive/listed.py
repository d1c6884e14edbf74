"""Putting a list of articles where queries can join it, however long it is."""

import json
from collections.abc import Iterable

from desktop_app.core.archive.database import Database

LISTED = "temp.listed"  # (id)


def put(db: Database, ids: Iterable[int]) -> None:
    """Put the ids of a list into `LISTED`, in the place of the list before; only this connection sees it."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS listed (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM temp.listed")
    db.execute("INSERT OR IGNORE INTO temp.listed SELECT value FROM json_each(?)", [json.dumps(list(ids))])
