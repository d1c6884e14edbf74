"""What a search says about itself is shown, and a suggestion is taken with a click."""

from types import SimpleNamespace

from PySide6.QtWidgets import QLabel

from desktop_app.ui.query_notes import QueryNotes


def test_a_suggestion_is_taken_with_a_click(dressed, qtbot) -> None:
    """The words are those of the archive, as they will be searched for."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    notes.show_found(SimpleNamespace(suggestion="kestrel lock", spellings=()))
    assert notes.suggestion.text() == "Did you mean: kestrel lock"
    with qtbot.waitSignal(notes.search_wanted) as wanted:
        notes.suggestion.click()
    assert wanted.args == ["kestrel lock"]


def test_matched_spellings_are_listed_with_counts(dressed, qtbot) -> None:
    """What was matched beside the word as typed is never hidden; without anything to say there is no line."""
    notes = QueryNotes()
    qtbot.addWidget(notes)
    matched = [("Gasri", [("gasri", 3), ("ghusri", 4), ("gosry", 1)]), ("Zorn", [("zorn", 2)])]
    notes.show_found(SimpleNamespace(suggestion=None, spellings=matched))
    texts = [notes._flow.itemAt(place).widget().text() for place in range(notes._flow.count())]
    assert texts == ["Gasri, also:", "ghusri 4", "gosry 1"]
    assert isinstance(notes._flow.itemAt(0).widget(), QLabel)
    notes.show_found(SimpleNamespace(suggestion=None, spellings=()))
    assert notes.isHidden()
