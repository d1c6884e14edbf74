"""check, rebuild-index, recent and self-test say what they found and did."""

from pathlib import Path

import pytest

from desktop_app.core import settings
from tests.cli.conftest import Run, stand_in


def test_check_a_sound_archive(run: Run, filled: Path) -> None:
    """Nothing is wrong with an archive, whether its index was made or not."""
    outcome = run("check", "--json", "--archive", filled)
    assert (outcome.status, outcome.rows) == (0, [{"articles": 3, "waiting_for_index": 3, "findings": []}])
    run("search", "--archive", filled)
    outcome = run("check", "--archive", filled)
    assert (outcome.status, outcome.out.splitlines()[1]) == (0, "Nothing is wrong.")


def test_check_finds_damage(run: Run, filled: Path) -> None:
    """A missing original and a missing index are told, and make the status 1."""
    run("search", "--archive", filled)
    original = next(file for file in (filled / "originals").rglob("*") if file.is_file())
    original.chmod(0o644)
    original.unlink()
    (filled / "index" / "current").unlink()
    outcome = run("check", "--json", "--archive", filled)
    assert outcome.status == 1
    assert len(outcome.rows[0]["findings"]) == 2


def test_rebuild_index(run: Run, filled: Path) -> None:
    """Every article is indexed again."""
    outcome = run("rebuild-index", "--json", "--archive", filled)
    assert (outcome.status, outcome.rows[0]["articles"]) == (0, 3)
    assert run("rebuild-index", "--archive", filled).out.startswith("3 articles indexed in ")


def test_recent(run: Run, filled: Path, tmp_path: Path) -> None:
    """The archives opened last are listed, the newest first, and those that are gone are marked."""
    settings.save(settings.Settings().opened(tmp_path / "gone").opened(filled))
    (shape,) = run("recent", "--json").rows
    assert shape == {
        "archives": [{"folder": str(filled), "exists": True}, {"folder": str(tmp_path / "gone"), "exists": False}]
    }
    assert run("recent").out.splitlines() == [str(filled), f"{tmp_path / 'gone'} (not there)"]


def test_self_test(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What passed is printed."""
    stand_in(monkeypatch, "desktop_app.core.self_test", run=lambda _: ["Every library loads."])
    assert run("self-test").out == "Every library loads.\n"
    assert run("self-test", "--json").rows == [{"passed": ["Every library loads."]}]


@pytest.mark.parametrize("name", ["backup", "restore"])
def test_later_commands_say_so(run: Run, name: str) -> None:
    """A command a later version will have is wrong usage today, whatever is asked of it."""
    outcome = run(name, "1", "--all", "--json")
    assert (outcome.status, outcome.out) == (2, "")
    assert f"The command {name}: not available yet" in outcome.err
