"""The table of commands is whole: each can be run, found and reached by key."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.ui.actions import COMMANDS
from desktop_app.ui.help import keys
from desktop_app.ui.main_window import MainWindow


def test_every_command_has_a_handler(window: MainWindow) -> None:
    """No menu entry does nothing."""
    assert {command.id for command in COMMANDS} == set(window._handlers())


def test_no_key_means_two_things() -> None:
    """A key runs one command; only where one is never enabled with the other may two share a key."""
    used: dict[str, set[str]] = {}
    for command in COMMANDS:
        if command.shortcut:
            used.setdefault(QKeySequence(command.shortcut).toString(), set()).add(command.needs)
    keyed = [command for command in COMMANDS if command.shortcut]
    assert sum(map(len, used.values())) == len(keyed)
    assert {key: needs for key, needs in used.items() if len(needs) > 1} == {
        "Ctrl+S": {"searched", "comparison"},
        "J": {"article", "comparison"},
        "K": {"article", "comparison"},
    }


def test_no_menu_letter_twice(window: MainWindow) -> None:
    """Alt and a letter reach every entry of a menu."""
    for menu in window.menuBar().findChildren(QMenu):
        letters = [a.text()[a.text().index("&") + 1].lower() for a in menu.actions() if "&" in a.text()]
        assert len(letters) == len(set(letters)), menu.title()


def test_the_help_lists_every_key() -> None:
    """What the help says of keys is made from the table, so it is complete."""
    assert all(f"| {command.shortcut} |" in keys() for command in COMMANDS if command.shortcut)


def test_commands_without_their_object_are_greyed_out(window: MainWindow) -> None:
    """Without an article, nothing can be done to one."""
    assert not window.commands["export_pdf"].isEnabled()
    assert not window.commands["compare"].isEnabled()
    assert window.commands["import_files"].isEnabled()
