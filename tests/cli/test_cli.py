"""Whatever goes wrong, a script gets a status and a person one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.cli import searching
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def test_no_archive(run: Run, tmp_path: Path) -> None:
    """Without an archive the status is 3, and the sentence names the place."""
    outcome = run("search", "x", "--archive", tmp_path / "none", "--json")
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert str(tmp_path / "none") in outcome.err


def test_garbage_for_an_archive(run: Run, tmp_path: Path) -> None:
    """A folder with something else in it is told in one sentence."""
    (tmp_path / "archive.sqlite3").write_bytes(b"garbage" * 1000)
    outcome = run("search", "x", "--archive", tmp_path)
    assert (outcome.status, outcome.err.count("\n")) == (3, 1)


def test_stopping_is_quiet(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends with its usual status and no traceback."""

    def interrupt(archive: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(searching, "Searching", interrupt)
    outcome = run("search", "x", "--archive", filled)
    assert (outcome.status, outcome.out, outcome.err) == (130, "", "")


def second_source(*arguments: str, **kwargs: object) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **kwargs)  # type: ignore[call-overload]


def test_a_reader_that_leaves_early(filled: Path, tmp_path: Path) -> None:
    """`second-source … | head -1` ends without a complaint."""
    batch = tmp_path / "queries"
    batch.write_text("bridge\n" * 500)
    with second_source("search", "--batch", str(batch), "--archive", str(filled)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"input"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_output_is_utf8_everywhere(filled: Path) -> None:
    """Results are UTF-8 even where the console is not."""
    with second_source("search", "gesperrt", "--json", "--archive", str(filled)) as process:
        out, _ = process.communicate()
    assert "Brücke" in out.decode("utf-8")


def test_version(run: Run) -> None:
    """The version is printed and nothing else is done."""
    outcome = run("--version")
    assert (outcome.status, outcome.out) == (0, f"Second Source {__version__}\n")
