"""Tags are put on and taken off, and every change can be taken back."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import Selection


def test_a_tag_is_put_on_and_taken_off(archive: Archive, add) -> None:
    """Undo takes a tag only from those that did not have it before; a tag without articles is gone."""
    a, b = add("a", "One."), add("b", "Two.")
    archive.tags.putting("flood", [a]).do()
    change = archive.tags.putting("Flood", [a, b])
    change.do()
    assert archive.tags.all() == [("flood", 2)]
    change.undo()
    assert (archive.tags.of(a), archive.tags.of(b)) == (["flood"], [])
    taking = archive.tags.taking("flood", [a, b])
    taking.do()
    assert archive.tags.all() == []
    taking.undo()
    assert archive.tags.all() == [("flood", 1)]


def test_a_tag_narrows_a_list(archive: Archive, add) -> None:
    """What has a tag can be listed, and what has it not."""
    a, b = add("a", "One."), add("b", "Two.")
    archive.tags.putting("flood", [a]).do()
    assert list(archive.articles.ids(Selection(only=(("tag", "flood"),)))) == [a]
    assert list(archive.articles.ids(Selection(without=(("tag", "flood"),)))) == [b]
