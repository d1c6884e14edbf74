"""Keeping comparisons: under a name with a note, in the sidebar, and opened again from there."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.comparison.comparing import Comparing
from desktop_app.ui.comparison.news import News
from desktop_app.ui.session import Session
from desktop_app.ui.sidebar import Sidebar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.comparisons import SavedComparison

HINT = "It stands in the sidebar under this name."
WIDTH, NOTE_HEIGHT = 420, 110  # pixels


class NameAndNote(QDialog):
    """Asks for the name of a comparison and what is noted of it."""

    entered = Signal(str, str)

    def __init__(self, parent: QWidget, name: str, note: str) -> None:
        super().__init__(parent)
        self.setObjectName("keepComparison")
        self.setWindowTitle("Save this comparison")
        self.name = QLineEdit(name)
        self.name.setAccessibleName("Name of the comparison")
        self.name.selectAll()
        self.note = QPlainTextEdit(note)
        self.note.setAccessibleName("Note on the comparison")
        self.note.setPlaceholderText("What do these reports show? (optional)")
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        hint = QLabel(HINT)
        hint.setProperty("look", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._name_changed)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (QLabel("Name"), self.name, QLabel("Note"), self.note, hint, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(WIDTH)
        self._name_changed(name)

    def accept(self) -> None:
        """Hand over what was entered."""
        self.entered.emit(self.name.text().strip(), self.note.toPlainText().strip())
        super().accept()

    @Slot(str)
    def _name_changed(self, name: str) -> None:
        self._save.setEnabled(bool(name.strip()))


class Keeping(QObject):
    """Saves, opens and removes comparisons."""

    failed = Signal(Exception)

    def __init__(self, session: Session, comparing: Comparing, sidebar: Sidebar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._comparing, self._sidebar, self._window = session, comparing, sidebar, window
        self.news = News(session, comparing, self)
        self.news.changed.connect(self.list)
        sidebar.comparison_wanted.connect(self.open)
        sidebar.comparison_removal_wanted.connect(self._remove)
        session.opened.connect(self.list)
        session.changed.connect(self.list)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about kept comparisons do."""
        return {"save_comparison": self.ask}

    @Slot()
    def list(self) -> None:
        """List the saved comparisons in the sidebar, each with how many new reports there are beside it."""
        if self._session.archive is not None:
            saved = self._session.archive.comparisons.all()
            self.news.show_saved(saved)
            self._sidebar.show_comparisons(saved, self.news.counts())

    @Slot(object)
    def open(self, saved: "SavedComparison") -> None:
        """Open a saved comparison; one whose articles were removed says so."""
        from desktop_app.core.errors import UserError

        if len(saved.articles) < 2:
            message = f"“{saved.name}” has fewer than two articles left in this archive. Remove it, or undo."
            self.failed.emit(UserError("articles_gone", message))
            return
        self._comparing.compare(saved.articles, saved)

    @Slot()
    def ask(self) -> None:
        """Ask for a name, and a note, for the comparison on screen."""
        if self._session.archive is None or not self._comparing.ids:
            return
        saved = self._comparing.saved
        dialog = NameAndNote(self._window, saved.name if saved else "", saved.note if saved else "")
        dialog.entered.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str, str)
    def _save(self, name: str, note: str) -> None:
        from desktop_app.core.archive.comparisons import SavedComparison

        archive = self._session.archive
        if archive is None:
            return
        saved = self._comparing.saved or SavedComparison("", ())
        kept = replace(saved, name=name, note=note, articles=tuple(self._comparing.ids))
        if self._session.change(archive.comparisons.saving(kept)):
            self._comparing.call(kept)

    @Slot(str)
    def _remove(self, name: str) -> None:
        if self._session.archive is not None:
            self._session.change(self._session.archive.comparisons.removing(name))
