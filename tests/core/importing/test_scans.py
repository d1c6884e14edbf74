"""Scans are read when asked for, as an import of their own."""

from pathlib import Path

import pytest

from desktop_app.core.archive import opened
from desktop_app.core.article import Article, Part
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing import scans
from desktop_app.core.importing.scans import read_scans
from desktop_app.core.progress import Cancelled, Progress, silent


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    with opened(tmp_path / "archive", create=True):
        return tmp_path / "archive"


@pytest.fixture
def scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give the test two scans, the second of which Tesseract cannot read."""
    for name in ("a.pdf", "blank.pdf"):
        (tmp_path / name).write_bytes(f"%PDF {name}".encode())

    def read(report: Progress, original: bytes, name: str) -> Article:
        if "blank" in name:
            raise UnreadableFile("no_text", f"“{name}” shows no letters.")
        return Article("The bridge is open.", (Part(0, 19, "body"),))

    monkeypatch.setattr(scans, "read_scan", read)
    return [tmp_path / "a.pdf", tmp_path / "blank.pdf"]


def test_scans_come_in(archive_folder: Path, scanned: list[Path]) -> None:
    """What Tesseract reads is in the archive and no longer needs attention; what it cannot read is told."""
    report = read_scans(silent, archive_folder, scanned)
    assert [(file.outcome, file.code) for file in report.files] == [("added", ""), ("failed", "no_text")]
    assert report.state == "finished"
    with opened(archive_folder) as archive:
        assert archive.articles.get(1).article.body == "The bridge is open."
        assert [entry.file for entry in archive.attention.files()] == [str(scanned[1])]


def test_stopping_keeps_what_was_read(
    archive_folder: Path, scanned: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading scans takes long; what was read before Cancel stays."""
    read = scans.read_scan

    def stop_at_the_second(report: Progress, original: bytes, name: str) -> Article:
        if "blank" in name:
            raise Cancelled
        return read(report, original, name)

    monkeypatch.setattr(scans, "read_scan", stop_at_the_second)
    with pytest.raises(Cancelled):
        read_scans(silent, archive_folder, scanned)
    with opened(archive_folder) as archive:
        assert archive.articles.count() == 1
        assert archive.imports.report(archive.imports.latest() or 0).state == "cancelled"
