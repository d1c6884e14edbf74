"""Garbage is collected on the interface thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.ui.garbage import Garbage


class Ring:
    """Refers to itself, so that only the collector can take it away."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Garbage]:
    """Give the collector of a program, and Python's own back afterwards."""
    owner = QObject()
    yield Garbage(owner)
    gc.unfreeze()
    gc.enable()
    owner.deleteLater()


def litter() -> list["weakref.ref[Ring]"]:
    """Leave more behind than Python lets lie."""
    return [weakref.ref(Ring()) for _ in range(gc.get_threshold()[0] + 1000)]


@pytest.mark.usefixtures("collecting")
def test_a_thread_takes_nothing_away() -> None:
    """A job that makes many objects never deletes what belongs to the window."""
    left: list[weakref.ref[Ring]] = []
    thread = threading.Thread(target=lambda: left.extend(litter()))
    thread.start()
    thread.join()
    assert all(ring() is not None for ring in left)


def test_what_nobody_uses_is_taken_away_in_time(collecting: Garbage, qtbot: QtBot) -> None:
    """The memory of what was closed comes back without anybody asking."""
    left = litter()
    qtbot.waitUntil(lambda: all(ring() is None for ring in left))


def test_little_garbage_may_lie(collecting: Garbage) -> None:
    """The collector does not go through everything each second for a few objects."""
    gc.collect()
    ring = weakref.ref(Ring())
    collecting.collect()
    assert ring() is not None
