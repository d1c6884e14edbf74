"""Originals are kept byte for byte, and one that is no longer what it was is never shown as the original."""

import stat
from pathlib import Path

import pytest

from desktop_app.core.archive.originals import Originals, digest
from desktop_app.core.errors import ArchiveError

PAGE = b"<p>The river Orla rose by three metres.</p>\r\n\xff\x00"


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def test_what_is_kept_is_read_back(originals: Originals) -> None:
    """Every byte comes back, under the SHA-256 of the bytes."""
    sha256 = originals.keep(PAGE)
    assert sha256 == digest(PAGE)
    assert originals.read(sha256) == PAGE


def test_an_original_is_kept_once_and_nothing_beside_it(originals: Originals) -> None:
    """Keeping the same bytes again changes nothing, and no half-written file is left."""
    place = originals.path(originals.keep(PAGE))
    before = place.stat()
    originals.keep(PAGE)
    assert place.stat() == before
    assert [file for file in originals.folder.rglob("*") if file.is_file()] == [place]


def test_an_original_is_not_edited_by_mistake(originals: Originals) -> None:
    """The file is for reading only."""
    place = originals.path(originals.keep(PAGE))
    assert not place.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_a_failed_write_leaves_no_original(originals: Originals, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written to the end never stands under the name of the whole."""

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        originals.keep(PAGE)
    assert [file for file in originals.folder.rglob("*") if file.is_file()] == []


def test_a_changed_original_is_noticed(originals: Originals) -> None:
    """An original whose bytes are no longer its SHA-256 is never shown as the original."""
    sha256 = originals.keep(PAGE)
    originals.path(sha256).chmod(0o644)
    originals.path(sha256).write_bytes(b"False.")
    with pytest.raises(ArchiveError, match="has been changed"):
        originals.read(sha256)


def test_a_missing_original_is_told(originals: Originals) -> None:
    """A file that has gone is told with what to do."""
    with pytest.raises(ArchiveError, match=r"is missing.*backup"):
        originals.read(digest(PAGE))
