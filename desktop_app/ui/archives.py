"""Choosing an archive: a new one, another one, one of the recent ones."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_app.core import settings


class ArchiveChooser(QObject):
    """Asks which archive to open."""

    chosen = Signal(object, bool)  # folder, whether to make it

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.recent = QMenu("&Recent archives", window)
        self.recent.aboutToShow.connect(self._list)

    @Slot()
    def new(self) -> None:
        """Ask for a place and a name, and make an archive there."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "New archive: choose a place and a name", str(Path.home() / "Archive")
        )
        if name:
            self.chosen.emit(Path(name), True)

    @Slot()
    def choose(self) -> None:
        """Ask for the folder of an archive."""
        name = QFileDialog.getExistingDirectory(self._window, "Open archive: choose its folder")
        if name:
            self.chosen.emit(Path(name), False)

    @Slot()
    def _list(self) -> None:
        self.recent.clear()
        for place in settings.load().recent:
            action = self.recent.addAction(Path(place).name)
            action.setToolTip(place)
            action.setData(place)
            action.triggered.connect(self._open_recent)
        if self.recent.isEmpty():
            self.recent.addAction("No archive yet").setEnabled(False)

    @Slot()
    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(action.data()), False)
