"""Comparisons are kept under a name, with their articles in order, a note, and what the user has seen."""

import pytest

from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.comparisons import SavedComparison
from desktop_app.core.errors import UserError


@pytest.fixture(autouse=True)
def _three_articles(add) -> None:
    for number in range(3):
        add(f"Report {number}", f"The river rose by {number} metres.")


def test_a_comparison_survives_a_restart(archive: Archive) -> None:
    """Name, note and the order of the columns are there the next day."""
    archive.comparisons.saving(SavedComparison("Flood", (3, 1), "who was first?")).do()
    with opened(archive.folder) as archive:
        (kept,) = archive.comparisons.all()
        assert (kept.name, kept.articles, kept.note) == ("Flood", (3, 1), "who was first?")
        assert archive.comparisons.named("Flood") == kept


def test_saving_and_removing_are_taken_back(archive: Archive) -> None:
    """Each is undone to what stood there, note and articles and all."""
    comparisons = archive.comparisons
    comparisons.saving(SavedComparison("Flood", (1, 2))).do()
    (first,) = comparisons.all()
    for change in (
        comparisons.saving(SavedComparison("Flood", (1, 2, 3), "more")),
        comparisons.removing("Flood"),
    ):
        change.do()
        assert comparisons.all() != [first]
        change.undo()
        assert comparisons.all() == [first]


def test_an_unknown_name_is_told(archive: Archive) -> None:
    """Asking for a comparison nobody saved says its name."""
    with pytest.raises(UserError, match="no comparison “Rain”"):
        archive.comparisons.named("Rain")


def test_articles_in_the_bin_are_left_out_until_they_come_back(archive: Archive) -> None:
    """Removing an import takes its articles out of a comparison, undoing it puts them back in their places."""
    archive.comparisons.saving(SavedComparison("Flood", (2, 1))).do()
    removal = archive.corrections.removal([1, 2])
    removal.do()
    assert archive.comparisons.named("Flood").articles == ()
    removal.undo()
    assert archive.comparisons.named("Flood").articles == (2, 1)


def test_what_the_user_was_told_of_is_remembered(archive: Archive) -> None:
    """An article of the same event is announced once."""
    archive.comparisons.saving(SavedComparison("Flood", (1, 2))).do()
    archive.comparisons.see("Flood", [3])
    assert archive.comparisons.named("Flood").seen == {3}
