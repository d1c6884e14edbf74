"""Quotation marks of many countries enclose what they should, and stray marks enclose nothing."""

import pytest

from desktop_app.core.analysis.quotations.marks import marked


def between(text: str, *, opens_again: bool = False) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in marked(text, 0, len(text), opens_again=opens_again)]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” he said.",
        '"We stay," he said.',
        "«We stay,» he said.",
        "« We stay, » he said.",
        "»We stay,« he said.",
        "„We stay,“ he said.",
        "„We stay,” he said.",
        "”We stay,” he said.",
        "‘We stay,’ he said.",
        "'We stay,' he said.",
        "「We stay,」he said.",
        '“We stay," he said.',
    ],
)
def test_styles(text: str) -> None:
    """Every style of marks encloses the same words."""
    assert between(text) == ["We stay,"]


def test_marks_within_marks_belong_to_the_outer() -> None:
    """A quotation within a quotation is not a second one, whichever marks are within which."""
    assert between("“She said ‘no’ and left,” he said.") == ["She said ‘no’ and left,"]
    assert between("‘She said “no” and left,’ he said.") == ["She said “no” and left,"]


@pytest.mark.parametrize(
    "text",
    [
        "The town’s river isn’t the voters’ river.",
        "It was the '90s, and rock 'n' roll.",
        "He is 6' 2\" tall.",
        "They want the embargo lifted.”",
        "The river “",
        "'tis the season",
    ],
)
def test_apostrophes_and_stray_marks(text: str) -> None:
    """Apostrophes, inches and marks without a partner make no quotation."""
    assert between(text) == []


def test_apostrophes_within_single_marks() -> None:
    """The apostrophe of a plural does not end a quotation in single marks that goes on."""
    assert between("‘The voters’ will is clear,’ she said, and ‘we’re done’.") == [
        "The voters’ will is clear,",
        "we’re done",
    ]


def test_a_forgotten_mark_spoils_only_its_own_quotation() -> None:
    """Where a closing mark is missing, the next quotation is still found."""
    assert between('"We won, he said. "It was good," he said.') == ["It was good,"]
    assert between("“We won, he said. “It was good,” he said.") == ["It was good,"]


def test_a_quotation_runs_on_into_the_next_paragraph() -> None:
    """Without its last mark a quotation goes to the end of the paragraph only if that is what the text shows."""
    text = "He spoke. “The river took the bridge and the mill"
    assert between(text, opens_again=True) == ["The river took the bridge and the mill"]
    assert between(text) == []
    assert not marked(text, 0, len(text), opens_again=True)[0].closed
    assert between("He said: “The river took the bridge and the mill") == ["The river took the bridge and the mill"]


def test_only_the_paragraph_asked_for() -> None:
    """Positions count in the whole text, and marks outside the paragraph are not looked at."""
    text = "“One.” “Two.” “Three.”"
    assert [(one.start, one.end) for one in marked(text, 7, 13, opens_again=False)] == [(7, 13)]
