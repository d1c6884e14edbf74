"""Setting the date or the source of several articles at once, and removing them; one step for Undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import Field
from desktop_app.core.dates import shown, understood
from desktop_app.core.errors import UserError
from desktop_app.ui.session import Session

TWO_LINES = 40  # pixels
DATE_HINT = "Write 2016, June 2016, 12 June 2016 or 2016-06-12. Leave it empty for: date unknown."
SOURCE_HINT = "The outlet that published the article. Leave it empty for: source unknown."


class Bulk(QObject):
    """What can be done to several articles at once."""

    said = Signal(str)

    def __init__(self, session: Session, window: QWidget, chosen: Callable[[], Sequence[int]]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._chosen = chosen

    @Slot()
    def set_date(self) -> None:
        """Ask for the date of the chosen articles."""
        self.ask_date(self._chosen())

    @Slot(list)
    def ask_date(self, ids: Sequence[int]) -> None:
        """Ask for the date of some articles."""
        if ids:
            field = QLineEdit()
            self._ask(
                SetField(self._window, f"Date of {counted(ids)}", DATE_HINT, field, understood), ids, "published"
            )

    @Slot()
    def set_source(self) -> None:
        """Ask for the source of the chosen articles."""
        ids = self._chosen()
        if self._session.archive is None or not ids:
            return
        field = QComboBox()
        field.setEditable(True)
        field.addItems(["", *(name for name, _ in self._session.archive.articles.sources() if name)])
        dialog = SetField(self._window, f"Source of {counted(ids)}", SOURCE_HINT, field, named)
        self._ask(dialog, ids, "source")

    @Slot()
    def remove(self) -> None:
        """Put the chosen articles into the bin."""
        ids = self._chosen()
        if self._session.archive is not None and ids:
            self._session.change(self._session.archive.corrections.removal(ids))
            self.said.emit(f"Removed {counted(ids)}; Undo brings back what was removed.")

    def remove_import(self, import_id: int) -> None:
        """Put what an import has added into the bin."""
        if self._session.archive is not None:
            self._session.change(self._session.archive.corrections.import_removal(import_id))
            self.said.emit("Removed what the import added; Undo brings it back.")

    def _ask(self, dialog: "SetField", ids: Sequence[int], field: Field) -> None:
        self._ids, self._field = list(ids), field
        dialog.entered.connect(self._set)
        dialog.open()

    @Slot(object)
    def _set(self, value: str | None) -> None:
        if self._session.archive is not None:
            self._session.change(self._session.archive.corrections.field(self._ids, self._field, value))
            known = shown(value) if self._field == "published" else value or "unknown"
            self.said.emit(f"{counted(self._ids)}: {known}")


class SetField(QDialog):
    """Asks for one value; what cannot be understood is said in the dialog, which stays open."""

    entered = Signal(object)  # the value, None for nothing

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        field: QLineEdit | QComboBox,
        read: Callable[[str], str | None],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("setField")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read = read
        self.field = field
        field.setObjectName("value")
        field.setAccessibleName(title)
        self.says = QLabel(hint)
        self.says.setProperty("look", "muted")
        self.says.setWordWrap(True)
        self.says.setMinimumHeight(TWO_LINES)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        heading = QLabel(title)
        heading.setProperty("look", "heading")
        for widget in (heading, field, self.says, buttons):
            layout.addWidget(widget)
        self.resize(420, 0)
        field.setFocus()

    def accept(self) -> None:
        """Hand over what was typed, if it can be understood."""
        typed = self.field.text() if isinstance(self.field, QLineEdit) else self.field.currentText()
        try:
            value = self._read(typed)
        except UserError as error:
            self.says.setText(error.message)
            return
        self.entered.emit(value)
        super().accept()


def named(typed: str) -> str | None:
    """Return a name as it was typed, None for nothing."""
    return " ".join(typed.split()) or None


def counted(ids: Sequence[int]) -> str:
    """Return a number of articles in words."""
    return "1 article" if len(ids) == 1 else f"{len(ids):,} articles"
