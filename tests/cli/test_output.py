"""Results go to stdout, everything else to stderr."""

import sys

import pytest

from desktop_app.cli import output


def test_results_and_messages_are_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """A script can read stdout without meeting a word meant for people, and letters stay letters."""
    output.result({"title": "Brücke\u2028"})
    output.message("Careful.")
    captured = capsys.readouterr()
    assert captured.err == "Careful.\n"
    assert captured.out == '{"title": "Brücke\\u2028"}\n'


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file is not filled with progress; a terminal gets one line that is written over."""
    output.progress(1, 2, "a.txt")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    output.progress(1, 2, "a.txt")
    assert capsys.readouterr().err.startswith("\r1 of 2  a.txt")
