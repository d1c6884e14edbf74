"""One program: the window without a command, the command line with one, and no console needed."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import desktop_app
from desktop_app.__main__ import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], ("app", ())), (["tour", "out"], ("tour", (["out"],))), (["recent"], ("cli", (["recent"],)))],
)
def test_what_is_started(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: tuple[str, tuple[object, ...]]
) -> None:
    """Each way of starting goes to the part that is meant."""
    started = []
    for name in ("app", "tour", "cli"):
        module = ModuleType(f"desktop_app.{name}")
        module.main = lambda *given, name=name: started.append((name, given)) or 0  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, f"desktop_app.{name}", module)
        monkeypatch.setattr(desktop_app, name, module, raising=False)
    monkeypatch.setattr(sys, "argv", ["second-source", *arguments])
    assert main() == 0
    assert started == [expected]


def test_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows program without a console has no streams; a command still ends with its status."""
    monkeypatch.setattr(sys, "argv", ["second-source", "show", "1"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    try:
        assert main() == 3
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.close()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists the threads of a process there")
def test_numpy_starts_no_threads() -> None:
    """Threads for multiplying matrices, which nothing does, would be a fifth of the time to a first answer."""
    code = "import os, desktop_app, numpy; print(len(os.listdir('/proc/self/task')))"
    others = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=others, cwd=ROOT
    )
    assert run.stdout == "1\n"
