"""The words of the command line are those of the contract."""

from pathlib import Path

import pytest

from desktop_app.cli.parser import COMMANDS, parser
from tests.cli.conftest import Run

CONTRACT = [
    "inspect", "import", "search", "show", "analyse", "compare", "related", "export", "spellings", "check",
    "rebuild-index", "backup", "restore", "recent", "self-test", "tour",
]  # fmt: skip
ADDED = ["aliases"]


def test_every_command_of_the_contract_is_here(run: Run) -> None:
    """All commands are there and told in the help."""
    assert set(COMMANDS) == {*CONTRACT, *ADDED}
    out = run("--help").out
    assert [name for name in COMMANDS if f"\n    {name}" not in out] == []


@pytest.mark.parametrize("name", [*CONTRACT, *ADDED])
def test_every_command_has_help(run: Run, name: str) -> None:
    """Each explains itself."""
    outcome = run(name, "--help")
    assert outcome.status == 0
    assert COMMANDS[name].split()[0] in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--archive", "x", "--json", "search", "q"],
        ["search", "--archive", "x", "--json", "q"],
        ["search", "q", "--json", "--archive", "x"],
        ["--json", "search", "q", "--archive", "x"],
    ],
)
def test_common_options_before_and_after(arguments: list[str]) -> None:
    """--archive and --json may stand on either side of the command."""
    options = parser().parse_args(arguments)
    assert (options.archive, options.json, options.query) == (Path("x"), True, ["q"])


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["search", "--limit", "-1"], ["search", "--sort", "size"], ["show", "x"], ["inspect"]],
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    """What is not understood has status 2 and is not done."""
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
