"""What restricts the list is said in words, and each restriction can be taken back by itself."""

from desktop_app.core.article import Selection
from desktop_app.ui.chips import Chips, chips, restricted

NARROW = Selection(
    starred=True, span=("2024-01", "2024-03"), only=(("source", "Orla Post"),), without=(("language", "fr"),)
)


def test_each_restriction_is_a_chip_that_takes_it_back() -> None:
    """What is left is all the others; the last chip takes back all."""
    found = chips(NARROW, "Starred")
    assert [chip.text for chip in found] == [
        "Starred", "Jan 2024 – Mar 2024", "Orla Post", "not French", "Take back all",
    ]  # fmt: skip
    assert found[1].rest == Selection(starred=True, only=NARROW.only, without=NARROW.without)
    assert found[3].rest.without == ()
    assert found[4].rest == Selection()
    assert chips(Selection(), "") == []


def test_a_click_on_a_chip_says_what_is_left(dressed, qtbot) -> None:
    """A screen reader hears what the button does."""
    row = Chips()
    qtbot.addWidget(row)
    row.show_selection(NARROW, "Starred")
    button = row.findChildren(type(row._flow.itemAt(2).widget()))[2]
    assert button.accessibleName() == "Take back: Orla Post"
    with qtbot.waitSignal(row.chosen) as chosen:
        button.click()
    assert chosen.args[0].only == ()


def test_restrictions_of_one_facet_replace_each_other_unless_asked() -> None:
    """A value is either wanted or excluded, never both."""
    one, other = ("source", "Orla Post"), ("source", "Radio Tessin")
    chosen = restricted(Selection(only=(one, ("tag", "flood"))), other, "only")
    assert chosen.only == (("tag", "flood"), other)
    assert restricted(Selection(only=(one,)), other, "too").only == (one, other)
    assert restricted(Selection(only=(one,)), one, "without") == Selection(without=(one,))
    assert restricted(Selection(without=(one,)), one, "without") == Selection()
