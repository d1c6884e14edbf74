"""Puts the core's changes on Qt's undo stack."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from desktop_app.core.change import Change


class ChangeCommand(QUndoCommand):
    """One change to the archive that has been made.

    `write` runs an action and tells the user when it cannot be done: an error raised in here would end in Qt.
    """

    def __init__(self, change: Change, write: Callable[[Callable[[], None]], bool]) -> None:
        super().__init__(change.label)
        self._change = change
        self._write = write
        self._made = True  # Qt makes a command when it is pushed; this one is made already

    def redo(self) -> None:
        """Make the change again."""
        if not self._made:
            self._write(self._change.do)
        self._made = False

    def undo(self) -> None:
        """Take the change back."""
        self._write(self._change.undo)
