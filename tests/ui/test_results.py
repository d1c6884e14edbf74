"""The list stays quick at any length, and says everything to a screen reader."""

from array import array
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_app.core.article import Summary
from desktop_app.ui.results import ResultsModel, ResultsView
from desktop_app.ui.row_painter import DIVIDER, Row
from desktop_app.ui.snippets import PAGE


def rows(ids):
    return [
        Row(Summary(i, f"Title {i}", "Orla Post", "2024", 10, "f"), [("a ", False), ("hit", True)]) for i in ids
    ]


def test_the_model_keeps_qts_rules(qtmodeltester, dressed) -> None:
    """Qt's own checks of a model pass."""
    model = ResultsModel(rows)
    model.show(array("q", range(50)))
    qtmodeltester.check(model)


def test_only_pages_in_view_are_read(dressed, qtbot) -> None:
    """A million articles cost one page of reading."""
    read: list[int] = []

    def note(ids):
        read.extend(ids)
        return rows(ids)

    view = ResultsView(ResultsModel(note))
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show_ids(array("q", range(1_000_000)), None)
    view.grab()
    assert 0 < len(read) <= 3 * PAGE


def test_a_screen_reader_hears_the_whole_row(dressed) -> None:
    """Title, source, date and snippet are read out."""
    model = ResultsModel(rows)
    model.show(array("q", [7]))
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Title 7. Orla Post · 2024 · 10 words. a hit"


def test_the_article_being_read_stays_chosen(dressed, qtbot) -> None:
    """A search that still finds the article does not throw the reader elsewhere."""
    view = ResultsView(ResultsModel(rows))
    qtbot.addWidget(view)
    view.show_ids(array("q", [1, 2, 3]), None)
    view.go_to(2)
    view.show_ids(array("q", [9, 3, 1]), 3)
    assert view.currentIndex().row() == 1
    view.show_ids(array("q", [9, 8]), 3)
    assert view.currentIndex().row() == 0


def test_a_snippet_that_comes_later_is_shown(dressed, qtbot) -> None:
    """A row is there before its snippet is read, and takes it when it comes."""
    model = ResultsModel(lambda ids: [replace(row, snippet=()) for row in rows(ids)])
    model.show(array("q", range(PAGE + 5)))
    assert model.row(PAGE + 1).snippet == ()
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.add_snippets({PAGE + 1: [("later", False)], 999: [("elsewhere", False)]})
    assert model.row(PAGE + 1).snippet == [("later", False)]
    assert changed.args[0].row() <= PAGE + 1 <= changed.args[1].row() < model.rowCount()


def test_an_article_that_has_gone_leaves_an_empty_row(dressed) -> None:
    """A row whose article was removed meanwhile is blank, not a crash."""
    model = ResultsModel(lambda _ids: [])
    model.show(array("q", [1]))
    assert model.data(model.index(0, 0)) is None


def test_a_line_stands_above_those_that_lack_some_of_the_words(dressed, qtbot) -> None:
    """It makes room in its row, is said to a screen reader, and goes with its search and with what is unfolded."""
    view = ResultsView(ResultsModel(rows))
    qtbot.addWidget(view)
    view.resize(400, 900)
    view.show_ids(array("q", [1, 2, 3]), None, {1: [8, 9]}, lacking=3)
    plain = view.rowHeight(0)
    assert [view.rowHeight(row) for row in range(3)] == [plain, plain, plain + DIVIDER]
    model = view.model()
    said = model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("These lack some of the words, from here on. Title 3")
    view.step(1)
    view.step(1)
    assert view.chosen_ids() == [3]
    model.toggle(0)
    assert [view.rowHeight(row) for row in range(5)] == [plain] * 4 + [plain + DIVIDER]
    view.grab()
    view.show_ids(array("q", [1, 2, 3]), None)
    assert {view.rowHeight(row) for row in range(3)} == {plain}
    assert not model.row(2).lacking
