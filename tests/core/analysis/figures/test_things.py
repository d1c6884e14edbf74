"""What is counted stands behind a figure, or before it where a verb leads there."""

from typing import Any

import pytest

from desktop_app.core.analysis.figures.amounts import amounts
from desktop_app.core.analysis.figures.things import Thing, is_plural, thing_of, thing_of_part
from desktop_app.core.analysis.figures.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The guard counted 11 river boats there.", "river boats"),
        ("More than 85 per cent of the boats sank.", "boats"),
        ("It lies 60 kilometres from Velmark.", "from Velmark"),
        ("The death toll rose to 43.", "death toll"),
        ("It rose to 43.", None),
        ("Mills were 2.8 percent stronger.", "Mills"),
        ("It bought 7 percent of Orla's.", None),
        ("They found eight ABC's there.", "ABC's"),
        ("The gap was 20 points tighter.", "gap"),
        ("Orla shares fell 10 percent early on Friday.", "Orla shares"),
        ("They hope to post sales of $3 million.", "sales"),
        ("The mill employs 4,000 in Velmark.", None),
        ("They said half the group didn't come.", "group"),
        ("It was near 10 percent previously.", None),
        ("It ends within two weeks of leaving Velmark.", None),
        ("The rise was the largest in 13 years.", None),
        ("It came at the end of two months.", None),
        ("They bid jointly for the mill for $5 million.", None),
        ("Estimated to hit a record of $5 million.", None),
        ("The three-hour storm early on Sunday.", "storm"),
    ],
)
def test_the_thing(read: Any, text: str, thing: str | None) -> None:
    """It is given in the words of the text."""
    reading = read(text)
    (amount,) = amounts(reading)
    found = thing_of(reading, amount, None)
    assert (found.words if found else None) == thing


def test_a_thing_behind_the_figure_has_an_end(read: Any) -> None:
    """The figure reaches so far; one that stands before it has none."""
    text = "The guard counted 11 river boats there."
    (amount,) = amounts(read(text))
    found = thing_of(read(text), amount, None)
    assert found is not None
    assert text[: found.end].endswith("11 river boats")


def test_a_figure_goes_on_from_the_one_before(read: Any) -> None:
    """“rose to 43 from 12” is of one thing."""
    reading = read("It fell to 12.")
    (amount,) = amounts(reading)
    assert thing_of(reading, amount, Thing("death toll")) == Thing("death toll")


def test_a_part_is_of_its_whole(read: Any) -> None:
    """“a third of the 20 boats” are boats."""
    reading = read("A third of the 20 boats sank.")
    part, whole = amounts(reading)
    assert thing_of_part(reading, part, whole) == Thing("boats")
    assert thing_of_part(reading, whole, part) is None


@pytest.mark.parametrize(("word", "plural"), [("boats", True), ("men", True), ("US", False), ("glass", False)])
def test_plurals(word: str, plural: bool) -> None:
    """Plurals are told by their form."""
    assert is_plural(word, vocabulary("en")) == plural
