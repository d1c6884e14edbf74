"""spellings prints what the archive has of a name, for one or for many."""

from pathlib import Path

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from tests.cli.conftest import Run, article


@pytest.fixture
def named(archive: Archive) -> Path:
    texts = ("The mayor Omar al-Gasri left.", "They saw Omar al-Ghusri.", "Tessin, Pavel")
    files = [ReadFile(f"/{n}.txt", f"{n}.txt", text.encode(), [article(text)]) for n, text in enumerate(texts)]
    archive.imports.add(archive.imports.begin("test"), files, None)
    return archive.folder


def test_the_shape_is_the_contracts(run: Run, named: Path) -> None:
    """Name, spellings, counts and reasons; what is asked for comes first."""
    (shape,) = run("spellings", "Omar", "al-Gasri", "--archive", named, "--json").rows
    assert shape["name"] == "Omar al-Gasri"
    assert [each["spelling"] for each in shape["matched"]] == ["Omar al-Gasri", "Omar al-Ghusri"]
    assert shape["matched"][0] == {
        "spelling": "Omar al-Gasri", "count": 1, "reason": "as asked for", "likeness": 1.0, "sure": True
    }  # fmt: skip


def test_many_names_in_a_file(run: Run, named: Path, tmp_path: Path) -> None:
    """A line comes out for each line, with nothing where there is nothing."""
    batch = tmp_path / "names"
    batch.write_text("Pavel Tessin\n\nXenia Wolf\n", encoding="utf-8")
    rows = run("spellings", "--batch", batch, "--archive", named, "--json").rows
    assert [row["input"] for row in rows] == ["Pavel Tessin", "", "Xenia Wolf"]
    assert [[each["spelling"] for each in row["matched"]] for row in rows] == [["Tessin, Pavel"], [], []]


def test_for_people(run: Run, named: Path) -> None:
    """Counts and reasons are readable, and so is that there is nothing."""
    assert "1  Omar al-Ghusri  (sounds alike)" in run("spellings", "Omar Gasri", "--archive", named).out
    assert "no spelling" in run("spellings", "Xenia Wolf", "--archive", named).out


def test_a_name_or_a_file(run: Run, named: Path, tmp_path: Path) -> None:
    """Neither, or both, is wrong usage."""
    assert run("spellings", "--archive", named).status == 2
    assert run("spellings", "x", "--batch", tmp_path / "names", "--archive", named).status == 2


def test_aliases_go_in_and_out(run: Run, named: Path, tmp_path: Path) -> None:
    """A table of names is taken in, rules at once, and comes out as it went in."""
    assert "No names" in run("aliases", "--archive", named).out
    table = tmp_path / "names.csv"
    table.write_text("Omar al-Gasri;The Heron\n", encoding="utf-8")
    (shape,) = run("aliases", "--import", table, "--archive", named, "--json").rows
    assert shape == {"groups": [["Omar al-Gasri", "The Heron"]]}
    out = tmp_path / "out.csv"
    assert "Omar al-Gasri · The Heron" in run("aliases", "--export", out, "--archive", named).out
    assert out.read_text(encoding="utf-8-sig") == "Omar al-Gasri,The Heron\n"


def test_a_table_without_names_is_refused(run: Run, named: Path, tmp_path: Path) -> None:
    """What is wrong with it is said, and nothing is taken in."""
    table = tmp_path / "names.csv"
    table.write_text("Omar\n", encoding="utf-8")
    refused = run("aliases", "--import", table, "--archive", named)
    assert refused.status != 0
    assert "two names" in refused.err
    assert run("aliases", "--archive", named, "--json").rows == [{"groups": []}]
