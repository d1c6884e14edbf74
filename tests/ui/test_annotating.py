"""Stars, tags and notes are put on the article being read or on all that are chosen, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QToolButton

from desktop_app.ui.main_window import MainWindow


def test_a_star_is_given_and_taken_away(library: MainWindow) -> None:
    """The button says in words and shape whether there is one; Undo takes it back."""
    notes, id_ = library.session.archive.notes, library.library.reader.article.id
    star = library.findChild(QToolButton, "toolStar")
    library.commands["star"].trigger()
    assert notes.starred(id_)
    assert star.isChecked()
    assert star.accessibleName().startswith("Starred")
    library.commands["star"].trigger()
    assert not notes.starred(id_)
    library.commands["undo"].trigger()
    assert star.isChecked()


def test_tags_are_put_on_and_taken_off_in_the_inspector(library: MainWindow, qtbot) -> None:
    """By keyboard alone; the chip takes off, and the sidebar counts."""
    tags = library.library.inspector.tags
    qtbot.keyClicks(tags.field, "  flood  night ")
    qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    id_ = library.library.reader.article.id
    assert library.session.archive.tags.of(id_) == ["flood night"]
    qtbot.waitUntil(lambda: any(line.text == "flood night" for line in library.library.sidebar.lines))
    (chip,) = [chip for chip in tags.findChildren(QToolButton) if chip.isVisible()]
    assert chip.accessibleName() == "Take off the tag flood night"
    chip.click()
    assert library.session.archive.tags.of(id_) == []


def test_all_that_are_chosen_are_tagged_in_one_step(library: MainWindow, dialogs: list[str]) -> None:
    """One dialog, one Undo."""
    library.commands["select_all"].trigger()
    library.commands["tag"].trigger()
    assert dialogs.pop() == "Tag 3 articles"
    dialog = library.findChild(QDialog, "setField")
    dialog.field.setCurrentText("flood")
    dialog.accept()
    assert library.session.archive.tags.all() == [("flood", 3)]
    library.commands["undo"].trigger()
    assert library.session.archive.tags.all() == []


def test_a_note_is_kept_when_one_goes_elsewhere(library: MainWindow, qtbot) -> None:
    """Also when the next article is read; what is being written is not disturbed by anything that happens."""
    library.activateWindow()
    note, id_ = library.library.inspector.note, library.library.reader.article.id
    library.commands["edit_note"].trigger()
    assert library.focusWidget() is note
    qtbot.keyClicks(note, "Ask the mayor.")
    library.session.changed.emit()
    assert note.toPlainText() == "Ask the mayor."
    library.commands["next_article"].trigger()
    assert library.session.archive.notes.of(id_) == "Ask the mayor."
    assert note.toPlainText() == ""
    library.commands["undo"].trigger()
    assert library.session.archive.notes.of(id_) == ""
