"""Dates and sources are set for several articles at once, in one step that Undo takes back."""

import pytest
from PySide6.QtWidgets import QDialog

from desktop_app.ui.bulk import SetField
from desktop_app.ui.main_window import MainWindow


def asked(window: MainWindow, command: str, dialogs: list[str]) -> tuple[SetField, str]:
    window.library.results.setFocus()
    window.commands["select_all"].trigger()
    window.commands[command].trigger()
    return window.findChild(QDialog, "setField"), dialogs.pop()


def test_a_date_is_set_for_all_that_are_chosen(library: MainWindow, dialogs: list[str]) -> None:
    """Select all, one date, one Undo."""
    dialog, title = asked(library, "set_date", dialogs)
    assert title == "Date of 3 articles"
    dialog.field.setText("June 2016")
    dialog.accept()
    articles = library.session.archive.articles
    assert [articles.get(id_).article.published for id_ in (1, 2, 3)] == ["2016-06"] * 3
    assert "3 articles: Jun 2016" in library.status.said.text()
    library.commands["undo"].trigger()
    assert [articles.get(id_).article.published for id_ in (1, 2, 3)] == ["2024-03-12", "2024-03-13", None]


def test_an_unclear_date_is_asked_about_in_the_dialog(library: MainWindow, dialogs: list[str]) -> None:
    """03/04/2024 sets nothing; the dialog stays and says why."""
    dialog, _ = asked(library, "set_date", dialogs)
    dialog.field.setText("03/04/2024")
    dialog.accept()
    assert "is not a clear date" in dialog.says.text()
    assert library.session.archive.articles.get(1).article.published == "2024-03-12"
    dialog.reject()


def test_a_source_is_chosen_from_those_known(library: MainWindow, dialogs: list[str]) -> None:
    """The sources of the archive are offered, so that one outlet does not become two."""
    dialog, title = asked(library, "set_source", dialogs)
    assert title == "Source of 3 articles"
    offered = [dialog.field.itemText(n) for n in range(dialog.field.count())]
    assert offered == ["", "Orla Post", "Velmark Courier"]
    dialog.field.setEditText("  Harbour   Wire ")
    dialog.accept()
    assert library.session.archive.articles.sources() == [("Harbour Wire", 3)]


@pytest.mark.parametrize("rows", [[0], [0, 2]])
def test_articles_are_removed_and_brought_back(library: MainWindow, qtbot, rows: list[int]) -> None:
    """Delete puts what is chosen into the bin, Undo takes it out again."""
    results = library.library.results
    results.clearSelection()
    for row in rows:
        results.selectionModel().select(
            results.model().index(row, 0), results.selectionModel().SelectionFlag.Select
        )
    library.commands["remove_articles"].trigger()
    assert library.session.archive.articles.count() == 3 - len(rows)
    assert "Undo" in library.status.said.text()
    library.commands["undo"].trigger()
    assert library.session.archive.articles.count() == 3


def test_the_list_has_a_menu_of_its_own(library: MainWindow) -> None:
    """What can be done to articles stands in their context menu."""
    offered = [action.objectName() for action in library.library.results.actions()]
    assert offered == [
        "add_to_tray", "compare_event", "star", "tag", "open_original", "set_date", "set_source", "remove_articles",
    ]  # fmt: skip
