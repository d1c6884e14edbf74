"""An empty kind of evidence says why it is empty."""

from desktop_app.ui.comparison.kinds import KINDS, WITHOUT_CAPITALS, nothing_in


def test_names_that_are_not_looked_for_are_said_to_be_so(flood, report) -> None:
    """In a script without capitals an empty list of names does not mean that nobody is named."""
    told = nothing_in("names", flood[0])
    assert nothing_in("names", [*flood[0], report(4, "قال العمدة إن السد انهار")]) == f"{told} {WITHOUT_CAPITALS}"
    assert WITHOUT_CAPITALS not in told
    assert nothing_in("figures", [report(4, "قال العمدة")]) == KINDS["figures"].nothing
