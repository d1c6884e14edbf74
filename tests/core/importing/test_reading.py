"""Files are read by workers: in order, and a crash, a hang or a glutton costs only its own file."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.core.importing import reading
from desktop_app.core.importing.reading import Original, read_files
from desktop_app.core.importing.traits import traits_of
from desktop_app.core.importing.worker import MANY
from desktop_app.core.progress import Cancelled

# What a worker does with a file of each name, in place of reading it.
MISBEHAVIOUR = """
import os, time
from desktop_app.core.importing import worker
def read(original, name):
    if "crash" in name: os._exit(139)
    if "hang" in name: time.sleep(60)
    if "glutton" in name: return [bytearray(2_000_000_000)]
    return read_before(original, name)
read_before, worker.read = worker.read, read
worker.SECONDS = 4.0
def serve(pipe):
    worker.serve(pipe)
"""


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the test workers that break down on files of some names."""
    folder = tmp_path_factory.mktemp("misbehaviour")
    (folder / "misbehaviour.py").write_text(MISBEHAVIOUR)
    monkeypatch.syspath_prepend(folder)
    import misbehaviour  # type: ignore[import-not-found]

    monkeypatch.setattr(reading, "serve", misbehaviour.serve)
    monkeypatch.setattr(reading, "seconds_for", lambda _: 4.0)


def folder_of(tmp_path: Path, *names: str) -> list[Path]:
    for name in names:
        (tmp_path / name).write_text(f"The bridge in {name} is open.")
    return [tmp_path / name for name in names]


def told(originals: list[Original]) -> dict[str, str]:
    return {original.name: original.error.code if original.error else "read" for original in originals}


def test_in_the_order_of_the_paths(tmp_path: Path) -> None:
    """Two workers read, and what comes out is in order, with its bytes."""
    paths = folder_of(tmp_path, *(f"{n}.txt" for n in range(20)))
    found = list(read_files(paths))
    assert [original.path for original in found] == paths
    assert found[7].content == b"The bridge in 7.txt is open."
    assert found[7].articles[0].text == "The bridge in 7.txt is open."


def test_traits_of_many(tmp_path: Path) -> None:
    """Where many files are read, what they are compared by is worked out in passing."""
    found = list(read_files(folder_of(tmp_path, *(f"{n}.txt" for n in range(2 * MANY + 50)))))
    told = [original for original in found if original.traits]
    assert not found[0].traits
    assert len(told) > 10
    assert all(list(original.traits) == traits_of(original.articles) for original in told)


def test_known_files_are_not_read_again(tmp_path: Path) -> None:
    """A file that is in the archive is told by its bytes alone."""
    (found,) = read_files(folder_of(tmp_path, "a.txt"), known=len)
    assert (found.known, list(found.articles)) == (28, [])


@pytest.mark.usefixtures("misbehaving")
def test_misbehaving_files_cost_only_themselves(tmp_path: Path) -> None:
    """One file crashes its reader, one hangs it, one takes all memory: each is told, the others are read."""
    paths = folder_of(tmp_path, "a.txt", "crash.txt", "b.txt", "hang.txt", "glutton.txt", "c.txt")
    found = list(read_files(paths))
    assert told(found) == {
        "a.txt": "read",
        "crash.txt": "damaged",
        "b.txt": "read",
        "hang.txt": "too_slow",
        "glutton.txt": "too_complex",
        "c.txt": "read",
    }


@pytest.mark.usefixtures("misbehaving")
def test_of_many_small_files_the_right_one_is_blamed(tmp_path: Path) -> None:
    """Small files are given to a worker together; those around one that ends it are read all the same."""
    names = [f"{n:02}.txt" for n in range(50)]
    names[20], names[33] = "20 crash.txt", "33 hang.txt"
    found = list(read_files(folder_of(tmp_path, *names)))
    assert [original.name for original in found] == names
    assert {name: code for name, code in told(found).items() if code != "read"} == {
        "20 crash.txt": "damaged",
        "33 hang.txt": "too_slow",
    }


@pytest.mark.usefixtures("misbehaving")
def test_the_rest_of_a_bundle_is_read(tmp_path: Path) -> None:
    """A member that ends its worker is left out; those after it are read by another."""
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("a.txt", "crash.txt", "z.txt"):
            archive.writestr(name, f"The bridge in {name} is open.")
    first, crashed, last = read_files([tmp_path / "a.zip"])
    assert (first.member, last.member) == ("a.txt", "z.txt")
    assert crashed.error
    assert "A file in “a.zip”" in crashed.error.message


def test_stopping_ends_the_workers(tmp_path: Path) -> None:
    """Cancel is heard while a file is being read, and nothing runs on after it."""
    running: list[int] = []

    def stop(_: Path) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(read_files(folder_of(tmp_path, "a.txt"), pause=stop))
    import multiprocessing

    running += [process.pid or 0 for process in multiprocessing.active_children()]
    assert running == []
