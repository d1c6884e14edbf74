"""Puts the core's changes on Qt's undo stack."""

from PySide6.QtGui import QUndoCommand

from desktop_app.core.change import Change


class ChangeCommand(QUndoCommand):
    """One change to the archive, made when it is pushed."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.label)
        self._change = change

    def redo(self) -> None:
        """Make the change."""
        self._change.do()

    def undo(self) -> None:
        """Take the change back."""
        self._change.undo()
