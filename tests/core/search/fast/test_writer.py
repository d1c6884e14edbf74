"""Nothing counts before it is committed, and nothing half-done is ever seen."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from whoosh import query
from whoosh.index import FileIndex
from whoosh.writing import IndexingError, LockError

from desktop_app.core.search.fast.arrays import Damaged
from desktop_app.core.search.fast.occurrences import phrase
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import add, made_up

# Adds ten documents a commit, forever; every third commit makes one part of all.
FOREVER = """
import itertools, sys
from pathlib import Path
from desktop_app.core.search.fast import durable
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import made_up
index = durable.opened(Path(sys.argv[1]))
for step in itertools.count(int(sys.argv[2])):
    writer = BulkWriter(index)
    for document in made_up(10, step):
        writer.add_document(**document)
    writer.commit(optimize=step % 3 == 0)
    print(step, flush=True)
"""


def test_one_writer_at_a_time(index: FileIndex) -> None:
    """Two that write at once would undo each other's work."""
    writer = BulkWriter(index)
    with pytest.raises(LockError):
        BulkWriter(index)
    writer.cancel()
    BulkWriter(index).cancel()


def test_cancelling_leaves_everything_as_it_was(index: FileIndex, tmp_path: Path) -> None:
    """No document, no deletion and no file remains of it."""
    add(index, made_up(5))
    before = sorted(tmp_path.iterdir())
    writer = BulkWriter(index)
    writer.delete_document(0)
    for document in made_up(5, 2):
        writer.add_document(**document)
    writer.cancel()
    assert sorted(tmp_path.iterdir()) == before
    assert Snapshot(Path(index.storage.folder)).count == 5


def test_deleting(index: FileIndex) -> None:
    """By number, by term and by any query of Whoosh, each document once."""
    documents = made_up(6)
    add(index, documents[:3])
    add(index, documents[3:])
    writer = BulkWriter(index)
    writer.delete_document(4)
    assert writer.delete_by_term("id", documents[4]["id"]) == 0
    assert writer.delete_by_term("id", documents[0]["id"]) == 1
    assert writer.delete_by_query(query.Term("id", documents[5]["id"])) == 1
    with pytest.raises(IndexingError):
        writer.delete_document(6)
    writer.commit()
    assert sorted(Snapshot(Path(index.storage.folder)).words("id")) == [
        documents[number]["id"] for number in (1, 2, 3)
    ]


def test_deleting_by_numbers(index: FileIndex) -> None:
    """What a column names goes, in every part that was there before, and what is added at once stays."""
    add(index, [{"id": "1", "day": 5}, {"id": "2", "day": 6}])
    add(index, [{"id": "3", "day": 5}, {"id": "4"}])
    writer = BulkWriter(index)
    writer.add_document(id="5", day=5)
    writer.delete_having("day", [5, 7])
    writer.commit()
    assert sorted(Snapshot(Path(index.storage.folder)).words("id")) == ["2", "4", "5"]


def test_what_a_commit_replaces_is_removed(index: FileIndex, tmp_path: Path) -> None:
    """The folder does not grow with every commit."""
    for step in range(12):
        add(index, made_up(3, step))
    parts = list(tmp_path.glob("*.seg"))
    assert len(parts) == len(Snapshot(Path(index.storage.folder)).segments) <= 8
    assert len(list(tmp_path.glob("*.toc"))) == 1


def test_an_opened_snapshot_stays_as_it_was(index: FileIndex) -> None:
    """A search sees one state of the index, whatever is committed meanwhile."""
    add(index, made_up(5))
    snapshot = Snapshot(Path(index.storage.folder))
    writer = BulkWriter(index)
    writer.delete_document(0)
    writer.add_document(**made_up(1, 2)[0])
    writer.commit(optimize=True)
    assert not snapshot.is_latest()
    assert snapshot.count == len(snapshot.documents()) == 5
    assert snapshot.words("body")
    assert Snapshot(Path(index.storage.folder)).is_latest()


def test_a_failed_commit_changes_nothing(index: FileIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no reason to lose the index."""
    add(index, made_up(5))
    writer = BulkWriter(index)
    writer.add_document(**made_up(1, 2)[0])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("desktop_app.core.search.fast.arrays.os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            writer.commit()
    assert Snapshot(Path(index.storage.folder)).count == 5
    add(index, made_up(1, 3))
    assert Snapshot(Path(index.storage.folder)).count == 6
    assert len(list(tmp_path.glob("*.seg"))) == 2


def test_a_failed_merge_leaves_no_file(index: FileIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a full disk has no room for must not go on filling it."""
    add(index, made_up(5))
    add(index, made_up(5, 2))
    before = {*tmp_path.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.core.search.fast.arrays.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        BulkWriter(index).commit(optimize=True)
    assert {*tmp_path.iterdir()} == before


def test_a_killed_writer_leaves_the_old_or_the_new(index: FileIndex, tmp_path: Path) -> None:
    """Killed at any moment of adding, committing and merging: the index opens and is whole."""
    rng = random.Random(5)
    step = 1
    for _ in range(4):
        command = [sys.executable, "-W", "ignore", "-c", FOREVER, str(tmp_path), str(step)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            last = int(writer.stdout.readline())
            time.sleep(rng.random() * 0.2)
            writer.send_signal(signal.SIGKILL)
            last = max([last, *map(int, writer.stdout.read().split())])
        snapshot = Snapshot(tmp_path)
        snapshot.check()
        assert snapshot.count in (10 * last, 10 * last + 10)
        ids = sorted(
            document["id"] for known in range(1, snapshot.count // 10 + 1) for document in made_up(10, known)
        )
        assert sorted(snapshot.words("id")) == ids
        step = snapshot.count // 10 + 1


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_never_searched(index: FileIndex, tmp_path: Path, seed: int) -> None:
    """With any byte of any file changed or its end missing, a search finds the same or says that it cannot."""
    for step in range(3):
        add(index, made_up(20, step))

    def found() -> list[object]:
        snapshot = Snapshot(tmp_path)
        postings = snapshot.postings("body", "orla"), phrase(snapshot, "body", [["orla"], ["river"]])
        numbers = snapshot.lengths("title"), snapshot.column("day")
        return [array.tolist() for array in (*postings[0], *postings[1], *numbers)] + [snapshot.words("title", "b")]

    expected, rng, noticed = found(), random.Random(seed), 0
    files = [*tmp_path.glob("*.seg"), *tmp_path.glob("*.toc")]
    for _ in range(40):
        file = rng.choice(files)
        good = file.read_bytes()
        bad = bytearray(good)
        place = rng.randrange(len(bad))
        bad[place] ^= 1 << rng.randrange(8)
        file.write_bytes(bad[:place] if rng.random() < 0.3 else bad)
        try:
            assert found() == expected
        except Damaged:
            noticed += 1
        file.write_bytes(good)
    assert noticed
    assert found() == expected
