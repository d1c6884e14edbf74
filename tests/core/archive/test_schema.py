"""Tables are brought up to date wholly or not at all, and a file that is not ours stays as it is."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.core.archive import DATABASE, Archive, open_archive, opened, schema
from desktop_app.core.archive.schema import migrations
from desktop_app.core.errors import ArchiveError

NEXT = len(migrations()) + 1
ADD_PLACE = "ALTER TABLE articles ADD COLUMN place TEXT;"
ADD_RIVER = "CREATE TABLE rivers (name TEXT) STRICT;\nINSERT INTO rivers VALUES ('Orla');"


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch):
    """Give a function that lets the program have further migrations, as its next version will."""

    def add(*further: str) -> None:
        steps = [*migrations(), *enumerate(further, NEXT)]
        monkeypatch.setattr(schema, "migrations", lambda: steps)

    return add


def state(folder: Path) -> tuple[int, list[str]]:
    """Return an archive's version and its tables as the file has them."""
    connection = sqlite3.connect(folder / DATABASE)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema ORDER BY name")]
    connection.close()
    return version, tables


def copies(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*-before-*"))


def test_migrations_are_numbered_without_a_gap() -> None:
    """The number of the last migration is how many an archive has had."""
    assert [number for number, _ in migrations()] == list(range(1, NEXT))


def test_an_archive_is_brought_up_to_date_with_its_articles(archive: Archive, add, release) -> None:
    """A new version of the program opens an old archive; what is in it stays."""
    add("a", "One.")
    archive.db.close()
    release(ADD_PLACE, ADD_RIVER)
    with opened(archive.folder) as newer:
        assert newer.articles.count() == 1
        assert newer.db.table("articles").columns_dict["place"] is str
    assert state(archive.folder)[0] == NEXT + 1


def test_a_copy_is_kept_before_an_archive_is_changed(archive: Archive, add, release) -> None:
    """Whoever has to go back to the old version finds the archive as it was; a new archive needs no copy."""
    add("a", "One.")
    archive.db.close()
    assert copies(archive.folder) == []
    release(ADD_PLACE)
    open_archive(archive.folder).db.close()
    assert copies(archive.folder) == [f"archive-before-{NEXT:04}.sqlite3"]
    copy = sqlite3.connect(archive.folder / copies(archive.folder)[0])
    assert copy.execute("SELECT title FROM articles").fetchall() == [("a",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (NEXT - 1,)
    copy.close()


def test_a_failing_migration_leaves_everything_as_before(archive: Archive, release) -> None:
    """What fails in the middle leaves version and tables as they were; those before it are kept whole."""
    before = state(archive.folder)
    release(f"{ADD_RIVER}\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_archive(archive.folder)
    assert state(archive.folder) == before
    release(ADD_PLACE, f"{ADD_RIVER}\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_archive(archive.folder)
    version, tables = state(archive.folder)
    assert version == NEXT
    assert not [sql for sql in tables if sql and "rivers" in sql]


def test_a_migration_another_program_was_quicker_with_is_not_applied_twice(
    archive: Archive, release, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs that open an old archive at once leave one new archive."""
    release(ADD_RIVER)
    keep_copy = schema._copy

    def let_the_other_go_first(db, target: Path) -> None:
        keep_copy(db, target)
        monkeypatch.setattr(schema, "_copy", keep_copy)
        open_archive(archive.folder).db.close()

    monkeypatch.setattr(schema, "_copy", let_the_other_go_first)
    with opened(archive.folder) as ours:
        assert [row["name"] for row in ours.db.query("SELECT name FROM rivers")] == ["Orla"]


def test_an_archive_from_the_future_is_refused(archive: Archive) -> None:
    """A file a newer version wrote is not touched, and the message says to update."""
    archive.db.execute("PRAGMA user_version = 9999")
    archive.db.close()
    before = (archive.folder / DATABASE).read_bytes()
    with pytest.raises(ArchiveError, match=r"newer version.*Update"):
        open_archive(archive.folder)
    assert (archive.folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("version", [0, 1, 9999])
def test_a_strange_database_is_refused_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    """A database of another program is never taken for an archive, whatever its version, and not changed."""
    connection = sqlite3.connect(tmp_path / DATABASE)
    connection.execute("CREATE TABLE theirs (a)")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(ArchiveError, match="not an archive"):
        open_archive(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before
