"""The table of contents is read without Whoosh, and says what Whoosh's own says."""

import random
from pathlib import Path

import pytest
from whoosh.index import FileIndex

from desktop_app.core.search.fast import contents
from desktop_app.core.search.fast.arrays import Damaged
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import add, made_up


def test_it_says_what_whoosh_is_told(index: FileIndex, tmp_path: Path) -> None:
    """After commits and deletions a search and stock Whoosh see the same documents in the same parts."""
    assert contents.read(tmp_path) == (0, [])
    add(index, made_up(5))
    add(index, made_up(6, seed=2))
    writer = BulkWriter(index)
    writer.delete_document(1)
    writer.delete_document(8)
    writer.commit()
    table = index._read_toc()
    found = contents.read(tmp_path)
    assert found.generation == table.generation == contents.latest(tmp_path) == 3
    assert [(one.documents, one.deleted) for one in found.parts] == [(5, [1]), (6, [3])]
    assert [tmp_path / one.file for one in found.parts] == [part.path(tmp_path) for part in table.segments]


def test_a_damaged_table_is_not_believed(index: FileIndex, tmp_path: Path) -> None:
    """Whatever is wrong with it, it is found out before anything in it is used."""
    add(index, made_up(3))
    (table,) = tmp_path.glob("*.toc")
    good = table.read_bytes()
    rng = random.Random(1)
    for place in (*range(len(good) - 40, len(good)), *rng.sample(range(len(good)), 40)):
        bad = bytearray(good)
        bad[place] ^= 1 << rng.randrange(8)
        table.write_bytes(bad)
        with pytest.raises(Damaged):
            contents.read(tmp_path)
    for length in (0, 5, len(good) - 1):
        table.write_bytes(good[:length])
        with pytest.raises(Damaged):
            contents.read(tmp_path)


def test_no_index_is_told_from_an_empty_one(tmp_path: Path) -> None:
    """Where there is none, that is said at once."""
    assert contents.latest(tmp_path) == contents.latest(tmp_path / "missing") == -1
    with pytest.raises(Damaged):
        contents.read(tmp_path)
