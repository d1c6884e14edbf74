"""The comparison tells at a glance what differs, and every mark of it leads to its sentence, by keyboard too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import Comparison
from desktop_app.ui.comparison.matters import counts
from desktop_app.ui.comparison.view import HOW_TO_DECIDE, HOW_TO_LINK, NO_EVENTS, ComparisonView
from desktop_app.ui.theme import look


@pytest.fixture
def view(dressed, qtbot: QtBot, flood) -> ComparisonView:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.show()
    view.show_comparison(*flood)
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: view._sized)
    return view


def lit(view: ComparisonView, article: int) -> list[str]:
    """Return the words that are lit in a text."""
    accent = look["accent"].name()
    selections = view.columns.columns[article].browser.extraSelections()
    return [s.cursor.selectedText() for s in selections if s.format.underlineColor().name() == accent]


def labels(view: ComparisonView) -> list[str]:
    return [row.label for row in view.listed]


def test_a_comparison_opens_at_its_first_evidence(view: ComparisonView) -> None:
    """Figures first, those of several reports above those of one."""
    assert view.tabs.tab == "figures"
    assert labels(view) == ["people fled", "years the gate is old"]
    assert view.upper.currentWidget() is view.table


def test_a_row_lights_its_words_in_every_text(view: ComparisonView) -> None:
    """One key, and all texts show what they say of it."""
    view.step(1)
    assert lit(view, 0) == ["1,200 people"]
    assert lit(view, 1) == ["About 900 people"]
    assert lit(view, 2) == []
    assert view.details.why.text() == "Same thing: people."


def test_the_cells_stand_over_their_texts(view: ComparisonView, qtbot: QtBot) -> None:
    """Also after the window has another size, and after a text is hidden."""
    for width in (1300, 1000, 820):
        view.resize(width, 700)
        qtbot.waitUntil(lambda: view.table.columnViewportPosition(2) == view.texts.edges()[1][0])
        assert view.table.columnViewportPosition(3) == view.texts.edges()[2][0]
    view.columns.columns[0].hide()
    qtbot.waitUntil(lambda: view.table.isColumnHidden(1))


def test_rows_are_gone_through_round_the_end(view: ComparisonView) -> None:
    """Next after the last is the first, previous before the first is the last."""
    places = []
    for by in (1, 1, 1, -1):
        view.step(by)
        places.append(view.table.currentIndex().row())
    assert places == [0, 1, 0, 1]


def test_differences_are_gone_through_from_tab_to_tab(view: ComparisonView) -> None:
    """Figures, quotations, names, and round again; both ways."""
    places = []
    for by in (1, 1, 1, 1, -1):
        view.step_difference(by)
        places.append((view.tabs.tab, view.listed[view.table.currentIndex().row()].label))
    assert places == [
        ("figures", "people fled"),
        ("quotations", "We had no time"),
        ("names", "Vera Tal"),
        ("figures", "people fled"),
        ("names", "Vera Tal"),
    ]


def test_a_count_shows_its_rows_and_all_come_back(view: ComparisonView, flood) -> None:
    """The link of a count leads to a list of that length."""
    for count in counts(flood[1], view.rows)[1:5]:
        view.strip.wanted.emit(count)
        assert (view.tabs.tab, len(view.listed)) == (count.kind, count.number)
    view.strip.wanted.emit(counts(flood[1], view.rows)[2])
    assert labels(view) == ["people fled"]
    view.tabs.all_wanted.emit()
    assert len(view.listed) == 2


def test_the_mark_of_a_text_leads_to_its_row(view: ComparisonView) -> None:
    """From the text to the table, into another tab where needed."""
    span = view.comparison.of("quotations")[0].spans[1]
    view.texts.clicked.emit(span)
    assert view.tabs.tab == "quotations"
    assert view.table.currentIndex().row() == 0


def test_an_event_goes_to_its_words(view: ComparisonView) -> None:
    """The timeline is a way into the texts too; its step is the event."""
    view.go_to_tab("timeline")
    assert view.upper.currentWidget() is view.timeline
    assert view.details.why.text().startswith("Choose an event")
    view.step(1)
    assert lit(view, 0) == ["We had no time"]
    view.step(1)
    assert [lit(view, number) for number in range(3)] == [[], [], []]
    assert not view.details.accept.isVisible()


def test_an_empty_tab_says_so(view: ComparisonView, flood) -> None:
    """Nothing is an answer, in a sentence."""
    view.show_tab("passages")
    assert view.upper.currentWidget() is view.nothing
    assert "share no wording" in view.nothing.text()
    assert view.details.why.text() == ""
    view.step(1)
    view.step_difference(1)
    view.show_comparison(flood[0], Comparison((), {}, flood[1].shared_share))
    assert view.tabs.tab == "figures"
    assert view.upper.currentWidget() is view.nothing
    assert not view.head.next.isEnabled()
    view.show_tab("timeline")
    assert view.nothing.text() == NO_EVENTS


def test_the_users_word_is_told_of_the_chosen_rows(view: ComparisonView) -> None:
    """Accepting and rejecting need a row, and say so without one."""
    accepted, rejected = [], []
    view.word.accepted.connect(accepted.append)
    view.word.rejected.connect(rejected.append)
    view.decide(True)
    assert view.foot.says.toolTip() == HOW_TO_DECIDE
    view.step(1)
    view.decide(True)
    view.decide(False)
    assert accepted == rejected == [view.listed[0]]


def test_two_selected_sentences_are_linked(view: ComparisonView, qtbot: QtBot) -> None:
    """One selection is too few, and the way to do it is told."""
    spans = view.comparison.of("figures")[1].spans
    columns = view.columns.columns
    columns[0].browser.setTextCursor(columns[0].document.cursor(spans[0].start, spans[0].end))
    with qtbot.assertNotEmitted(view.word.link_wanted):
        view.link()
    assert view.foot.says.toolTip() == HOW_TO_LINK
    columns[1].browser.setTextCursor(columns[1].document.cursor(spans[1].start, spans[1].end))
    with qtbot.waitSignal(view.word.link_wanted) as told:
        view.link()
    assert told.args == list(spans)


def test_a_number_goes_to_its_text_but_not_out_of_a_field(view: ComparisonView, qtbot: QtBot) -> None:
    """Each text is one key away; who types a number types a number."""
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert view.focusWidget() is view.columns.columns[1].browser
    field = QLineEdit(view)
    field.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_3)
    assert field.text() == "3"
    assert view.focusWidget() is field


def test_going_to_a_row_lays_no_text_out_anew(view: ComparisonView) -> None:
    """It would take longer than a frame."""
    laid_out = []
    for column in view.columns.columns:
        column.browser.document().documentLayout().documentSizeChanged.connect(laid_out.append)
    edges = view.texts.edges()
    for _ in range(4):
        view.step(1)
        view.grab()
    assert laid_out == []
    assert view.texts.edges() == edges


def test_a_change_of_colours_keeps_the_row(view: ComparisonView, dressed) -> None:
    """The table is painted in the colours of the theme, and what was chosen stays so."""
    view.step(1)

    def ground() -> str:
        silent = view.table.visualRect(view.table.rows.index(0, 3))
        return view.table.viewport().grab(silent).toImage().pixelColor(2, 2).name()

    light = ground()
    look.apply(dressed, "dark")
    dark = ground()
    look.apply(dressed, "light")
    assert light == look["panel"].name() != dark
    assert view.table.currentIndex().row() == 0


def test_a_comparison_shown_anew_stays_at_its_row(view: ComparisonView, flood) -> None:
    """What the user has said is applied without leading them away."""
    view.go_to_tab("names")
    view.step(1)
    view.show_comparison(*flood)
    assert view.tabs.tab == "names"
    assert view.table.chosen() == [view.comparison.of("names")[0]]
    assert lit(view, 1) == ["Wera Tahl", "Ms Tahl"]


def test_every_control_says_what_it_is(view: ComparisonView) -> None:
    """A screen reader has a name, or words, for whatever can be clicked or take the keys."""
    controls = [
        widget
        for widget in view.findChildren(QWidget)
        if not widget.isHidden()
        and (isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]
    assert len(controls) > 12
    silent = [
        (type(widget).__name__, widget.objectName())
        for widget in controls
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert silent == []


def test_a_comparison_shown_anew_leaves_the_keys_where_they_are(view: ComparisonView, flood, qtbot: QtBot) -> None:
    """What was said of a row is shown a moment later, when the user may be in a text already."""
    view.texts.focus(1)
    browser = view.columns.columns[1].browser
    qtbot.waitUntil(browser.hasFocus)
    view.show_comparison(*flood)
    assert browser.hasFocus()
