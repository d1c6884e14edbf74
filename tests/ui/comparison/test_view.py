"""The comparison shows what reports share, level and lit, and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.comparison import Comparison, compare
from desktop_app.core.comparison.columns import anchors
from desktop_app.ui.comparison.comparing import oldest_first
from desktop_app.ui.comparison.view import ComparisonView, shares, wordings
from desktop_app.ui.theme import look

FILLER = "The council met for an hour and adjourned without a vote on anything at all. " * 6
OTHER = "Rain had been falling on the hills for a whole week, and the fields stood under water. " * 4
SHARED = "The gate of the upper lock broke away shortly before dawn and took the footbridge with it."
QUOTE = "“We will publish every inspection record that we hold,” the spokeswoman of the authority said."
ARABIC = "انكسرت بوابة القفل قبل الفجر بقليل وجرفت معها جسر المشاة إلى أسفل النهر"


def report(number: int, *paragraphs: str, published: str | None = None) -> ArchivedArticle:
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    article = Article("\n\n".join(paragraphs), tuple(parts), title=f"Report {number}", published=published)
    return ArchivedArticle(number, article, "0" * 64, f"{number}.txt", "2026-11-21", 9)


def three() -> list[ArchivedArticle]:
    return [
        report(1, SHARED, FILLER, QUOTE, published="2024-03-12"),
        report(2, OTHER, SHARED, "Nobody was hurt.", QUOTE, published="2024-03-13"),
        report(3, ARABIC, "Something else again.", QUOTE),
    ]


@pytest.fixture
def view(dressed, qtbot: QtBot) -> ComparisonView:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(1300, 700)
    articles = three()
    view.show_comparison(articles, compare([a.article for a in articles]))
    view.grab()
    view.columns.level()
    return view


def tops(view: ComparisonView, row: int) -> list[float]:
    spans = view.comparison.of("passages")[row].spans
    return [view.columns.columns[span.article].extent(span)[0] for span in spans]


def test_columns_stand_level_at_their_shared_passages(view: ComparisonView) -> None:
    """A passage is at one height in every column that has it, also beside an Arabic text."""
    rows = view.comparison.of("passages")
    assert [len(row.spans) for row in rows] == [2, 3]
    assert len(anchors(rows)) == 2
    for row in range(2):
        assert max(tops(view, row)) - min(tops(view, row)) < 2


def test_columns_stay_level_in_a_narrow_window(view: ComparisonView, qtbot: QtBot) -> None:
    """Resizing wraps the lines anew and levels them again."""
    view.resize(800, 500)
    view.grab()
    view.columns.level()
    assert max(tops(view, 1)) - min(tops(view, 1)) < 2


def test_columns_scroll_together(view: ComparisonView) -> None:
    """Scrolling one column moves all."""
    view.resize(900, 420)
    view.grab()
    view.columns.level()
    bars = [column.browser.verticalScrollBar() for column in view.columns.columns]
    bars[1].setValue(37)
    assert [bar.value() for bar in bars] == [37, 37, 37]
    assert len({bar.maximum() for bar in bars}) == 1


def test_the_table_gives_each_reports_wording(view: ComparisonView) -> None:
    """A row is one passage, a cell its wording in one report, a dash where it is not."""
    assert view.tabs.tabText(0) == "Shared passages 2"
    assert view.table.item(0, 2).text() == "—"
    assert "gate of the upper lock" in view.table.item(0, 0).text()
    assert view.table.item(1, 3).text() == "same wording"


def test_next_passage_goes_round(view: ComparisonView) -> None:
    """The keys lead through all passages and start again."""
    rows = []
    for _ in range(3):
        view.step(1)
        rows.append(view.table.currentRow())
    assert rows == [0, 1, 0]


def test_a_click_on_a_marked_sentence_chooses_its_row(view: ComparisonView) -> None:
    """From the text to the table: a mark leads to its row."""
    column = view.columns.columns[2]
    span = view.comparison.of("passages")[1].spans[2]
    column.clicked.emit(2, column.document.cursor(span.start, span.end).selectionStart() + 3)
    assert view.table.currentRow() == 1


def test_a_number_goes_to_its_column(view: ComparisonView, qtbot: QtBot) -> None:
    """Each column is one key away."""
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert view.focusWidget() is view.columns.columns[1].browser


def test_reports_that_share_nothing_say_so(dressed, qtbot: QtBot) -> None:
    """No passage is an answer too."""
    view = ComparisonView()
    qtbot.addWidget(view)
    articles = [report(1, FILLER), report(2, ARABIC)]
    view.show_comparison(articles, compare([a.article for a in articles]))
    assert not view.nothing.isHidden()
    assert view.legend.text() == "No wording shared"
    view.step(1)


def test_the_oldest_report_stands_first() -> None:
    """Columns go by date; undated reports are last."""
    articles = [report(1), report(2, published="2024"), report(3, published="2023-05")]
    assert [article.id for article in oldest_first(articles)] == [3, 2, 1]


def test_words_for_likeness_and_shares() -> None:
    """Same and different wording are told in words; the share is of the text that shares more."""
    articles = three()
    comparison = compare([a.article for a in articles])
    assert wordings(comparison.of("passages")[0], articles)[2] == ""
    assert comparison.of("passages")[1].mark == "same"
    half = Comparison((), {}, ((0.0, 0.5, 0.0), (0.25, 0.0, 0.0), (0.0, 0.0, 0.0)))
    assert shares(articles, half) == "Wording shared: Report 1 ↔ Report 2 50%"


def test_a_change_of_colours_reaches_the_table(view: ComparisonView, dressed) -> None:
    """Light cells on a dark page could not be read; the chosen row stays chosen."""
    view.go_to(1)
    look.apply(dressed, "dark")
    cell = view.table.item(0, 0).background().color()
    dark = look["shared"]
    look.apply(dressed, "light")
    assert cell == dark
    assert view.table.currentRow() == 1
