"""What the parts of an archive ask of its database."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.archive.database import Database

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def db() -> Database:
    """Give a database in memory."""
    made = Database(sqlite3.connect(":memory:"))
    made.execute("CREATE TABLE rivers (name TEXT PRIMARY KEY, length INTEGER)")
    return made


def test_a_statement_counts_at_once(db: Database) -> None:
    """Nothing waits for a commit that nobody makes."""
    db.execute("INSERT INTO rivers VALUES ('Orla', ?)", [120])
    assert not db.conn.in_transaction
    assert list(db.query("SELECT * FROM rivers")) == [{"name": "Orla", "length": 120}]


def test_rows_are_written_by_the_names_of_their_columns(db: Database) -> None:
    """The tables are those of sqlite-utils."""
    assert db.table("rivers").insert({"length": 80, "name": "Tessin"}).last_rowid == 1
    assert db.execute("SELECT * FROM rivers").fetchall() == [("Tessin", 80)]


def test_what_is_replaced_tells_the_triggers(db: Database) -> None:
    """A row that another one takes the place of is deleted as any other."""
    db.execute("CREATE TABLE gone (name TEXT)")
    db.execute("CREATE TRIGGER told AFTER DELETE ON rivers BEGIN INSERT INTO gone VALUES (old.name); END")
    for length in (120, 121):
        db.execute("INSERT OR REPLACE INTO rivers VALUES ('Orla', ?)", [length])
    assert db.execute("SELECT name FROM gone").fetchall() == [("Orla",)]


def test_sqlite_utils_is_loaded_only_to_write() -> None:
    """Each search from the command line and each window opens an archive; loading it takes longer than a search."""
    code = "import sys, desktop_app.core.archive; print('sqlite_utils' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "False\n"
