"""The reasons of a row are on demand, and the user's word on it is a click away."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.details import ALONE, NO_REASON, NOTHING, Details


@pytest.fixture
def details(dressed, qtbot: QtBot) -> Details:
    details = Details()
    qtbot.addWidget(details)
    details.lie(flat=False, width=220)
    return details


def test_the_reasons_are_told(details: Details, flood) -> None:
    """What a row rests on, in sentences; without a row, how to come to one."""
    assert details.why.text() == NOTHING
    assert not details._buttons.isVisibleTo(details)
    row = flood[1].of("figures")[1]
    details.show_row(replace(row, reasons=("Same thing: people.", "No other period.")))
    assert details.why.text() == "Same thing: people.\n\nNo other period."
    details.show_row(replace(row, reasons=()))
    assert details.why.text() == NO_REASON
    details.show_row(replace(row, mark="only-here", reasons=()))
    assert details.why.text() == ALONE
    details.show_row(None, "")
    assert details.why.text() == ""


def test_an_event_is_told_with_its_time(details: Details, flood) -> None:
    """Where it lies flat, there is no other place for it; nobody has to accept a date."""
    details.lie(flat=True, width=220)
    details.show_row(flood[1].of("figures")[1], "happened 12 Mar 2024", judged=False)
    assert details.why.text() == "happened 12 Mar 2024: people fled  ·  Same thing: people."
    assert not details._buttons.isVisibleTo(details)


def test_what_is_the_users_says_so(details: Details, flood) -> None:
    """A row the user has accepted is marked as theirs and cannot be accepted again."""
    details.show_row(replace(flood[1].of("figures")[1], by="user"))
    assert details._mark.text() == "differs · yours"
    assert not details.accept.isEnabled()
    assert details.reject.isEnabled()


def test_both_answers_are_told(details: Details, flood, qtbot: QtBot) -> None:
    """Accepting and rejecting are two things."""
    details.show_row(flood[1].of("figures")[1])
    answers = []
    details.decided.connect(answers.append)
    details.accept.click()
    details.reject.click()
    assert answers == [True, False]


@pytest.mark.parametrize("flat", [True, False])
def test_a_longer_reason_never_moves_the_texts(details: Details, flood, flat: bool) -> None:
    """Its room is fixed, so that going from row to row lays no text out anew."""
    details.lie(flat=flat, width=220)
    row = flood[1].of("figures")[1]
    sizes = set()
    for reasons in ((), ("Because. " * 80,)):
        details.show_row(replace(row, reasons=reasons))
        held = (
            (details.minimumHeight(), details.maximumHeight())
            if flat
            else (details.minimumWidth(), details.maximumWidth())
        )
        sizes.add(held)
    assert len(sizes) == 1
    assert len(set(sizes.pop())) == 1


def test_without_a_row_the_way_to_one_stands_at_the_top(details: Details, flood) -> None:
    """The lines of mark and label are for a row alone, and leave no gap without one."""
    details.show_row(flood[1].of("figures")[1])
    assert details._label.isVisibleTo(details)
    details.show_row(None, NOTHING)
    assert not details._label.isVisibleTo(details)
    assert not details._mark.isVisibleTo(details)
