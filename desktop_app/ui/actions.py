"""Every command the window offers, in one table: menus, shortcuts, help and tests are made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True)
class Command:
    """One command; `needs` names the state of the window without which it is greyed out."""

    id: str
    menu: str
    text: str
    shortcut: str = ""
    needs: str = ""
    checkable: bool = False


COMMANDS = (
    Command("import_files", "&File", "Import &files…", "Ctrl+I"),
    Command("import_folder", "&File", "Import a fo&lder…", "Ctrl+Shift+I"),
    Command("watch_folder", "&File", "&Watch a folder…", needs="archive"),
    Command("new_archive", "&File", "&New archive…", "Ctrl+N"),
    Command("open_archive", "&File", "&Open archive…", "Ctrl+O"),
    Command("open_sample", "&File", "Explore the &sample archive"),
    Command("export_pdf", "&File", "&Export as PDF…", "Ctrl+E", needs="exportable"),
    Command("quit", "&File", "&Quit", "Ctrl+Q"),
    Command("undo", "&Edit", "&Undo", "Ctrl+Z", needs="undoable"),
    Command("redo", "&Edit", "&Redo", "Ctrl+Shift+Z", needs="redoable"),
    Command("select_all", "&Edit", "Select &all articles", "Ctrl+A", needs="articles"),
    Command("find", "&Edit", "&Search the archive", "Ctrl+F", needs="articles"),
    Command("find_in_article", "&Edit", "Search &in this article", "Ctrl+Shift+F", needs="reading"),
    Command("search_list", "&Edit", "Search for a &list of terms…", "Ctrl+Shift+L", needs="articles"),
    Command("save_search", "&Edit", "Sa&ve this search…", "Ctrl+S", needs="searched"),
    Command("forget_searches", "&Edit", "&Forget what was searched for", needs="archive"),
    Command("theme_system", "&View", "Colours of the &system"),
    Command("theme_light", "&View", "&Light colours"),
    Command("theme_dark", "&View", "&Dark colours"),
    Command("fold", "&View", "Fold reports that say the sa&me", needs="articles", checkable=True),
    Command("toggle_inspector", "&View", "&About this article", "Ctrl+B", needs="library"),
    Command("toggle_furniture", "&View", "Page &furniture", "Ctrl+U", needs="reading"),
    Command("show_attention", "&View", "&Needs attention", "Ctrl+Shift+A", needs="imported"),
    Command("show_report", "&View", "&Reports of all imports", "Ctrl+R", needs="imported"),
    Command("next_hit", "&Article", "&Next match", "F3", needs="hits"),
    Command("previous_hit", "&Article", "&Previous match", "Shift+F3", needs="hits"),
    Command("next_found", "&Article", "Ne&xt match, in any article", "J", needs="article"),
    Command("previous_found", "&Article", "Previo&us match, in any article", "K", needs="article"),
    Command("next_article", "&Article", "Next a&rticle", "Ctrl+Down", needs="article"),
    Command("previous_article", "&Article", "Previous ar&ticle", "Ctrl+Up", needs="article"),
    Command(
        "toggle_block", "&Article", "&Hide the block at the caret, or bring it back", "Ctrl+H", needs="reading"
    ),
    Command("open_original", "&Article", "&Open a copy of the original", "Ctrl+Return", needs="article"),
    Command("set_date", "&Article", "Set &date…", "Ctrl+T", needs="article"),
    Command("set_source", "&Article", "Set &source…", "Ctrl+Shift+S", needs="article"),
    Command("star", "&Article", "St&ar, or take the star away", "Ctrl+L", needs="article"),
    Command("tag", "&Article", "Ta&g…", "Ctrl+G", needs="article"),
    Command("edit_note", "&Article", "&Write a note", "Ctrl+M", needs="article"),
    Command("remove_articles", "&Article", "Re&move from the archive", "Del", needs="article"),
    Command("add_to_tray", "&Compare", "&Add to the comparison", "Ctrl+D", needs="article"),
    Command("compare_event", "&Compare", "Compare this &event", "Ctrl+Shift+E", needs="folded"),
    Command("compare", "&Compare", "&Compare side by side", "Ctrl+Shift+D", needs="comparable"),
    Command("add_report", "&Compare", "Add another report", "Ctrl+Shift+P", needs="comparison"),
    Command("save_comparison", "&Compare", "Sa&ve this comparison…", "Ctrl+S", needs="comparison"),
    Command("scroll_together", "&Compare", "Sc&roll together, or each text by itself", "G", needs="comparison"),
    Command("shade_alone", "&Compare", "Shade what &only one report says", "O", needs="comparison"),
    Command("next_row", "&Compare", "&Next row", "J", needs="comparison"),
    Command("previous_row", "&Compare", "&Previous row", "K", needs="comparison"),
    Command("next_difference", "&Compare", "Next &difference", "Shift+J", needs="comparison"),
    Command("previous_difference", "&Compare", "Previous di&fference", "Shift+K", needs="comparison"),
    Command("show_figures", "&Compare", "F&igures", "F", needs="comparison"),
    Command("show_quotations", "&Compare", "&Quotations", "Q", needs="comparison"),
    Command("show_names", "&Compare", "Na&mes", "N", needs="comparison"),
    Command("show_passages", "&Compare", "Shared passage&s", "P", needs="comparison"),
    Command("show_statements", "&Compare", "Sta&tements", "S", needs="comparison"),
    Command("show_timeline", "&Compare", "Time&line", "T", needs="comparison"),
    Command("accept_row", "&Compare", "Accept this ro&w", "Y", needs="comparison"),
    Command("reject_row", "&Compare", "Re&ject this row", "Shift+N", needs="comparison"),
    Command("link_sentences", "&Compare", "Lin&k two selected sentences", "L", needs="comparison"),
    Command("next_change", "&Compare", "Next c&hange of words", "Alt+Down", needs="words"),
    Command("previous_change", "&Compare", "Previous chan&ge of words", "Alt+Up", needs="words"),
    Command("back", "&Compare", "&Back to the library", "Esc", needs="elsewhere"),
    Command("joined_names", "&Tools", "&Names that are one…", needs="archive"),
    Command("help_search", "&Help", "How to &search", "F1"),
    Command("help_keys", "&Help", "&Keyboard", "Ctrl+F1"),
    Command("about", "&Help", "&About Second Source"),
)
BEGINS_GROUP = {
    "new_archive",
    "export_pdf",
    "quit",
    "find",
    "save_search",
    "fold",
    "toggle_inspector",
    "show_attention",
    "next_article",
    "toggle_block",
    "open_original",
    "set_date",
    "star",
    "next_row",
    "show_figures",
    "accept_row",
    "next_change",
    "back",
    "about",
}


class Commands(QObject):
    """The actions made from the table, found by their ids."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._handlers = handlers
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            action = QAction(command.text, window)
            action.setObjectName(command.id)
            action.setCheckable(command.checkable)
            action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(self._run)
            if command.menu not in self._menus:
                self._menus[command.menu] = window.menuBar().addMenu(command.menu)
            if command.id in BEGINS_GROUP:
                self._menus[command.menu].addSeparator()
            self._menus[command.menu].addAction(action)
            self._actions[command.id] = action

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def menu(self, name: str) -> QMenu:
        """Return a menu by its text."""
        return self._menus[name]

    def enable(self, state: set[str]) -> None:
        """Grey out what the window's state does not allow."""
        for command in COMMANDS:
            self._actions[command.id].setEnabled(not command.needs or command.needs in state)

    @Slot()
    def _run(self) -> None:
        self._handlers[self.sender().objectName()]()
