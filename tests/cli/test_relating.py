"""related prints the articles about the same as one, or for each of the archive."""

from pathlib import Path

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from tests.cli.conftest import Run, article

GATE = " ".join(f"gate{number}" for number in range(60)) + "."


@pytest.fixture
def flooded(archive: Archive) -> Path:
    texts = ("The Kestrel gate failed in Velmark.", "Velmark: Kestrel gate broke.", "A long cake was baked.")
    files = [ReadFile(f"/{n}.txt", f"{n}.txt", text.encode(), [article(text)]) for n, text in enumerate(texts)]
    archive.imports.add(archive.imports.begin("test"), files, None)
    return archive.folder


def test_the_shape_is_the_contracts(run: Run, flooded: Path) -> None:
    """Id, original, score and reasons of each hit."""
    (shape,) = run("related", 1, "--archive", flooded, "--json").rows
    (hit,) = shape["hits"]
    assert (hit["id"], hit["original_name"]) == (2, "1.txt")
    assert hit["score"] > 0
    assert hit["same_event"] is True
    assert hit["reasons"] == ["shares Kestrel gate, Velmark"]


@pytest.fixture
def copied(archive: Archive) -> Path:
    """Keep three articles of which two share half of either."""
    texts = (f"{GATE} {GATE.replace('g', 'l')}", f"{GATE.replace('g', 'b')} {GATE}", "A long cake was baked.")
    files = [ReadFile(f"/{n}.txt", f"{n}.txt", text.encode(), [article(text)]) for n, text in enumerate(texts)]
    archive.imports.add(archive.imports.begin("test"), files, None)
    return archive.folder


def test_shared_wording(run: Run, copied: Path) -> None:
    """How much of either text is shared and where, for one article; --all tells only what is about the same."""
    (shape,) = run("related", 1, "--archive", copied, "--json").rows
    (wording,) = shape["wording"]
    assert (wording["id"], wording["share"], wording["of_theirs"]) == (2, 0.5, 0.5)
    length = len(GATE)
    spans = [
        {"article": 0, "start": 0, "end": length},
        {"article": 1, "start": length + 1, "end": 2 * length + 1},
    ]
    assert wording["passages"] == [{"spans": spans, "likeness": 1.0}]
    out = run("related", 1, "--archive", copied).out
    assert "Shares wording:\n2  1.txt\n    source unknown · date unknown\n    50% of this text, 50% of that" in out
    assert "Shares wording" not in run("related", 3, "--archive", copied).out
    assert all("wording" not in row for row in run("related", "--all", "--archive", copied, "--json").rows)


def test_all_articles(run: Run, flooded: Path) -> None:
    """A line comes out for each article, under the name of its original."""
    rows = run("related", "--all", "--limit", 1, "--archive", flooded, "--json").rows
    assert [(row["input"], [hit["id"] for hit in row["hits"]]) for row in rows] == [
        ("0.txt", [2]), ("1.txt", [1]), ("2.txt", []),
    ]  # fmt: skip


def test_for_people(run: Run, flooded: Path) -> None:
    """Headings and reasons are readable, and so is that there is nothing."""
    out = run("related", 1, "--archive", flooded).out
    assert "2  1.txt" in out
    assert "    source unknown · date unknown\n    shares Kestrel gate, Velmark" in out
    assert "No other article" in run("related", 3, "--archive", flooded).out


def test_one_or_all(run: Run, flooded: Path) -> None:
    """Neither, or both, is wrong usage; an article that is not there is told."""
    assert run("related", "--archive", flooded).status == 2
    assert run("related", 1, "--all", "--archive", flooded).status == 2
    outcome = run("related", 9, "--archive", flooded)
    assert (outcome.status, "no article 9" in outcome.err) == (1, True)


def test_a_damaged_index_is_built_anew(run: Run, flooded: Path) -> None:
    """Damage to the index costs time, not the answer."""
    assert run("related", 1, "--archive", flooded).status == 0
    for file in (flooded / "index").rglob("*"):
        if file.is_file() and file.stat().st_size > 500:
            file.write_bytes(b"\0" * file.stat().st_size)
    assert "1.txt" in run("related", 1, "--archive", flooded).out
