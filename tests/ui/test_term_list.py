"""A list of terms is searched beside everything else, and its table leads to the articles."""

from pathlib import Path

import pytest

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.term_list import TermList
from desktop_app.ui.term_table import TermTable


@pytest.fixture
def terms(library: MainWindow, dialogs: list[str]) -> TermList:
    """Open the list of terms."""
    library.commands["search_list"].trigger()
    assert dialogs.pop() == "Search for a list of terms"
    return library.findChild(TermList)


def cells(model: TermTable) -> list[list[str]]:
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_terms_are_counted_and_lead_to_their_articles(library: MainWindow, terms: TermList, qtbot) -> None:
    """A row a term, a column a source; a number lists what it counts."""
    terms.terms.setPlainText("kestrel\nbakers\nzeppelin")
    terms.search_button.click()
    qtbot.waitUntil(lambda: terms.model.counts is not None)
    assert cells(terms.model) == [
        ["kestrel", "2", "–", "1", "1"],
        ["bakers", "1", "1", "–", "–"],
        ["zeppelin", "–", "–", "–", "–"],
    ]
    assert terms.says.text().startswith("2 of 3 terms found.")
    terms.table.activated.emit(terms.model.index(0, 3))
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 1)
    assert library.library.reader.article.article.source == "Orla Post"


def test_terms_come_from_a_file_and_the_counts_go_into_one(
    library: MainWindow, terms: TermList, qtbot, tmp_path: Path
) -> None:
    """CSV in and CSV out, with letters of every script."""
    (tmp_path / "terms.csv").write_text("kestrel,1\nالمرسى,2\n", encoding="utf-8")
    terms.read(tmp_path / "terms.csv")
    assert terms.terms.toPlainText() == "kestrel\nالمرسى"
    terms.search()
    qtbot.waitUntil(lambda: terms.model.counts is not None)
    terms.write(tmp_path / "counts.csv")
    written = (tmp_path / "counts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert written == ["Term,Articles,Orla Post,Velmark Courier", "kestrel,2,1,1", "المرسى,0,0,0"]
    assert terms.says.text() == "Written to counts.csv."
    terms.reject()


def test_what_cannot_be_read_is_said(library: MainWindow, terms: TermList, tmp_path, dialogs: list[str]) -> None:
    """A file that has gone is told in a sentence."""
    terms.read(tmp_path / "gone.csv")
    assert "“gone.csv” cannot be read" in dialogs.pop()
    terms.reject()


def test_the_table_keeps_qts_rules(qtmodeltester, dressed) -> None:
    """Qt's own checks of a model pass."""
    from desktop_app.core.search.batch import Batch, TermCount

    model = TermTable()
    model.show(Batch([TermCount("lock", 2, {"Orla Post": 2})], ["Orla Post"]))
    qtmodeltester.check(model)
