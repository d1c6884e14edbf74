"""The table of contents is on the disk before it counts, and a damaged one is not believed."""

import os
import random
from pathlib import Path

import pytest
from whoosh import fields
from whoosh.index import FileIndex, open_dir

from desktop_app.core.search.fast import durable
from desktop_app.core.search.fast.arrays import Damaged
from tests.core.search.fast.conftest import add, made_up


def test_the_table_is_written_out_before_it_has_its_name(
    index: FileIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves the old table or the whole new one."""
    order: list[str] = []
    sync, replace = os.fsync, os.replace

    def noted_sync(file: int) -> None:
        order.append("sync")
        sync(file)

    def noted_replace(old: str, new: str) -> None:
        order.append("rename")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_replace)
    add(index, made_up(1))
    assert order == ["sync", "sync", "rename", "sync"]  # the part, the table, its name, the folder


def test_stock_whoosh_opens_the_folder(index: FileIndex, tmp_path: Path) -> None:
    """The checksum stands where stock Whoosh does not look."""
    add(index, made_up(3))
    assert open_dir(str(tmp_path)).doc_count() == durable.opened(tmp_path).doc_count() == 3


def test_a_damaged_table_is_not_believed(index: FileIndex, tmp_path: Path) -> None:
    """Whatever is wrong with it, it is found out before anything in it is used."""
    add(index, made_up(3))
    (table,) = tmp_path.glob("*.toc")
    good = table.read_bytes()
    rng = random.Random(1)
    for place in rng.sample(range(len(good)), 40):
        bad = bytearray(good)
        bad[place] ^= 1 << rng.randrange(8)
        table.write_bytes(bad)
        with pytest.raises(Damaged):
            durable.opened(tmp_path)
    for length in (0, 5, len(good) - 1):
        table.write_bytes(good[:length])
        with pytest.raises(Damaged):
            durable.opened(tmp_path)


def test_fields_without_a_place_are_refused(tmp_path: Path) -> None:
    """Nothing is silently left out of an index."""
    with pytest.raises(ValueError, match="title"):
        durable.create(tmp_path, fields.Schema(title=fields.TEXT()))
