"""Shift+F10, which opens the menu of what has the keys."""

from PySide6.QtCore import QCoreApplication, QPoint, Slot
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class MenuKey(QShortcut):
    """Asks for the menu as the Menu key does; on X11 Qt knows only that one.

    Where the system would ask by itself, as on Windows, Qt keeps a key that is a shortcut from it: no second menu.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(QKeySequence("Shift+F10"), window)
        self._window = window
        self.activated.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        """Tell the window, which passes it on to what has the keys."""
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QCoreApplication.sendEvent(self._window.windowHandle(), asked)
