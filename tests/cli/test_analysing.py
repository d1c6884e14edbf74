"""analyse prints what is marked in articles and files, a line for each."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("reading", "analysing")

MARKED = {
    "sentences": [{"start": 0, "end": 9}],
    "quotations": [
        {
            "start": 0,
            "end": 3,
            "kind": "direct",
            "speaker": {"start": 4, "end": 9, "text": "Holm", "name": "Mara Holm"},
            "rule": "“…” said X",
        }
    ],
    "figures": [
        {
            "start": 0, "end": 3, "text": "11 mills", "low": 11.0, "high": 11.0, "qualifier": None, "unit": None,
            "thing": "mills", "action": "burn", "period": None,
        }
    ],
    "names": [
        {
            "name": "Mara Holm",
            "kind": "person",
            "mentions": [{"start": 4, "end": 9, "text": "Holm"}],
            "roles": [],
            "reasons": [],
        }
    ],
    "dates": [
        {
            "start": 0, "end": 3, "text": "May", "resolved": "2016-05", "precision": "month", "rule": "May before",
        }
    ],
}  # fmt: skip


def test_articles_of_the_archive(run: Run, filled: Path) -> None:
    """A number is an id; the shape is the contract's, with the id besides."""
    outcome = run("analyse", 1, 2, "--json", "--archive", filled)
    assert outcome.rows == [{"id": 1, **MARKED}, {"id": 2, **MARKED}]
    assert outcome.status == 0


def test_files(run: Run, tmp_path: Path) -> None:
    """Each article of a file is a line; one that cannot be read says so, and that makes the status 1."""
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("One text.\n---\nTwo texts.")
    bad.write_bytes(b"\0")
    outcome = run("analyse", good, bad, "--json")
    one, two, failed = outcome.rows
    assert one == two == {"file": str(good), **MARKED}
    assert failed == {"file": str(bad), "error": {"code": "binary", "message": "“bad.txt” holds no text."}}
    assert outcome.status == 1
    assert "holds no text" in run("analyse", bad).err


def test_for_people(run: Run, filled: Path) -> None:
    """Without --json one reads the words that are marked."""
    lines = run("analyse", 1, "--archive", filled).out.splitlines()
    assert lines == [
        "Bridge closed",
        "quotation  The",
        "figure     The",
        "date       The",
        "name       Mara Holm ×1",
    ]


def test_an_article_that_is_not_there(run: Run, filled: Path) -> None:
    """An unknown id is told in a sentence."""
    outcome = run("analyse", 99, "--archive", filled)
    assert (outcome.status, outcome.out) == (1, "")
    assert "There is no article 99" in outcome.err


def test_the_others_are_read_all_the_same(run: Run, filled: Path) -> None:
    """An unknown id among others is a line of its own, and what follows it is not lost."""
    outcome = run("analyse", 1, 99, 2, "--json", "--archive", filled)
    assert [row["id"] for row in outcome.rows] == [1, 99, 2]
    assert outcome.rows[1]["error"]["code"] == "no_article"
    assert outcome.status == 1
