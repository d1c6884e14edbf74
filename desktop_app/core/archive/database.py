"""The database of an archive as what the archive is made of asks it.

sqlite-utils, which takes longer to load than a search takes, comes in only where one of its tables is asked for.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils.db import Table


class Database:
    """One connection, in which every statement counts at once where no transaction holds it back."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        conn.isolation_level = None  # no transaction begins by itself
        conn.execute("PRAGMA recursive_triggers=ON")  # what is replaced is deleted, and triggers must be told

    def execute(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run a statement and return its rows as tuples."""
        return self.conn.execute(statement, values)

    def query(self, statement: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """Run a statement and return its rows by the names of their columns, read as they are asked for."""
        rows = self.conn.execute(statement, values)
        names = [column[0] for column in rows.description]
        return (dict(zip(names, row, strict=True)) for row in rows)

    def table(self, name: str) -> "Table":
        """Return a table as sqlite-utils gives it, to write rows by the names of their columns."""
        from sqlite_utils import Database as Tables

        return Tables(self.conn).table(name)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
