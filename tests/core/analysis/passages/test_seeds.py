"""Seeds: what few words two texts must have in common for a look at the place to be worth it."""

from desktop_app.core.analysis.passages.boxes import Box
from desktop_app.core.analysis.passages.seeds import TOO_COMMON, seeds


def test_four_words_in_a_row() -> None:
    """Whatever the words; three are too few."""
    assert seeds(["a", "b", "the", "of", "to", "c"], ["x", "the", "of", "to", "y", "b", "the", "of", "to"], 1) == [
        Box(1, 5, 5, 9)
    ]
    assert seeds(["a", "the", "of", "to", "c"], ["x", "the", "of", "to", "y"], 1) == []


def test_three_telling_words_in_any_order() -> None:
    """Small words between them, and their order, do not matter."""
    assert seeds(["bridge", "of", "the", "river", "rose"], ["rose", "a", "river", "and", "bridge"], 1) == [
        Box(0, 5, 0, 5)
    ]


def test_common_seeds_are_left_out() -> None:
    """What a text says over and over tells nothing."""
    often = ["bridge", "river", "rose", "again"] * (TOO_COMMON + 1)
    assert seeds(often, ["bridge", "river", "rose", "again"], 1) == []


def test_characters_of_scripts_without_spaces() -> None:
    """Six in a row make a seed there."""
    assert seeds(list("奥拉河畔费尔马克"), list("在奥拉河畔费尔"), 2) == [Box(0, 6, 1, 7)]
    assert seeds(list("奥拉河畔费"), list("奥拉河畔费"), 2) == []
