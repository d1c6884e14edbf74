"""Running the program as a user's script does: its command line, with JSON."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "OPENBLAS_NUM_THREADS")  # what a user's process is started without
sys.path.insert(0, str(ROOT))


def environment() -> dict[str, str]:
    """Return the environment of a user's process: an installed program, for one, comes compiled."""
    return {name: value for name, value in os.environ.items() if name not in UNUSUAL}


def start(archive: Path, *arguments: object) -> subprocess.Popen[str]:
    """Start a command in a process group of its own, which can be killed with all its workers."""
    command = [sys.executable, "-m", "desktop_app", "--archive", str(archive), *map(str, arguments)]
    env = {**environment(), "PYTHONPATH": str(ROOT), "SECOND_SOURCE_HOME": str(archive.parent / "home")}
    return subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def output(archive: Path, *arguments: object, allowed: Sequence[int] = (0,)) -> str:
    """Run a command to its end and return what it prints; one that fails ends the benchmark."""
    process = start(archive, *arguments)
    printed, messages = process.communicate()
    if process.returncode not in allowed or "Traceback" in messages:
        sys.exit(f"{' '.join(map(str, arguments))}: status {process.returncode}\n{messages}")
    return printed


def answer(archive: Path, *arguments: object, allowed: Sequence[int] = (0,)) -> Any:
    """Run a command with --json and return its answer."""
    return json.loads(output(archive, *arguments, "--json", allowed=allowed))


def answers(archive: Path, *arguments: object) -> list[Any]:
    """Run a command that answers with JSON a line and return the lines."""
    return [json.loads(line) for line in output(archive, *arguments, "--json").splitlines()]


def table(rows: Sequence[Sequence[object]]) -> None:
    """Print rows as columns, the first row as their heads."""
    texts = [[f"{cell:,.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for number, row in enumerate(texts):
        first, *others = zip(row, widths, strict=True)
        print(first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others), sep="  ")
        if number == 0:
            print("  ".join("-" * width for width in widths))
