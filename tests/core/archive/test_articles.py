"""Articles are found, ordered and corrected; the user's word stays, and every change can be taken back."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import Selection
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.errors import UserError


def test_lists_can_be_narrowed_and_ordered(archive: Archive, add) -> None:
    """Undated articles come last in both orders; a selection takes only what it names."""
    a = add("a", "One.", published="2020", source="Orla Post")
    b = add("b", "Two.")
    c = add("c", "Three.", published="2021-02")
    articles = archive.articles
    assert list(articles.ids()) == [c, a, b]
    assert list(articles.ids(order="oldest")) == [a, c, b]
    assert list(articles.ids(order="added")) == [c, b, a]
    assert list(articles.ids(Selection(undated=True))) == [b]
    assert list(articles.ids(Selection(source=""))) == [c, b]
    assert list(articles.ids(Selection(imported_by=1))) == [a]
    assert list(articles.ids(order="oldest", among=[c, 99, a])) == [a, c]
    assert list(articles.ids(Selection(source=""), among=[c, a])) == [c]
    assert articles.count(Selection(source="Orla Post")) == 1
    assert articles.sources() == [("", 2), ("Orla Post", 1)]


def test_a_collection_lists_its_articles(archive: Archive, add) -> None:
    """What was imported into a collection is found by it, and nothing else is."""
    add("elsewhere", "Other.")
    file = ReadFile("/b.txt", "b.txt", b"Flood.", [Article("Flood.", (Part(0, 6, "body"),))])
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file], "Flood")
    ((_, name, count),) = archive.articles.collections()
    assert (name, count) == ("Flood", 1)
    assert list(archive.articles.ids(Selection(only=(("collection", "Flood"),)))) == [outcome.article]


def test_articles_come_in_the_order_asked_for(archive: Archive, add) -> None:
    """A list keeps its order, and an article that has gone meanwhile is left out."""
    a, b = add("a", "One."), add(None, "Two.")
    assert [found.id for found in archive.articles.many([b, 999, a])] == [b, a]
    assert [found.heading for found in archive.articles.summaries([b, 999, a])] == ["a.txt", "a"]
    with pytest.raises(UserError, match="no article 999"):
        archive.articles.get(999)


def test_any_number_of_articles_can_be_asked_for(archive: Archive, add) -> None:
    """The report of a large import names more articles than SQLite takes variables."""
    a = add("a", "One.")
    asked = [*range(2, 300_000), a]
    assert [found.id for found in archive.articles.summaries(asked)] == [a]
    assert [found.id for found in archive.articles.many(asked)] == [a]


def test_counting_and_listing_never_go_through_the_texts(archive: Archive) -> None:
    """At 100,000 articles every key would cost a tenth of a second: an index answers alone."""
    asked: list[str] = []
    archive.db.conn.set_trace_callback(asked.append)
    archive.articles.count()
    archive.articles.sources()
    archive.articles.ids()
    archive.articles.ids(order="oldest")
    archive.db.conn.set_trace_callback(None)
    assert len(asked) == 4
    for query in asked:
        plan = " ".join(row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "articles USING COVERING INDEX" in plan


def test_few_articles_are_read_without_going_through_all(archive: Archive, add) -> None:
    """Twenty rows of a list, or a hundred that wait for the index, take no longer in a large archive."""
    ids = [add("a", f"Text {number}.") for number in range(100)]
    asked: list[str] = []
    archive.db.conn.set_trace_callback(asked.append)
    archive.articles.many(ids)
    archive.index_queue.batch(100)
    archive.articles.ids(among=ids)
    archive.db.conn.set_trace_callback(None)
    reading = [query for query in asked if "articles" in query and "corrections" not in query]
    for query in reading:
        plan = " ".join(row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "SEARCH articles USING INTEGER PRIMARY KEY" in plan
    assert len(reading) == 3
