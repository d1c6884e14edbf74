"""The texts tell where they stand, and keep the reasons beside them where there is room."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison.rows import Span
from desktop_app.ui.comparison.texts import LABELS, Texts


@pytest.fixture
def texts(dressed, qtbot: QtBot, flood) -> Texts:
    texts = Texts()
    qtbot.addWidget(texts)
    texts.resize(1300, 400)
    texts.show_comparison(*flood)
    texts.show()
    qtbot.waitExposed(texts)
    return texts


def test_the_texts_stand_beside_the_labels_where_there_is_room(texts: Texts, qtbot: QtBot) -> None:
    """In a narrow window the texts get all of it."""
    assert texts.labels == LABELS
    assert texts.edges()[0][0] == LABELS
    with qtbot.waitSignal(texts.moved):
        texts.resize(700, 400)
    assert texts.labels == 0
    qtbot.waitUntil(lambda: texts.edges()[0][0] == 0)


def test_three_texts_in_a_small_window_get_all_of_it_at_once(dressed, qtbot: QtBot, flood) -> None:
    """Also when the texts come after the window."""
    texts = Texts()
    qtbot.addWidget(texts)
    texts.resize(820, 400)
    texts.show()
    texts.show_comparison(*flood)
    assert texts.labels == 0


def test_a_hidden_text_has_no_edge(texts: Texts, qtbot: QtBot) -> None:
    """What the user hides is told, so that its cells go too; the others move up by a key."""
    with qtbot.waitSignal(texts.moved):
        texts.columns.columns[0].hide()
    assert texts.edges()[0] is None
    texts.focus_place(0)
    assert texts.focusWidget() is texts.columns.columns[1].browser


def test_what_is_selected_is_told_by_its_place_in_the_article(texts: Texts) -> None:
    """Two selections are two sentences to link."""
    assert texts.selected() == []
    for number in (0, 2):
        column = texts.columns.columns[number]
        column.browser.setTextCursor(column.document.cursor(4, 15))
    assert texts.selected() == [Span(0, 4, 15), Span(2, 4, 15)]
