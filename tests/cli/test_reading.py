"""inspect, import and show print what the contract says, file by file."""

from pathlib import Path

import pytest

from desktop_app.core.archive import opened
from tests.cli.conftest import Run

INSPECTED = {
    "file", "index", "title", "byline", "source", "publisher_url", "url", "captured", "published",
    "published_evidence", "dateline", "language", "encoding", "text", "parts", "body", "warnings",
}  # fmt: skip


@pytest.fixture
def files(tmp_path: Path, reading: None) -> list[Path]:
    """Give the test a file with two articles and one that cannot be read."""
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("One text.\n---\nTwo texts.")
    bad.write_bytes(b"\0")
    return [good, bad]


def test_inspect_prints_a_line_an_article(run: Run, files: list[Path]) -> None:
    """Each article is a line, a file that cannot be read a line with its error; that makes the status 1."""
    outcome = run("inspect", "--json", *files)
    one, two, failed = outcome.rows
    assert outcome.status == 1
    assert set(one) == INSPECTED
    assert (one["file"], one["index"], one["body"], two["index"]) == (str(files[0]), 0, "One text.", 1)
    assert one["parts"] == [{"start": 0, "end": 9, "role": "body"}]
    assert failed == {"file": str(files[1]), "error": {"code": "binary", "message": "“bad.txt” holds no text."}}


def test_inspect_for_people(run: Run, files: list[Path]) -> None:
    """Without --json one reads the article, and on stderr why a file could not be read."""
    outcome = run("inspect", *files)
    assert "source unknown · date unknown" in outcome.out
    assert "holds no text" in outcome.err


def test_import_says_what_became_of_each_file(run: Run, files: list[Path], tmp_path: Path) -> None:
    """Every article of a file is among the added; again the same file is a duplicate."""
    archive = tmp_path / "new"
    first = run("import", *files, "--archive", archive, "--json", "--collection", "Bridges")
    again = run("--json", "--archive", archive, "import", files[0])
    (shape,), (shape_again,) = first.rows, again.rows
    assert (first.status, again.status) == (1, 0)
    assert shape["added"] == [1, 2]
    assert shape["failed"] == [{"file": str(files[1]), "code": "binary", "message": "“bad.txt” holds no text."}]
    assert (shape["duplicates"], shape["seconds"]) == ([], 0.5)
    assert shape_again["duplicates"] == [{"file": str(files[0]), "of": 1}]
    with opened(archive) as kept:
        assert kept.articles.collections() == [(1, "Bridges", 2)]


def test_show_prints_everything_about_an_article(run: Run, filled: Path) -> None:
    """What inspect says and what the archive knows besides."""
    outcome = run("show", 1, "--json", "--archive", filled)
    (shape,) = outcome.rows
    assert set(shape) >= {*INSPECTED, "id", "sha256", "original_name", "imported", "tags", "notes"}
    assert (shape["id"], shape["original_name"], shape["title"]) == (1, "0.txt", "Bridge closed")
    assert "Orla Post · 2016-06-12" in run("show", 1, "--archive", filled).out


def test_show_an_article_that_is_not_there(run: Run, filled: Path) -> None:
    """An unknown id is told in a sentence."""
    outcome = run("show", 99, "--archive", filled)
    assert (outcome.status, outcome.out) == (1, "")
    assert "There is no article 99" in outcome.err
