"""Searches are kept under a name, and what is new to them is known."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive import saved_searches as module
from desktop_app.core.archive.articles import Selection


def test_what_is_new_since_last_time_is_known(archive: Archive) -> None:
    """Looking at a search again makes nothing new of it."""
    archive.searches.saving("Flood", "flood", Selection(), [1, 2]).do()
    (saved,) = archive.searches.all()
    assert archive.searches.new(saved.id, [2, 3, 4]) == {3, 4}
    archive.searches.see(saved.id, [2, 3, 4])
    assert archive.searches.new(saved.id, [2, 3, 4]) == set()


def test_saving_and_removing_are_taken_back(archive: Archive) -> None:
    """A search saved over another gives that one back, with all it is restricted to and has seen."""
    narrow = Selection(span=("2024-01", "2024-03"), only=(("source", "Orla Post"),), without=(("tag", "old"),))
    archive.searches.saving("Flood", "flood", narrow, [1, 2]).do()
    change = archive.searches.saving("Flood", "rain", Selection(), [])
    change.do()
    assert [saved.query for saved in archive.searches.all()] == ["rain"]
    change.undo()
    (saved,) = archive.searches.all()
    assert (saved.query, saved.selection) == ("flood", narrow)
    assert archive.searches.new(saved.id, [2, 3]) == {3}
    removal = archive.searches.removing("Flood")
    removal.do()
    assert archive.searches.all() == []
    removal.undo()
    assert archive.searches.all() == [saved]


def test_the_history_has_each_search_once_the_latest_first(archive: Archive, monkeypatch) -> None:
    """What was searched for again comes up; the oldest is forgotten, and all of it on demand."""
    monkeypatch.setattr(module, "KEPT", 2)
    for query in ("lock", "flood", "lock", "mayor"):
        archive.searches.remember(query)
    assert archive.searches.history() == ["mayor", "lock"]
    archive.searches.forget_history()
    assert archive.searches.history() == []
