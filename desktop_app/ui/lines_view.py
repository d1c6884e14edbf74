"""A list of lines about files and articles, in groups with headings; quick however many there are."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui.report_lines import Kind, Line
from desktop_app.ui.theme import interface_font, look

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_HEIGHT, TALL_ROW_HEIGHT, HEADING_HEIGHT = 32, 46, 40
WIDE = 900  # pixels; in less room a sentence takes two lines
NAME, SAYS, ACTION = range(3)
MARKS: dict[Kind, tuple[str, str]] = {
    "failed": ("warning", "only_line"),
    "guessed": ("edit", "differs_line"),
    "undated": ("edit", "differs_line"),
    "duplicate": ("file", "muted"),
    "added": ("check", "shared_ink"),
}


def action(line: Line) -> str:
    """Return what opening a line does, in a word or two; "" where there is nothing to open."""
    if line.kind == "undated":
        return "List them"
    if line.kind == "failed":
        return "Show in folder"
    return "Open" if line.article else ""


class LinesModel(QAbstractTableModel):
    """The lines: a name, what there is to say, what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._icons: dict[str, QIcon] = {}
        self._bold = QFont()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        self.colour()

    def colour(self) -> None:
        """Take the colours of the theme."""
        self._icons = {kind: look.icon(*mark) for kind, mark in MARKS.items()}
        self._bold = interface_font(13, bold=True)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, ACTION))

    def line(self, row: int) -> Line:
        """Return the line of a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 3: name, what there is to say, what can be done."""
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen, but not their headings."""
        if index.isValid() and self._lines[index.row()].kind == "heading":
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, line.says, action(line))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (line.file or line.name, line.says, action(line))[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return f"{line.name}. {line.says}"
        return self._dressed(line, column, role)

    def _dressed(self, line: Line, column: int, role: int) -> Any:
        if column == NAME and role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(line.kind)
        if column == NAME and role == Qt.ItemDataRole.FontRole:
            return self._bold
        if line.kind == "heading" and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        if line.kind == "heading" and role == Qt.ItemDataRole.ForegroundRole:
            return look["muted"]
        if column == ACTION and role == Qt.ItemDataRole.ForegroundRole:
            return look["accent"]
        if column == ACTION and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class LinesView(QTableView):
    """Shows lines; Return, a double click or a click on what can be done opens one."""

    opened = Signal(object)  # Line
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinesModel()
        self._headings: list[int] = []
        self.setObjectName("lines")
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(SAYS, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.setColumnWidth(ACTION, 124)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        look.changed.connect(self._model.colour)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List lines; headings go over the whole width."""
        self.clearSpans()
        for row in self._headings:  # the header keeps the height of a row for the next list
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())
        self._model.show(lines)
        self._headings = [row for row, line in enumerate(lines) if line.kind == "heading"]
        for row in self._headings:
            self.setSpan(row, 0, 1, 3)
        self._set_heights()
        self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentences the room they need."""
        super().resizeEvent(event)
        self.setColumnWidth(NAME, max(150, min(320, self.width() // 4)))
        self._set_heights()

    def _set_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT if self.width() >= WIDE else TALL_ROW_HEIGHT)
        for row in self._headings:
            self.setRowHeight(row, HEADING_HEIGHT)

    def lines(self) -> list[Line]:
        """Return what is listed, without the headings."""
        every = (self._model.line(row) for row in range(self._model.rowCount()))
        return [line for line in every if line.kind != "heading"]

    def chosen(self) -> list[Line]:
        """Return the lines that are chosen, from top to bottom."""
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        found = (self._model.line(row) for row in sorted(rows))
        return [line for line in found if line.kind != "heading"]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as opening the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == ACTION:
            self._open(index)

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != ACTION:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if action(line):
            self.opened.emit(line)
