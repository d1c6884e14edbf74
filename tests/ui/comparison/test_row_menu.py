"""Every entry of a row's menu says one thing, and says it to the right ear."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.comparison.row_menu import Place, entries, row_menu
from desktop_app.ui.comparison.user_word import UserWord


def run(place: Place, word: UserWord, beginning: str) -> None:
    """Choose the entry that begins so."""
    next(entry[1] for entry in entries(place, word) if entry and entry[0].startswith(beginning))()


@pytest.fixture
def word(dressed) -> UserWord:
    return UserWord()


def test_a_row_is_accepted_or_rejected(flood, word: UserWord, qtbot: QtBot) -> None:
    """Both tell the row."""
    articles, comparison = flood
    row = comparison.of("figures")[1]
    place = Place([row], "figures", 0, articles)
    for beginning, signal in (("Accept", word.accepted), ("Reject", word.rejected)):
        with qtbot.waitSignal(signal) as told:
            run(place, word, beginning)
        assert told.args == [row]


def test_what_is_accepted_is_not_offered_to_be_accepted(flood, word: UserWord) -> None:
    """A menu offers what changes something."""
    articles, comparison = flood
    row = replace(comparison.of("figures")[1], by="user")
    texts = [entry[0] for entry in entries(Place([row], "figures", -1, articles), word) if entry]
    assert len(texts) == 1
    assert texts[0].startswith("Reject")


def test_a_figure_is_left_out_by_its_cell(flood, word: UserWord, qtbot: QtBot) -> None:
    """The figure of that report is told, not that of another."""
    articles, comparison = flood
    row = comparison.of("figures")[1]
    with qtbot.waitSignal(word.figure_excluded) as told:
        run(Place([row], "figures", 1, articles), word, "Leave out “About 900 people”")
    assert told.args == [row, row.cells[1][0]]


def test_a_spelling_is_parted_from_a_name(flood, word: UserWord, qtbot: QtBot) -> None:
    """Each spelling of the cell can be somebody else."""
    articles, comparison = flood
    row = comparison.of("names")[0]
    with qtbot.waitSignal(word.part_wanted) as told:
        run(Place([row], "names", 1, articles), word, "Part “Ms Tahl”")
    assert told.args == [row, "Ms Tahl"]


def test_chosen_names_are_joined(flood, word: UserWord, qtbot: QtBot) -> None:
    """Two rows or more are one person; one row alone cannot be joined."""
    articles, comparison = flood
    row = comparison.of("names")[0]
    other = replace(row, label="Tal")
    with qtbot.waitSignal(word.join_wanted) as told:
        run(Place([row, other], "names", 0, articles), word, "Join the 2 chosen names")
    assert told.args == [(row, other)]
    assert not any(
        entry and entry[1] and entry[0].startswith("Join")
        for entry in entries(Place([row], "names", 0, articles), word)
    )


def test_the_menu_has_all_entries(flood, word: UserWord, qtbot: QtBot) -> None:
    """What is offered can be seen."""
    articles, comparison = flood
    parent = QWidget()
    qtbot.addWidget(parent)
    place = Place(comparison.of("figures")[1:], "figures", 0, articles)
    actions = row_menu(place, word, parent).actions()
    assert [action.isSeparator() for action in actions] == [False, False, True, False]
