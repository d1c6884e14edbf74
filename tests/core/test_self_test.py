"""The self-test names the first thing that is missing."""

from pathlib import Path

import pytest

from desktop_app.core import self_test
from desktop_app.core.errors import UserError
from desktop_app.core.progress import silent


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library left out of a bundle fails the self-test with its name."""
    monkeypatch.setattr(self_test, "LIBRARIES", ("json", "no_such_library"))
    with pytest.raises(UserError, match=r"Every library loads.*no_such_library"):
        self_test.run(silent)


def test_missing_files_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A shipped folder that is empty fails the self-test with its name."""
    (tmp_path / "icons").mkdir()
    monkeypatch.setattr(self_test, "shipped", lambda _: tmp_path)
    with pytest.raises(UserError, match=r"Every shipped file is here.*nothing in icons"):
        self_test._tried("Every shipped file is here.", self_test._shipped_files)


def test_libraries_load() -> None:
    """Every library the program imports late is installed."""
    self_test._libraries()
