"""The place an article is read in: shows text, and never fetches anything."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget


class ArticleBrowser(QTextBrowser):
    """Shows text; never fetches anything, from the disk or from the network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return an empty picture for whatever is asked for.

        Nothing at all would not do: Qt then looks for the file itself.
        """
        return QImage(1, 1, QImage.Format.Format_Alpha8)
