"""Files are found without litter and read without trust."""

import os
import tracemalloc
from pathlib import Path

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing import files
from desktop_app.core.importing.files import find, read_bytes, read_unless


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("The bridge is open.")


def code_of(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as error:
        read_bytes(path)
    return error.value.code, error.value.message


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Every file is found once, sorted by name, in folders too, even if it is named twice."""
    fill(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path, tmp_path / "c.txt"])]
    assert found == ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]


def test_litter_is_passed_over(tmp_path: Path) -> None:
    """Hidden files, what systems leave behind, and the pictures of a saved page are no articles."""
    fill(tmp_path, "Page.html", "Page_files/ad.html", "Seite.htm", "Seite-Dateien/x.html", "other_files/real.txt")
    fill(tmp_path, ".DS_Store", "Thumbs.db", "desktop.ini", ".git/config", "~$note.txt", "__MACOSX/x.txt")
    assert [path.name for path in find([tmp_path])] == ["Page.html", "Seite.htm", "real.txt"]


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    """A path that is not there is yielded, so that the import can say so."""
    gone = tmp_path / "gone.txt"
    assert list(find([gone])) == [gone]
    code, message = code_of(gone)
    assert code == "vanished"
    assert str(tmp_path) not in message


def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked folder is not passed over in silence."""

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(find([tmp_path])) == [tmp_path]
    assert code_of(tmp_path)[0] == "no_permission"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing permission has its own sentence."""
    fill(tmp_path, "a.txt")

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(tmp_path / "a.txt")[0] == "no_permission"


def test_a_bad_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk is told without its number."""
    fill(tmp_path, "a.txt")

    def fail(self: Path, mode: str) -> None:
        raise OSError(5, "Input/output error", str(self))

    monkeypatch.setattr(Path, "open", fail)
    code, message = code_of(tmp_path / "a.txt")
    assert code == "damaged"
    assert "Input/output" not in message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size alone; the sentence gives size and limit."""
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    code, message = code_of(tmp_path / "huge.txt")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000
    assert code == "too_large"
    assert "100.0 MB" in message
    assert "25 MB" in message


def test_a_file_that_grows_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is read, whatever the size said before."""
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    status = (tmp_path / "a.txt").stat()
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: status)
    assert code_of(tmp_path / "a.txt")[0] == "too_large"


def test_a_file_that_has_grown_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program adds while the file is read is not cut off, as far as it may be read."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 2_000)
    status = file.stat()
    file.write_bytes(b"x" * 9_000)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: status)
    assert read_bytes(file) == b"x" * 9_000


def test_folders_and_pipes_are_no_files(tmp_path: Path) -> None:
    """A folder named as a file is told; a pipe, which would wait for ever, is not opened."""
    assert code_of(tmp_path)[0] == "unsupported"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert code_of(tmp_path / "pipe.txt")[0] == "unsupported"


def test_what_stays_on_the_disk_is_not_read(tmp_path: Path) -> None:
    """A bundle is told by its first bytes, and read later, a member at a time."""
    fill(tmp_path, "a.txt")
    assert read_unless(lambda start: start == b"The bridge is open.", tmp_path / "a.txt") is None
    assert read_unless(lambda start: not start, tmp_path / "a.txt") == b"The bridge is open."
