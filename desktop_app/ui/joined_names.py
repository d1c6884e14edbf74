"""The names the user has said are one: a list to add to, to take from, and to exchange as CSV."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import UserError
from desktop_app.ui.bidi import joined
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.aliases import Group
    from desktop_app.core.change import Change

SIZE = (620, 480)  # pixels
LARGEST = 4_000_000  # bytes of a file of names
HINT = (
    "A search for one of the names in a line, such as name:Gasri, finds them all, and never takes a name of "
    "another line for it. Your lines rule over every guess about spellings."
)
HOW = "Omar Gasri, The Heron, الغصري"


class JoinedNames(QDialog):
    """Shows the groups of names; whatever is changed here, Undo takes back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("joinedNames")
        self.setWindowTitle("Names that are one")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._session = session
        self._groups: list[Group] = []
        self._made = 0  # changes made here that can be taken back
        self.list = QListWidget()
        self.list.setAccessibleName("Names that are one, a line for each")
        self.list.itemSelectionChanged.connect(self._show_state)
        self.field = QLineEdit()
        self.field.setPlaceholderText(HOW)
        self.field.setAccessibleName("Names that are one, with commas between them")
        self.field.textChanged.connect(self._show_state)
        self.add_button = QPushButton("Add")
        self.add_button.setDefault(True)
        self.part_button = QPushButton("Part these names")
        self.undo_button = QPushButton("Undo")
        self.open_button = QPushButton("Add from CSV…")
        self.save_button = QPushButton("Save as CSV…")
        self.close_button = QPushButton("Close")
        for button, slot in (
            (self.add_button, self.add),
            (self.part_button, self.part),
            (self.undo_button, self.undo),
            (self.open_button, self._ask_file),
            (self.save_button, self._ask_place),
            (self.close_button, self.reject),
        ):
            button.setAutoDefault(button is self.add_button)
            button.clicked.connect(slot)
        self.says = QLabel()
        self.says.setProperty("look", "muted")
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._show_groups()
        self.field.setFocus()

    @Slot()
    def add(self) -> None:
        """Say that the names in the field are one."""
        typed = self.field.text()
        names = [name.strip() for name in typed.split(";" if ";" in typed else ",") if name.strip()]
        if len(names) < 2:
            self.says.setText("Write at least two names, with commas between them.")
        elif self._session.archive is not None:
            self._make(self._session.archive.aliases.addition(names), f"Joined {len(names)} names.")
            self.field.clear()

    @Slot()
    def part(self) -> None:
        """Take the chosen group away."""
        row = self.list.currentRow()
        if row >= 0 and self._session.archive is not None:
            self._make(
                self._session.archive.aliases.removal(self._groups[row][0]), "They are different names again."
            )

    @Slot()
    def undo(self) -> None:
        """Take back the last change made here."""
        if self._made:
            self._made -= 1
            self._session.undo()
            self.says.setText("Taken back.")
            self._show_groups()

    def read(self, file: Path) -> None:
        """Add the groups of a table: a line for each, a cell for each name."""
        from desktop_app.core.archive.aliases import from_csv
        from desktop_app.core.importing.decoding.encoding import decode

        try:
            with file.open("rb") as opened:
                groups = from_csv(decode(opened.read(LARGEST)).text)
        except OSError as error:
            self.says.setText(f"“{file.name}” cannot be read: {error.strerror}. Choose another file.")
        except UserError as error:
            self.says.setText(error.message)
        else:
            if self._session.archive is not None:
                said = "1 line" if len(groups) == 1 else f"{len(groups):,} lines"
                self._make(self._session.archive.aliases.taking_in(groups), f"Added {said} from {file.name}.")

    def write(self, file: Path) -> None:
        """Write all groups as a table, so that spreadsheets read its letters right."""
        from desktop_app.core.archive.aliases import to_csv

        try:
            file.write_text(to_csv(self._groups), encoding="utf-8-sig", newline="")
        except OSError as error:
            self.says.setText(f"“{file.name}” cannot be written: {error.strerror}. Choose another place.")
            return
        self.says.setText(f"Written to {file.name}.")

    def _make(self, change: "Change", said: str) -> None:
        if self._session.change(change):
            self._made += 1
            self.says.setText(said)
            self._show_groups()

    def _show_groups(self) -> None:
        archive = self._session.archive
        self._groups = archive.aliases.groups() if archive is not None else []
        self.list.clear()
        self.list.addItems([joined(group) for group in self._groups])
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self.add_button.setEnabled(bool(self.field.text().strip()))
        self.part_button.setEnabled(bool(self.list.selectedItems()))
        self.undo_button.setEnabled(self._made > 0)
        self.save_button.setEnabled(bool(self._groups))

    def _lay_out(self) -> None:
        hint = QLabel(HINT)
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        adding, below = QHBoxLayout(), QHBoxLayout()
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add_button)
        for button in (self.part_button, self.undo_button, self.open_button, self.save_button):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(hint)
        layout.addLayout(adding)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.says)
        layout.addLayout(below)

    @Slot()
    def _ask_file(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, "Names that are one", "", "Tables (*.csv *.txt);;All files (*)"
        )
        if names:
            self.read(Path(names[0]))

    @Slot()
    def _ask_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save the names", "Names.csv", "CSV (*.csv)")
        if name:
            self.write(Path(name))
