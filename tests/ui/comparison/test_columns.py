"""The texts of a comparison go to what is chosen, together or each for itself, and can be arranged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.comparison import Comparison, compare
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.ui.comparison.column import made
from desktop_app.ui.comparison.columns import Columns
from desktop_app.ui.comparison.marking import _faint
from desktop_app.ui.theme import look

SHARED = "The gate of the upper lock broke away shortly before dawn and took the footbridge with it."
FIGURE = "Some 1,200 people left their homes."


def filler(*numbers: int) -> str:
    """Return a paragraph that no other shares a word with."""
    return " ".join(f"word{number}" for start in numbers for number in range(start, start + 90))


@pytest.fixture
def columns(dressed, qtbot: QtBot, report) -> Columns:
    articles = [
        report(1, SHARED, filler(1000), FIGURE, filler(2000, 3000), published="2024-03-12"),
        report(2, filler(4000), SHARED, filler(5000, 6000), FIGURE, filler(7000, 8000), published="2024-03-13"),
        report(3, FIGURE, filler(9000), filler(10000, 11000, 12000)),
    ]
    figures = tuple((_place(n, a.article.text, "1,200 people"),) for n, a in enumerate(articles))
    found = compare([a.article for a in articles])
    alone = _place(2, articles[2].article.text, filler(9000))
    comparison = replace(
        found, rows={**found.rows, "figures": (Row("people", "differs", figures),)}, only_here=(alone,)
    )
    columns = Columns(list(made(articles)))
    qtbot.addWidget(columns)
    columns.resize(1000, 500)
    columns.show()
    qtbot.waitExposed(columns)
    columns.show_comparison(comparison)
    columns.grab()
    columns.level()
    return columns


def _place(article: int, text: str, words: str) -> Span:
    return Span(article, text.index(words), text.index(words) + len(words))


def seen_at(columns: Columns, row: Row) -> list[float]:
    """Return how far below the top of its column each text has the row."""
    tops = []
    for span in row.spans:
        column = columns.columns[span.article]
        tops.append(column.extent(span)[0] - column.browser.verticalScrollBar().value())
    return tops


def values(columns: Columns) -> list[int]:
    return [column.browser.verticalScrollBar().value() for column in columns.columns]


def test_marks_take_no_room_from_the_texts(dressed, qtbot: QtBot, report) -> None:
    """The overview is as wide without marks as with them: else the lines would be set anew when they are found."""
    articles = [report(number, SHARED, filler(1000 * number)) for number in (1, 2, 3)]
    columns = Columns(list(made(articles)))
    qtbot.addWidget(columns)
    columns.resize(1000, 500)
    columns.show()
    qtbot.waitExposed(columns)
    before = columns.overview.width()
    columns.show_comparison(compare([a.article for a in articles]))
    assert columns.overview.width() == before


def test_every_column_goes_to_its_own_sentence(columns: Columns) -> None:
    """A matter that stands at different heights in the texts is seen in all of them at once, at one height."""
    (row,) = columns.comparison.of("figures")
    columns.go_to(row)
    tops = seen_at(columns, row)
    assert max(tops) - min(tops) < 2  # the third text begins with it: the others come up to there
    assert all(0 <= top < columns.columns[0].browser.viewport().height() for top in tops)
    marks = [column.browser.extraSelections() for column in columns.columns]
    assert [selections[-1].cursor.selectedText() for selections in marks] == ["1,200 people"] * 3


def test_texts_levelled_anew_go_to_the_chosen_row_again(columns: Columns, qtbot: QtBot) -> None:
    """A window made narrower or wider has the chosen row level in all texts, as when it was chosen."""
    (row,) = columns.comparison.of("figures")
    columns.go_to(row)
    for width in (620, 1300, 1000):
        columns.resize(width, 500)
        qtbot.waitUntil(lambda: not columns._settling.isActive())
        tops = seen_at(columns, row)
        assert max(tops) - min(tops) < 2, width
        assert all(0 <= top < columns.columns[0].browser.viewport().height() for top in tops), width


def test_texts_levelled_anew_stay_where_the_user_has_scrolled(columns: Columns, qtbot: QtBot) -> None:
    """Who has read on from the chosen row is not taken back to it by a change of the window."""
    columns.go_to(columns.comparison.of("figures")[0])
    bar = columns.columns[0].browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    columns.resize(1000, 480)
    qtbot.waitUntil(lambda: not columns._settling.isActive())
    assert bar.value() >= bar.maximum() - 20


def test_columns_that_were_moved_apart_scroll_on_from_there(columns: Columns) -> None:
    """After a row was lit, scrolling moves all texts by the same way."""
    columns.go_to(columns.comparison.of("figures")[0])
    before = values(columns)
    columns.columns[0].browser.verticalScrollBar().setValue(before[0] + 25)
    assert [after - value for after, value in zip(values(columns)[:2], before[:2], strict=True)] == [25, 25]


def test_one_key_lets_each_column_go_by_itself(columns: Columns) -> None:
    """Switched off, scrolling moves one text only; switched on, all stand level again."""
    columns.scroll_together(together=False)
    columns.columns[1].browser.verticalScrollBar().setValue(60)
    assert values(columns) == [0, 60, 0]
    columns.scroll_together(together=True)
    assert len(set(values(columns))) == 1


def test_a_click_on_a_mark_tells_which(columns: Columns) -> None:
    """Of marks that lie over each other the shortest is meant."""
    heard: list[Span] = []
    columns.clicked.connect(heard.append)
    span = columns.comparison.of("figures")[0].spans[1]
    column = columns.columns[1]
    column.clicked.emit(1, column.document.cursor(span.start, span.end).selectionStart() + 2)
    assert heard == [span]
    column.clicked.emit(1, 0)
    assert heard == [span]


def test_marks_say_what_they_mean_by_colour_and_by_line(columns: Columns) -> None:
    """Shared wording and differing figures are underlined, what only one report has is shaded."""
    marks = columns.columns[2].browser.extraSelections()
    shades = {mark.format.background().color().name(): mark.format.fontUnderline() for mark in marks}
    assert shades == {_faint(look["only"]).name(): False, look.name("differs"): True}
    columns.shade(shaded=False)
    assert len(columns.columns[2].browser.extraSelections()) == len(marks) - 1


def test_marks_come_into_sight_with_their_words(columns: Columns) -> None:
    """What is far away is marked once one has scrolled there, by whichever way."""
    column = columns.columns[0]
    figure = columns.comparison.of("figures")[0].spans[0]

    def marked() -> set[str]:
        return {mark.cursor.selectedText() for mark in column.browser.extraSelections()}

    columns.resize(1000, 200)
    columns.level()
    assert SHARED in marked()
    columns.overview.wanted.emit(1.0)
    assert SHARED not in marked()
    columns.scroll_together(together=False)
    column.browser.verticalScrollBar().setValue(round(column.extent(figure)[0]))
    assert "1,200 people" in marked()


def test_many_marks_are_surveyed_in_slices(columns: Columns, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """The overview of texts with very many marks comes later, and is then the same."""
    qtbot.waitUntil(lambda: not columns._settling.isActive())
    columns.level()
    whole = columns.overview.grab().toImage()
    monkeypatch.setattr("desktop_app.ui.comparison.columns.SLICE", 0.0)
    columns.shade(shaded=False)
    assert columns.overview.grab().toImage() == whole
    qtbot.waitUntil(lambda: columns.overview.grab().toImage() != whole)
    columns.shade(shaded=True)
    qtbot.waitUntil(lambda: columns.overview.grab().toImage() == whole)


def test_the_overview_leads_anywhere(columns: Columns, qtbot: QtBot) -> None:
    """Pressing at the end of the overview brings the end of the texts."""
    columns.overview.wanted.emit(1.0)
    bars = [column.browser.verticalScrollBar() for column in columns.columns]
    assert [bar.value() for bar in bars] == [bar.maximum() for bar in bars]
    qtbot.mousePress(columns.overview, Qt.MouseButton.LeftButton, pos=QPoint(4, columns.columns[0].head.height()))
    assert values(columns) == [0, 0, 0]


def test_undated_reports_ask_for_their_date(columns: Columns, qtbot: QtBot) -> None:
    """“Date unknown” is a button that says which report it stands on."""
    with qtbot.waitSignal(columns.date_wanted) as asked:
        columns.columns[2].head.date_wanted.emit()
    assert asked.args == [2]


def test_a_comparison_without_rows_is_still_shown(dressed, qtbot: QtBot, report) -> None:
    """Empty texts and nothing in common are no reason to fail."""
    columns = Columns(list(made([report(1, "Rain."), report(2)])))
    qtbot.addWidget(columns)
    columns.show_comparison(Comparison())
    columns.go_to(Row("nothing", "only-here", ((), ())))
    assert len(columns.shown) == 2


def test_low_columns_leave_their_room_to_the_texts(columns: Columns, qtbot: QtBot) -> None:
    """Where there is little height a head takes two lines, and what is cut stands under the mouse."""
    columns.resize(600, 260)
    head = columns.columns[0].head
    qtbot.waitUntil(lambda: head.height() <= 62)
    qtbot.waitUntil(lambda: columns.columns[0].browser.height() > 180)
    columns.resize(600, 700)
    assert all(not label.toolTip() for label in head._labels)


def test_a_text_that_takes_the_keys_has_its_caret_in_sight(columns: Columns, qtbot: QtBot) -> None:
    """Who selects by keyboard begins at what is lit, and the text does not jump to its beginning."""
    columns.go_to(columns.comparison.of("figures")[0])
    column = columns.columns[1]
    before = column.browser.verticalScrollBar().value()
    assert before > 0
    column.take_keys()
    assert column.browser.verticalScrollBar().value() == before
    qtbot.keyClick(column.browser, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert column.browser.textCursor().selectedText().startswith("1,200")
