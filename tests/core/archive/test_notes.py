"""Stars and notes are kept, and every change can be taken back."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import Selection


def test_a_star_is_given_and_taken(archive: Archive, add) -> None:
    """Undo takes the star only from those that had none, and the starred can be listed."""
    a, b = add("a", "One."), add("b", "Two.")
    archive.notes.starring([a], starred=True).do()
    change = archive.notes.starring([a, b], starred=True)
    change.do()
    assert list(archive.articles.ids(Selection(starred=True))) == [b, a]
    change.undo()
    assert (archive.notes.starred(a), archive.notes.starred(b)) == (True, False)


def test_a_note_is_written_and_taken_back(archive: Archive, add) -> None:
    """Undo brings back the words that stood there; an empty note is none."""
    a = add("a", "One.")
    archive.notes.writing(a, "Ask the mayor.").do()
    change = archive.notes.writing(a, "  ")
    change.do()
    assert archive.notes.of(a) == ""
    change.undo()
    assert archive.notes.of(a) == "Ask the mayor."
