"""The shape of the code: sizes, places, and documents that agree with it."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.archive.schema import APPLICATION_ID, migrations

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("desktop_app", "db", "resources", "packaging", "tests", "docs", ".ci")
CODE = [*sorted((ROOT / "desktop_app").rglob("*.py")), ROOT / "dev.py", *sorted((ROOT / "packaging").glob("*.py"))]
CORE = ROOT / "desktop_app" / "core"
SCHEMA = ROOT / "db" / "schema.sql"
WRITE_SCHEMA = "PYTHONPATH=. .venv/bin/python tests/test_shape.py"

FILE_LINES = 300
FUNCTION_LINES = 40

# Where packages come from, and where somebody's computer keeps things.
PRIVATE = re.compile(
    r"pypi\.(?:org|python)|pythonhosted|npmjs\.|crates\.io/|index-url|(?<![\w.:/-])/(?:root|tmp|work|home/\w+|Users/\w+)/"
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Return name, number of lines, and whether it does anything, of each function in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            does = any(
                not isinstance(part, ast.Expr) or not isinstance(part.value, ast.Constant) for part in node.body
            )
            yield node.name, (node.end_lineno or 0) - node.lineno + 1, does


def schema() -> str:
    """Return what db/schema.sql should hold: the tables after all migrations."""
    steps = migrations()
    connection = sqlite3.connect(":memory:")
    for _, sql in steps:
        connection.executescript(sql)
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    connection.close()
    head = f"-- Made from db/migrations, for reading: {WRITE_SCHEMA}\n"
    pragmas = f"PRAGMA application_id = {APPLICATION_ID:#x};\nPRAGMA user_version = {steps[-1][0]};\n"
    return head + pragmas + "".join(f"\n{row[0]};\n" for row in rows)


def test_files_and_functions_stay_short() -> None:
    """Nobody has to read a file of more than 300 lines, or a function of more than 40."""
    long = [name(path) for path in CODE if len(path.read_text(encoding="utf-8").splitlines()) > FILE_LINES]
    for path in CODE:
        long += [f"{name(path)}: {function}" for function, lines, _ in functions(path) if lines > FUNCTION_LINES]
    assert not long


def test_every_core_module_has_its_test() -> None:
    """What the core does is tested where one looks for it; a module that only declares needs no test."""
    missing = []
    for path in sorted(CORE.rglob("*.py")):
        if not any(does for _, _, does in functions(path)):
            continue
        folder = ROOT / "tests" / path.parent.relative_to(ROOT / "desktop_app")
        if path.name == "__init__.py":
            found = any(folder.glob("test_*.py"))
        else:
            found = (folder / f"test_{path.name}").is_file()
        if not found:
            missing.append(name(path))
    assert not missing


def test_plain_folders_are_no_packages() -> None:
    """An __init__.py in packaging would shadow the package of that name; the others are no code of ours."""
    tops = ("packaging", "db", "resources", "tests")
    assert not [top for top in tops if (ROOT / top / "__init__.py").exists()]


def test_no_address_of_a_registry_or_a_computer() -> None:
    """The project says nothing about the machines it was made on."""
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    found = []
    for path in files:
        if "__pycache__" in path.parts or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{name(path)}: {match.group()}" for match in PRIVATE.finditer(text)]
    assert not found


def test_schema_is_what_the_migrations_make() -> None:
    """The tables shown to readers are the tables of an archive."""
    written = SCHEMA.read_text(encoding="utf-8") if SCHEMA.exists() else ""
    if written != schema():
        pytest.fail(f"db/schema.sql is out of date; write it anew: {WRITE_SCHEMA}")


def test_architecture_names_what_there_is() -> None:
    """Every package and every module of the core stands on the page, and nothing that is not there."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(rf"`((?:{'|'.join(map(re.escape, FOLDERS))})/[^`]*)`", page))
    packages = [f"{name(path.parent)}/" for path in (ROOT / "desktop_app").glob("*/**/__init__.py")]
    modules = [name(path) for path in CORE.glob("*.py") if path.name != "__init__.py"]
    wanted = {place for place in [*packages, *modules] if place != "desktop_app/core/"}
    assert not wanted - named
    assert not {place for place in named if not (ROOT / place).exists()}


def test_links_between_documents_hold() -> None:
    """A link or picture in a document leads somewhere."""
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "db").glob("*.md")]:
        targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        broken += [f"{name(page)}: {target}" for target in targets if not (page.parent / target).exists()]
    assert not broken


if __name__ == "__main__":
    SCHEMA.write_text(schema(), encoding="utf-8")
