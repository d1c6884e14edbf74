"""One program: the window without a command, the command line with one, and no console needed."""

import sys
from types import ModuleType

import pytest

import desktop_app
from desktop_app.__main__ import main


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
