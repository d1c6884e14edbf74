"""An archive opens, or says in one sentence why it does not, and leaves what is not its own alone."""

import errno
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.core.archive import CACHE, DATABASE, Archive, exists, explained, open_archive, opened
from desktop_app.core.errors import ArchiveError, UserError


def test_an_archive_is_a_folder_that_can_be_moved(tmp_path: Path) -> None:
    """Its name is the folder's, its identity its own: a moved archive is the same archive."""
    with opened(tmp_path / "Flood", create=True) as archive:
        before = archive.id
    (tmp_path / "Flood").rename(tmp_path / "Flood 2024")
    with opened(tmp_path / "Flood 2024") as archive:
        assert (archive.id, archive.name) == (before, "Flood 2024")


def test_two_archives_are_never_taken_for_each_other(tmp_path: Path) -> None:
    """Each has an id of its own, by which an index knows whose it is."""
    with opened(tmp_path / "a", create=True) as a, opened(tmp_path / "b", create=True) as b:
        assert a.id != b.id


def test_a_missing_archive_is_not_made_by_opening(tmp_path: Path) -> None:
    """Opening the wrong folder says so and leaves nothing in it."""
    with pytest.raises(ArchiveError, match="no archive"):
        open_archive(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    assert not exists(tmp_path)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\x00" * 5000])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    """Garbage where the database should be is told in a sentence and left as it is."""
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(ArchiveError):
        open_archive(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_place_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    """Where a folder cannot be made, the message names the place."""
    (tmp_path / "file").write_text("a file")
    with pytest.raises(ArchiveError, match=r"file.*cannot be used"):
        open_archive(tmp_path / "file" / "archive", create=True)


def test_a_locked_archive_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, the message says to wait, and nothing is lost."""
    monkeypatch.setattr("desktop_app.core.archive.PATIENCE", 0.05)
    other = sqlite3.connect(archive.folder / DATABASE)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ArchiveError, match="another program"), opened(archive.folder) as ours:
        ours.imports.begin("x")
    other.close()


def test_a_damaged_page_is_told(archive: Archive) -> None:
    """Damage inside the database ends in a sentence about a backup, not in SQLite's words."""
    archive.db.close()
    file = archive.folder / DATABASE
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match="backup"), opened(archive.folder) as damaged:
        damaged.articles.count()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """What the disk says about the archive reaches the user with the archive's name."""
    with pytest.raises(ArchiveError, match="is full"), explained(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "originals" / "x"))


@pytest.mark.parametrize(("free", "said"), [(0, "is full"), (10**9, "reports errors")])
def test_a_disk_too_full_to_read_is_not_called_faulty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, said: str
) -> None:
    """Without room for its memory beside the database SQLite speaks of an error of the disk, which may be sound."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    with pytest.raises(ArchiveError, match=said), explained(tmp_path):
        raise error


def test_errors_of_other_files_and_of_ours_stay_what_they_are(tmp_path: Path) -> None:
    """Only the archive's own trouble is laid to the archive; a bug in our SQL stays a bug."""
    with pytest.raises(FileNotFoundError), explained(tmp_path / "archive"):
        (tmp_path / "elsewhere").read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table"), opened(tmp_path, create=True) as archive:
        archive.db.execute("SELECT * FROM nowhere")
    with pytest.raises(UserError, match="no article"), opened(tmp_path) as archive:
        archive.articles.get(1)


def test_enough_pages_are_kept_at_hand(archive: Archive) -> None:
    """With the little that SQLite keeps of itself, an import reads the same pages again and again."""
    assert archive.db.execute("PRAGMA cache_size").fetchone() == (-CACHE,)
