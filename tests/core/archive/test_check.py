"""The check finds what the disk or a stranger has done to the archive."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.check import check
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.progress import silent


def keep(archive: Archive, text: str) -> str:
    article = Article(text=text, parts=(Part(0, len(text), "body"),))
    (outcome,) = archive.imports.add(
        archive.imports.begin("x"), [ReadFile("/a", "a", text.encode(), [article])], None
    )
    return archive.articles.get(outcome.article or 0).sha256


def test_a_sound_archive(archive: Archive) -> None:
    """Nothing is said of an archive in which nothing is wrong."""
    keep(archive, "The bridge is open.")
    assert check(silent, archive) == []


def test_missing_and_changed_originals_are_named(archive: Archive) -> None:
    """Each original that is gone or no longer what it was has its sentence."""
    gone, changed = archive.originals.path(keep(archive, "One.")), archive.originals.path(keep(archive, "Two."))
    for place in (gone, changed):
        place.chmod(0o644)
    gone.unlink()
    changed.write_bytes(b"Three.")
    findings = check(silent, archive)
    assert len(findings) == 2
    assert any("is missing" in finding for finding in findings)
    assert any("has been changed" in finding for finding in findings)


def test_broken_links_are_counted(archive: Archive) -> None:
    """An entry that points to an import that is not there is found."""
    keep(archive, "One.")
    archive.db.conn.commit()
    archive.db.execute("PRAGMA foreign_keys=OFF")
    archive.db.execute("UPDATE articles SET import_id = 77")
    archive.db.conn.commit()
    (finding,) = check(silent, archive)
    assert finding.startswith("1 entries of the database point")
