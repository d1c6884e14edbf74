"""Help inside the window: how to search, the keys, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.paths import shipped
from desktop_app.ui.actions import COMMANDS

ABOUT = f"""# Second Source {__version__}

A desktop archive for news reports: keep them, find anything in them, lay reports of the same event side by
side, and hand on a PDF that can be quoted.

Everything stays on this computer. Free software under the Apache License 2.0; the file NOTICE names what it
is built from.
"""


def show_search(parent: QWidget) -> None:
    """Show how to search."""
    _show(parent, "How to search", (shipped("resources") / "help" / "search.md").read_text(encoding="utf-8"))


def show_keys(parent: QWidget) -> None:
    """Show every command with its key."""
    _show(parent, "Keyboard", keys())


def show_about(parent: QWidget) -> None:
    """Show what this program is."""
    _show(parent, "About Second Source", ABOUT)


def keys() -> str:
    """Return the table of commands with their keys, as Markdown."""
    lines = ["# Keyboard", "", "| Command | Key |", "|---|---|"]
    keyed = [command for command in COMMANDS if command.shortcut]
    lines += [f"| {command.text.replace('&', '').rstrip('…')} | {command.shortcut} |" for command in keyed]
    lines += [
        "| Go to a text of the comparison, counted from the left | 1 … 6 |",
        "| Go to the sentence of a cell; again: to the next one it counts | Return |",
        "| The menu of a row, a line or a text | Shift+F10 or the menu key |",
        "| Add the chosen articles to the comparison | Return |",
        "| Unfold reports that say the same, and fold them again | → and ← in the list |",
        "| Restrict to a line of the sidebar; to it as well; to all but it | Return; Ctrl+Space; Alt+Return |",
        "| Choose a span of dates above the list; take it back | Shift and arrows, Return; Del |",
        "| Earlier searches and titles under the search field | ↓ in the field |",
    ]
    return "\n".join(lines)


def _show(parent: QWidget, title: str, markdown: str) -> None:
    dialog = QDialog(parent)
    dialog.setObjectName("helpDialog")
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    text = QTextBrowser()
    text.setMarkdown(markdown)
    text.setOpenLinks(False)
    text.setFrameShape(QTextBrowser.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(text)
    layout.addWidget(buttons)
    dialog.resize(620, 620)
    dialog.open()
