"""search prints hits, facets and how the query was read, and mends its index by itself."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def test_what_a_search_prints(run: Run, filled: Path) -> None:
    """The shape is the contract's; the index is made on the way."""
    outcome = run("search", "bridge", "--archive", filled, "--json")
    (shape,) = outcome.rows
    assert outcome.status == 0
    assert (shape["total"], shape["exact"], shape["suggestion"], shape["spellings"]) == (2, True, None, [])
    assert shape["facets"] == {
        "source": [["Orla Post", 1], ["Velmarker Bote", 1]],
        "year": [["2016", 2]],
        "collection": [],
        "tag": [],
        "language": [["de", 1], ["en", 1]],
    }
    assert shape["explanation"] == "Articles with “bridge”."
    assert shape["took_ms"] > 0
    hit = shape["hits"][0]
    assert set(hit) == {"id", "title", "source", "published", "original_name", "score", "snippet"}
    assert (hit["id"], hit["original_name"]) == (1, "0.txt")
    assert {"text": "bridge", "hit": True} in hit["snippet"]


def test_only_the_search_that_writes_the_index_loads_whoosh(filled: Path) -> None:
    """A script that searches again and again waits for nothing that searching does not need."""
    code = f"""
import sys
from desktop_app.cli import main
main(["search", "bridge", "--json", "--archive", {str(filled)!r}])
print({{"whoosh", "sqlite_utils", "desktop_app.core.analysis"}} & set(sys.modules))
"""
    command = [sys.executable, "-c", code]
    first, again = (
        subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.splitlines()[-1]
        for _ in range(2)
    )
    assert first == "{'whoosh'}"
    assert again == "set()"


def test_pages_and_orders(run: Run, filled: Path) -> None:
    """Limit and offset choose the page, sort the order; the total stays."""
    (shape,) = run("search", "--sort", "oldest", "--limit", 1, "--offset", 1, "--json", "--archive", filled).rows
    assert (shape["total"], [hit["id"] for hit in shape["hits"]]) == (3, [1])
    (shape,) = run("search", "--limit", 0, "--json", "--archive", filled).rows
    assert (shape["total"], shape["hits"]) == (3, [])


def test_many_queries_in_a_file(run: Run, filled: Path, tmp_path: Path) -> None:
    """Each line is a query, empty ones too, and comes back as the input of its result."""
    batch = tmp_path / "queries"
    batch.write_text("crane\n\n“bridge over\n", encoding="utf-8")
    rows = run("search", "--batch", batch, "--json", "--archive", filled).rows
    assert [(row["input"], row["total"]) for row in rows] == [("crane", 1), ("", 3), ("“bridge over", 2)]


def test_words_need_no_quotes_of_the_shell(run: Run, filled: Path) -> None:
    """Several arguments are one query."""
    (shape,) = run("search", "crane", "fell", "--json", "--archive", filled).rows
    assert shape["total"] == 1


def test_search_for_people(run: Run, filled: Path) -> None:
    """Hits are told in brackets, and what is unknown is said."""
    out = run("search", "crane", "--archive", filled).out
    assert out.startswith("1 article (")
    assert "2.txt" in out
    assert "Orla Post · date unknown" in out
    assert "A [crane] fell." in out


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Whoosh leaves a file open that it cannot make sense of
def test_a_damaged_index_is_built_anew(run: Run, filled: Path) -> None:
    """Searching goes on after the index was spoiled; only a message on stderr tells of it."""
    run("search", "bridge", "--archive", filled)
    (segment,) = (filled / "index").rglob("*.seg")
    content = segment.read_bytes()
    segment.write_bytes(content[:100] + bytes(len(content) - 100))
    (shape,) = run("search", "bridge", "--archive", filled, "--json").rows
    assert shape["total"] == 2
    gc.collect()


def test_a_query_and_a_batch_are_too_much(run: Run, filled: Path, tmp_path: Path) -> None:
    """One or the other; and a batch that is not there is told in a sentence."""
    batch = tmp_path / "queries"
    assert run("search", "x", "--batch", batch, "--archive", filled).status == 2
    outcome = run("search", "--batch", batch, "--archive", filled)
    assert (outcome.status, str(batch) in outcome.err) == (1, True)
