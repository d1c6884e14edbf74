"""The bar above and the bar below a page that one comes back from to the library."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.ui.theme import interface_font, look


class PageHead(QWidget):
    """The way back, and what page this is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QPushButton("Library")
        self.back.setObjectName("pageBack")
        self.back.setAccessibleName("Back to the library")
        name = QLabel(title)
        name.setFont(interface_font(15, bold=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.back)
        layout.addWidget(name)
        layout.addStretch(1)
        look.changed.connect(self._colour)
        self._colour()

    @Slot()
    def _colour(self) -> None:
        self.back.setIcon(look.icon("back"))


def page_foot(left: Sequence[QPushButton], right: Sequence[QPushButton]) -> QWidget:
    """Return the bar with what can be done on a page."""
    foot = QWidget()
    foot.setObjectName("reportFoot")
    foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QHBoxLayout(foot)
    layout.setContentsMargins(14, 8, 14, 8)
    for button in left:
        layout.addWidget(button)
    layout.addStretch(1)
    for button in right:
        layout.addWidget(button)
    return foot


def button(text: str, name: str, look_of: str = "") -> QPushButton:
    """Return a button of such a bar; `name` finds it in tests."""
    made = QPushButton(text)
    made.setObjectName(name)
    if look_of:
        made.setProperty("look", look_of)
    return made
