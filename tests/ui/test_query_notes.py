"""What a search says about itself is shown, and each part of it is taken or left with a click."""

from types import SimpleNamespace

from desktop_app.core.search.naming import Matched
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Name, nodes
from desktop_app.ui.query_notes import QueryNotes


def found(text: str, *counts: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]], suggestion=None):
    """Return what a search found: for each of its names the spellings that are on and those that are off."""
    query = parse(text)
    names = [node for node in nodes(query.tree) if isinstance(node, Name)]
    spellings = [Matched(name, *each, ("gasri",)) for name, each in zip(names, counts, strict=True)]
    return SimpleNamespace(query=query, suggestion=suggestion, spellings=spellings)


def test_a_suggestion_is_taken_with_a_click(dressed, qtbot) -> None:
    """The words are those of the archive, as they will be searched for."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    notes.show_found(found("kestrl lock", suggestion="kestrel lock"))
    assert notes.suggestion.text() == "Did you mean: kestrel lock"
    with qtbot.waitSignal(notes.search_wanted) as wanted:
        notes.suggestion.click()
    assert wanted.args == ["kestrel lock"]


def test_there_is_no_line_without_anything_to_say(dressed, qtbot) -> None:
    """A search that says all with its results takes no room for more."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    notes.show_found(found("bridge"))
    assert notes.isHidden()


def test_boxes_stay_when_one_is_switched(dressed, qtbot) -> None:
    """The keyboard's place is kept while spellings go off and on; a new name has boxes of its own."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    notes.show_found(found("name:Gasri", ((("gasri", 3), ("gosry", 1)), ())))
    box = notes.names[0].boxes["gosry"]
    notes.show_found(found("name:(Gasri -gosry)", ((("gasri", 3),), (("gosry", 1),))))
    assert notes.names[0].boxes["gosry"] is box
    assert not box.isChecked()
    notes.show_found(found("name:Zorn", ((("zorn", 2),), ())))
    assert list(notes.names[0].boxes) == []
    notes.show_found(found("bridge"))
    assert notes.names == []


def test_a_name_in_the_search_can_be_asked_for_in_any_spelling(dressed, qtbot) -> None:
    """One click writes name: before it; the rest of the search stays."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    notes.show_found(found("bridge Gasri"))
    button = notes._nameable.itemAt(1).widget()
    assert button.text().strip("\u2068\u2069") == "Gasri"
    with qtbot.waitSignal(notes.search_wanted) as wanted:
        button.click()
    assert wanted.args == ["bridge name:Gasri"]
