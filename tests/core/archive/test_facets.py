"""Facets count every value of a list, and what could be chosen instead stays in sight."""

from collections.abc import Callable

import pytest

from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part, Selection


@pytest.fixture
def five(archive: Archive, add) -> list[int]:
    """Fill the archive with five articles, the last one in a collection."""
    ids = [
        add("a", "One.", source="Orla Post", published="2024-03-12", language="en"),
        add("b", "Two.", source="Orla Post", published="2024-03", language="en"),
        add("c", "Three.", source="Radio Tessin", published="2023", language="fr"),
        add("d", "Four."),
    ]
    file = ReadFile("/e.txt", "e.txt", b"Five.", [Article("Five.", (Part(0, 5, "body"),), language="en")])
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], "Flood")
    archive.tags.putting("water", ids[:3]).do()
    return [*ids, outcome.article]


def test_everything_is_counted(archive: Archive, five: list[int]) -> None:
    """Each value has its number, and what is not known has one too."""
    counts = archive.facets.count()
    assert counts.values["source"] == [("", 2), ("Orla Post", 2), ("Radio Tessin", 1)]
    assert counts.values["year"] == [("2024", 2), ("2023", 1), ("", 2)]
    assert counts.values["language"] == [("en", 3), ("", 1), ("fr", 1)]
    assert counts.values["tag"] == [("water", 3)]
    assert counts.values["collection"] == [("Flood", 1)]
    assert counts.months == [("", 2), ("2023", 1), ("2024-03", 2)]


def test_counts_follow_what_was_found(archive: Archive, five: list[int]) -> None:
    """Only the articles of the list count, also in the next list."""
    assert archive.facets.count(five[:1]).values["source"] == [("Orla Post", 1)]
    counts = archive.facets.count([five[2], five[4]])
    assert counts.values["source"] == [("", 1), ("Radio Tessin", 1)]
    assert counts.values["tag"] == [("water", 1)]
    assert archive.facets.count([]).months == []


def test_a_facet_counts_as_if_it_were_not_restricted(archive: Archive, five: list[int]) -> None:
    """Restricted to one source, the others keep their numbers; the other facets follow."""
    counts = archive.facets.count(five, Selection(only=(("source", "Orla Post"),)))
    assert counts.values["source"] == [("", 2), ("Orla Post", 2), ("Radio Tessin", 1)]
    assert counts.values["language"] == [("en", 2)]
    without = archive.facets.count(five, Selection(without=(("source", "Orla Post"), ("tag", "water"))))
    assert without.values["source"] == [("", 2)]
    assert archive.facets.count(five, Selection(without=(("language", "fr"),))).values["language"][2] == ("fr", 1)
    assert without.values["tag"] == []
    assert archive.facets.count(None, Selection(span=("2024", "2024"))).months == archive.facets.count().months


def test_counting_reads_no_texts(archive: Archive, five: list[int]) -> None:
    """An index answers, or every key would cost a second in a large archive."""
    asked: list[str] = []
    archive.db.conn.set_trace_callback(asked.append)
    archive.facets.count()
    archive.db.conn.set_trace_callback(None)
    for query in (query for query in asked if "INDEXED" in query):
        plan = " ".join(row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "USING COVERING INDEX articles_by_facet" in plan
    assert len([query for query in asked if "SELECT" in query]) == 3
    archive.db.conn.set_trace_callback(asked.append)
    archive.facets.count(five[:2])
    archive.db.conn.set_trace_callback(None)
    assert asked[-1] == "PRAGMA data_version", "counting again reads nothing"


def test_counts_follow_the_archive(archive: Archive, five: list[int], add: Callable[..., int]) -> None:
    """What this program or another one changes is counted at once."""
    assert archive.facets.count().values["tag"] == [("water", 3)]
    with opened(archive.folder) as other:
        other.tags.putting("Dam", five[3:]).do()
    assert archive.facets.count().values["tag"] == [("water", 3), ("Dam", 2)]
    new = add("f", "Six.", source="Harbour Wire")
    assert archive.facets.count([new, 10**9]).values["source"] == [("Harbour Wire", 1)]
    archive.tags.putting("levee", [new, five[0]]).do()
    assert archive.facets.count().values["tag"] == [("water", 3), ("Dam", 2), ("levee", 2)]
