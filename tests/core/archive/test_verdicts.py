"""What the user says of evidence is kept, overrides what was said before, and is taken back."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.verdicts import Place, Verdict

ONE, OTHER, THIRD = Place(1, 4, "40 boats"), Place(2, 9, "forty boats"), Place(3, 0, "a boat")


@pytest.fixture(autouse=True)
def _three_articles(add) -> None:
    for number in range(3):
        add(f"Report {number}", f"The river rose by {number} metres.")


def test_a_verdict_is_about_its_articles(archive: Archive) -> None:
    """A comparison hears what was said of its articles, and nothing of others."""
    pair = Verdict("figures", "accepted", ONE, OTHER)
    alone = Verdict("figures", "excluded", THIRD)
    archive.verdicts.saying([pair, alone], "Say").do()
    assert archive.verdicts.among([1, 2, 3]) == [pair, alone]
    assert archive.verdicts.among([1, 2]) == [pair]
    assert archive.verdicts.among([1, 3]) == [alone]


def test_the_last_word_counts(archive: Archive) -> None:
    """Rejecting what was accepted leaves one verdict, also when the places come the other way round."""
    archive.verdicts.saying([Verdict("figures", "accepted", ONE, OTHER)], "Accept").do()
    change = archive.verdicts.saying([Verdict("figures", "rejected", OTHER, ONE)], "Reject")
    change.do()
    assert [verdict.judgement for verdict in archive.verdicts.among([1, 2])] == ["rejected"]
    change.undo()
    assert [verdict.judgement for verdict in archive.verdicts.among([1, 2])] == ["accepted"]


def test_parted_names_stay_apart(archive: Archive) -> None:
    """Said twice is said once, and undoing takes back only what was new."""
    archive.verdicts.parting([("Volhova", "Volkova")], "Part").do()
    change = archive.verdicts.parting([("Volkova", "Volhova"), ("Vant", "Want")], "Part")
    change.do()
    assert archive.verdicts.apart() == [("Vant", "Want"), ("Volhova", "Volkova")]
    change.undo()
    assert archive.verdicts.apart() == [("Volhova", "Volkova")]
