"""Every change reaches the index, and a batch leaves the queue only when the index has it."""

from desktop_app.core.archive import Archive


def test_each_change_reaches_the_queue(archive: Archive, add) -> None:
    """Whatever changes an article tells the index, and a batch leaves the queue only when removed."""
    id_ = add("a", "Text.")
    queued, articles = archive.index_queue.batch(10)
    assert (list(queued), [article.id for article in articles]) == ([id_], [id_])
    assert len(archive.index_queue) == 1
    archive.index_queue.remove(queued)
    assert len(archive.index_queue) == 0
    archive.corrections.field([id_], "source", "Orla Post").do()
    assert len(archive.index_queue) == 1


def test_the_queue_can_be_filled_for_an_index_built_anew(archive: Archive, add) -> None:
    """Filling puts every article in once, however many wait already."""
    ids = [add(None, "One."), add(None, "Two.")]
    archive.index_queue.remove(archive.index_queue.batch(1)[0])
    assert len(archive.index_queue) == 1
    archive.index_queue.fill()
    assert list(archive.index_queue.batch(10)[0]) == ids


def test_what_decides_stems_and_places_reaches_the_queue(archive: Archive, add) -> None:
    """A language or a dateline that is set anew would else leave the index as it was."""
    id_ = add("a", "Text.")
    for column, value in (("language", "de"), ("dateline", "VELMARK")):
        archive.index_queue.remove(archive.index_queue.batch(10)[0])
        assert len(archive.index_queue) == 0
        archive.db.table("articles").update(id_, {column: value})
        assert list(archive.index_queue.batch(10)[0]) == [id_]


def test_what_changes_while_it_is_indexed_waits_on(archive: Archive, add) -> None:
    """Else the index would keep what an article said before, and nothing would ever tell."""
    changed, other = add("a", "Text."), add("b", "Another text.")
    queued, _ = archive.index_queue.batch(10)
    archive.corrections.field([changed], "source", "Orla Post").do()
    archive.index_queue.remove(queued)
    waiting, _ = archive.index_queue.batch(10)
    assert list(waiting) == [changed]
    assert other in queued
    archive.index_queue.remove(waiting)
    assert len(archive.index_queue) == 0


def test_a_batch_is_looked_up_by_its_ids(archive: Archive, add) -> None:
    """To go through the whole archive for each batch takes ten times as long in an archive ten times as large."""
    for number in range(20):
        add(None, f"Text {number}.")
    asked: list[str] = []
    archive.db.conn.set_trace_callback(asked.append)
    queued, articles = archive.index_queue.batch(15)
    archive.db.conn.set_trace_callback(None)
    assert [article.id for article in articles] == list(queued)
    looked_up = [query for query in asked if "FROM articles" in query]
    assert looked_up
    for query in looked_up:
        plan = " ".join(row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "PRIMARY KEY" in plan
