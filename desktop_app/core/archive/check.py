"""Look through an archive for damage."""

from collections.abc import Iterator

from desktop_app.core.archive import Archive
from desktop_app.core.errors import ArchiveError
from desktop_app.core.progress import Progress


def check(report: Progress, archive: Archive) -> list[str]:
    """Return a sentence for everything that is wrong: the database, its links, the originals."""
    return [*_database(archive), *_originals(report, archive)]


def _database(archive: Archive) -> Iterator[str]:
    for (said,) in archive.db.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield f"The database is damaged ({said}). Restore the archive from a backup."
    broken = len(archive.db.execute("PRAGMA foreign_key_check").fetchall())
    if broken:
        yield f"{broken} entries of the database point to others that are gone. Restore the archive from a backup."


def _originals(report: Progress, archive: Archive) -> Iterator[str]:
    names = [str(row[0]) for row in archive.db.execute("SELECT sha256 FROM originals ORDER BY sha256")]
    for done, sha256 in enumerate(names, 1):
        report(done, len(names), "Originals")
        try:
            archive.originals.read(sha256)
        except ArchiveError as error:
            yield str(error)
