"""Telling the user what went wrong: a sentence for what they can act on, details to copy for a bug."""

import logging
import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.core.errors import UserError

log = logging.getLogger(__name__)


def show(parent: QWidget, error: Exception) -> None:
    """Show an error without stopping anything else."""
    box = QMessageBox(parent)
    box.setObjectName("errorBox")
    box.setWindowTitle("Second Source")
    if isinstance(error, UserError):
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(error.message)
    else:
        log.error("unexpected", exc_info=error)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText("Something went wrong in the program itself. Your articles are not touched by it.")
        box.setInformativeText("If it happens again, please send us the details.")
        box.setDetailedText("".join(traceback.format_exception(error)))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
