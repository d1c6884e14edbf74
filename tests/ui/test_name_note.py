"""The spellings of a name are listed with counts, and each goes off and on with a box."""

import pytest

from desktop_app.core.search.naming import Matched
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Name, nodes
from desktop_app.ui.name_note import MOST, NameNote

ON = (("gasri", 3), ("ghusri", 4), ("gosry", 1))


def matched(text: str, on=ON, off=(), **more) -> Matched:
    """Return how the name of a query was matched."""
    name = next(node for node in nodes(parse(text).tree) if isinstance(node, Name))
    return Matched(name, on, off, tuple(spelling for spelling, _ in on), **more)


@pytest.fixture
def note(dressed, qtbot) -> NameNote:
    shown = NameNote("bridge name:Gasri", matched("bridge name:Gasri"))
    qtbot.addWidget(shown)
    return shown


def test_spellings_have_counts(note) -> None:
    """The name as asked for stands first, and every box says what it is to a screen reader too."""
    assert note.label.text() == "Gasri 3, also:"
    assert [box.text() for box in note.boxes.values()] == ["Ghusri 4", "Gosry 1"]
    assert note.boxes["gosry"].accessibleName() == "Gosry, in 1 article"


def test_a_box_writes_the_search(note, qtbot) -> None:
    """What is switched off stands in the search field, so that it is saved and exported with it; and comes back."""
    with qtbot.waitSignal(note.search_wanted) as wanted:
        note.boxes["gosry"].click()
    assert wanted.args == ["bridge name:(Gasri -gosry)"]
    note.show_matched(wanted.args[0], matched(wanted.args[0], ON[:2], ON[2:]))
    assert [box.isChecked() for box in note.boxes.values()] == [True, False]
    with qtbot.waitSignal(note.search_wanted) as wanted:
        note.boxes["gosry"].click()
    assert wanted.args == ["bridge name:Gasri"]


def test_all_go_off_with_one_click(note, qtbot) -> None:
    """The name is then looked for just as it is written."""
    with qtbot.waitSignal(note.search_wanted) as wanted:
        note.exactly.click()
    assert wanted.args == ['bridge "Gasri"']


def test_names_are_joined_for_good(note, qtbot) -> None:
    """The spellings that are on are given over as they are shown; once they are one, that is said instead."""
    with qtbot.waitSignal(note.joining_wanted) as wanted:
        note.join.click()
    assert wanted.args == [["Gasri", "Ghusri", "Gosry"]]
    note.show_matched("name:Gasri", matched("name:Gasri", ruled=True))
    assert note.join.isHidden()
    assert not note.ruled.isHidden()


def test_many_spellings_are_listed_on_demand(dressed, qtbot) -> None:
    """A name that is spelt in every way does not fill the window."""
    many = (("gasri", 30), *((f"g{n}sri", n) for n in range(1, MOST + 6)))
    shown = NameNote("name:gasri", matched("name:gasri", many))
    qtbot.addWidget(shown)
    assert sum(not box.isHidden() for box in shown.boxes.values()) == MOST
    assert shown.more.text() == "5 more"
    shown.more.click()
    assert not any(box.isHidden() for box in shown.boxes.values())
    assert shown.boxes["g1sri"].text() == "g1sri 1"


def test_a_name_in_one_spelling(dressed, qtbot) -> None:
    """There is nothing to switch off, and that is seen."""
    shown = NameNote("name:Zorn", matched("name:Zorn", (("zorn", 2),)))
    qtbot.addWidget(shown)
    assert shown.label.text() == "Zorn 2"
    assert shown.exactly.isHidden()
    assert shown.join.isHidden()
