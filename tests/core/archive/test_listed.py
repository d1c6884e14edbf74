"""A list of articles is put where queries find it."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.listed import LISTED, put


def test_each_list_takes_the_place_of_the_one_before(archive: Archive) -> None:
    """Nothing of an earlier search is left, and no article counts twice."""
    put(archive.db, range(1000))
    put(archive.db, [3, 5, 3])
    assert [row[0] for row in archive.db.execute(f"SELECT id FROM {LISTED}")] == [3, 5]
    tables = archive.db.execute("SELECT name FROM main.sqlite_master")
    assert ("listed",) not in tables.fetchall()
