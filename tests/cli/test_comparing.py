"""compare and export choose their articles as the contract says."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("reading", "comparing", "writing")


def test_compare_articles(run: Run, filled: Path) -> None:
    """The shape is the contract's: rows with a list of places for each article, and more besides."""
    (shape,) = run("compare", 1, 3, "--json", "--archive", filled).rows
    assert shape == {
        "articles": [
            {"id": 1, "title": "Bridge closed", "source": "Orla Post", "published": "2016-06-12"},
            {"id": 3, "title": None, "source": "Orla Post", "published": None},
        ],
        "passages": [
            {"spans": [{"article": 0, "start": 0, "end": 3}, {"article": 1, "start": 0, "end": 3}], "likeness": 1.0}
        ],
        "quotations": [],
        "figures": [
            {
                "label": "mills",
                "mark": "same",
                "cells": [[{"start": 0, "end": 3, "text": "The"}], [{"start": 0, "end": 3, "text": "A c"}]],
                "reasons": ["why"],
                "by": "rule",
            }
        ],
        "names": [],
        "statements": [],
        "only_here": [{"article": 1, "start": 4, "end": 5}],
        "shared_share": [[1.0, 1.0], [1.0, 1.0]],
        "wire": [[0, 1]],
        "timeline": [
            {
                "span": {"article": 0, "start": 0, "end": 0},
                "label": "Bridge",
                "when": "2016",
                "rule": "as written",
                "kind": "reported",
            }
        ],
    }
    assert "1 shared passages" in run("compare", 1, 3, "--archive", filled).out
    assert "\nmills (same)\n1  The\n2  A c\n" in run("compare", 1, 3, "--archive", filled).out


def test_compare_files_without_an_archive(run: Run, tmp_path: Path) -> None:
    """Files are compared as they are; with --only passages nothing else is printed."""
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text("One text.")
    two.write_text("Two texts.")
    (shape,) = run("compare", "--files", one, two, "--only", "passages", "--json").rows
    assert set(shape) == {"articles", "passages"}
    assert [row["id"] for row in shape["articles"]] == [None, None]


def test_compare_pairs(run: Run, tmp_path: Path) -> None:
    """Each line is a pair; one that cannot be read says so in its place, and the others go on."""
    one = tmp_path / "1.txt"
    one.write_text("One text.")
    pairs = tmp_path / "pairs"
    pairs.write_text(f"{one}\t{one}\n{one}\t{tmp_path / 'gone'}\nno tab here\n{one}\t{one}\n")
    outcome = run("compare", "--pairs", pairs, "--only", "passages", "--json")
    assert outcome.status == 1
    assert ["error" in row for row in outcome.rows] == [False, True, True, False]
    assert outcome.rows[0]["input"] == f"{one}\t{one}"


@pytest.mark.parametrize("arguments", [[], [1], [1, "--files", "x"]])
def test_wrong_usage_of_compare(run: Run, filled: Path, arguments: list[object]) -> None:
    """What cannot be compared is wrong usage, with a sentence."""
    outcome = run("compare", *arguments, "--archive", filled)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("second-source: ")


@pytest.mark.parametrize(
    ("arguments", "content"),
    [
        ([1], "%PDF articles [1]"),
        ([3, 1], "%PDF comparison [3, 1]"),
        (["--search", "bridge"], "%PDF articles [1, 2]"),
        ([1, 2, 3, 1, 2, 3, 1], "%PDF articles [1, 2, 3, 1, 2, 3, 1]"),
    ],
)
def test_what_an_export_writes(
    run: Run, filled: Path, tmp_path: Path, arguments: list[object], content: str
) -> None:
    """Two to six ids are a comparison; one, more, or what a search finds come one after another."""
    out = tmp_path / "out.pdf"
    outcome = run("--json", "export", *arguments, "--pdf", out, "--archive", filled)
    assert out.read_text() == content
    (shape,) = outcome.rows
    assert (shape["written"], shape["bytes"]) == (str(out), len(content))
    assert shape["pages"] > 0


def test_notes_of_an_export_are_told(run: Run, filled: Path, tmp_path: Path) -> None:
    """What the reader of the PDF should know is said on stderr."""
    outcome = run("export", 1, "--pdf", tmp_path / "out.pdf", "--archive", filled)
    assert (outcome.status, outcome.err) == (0, "One sign has no glyph.\n")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([1], 2),
        ([1, "--csv", "x"], 2),
        ([1, "--json", "x"], 2),
        (["--comparison", "x", "--pdf", "x"], 2),
        (["--pdf", "x"], 2),
        ([99, "--pdf", "x"], 1),
        (["--search", "nowhere", "--pdf", "x"], 1),
        ([1, "--pdf", "/nowhere/at/all.pdf"], 1),
    ],
)
def test_exports_that_cannot_be(run: Run, filled: Path, arguments: list[object], status: int) -> None:
    """Each has its status and one sentence."""
    outcome = run("export", *arguments, "--archive", filled)
    assert (outcome.status, outcome.out) == (status, "")
    assert outcome.err.startswith("second-source: ")
    assert len(outcome.err.splitlines()) == 1
