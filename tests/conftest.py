"""What every test stands on: an archive of its own, no dialog, no network, no window left over."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.archive import Archive, open_archive

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings and archives out of reach."""
    monkeypatch.setenv("SECOND_SOURCE_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves the computer: a connection to anywhere fails the test."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            pytest.fail(f"the program tried to reach {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Give the test an empty archive."""
    archive = open_archive(tmp_path / "archive", create=True)
    yield archive
    archive.db.close()
