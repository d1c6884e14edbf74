"""Searching for a list of terms: pasted or from a file, with a table of counts by term and source."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import UserError
from desktop_app.ui.jobs import Job, Jobs
from desktop_app.ui.term_table import ALL, TERM, TermTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.batch import Batch

SIZE = (900, 620)  # pixels
LIST_WIDTH = 240  # pixels
TERM_WIDTH, HEADER_ROOM = 200, 34  # pixels
LARGEST = 4_000_000  # bytes of a file of terms
HINT = "One search a line: a name, a “phrase”, words that must all be there."


class TermList(QDialog):
    """Takes terms, searches for each off the interface thread and shows what was found of it where."""

    search_wanted = Signal(str, object)  # a term, and the source or None
    failed = Signal(Exception)

    def __init__(self, jobs: Jobs, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("termList")
        self.setWindowTitle("Search for a list of terms")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._jobs, self._folder = jobs, folder
        self._job: Job | None = None
        self.terms = QPlainTextEdit()
        self.terms.setObjectName("terms")
        self.terms.setAccessibleName("Terms, one a line")
        self.terms.setPlaceholderText(HINT)
        self.terms.setTabChangesFocus(True)
        self.terms.setFixedWidth(LIST_WIDTH)
        self.table = QTableView()
        self.model = TermTable()
        self.table.setModel(self.model)
        self.table.setObjectName("termCounts")
        self.table.setAccessibleName("Articles by term and source")
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.activated.connect(self._go_to)
        self.says = QLabel("Double-click a number to list its articles.")
        self.says.setProperty("look", "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the searches")
        self._make_buttons()
        self._lay_out()
        self._show_state()

    def reject(self) -> None:
        """Close; what is under way is stopped."""
        self._cancel()
        super().reject()

    @Slot()
    def search(self) -> None:
        """Search for all terms."""
        from desktop_app.core.search.batch import batch, terms_of

        terms = terms_of(self.terms.toPlainText())
        if terms and self._job is None:
            self._job = self._jobs.read("Searching for terms", batch, self._folder, terms)
            self._job.progressed.connect(self._progressed)
            self._job.succeeded.connect(self._show)
            self._job.failed.connect(self.failed)
            self._job.finished.connect(self._finished)
            self._show_state()

    def read(self, file: Path) -> None:
        """Take the terms from a file: a term a line, or of a table the first column."""
        from desktop_app.core.importing.decoding.encoding import decode
        from desktop_app.core.search.batch import terms_of

        try:
            with file.open("rb") as opened:
                text = decode(opened.read(LARGEST)).text
        except OSError as error:
            message = f"“{file.name}” cannot be read: {error.strerror}. Choose another file."
            self.failed.emit(UserError("terms_unreadable", message))
            return
        self.terms.setPlainText("\n".join(terms_of(text, table=file.suffix.lower() in (".csv", ".tsv"))))

    def write(self, file: Path) -> None:
        """Write the table as CSV, so that spreadsheets read its letters right."""
        from desktop_app.core.search.batch import as_csv

        if self.model.counts is None:
            return
        try:
            file.write_text(as_csv(self.model.counts), encoding="utf-8-sig", newline="")
        except OSError as error:
            message = f"“{file.name}” cannot be written: {error.strerror}. Choose another place."
            self.failed.emit(UserError("cannot_write", message))
            return
        self.says.setText(f"Written to {file.name}.")

    def _make_buttons(self) -> None:
        self.open_button = QPushButton("Open a file…")
        self.search_button = QPushButton("Search for all")
        self.search_button.setProperty("look", "primary")
        self.search_button.setDefault(True)
        self.cancel_button = QPushButton("Cancel")
        self.save_button = QPushButton("Save as CSV…")
        self.close_button = QPushButton("Close")
        for button, slot in (
            (self.open_button, self._ask_file),
            (self.search_button, self.search),
            (self.cancel_button, self._cancel),
            (self.save_button, self._ask_place),
            (self.close_button, self.reject),
        ):
            button.clicked.connect(slot)
        self.terms.textChanged.connect(self._show_state)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.terms, 1)
        for button in (self.open_button, self.search_button):
            left.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left)
        middle.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.says, 1)
        for widget in (self.progress, self.cancel_button, self.save_button, self.close_button):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    @Slot()
    def _show_state(self) -> None:
        running = self._job is not None
        for widget in (self.progress, self.cancel_button):
            widget.setVisible(running)
        self.search_button.setEnabled(not running and bool(self.terms.toPlainText().strip()))
        self.save_button.setEnabled(not running and self.model.counts is not None)

    @Slot(int, int, str)
    def _progressed(self, done: int, total: int, term: str) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        room = QFontMetrics(self.says.font())
        self.says.setText(room.elidedText(f"{done:,} of {total:,}: {term}", Qt.TextElideMode.ElideRight, 300))

    @Slot(object)
    def _show(self, counts: "Batch") -> None:
        self.model.show(counts)
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            name = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            wanted = header.fontMetrics().horizontalAdvance(name) + HEADER_ROOM
            self.table.setColumnWidth(column, TERM_WIDTH if column == TERM else min(wanted, TERM_WIDTH))
        found = sum(1 for term in counts.terms if term.total)
        self.says.setText(
            f"{found:,} of {len(counts.terms):,} terms found. Double-click a number to list its articles."
        )

    @Slot()
    def _finished(self) -> None:
        self._job = None
        self._show_state()

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.says.setText("Cancelled.")

    @Slot(QModelIndex)
    def _go_to(self, index: QModelIndex) -> None:
        if self.model.counts is not None:
            source = self.model.source(index.column()) if index.column() > ALL else None
            self.search_wanted.emit(self.model.counts.terms[index.row()].term, source)
            self.reject()

    @Slot()
    def _ask_file(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Terms", "", "Lists (*.csv *.tsv *.txt);;All files (*)")
        if names:
            self.read(Path(names[0]))

    @Slot()
    def _ask_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the counts", "Counts.csv", "CSV (*.csv)")
        if name:
            self.write(Path(name))
