"""The JSON holds what the contract names, taken from where it is known."""

from array import array

from desktop_app.cli import shapes
from desktop_app.core.archive.facets import Counts
from desktop_app.core.article import ArchivedArticle, Article, FileOutcome, ImportReport, Part
from desktop_app.core.search import Found
from desktop_app.core.search.parse import parse

ARTICLE = Article(
    text="Open\nThe bridge is open.",
    parts=(Part(0, 4, "title"), Part(5, 24, "body")),
    title="Open",
    published="2016-06",
    evidence={"published": "June 2016"},
    warnings=("The encoding was guessed.",),
)
KEPT = ArchivedArticle(7, ARTICLE, "ab" * 32, "open.txt", "2024-01-01T00:00:00+00:00", 4, frozenset({"title"}))
VALUES = {
    "source": [("", 1), ("Orla Post", 1)], "year": [("2024", 2), ("2023", 1)], "language": [], "tag": [],
    "collection": [],
}  # fmt: skip


def test_an_article() -> None:
    """Parts point into the text, and a date comes with what it rests on."""
    shape = shapes.of_article(ARTICLE, "open.txt", 2)
    assert (shape["index"], shape["published"], shape["published_evidence"]) == (2, "2016-06", "June 2016")
    assert [shape["text"][part["start"] : part["end"]] for part in shape["parts"]] == [
        "Open",
        "The bridge is open.",
    ]
    assert (shape["body"], shape["warnings"]) == ("The bridge is open.", ["The encoding was guessed."])


def test_an_archived_article() -> None:
    """What the user has set by hand and said of it is told."""
    shape = shapes.of_archived(KEPT, ["flood"], "Ask the mayor.")
    assert (shape["id"], shape["sha256"], shape["by_hand"]) == (7, "ab" * 32, ["title"])
    assert (shape["tags"], shape["notes"]) == (["flood"], ["Ask the mayor."])


def test_an_import() -> None:
    """Each file is under what became of it."""
    files = (
        FileOutcome("/a", "added", 1),
        FileOutcome("/b", "duplicate", 1),
        FileOutcome("/c", "failed", None, "empty", "“c” is empty."),
    )
    shape = shapes.of_import(ImportReport(3, "3 files", "2024-01-01", 1.5, "finished", files), [1, 2])
    assert shape == {
        "import": 3,
        "added": [1, 2],
        "duplicates": [{"file": "/b", "of": 1}],
        "failed": [{"file": "/c", "code": "empty", "message": "“c” is empty."}],
        "seconds": 1.5,
    }


def test_a_search() -> None:
    """The total is of all hits, the hits are of one page, and a hit without a score has 0; years go forwards."""
    found = Found(parse("open"), array("q", [7, 9]), True, 1.23456, {7: 0.123456})
    shape = shapes.of_search(found, [KEPT], Counts(VALUES, []))
    assert (shape["total"], shape["took_ms"]) == (2, 1.235)
    assert shape["facets"] == {**VALUES, "source": [("Orla Post", 1)], "year": [("2023", 1), ("2024", 2)]}
    (hit,) = shape["hits"]
    assert (hit["score"], hit["snippet"][1]) == (0.1235, {"text": "open", "hit": True})
    assert shapes.of_hit(KEPT, Found(parse(""), array("q", [7]), True, 0.0))["score"] == 0.0
