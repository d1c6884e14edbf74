"""Names the user says are one are listed, joined, parted and exchanged, and each step can be taken back."""

from pathlib import Path

import pytest

from desktop_app.ui.joined_names import JoinedNames
from desktop_app.ui.main_window import MainWindow


@pytest.fixture
def names(library: MainWindow, dialogs: list[str]) -> JoinedNames:
    """Open the list of names."""
    library.commands["joined_names"].trigger()
    assert dialogs.pop() == "Names that are one"
    return library.findChild(JoinedNames)


def groups(library: MainWindow) -> list[tuple[str, ...]]:
    assert library.session.archive is not None
    return library.session.archive.aliases.groups()


def test_names_are_joined_and_parted(library: MainWindow, names: JoinedNames) -> None:
    """Each step shows in the list at once, and Undo takes it back, here and in the menu."""
    names.field.setText("Omar Gasri, The Heron")
    names.add_button.click()
    assert groups(library) == [("Omar Gasri", "The Heron")]
    assert names.list.item(0).text() == "Omar Gasri · The Heron"
    names.list.setCurrentRow(0)
    names.part_button.click()
    assert groups(library) == []
    names.undo_button.click()
    assert names.list.count() == 1
    names.undo_button.click()
    assert groups(library) == []
    assert not names.undo_button.isEnabled()


def test_one_name_is_not_enough(library: MainWindow, names: JoinedNames) -> None:
    """What is missing is said, and what was typed stays."""
    names.field.setText("Gasri")
    names.add()
    assert names.says.text().startswith("Write at least two names")
    assert names.field.text() == "Gasri"
    assert groups(library) == []


def test_names_come_from_a_table_and_go_into_one(library: MainWindow, names: JoinedNames, tmp_path: Path) -> None:
    """With letters of every script, and in the form a spreadsheet reads."""
    (tmp_path / "names.csv").write_text("Gasri;الغصري\nPavel Orlan;Orlan the Elder\n", encoding="utf-8")
    names.read(tmp_path / "names.csv")
    assert groups(library) == [("Gasri", "الغصري"), ("Pavel Orlan", "Orlan the Elder")]
    assert names.says.text() == "Added 2 lines from names.csv."
    names.write(tmp_path / "out.csv")
    written = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert written == ["Gasri,الغصري", "Pavel Orlan,Orlan the Elder"]


def test_what_cannot_be_read_is_said(library: MainWindow, names: JoinedNames, tmp_path: Path) -> None:
    """A file that has gone, one without names and a place that is none are told in the dialog."""
    names.read(tmp_path / "gone.csv")
    assert "cannot be read" in names.says.text()
    (tmp_path / "one.csv").write_text("Gasri\n", encoding="utf-8")
    names.read(tmp_path / "one.csv")
    assert "two names" in names.says.text()
    names.write(tmp_path / "no" / "where.csv")
    assert "cannot be written" in names.says.text()


def test_a_search_hears_of_it(library: MainWindow, qtbot) -> None:
    """Names joined beside the results are one for the search at once."""
    library.top_bar.field.setText("name:Kestrel")
    qtbot.waitUntil(lambda: len(library.library.pane.notes.names) == 1)
    library.library.pane.notes.joining_wanted.emit(["Kestrel", "Bakers"])
    qtbot.waitUntil(lambda: library.library.model.rowCount() == 3)
    note = library.library.pane.notes.names[0]
    assert [box.text() for box in note.boxes.values()] == ["Bakers 1"]
    assert not note.ruled.isHidden()
