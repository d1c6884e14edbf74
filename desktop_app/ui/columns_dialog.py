"""Asking which column of a table is the title, the text, the date: its first rows, and a proposal."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.progress import Progress
from desktop_app.core.work import in_process
from desktop_app.ui.session import Session
from desktop_app.ui.theme import reading_font

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.importing.documents.columns import ColumnField, Columns

FIELDS: tuple[tuple["ColumnField | None", str], ...] = (
    (None, "Leave out"),
    ("title", "Title"),
    ("byline", "Author"),
    ("source", "Source"),
    ("published", "Date"),
    ("text", "Text"),
    ("url", "Address"),
    ("language", "Language"),
)
ENOUGH = 5  # tables asked about before one import; the others are read as proposed
EXAMPLES, LONGEST_EXAMPLE = 3, 44  # cells of a column, characters of each
NO_TEXT = "No column is the text: the table is kept as one article."
WITH_TEXT = "Each row becomes an article. The choice is remembered for tables with these columns."


class TableQuestions(QObject):
    """Asks about the tables among some files that nobody was asked about before."""

    answered = Signal(list)  # the paths to import

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._paths: list[Path] = []
        self._open: deque[tuple[Path, Columns]] = deque()

    def ask(self, paths: Sequence[Path]) -> None:
        """Look at the tables among files, in a process of its own, and ask; `answered` hands the paths back."""
        job = self._session.jobs.read("Looking at tables", in_process, look_at, list(paths))
        job.succeeded.connect(self._looked)
        job.failed.connect(self._could_not_look)
        self._paths += paths

    @Slot(object)
    def _looked(self, found: "list[tuple[Path, Columns]]") -> None:
        self._open.extend(found[:ENOUGH])
        self._next()

    @Slot()
    def _could_not_look(self) -> None:
        self._next()  # the import itself says what is wrong

    @Slot()
    def _next(self) -> None:
        if not self._open:
            paths, self._paths = self._paths, []
            self.answered.emit(paths)
            return
        dialog = ColumnsDialog(self._window, *self._open[0])
        dialog.accepted.connect(self._keep)
        dialog.rejected.connect(self._leave_out)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _keep(self) -> None:
        from desktop_app.core.importing.documents.mappings import keep

        _, columns = self._open.popleft()
        keep(columns, self._dialog.mapping())
        self._next()

    @Slot()
    def _leave_out(self) -> None:
        path, _ = self._open.popleft()
        self._paths = [kept for kept in self._paths if kept != path]
        self._next()


class ColumnsDialog(QDialog):
    """One table: a line for each column, with what it is taken for and what stands in its first rows."""

    def __init__(self, parent: QWidget, path: Path, columns: "Columns") -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(f"The columns of “{path.name}”")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._headers = columns.headers
        self.choices = [self._choice(header, columns.mapping.get(header)) for header in columns.headers]
        self.says = QLabel()
        self.says.setProperty("look", "muted")
        self.says.setWordWrap(True)
        heading = QLabel("Which column is what?")
        heading.setFont(reading_font(20, bold=True))
        buttons = QDialogButtonBox()
        buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole).setProperty("look", "primary")
        buttons.addButton("Leave this file out", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for widget in (heading, self._table(columns), self.says, buttons):
            layout.addWidget(widget)
        self.resize(760, 460)
        self._say()

    def mapping(self) -> "dict[str, ColumnField]":
        """Return which column is which field, without those left out."""
        chosen = zip(self._headers, (choice.currentData() for choice in self.choices), strict=True)
        return {header: field for header, field in chosen if field}

    def _choice(self, header: str, field: "ColumnField | None") -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(f"What the column “{header}” is")
        for key, text in FIELDS:
            choice.addItem(text, key)
        choice.setCurrentIndex(choice.findData(field))
        choice.currentIndexChanged.connect(self._chosen)
        return choice

    def _table(self, columns: "Columns") -> QTableWidget:
        table = QTableWidget(len(columns.headers), 3)
        table.setObjectName("columns")
        table.setAccessibleName("Columns of the table")
        table.setHorizontalHeaderLabels(["Column", "is the", "First rows"])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the choices in it have it
        table.setShowGrid(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setColumnWidth(0, 170)
        table.setColumnWidth(1, 130)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for row, header in enumerate(columns.headers):
            cells = [cells[row] for cells in columns.sample if row < len(cells) and cells[row].strip()]
            table.setItem(row, 0, QTableWidgetItem(header))
            table.setCellWidget(row, 1, self.choices[row])
            table.setItem(row, 2, QTableWidgetItem(" · ".join(map(_short, cells[:EXAMPLES]))))
        return table

    @Slot()
    def _chosen(self) -> None:
        """Let each field be one column only."""
        chosen = self.sender()
        for choice in self.choices:
            same = isinstance(chosen, QComboBox) and choice.currentData() == chosen.currentData()
            if same and choice is not chosen and choice.currentData():
                choice.setCurrentIndex(0)
        self._say()

    def _say(self) -> None:
        self.says.setText(WITH_TEXT if "text" in self.mapping().values() else NO_TEXT)


def look_at(report: Progress, paths: list[Path]) -> "list[tuple[Path, Columns]]":
    """Return the tables among some files that nobody was asked about; run in a process of its own."""
    from desktop_app.core.importing.documents.mappings import SUFFIXES, unknown_tables

    return unknown_tables(report, [path for path in paths if path.suffix.lower() in SUFFIXES])


def may_be_table(path: Path) -> bool:
    """Tell by its name whether a file may be a table."""
    from desktop_app.core.importing.formats import SUFFIXES

    return path.suffix.lower() in (*SUFFIXES["table"], *SUFFIXES["records"])


def _short(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= LONGEST_EXAMPLE else line[:LONGEST_EXAMPLE] + "…"
