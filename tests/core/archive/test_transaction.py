"""Two who write wait for each other, and a failure leaves nothing half done."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from desktop_app.core.archive import DATABASE, Archive
from desktop_app.core.archive.transaction import transaction


def test_writing_waits_while_another_program_writes(archive: Archive) -> None:
    """What is written while another batch is being written takes a moment longer, and is not refused."""
    begun = threading.Event()

    def write_for_a_while(folder: Path) -> None:
        other = sqlite3.connect(folder / DATABASE)
        other.execute("BEGIN IMMEDIATE")
        begun.set()
        time.sleep(0.3)
        other.rollback()
        other.close()

    writer = threading.Thread(target=write_for_a_while, args=(archive.folder,))
    writer.start()
    begun.wait()
    import_id = archive.imports.begin("Folder clippings")
    writer.join()
    assert archive.imports.latest() == import_id


def test_a_failure_leaves_nothing(archive: Archive) -> None:
    """What was written before the failure is taken back."""

    def write_and_fail() -> None:
        with transaction(archive.db):
            archive.db.table("originals").insert({"sha256": "0" * 64, "size": 1})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert archive.db.table("originals").count == 0
