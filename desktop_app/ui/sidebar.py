"""The left side: parts of the archive, facets with counts that follow the search, and saved searches."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from desktop_app.core.article import Facet, Selection
from desktop_app.ui.sidebar_lines import (
    Line,
    SavedCount,
    comparison_lines,
    facet_lines,
    part_lines,
    search_lines,
)
from desktop_app.ui.sidebar_painter import LINE, LinePainter
from desktop_app.ui.theme import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.archive.comparisons import SavedComparison
    from desktop_app.core.archive.facets import Counts

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
TIP = "Click: only these · Ctrl-click: these too · Alt-click: all but these"
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SidebarModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be reached, but not their headings."""
        if index.isValid() and self.lines[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, or for a screen reader all that the line shows."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole and line.kind != "heading":
            return f"{line.text}\n{TIP}" if line.kind == "value" else line.text
        return None


class Sidebar(QListView):
    """A list of headings and what can be chosen; opening a line narrows the articles listed."""

    part_wanted = Signal(object)  # Selection
    restricted = Signal(object, str)  # (facet, value) · only, too or without
    search_wanted = Signal(object)  # SavedSearch
    removal_wanted = Signal(str)  # the name of a saved search
    comparison_wanted = Signal(object)  # SavedComparison
    comparison_removal_wanted = Signal(str)  # its name
    attention_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Parts of the archive, facets and saved searches")
        self._model = SidebarModel()
        self.setModel(self._model)
        self.setItemDelegate(LinePainter(self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._parts: list[Line] = []
        self._counts: Counts | None = None
        self._saved: Sequence[SavedCount] = ()
        self._comparisons: list[Line] = []
        self._selection = Selection()
        self._unfolded: set[Facet] = set()
        look.changed.connect(self.viewport().update)

    @property
    def lines(self) -> Sequence[Line]:
        """What is listed."""
        return self._model.lines

    def show_archive(self, archive: "Archive", selection: Selection, part: tuple[str, Selection] | None) -> None:
        """List the parts of the archive; `part` is one that is looked at for the moment, under its name."""
        self._selection = selection
        self._parts = part_lines(archive, selection, part)
        self._show()

    def show_counts(self, counts: "Counts", selection: Selection) -> None:
        """List the values of the facets as they are among the articles found."""
        self._counts, self._selection = counts, selection
        self._show()

    def show_saved(self, saved: Sequence[SavedCount]) -> None:
        """List the saved searches."""
        self._saved = saved
        self._show()

    def show_comparisons(self, saved: "Sequence[SavedComparison]", new: Mapping[str, int]) -> None:
        """List the saved comparisons; `new` is how many new reports there are beside each, by its name."""
        self._comparisons = comparison_lines(saved, new)
        self._show()

    def open_line(self, line: Line, how: str = "only") -> None:
        """Do what a line is for; a value may restrict (`only`, `too`) or be excluded (`without`)."""
        if line.kind == "part":
            self.part_wanted.emit(line.target)
        elif line.kind == "value":
            self.restricted.emit(line.target, how)
        elif line.kind == "search":
            self.search_wanted.emit(line.target)
        elif line.kind == "comparison":
            self.comparison_wanted.emit(line.target)
        elif line.kind == "attention":
            self.attention_wanted.emit()
        elif line.kind == "more":
            self._unfolded ^= {line.target}  # type: ignore[arg-type]
            self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the line that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.open_line(index.data(LINE), _how(event.modifiers()))

    def event(self, event: QEvent) -> bool:
        """Keep Del to the line it removes; elsewhere it removes articles."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._removes(event):
            event.accept()
            return True
        return super().event(event)

    def _removes(self, event: QKeyEvent) -> bool:
        line = self.currentIndex().data(LINE)
        return event.key() == Qt.Key.Key_Delete and bool(line) and line.kind in ("search", "comparison")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current line with Return or the space bar, with Ctrl and Alt as with a click; Del removes it."""
        line = self.currentIndex().data(LINE)
        if line and event.key() in OPENING:
            self.open_line(line, _how(event.modifiers()))
        elif self._removes(event):
            removal = self.removal_wanted if line.kind == "search" else self.comparison_removal_wanted
            removal.emit(line.text)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """List everything; where one was in the list stays."""
        current, top = self.currentIndex().data(LINE), self.verticalScrollBar().value()
        lines = [*self._parts]
        if self._counts is not None:
            lines += facet_lines(self._counts, self._selection, self._unfolded)
        self._model.show([*lines, *search_lines(self._saved), *self._comparisons])
        if current is not None:
            same = (line.kind == current.kind and line.target == current.target for line in self.lines)
            row = next((row for row, found in enumerate(same) if found), 1)
            self.setCurrentIndex(self._model.index(row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        line = self.indexAt(place).data(LINE)
        choices: list[tuple[str, Callable[[], None]]] = []
        if line and line.kind == "value":
            for text, how in (("Only these", "only"), ("These too", "too"), ("All but these", "without")):
                choices.append((text, partial(self.restricted.emit, line.target, how)))
        elif line and line.kind == "search":
            choices.append(("Remove this search", partial(self.removal_wanted.emit, line.text)))
        elif line and line.kind == "comparison":
            choices.append(("Remove this comparison", partial(self.comparison_removal_wanted.emit, line.text)))
        if choices:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for text, choose in choices:
                menu.addAction(text).triggered.connect(choose)
            menu.popup(self.viewport().mapToGlobal(place))


def _how(modifiers: Qt.KeyboardModifier) -> str:
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return "without"
    return "too" if modifiers & Qt.KeyboardModifier.ControlModifier else "only"
