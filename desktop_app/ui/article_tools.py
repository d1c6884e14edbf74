"""The bar above an article: the way through its hits, and what can be done with it."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop_app.ui.actions import Commands
from desktop_app.ui.theme import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.ui.reader import Reader

ICONS = {
    "previous_hit": "previous",
    "next_hit": "next",
    "add_to_tray": "compare",
    "export_pdf": "pdf",
    "toggle_inspector": "about",
}


class ArticleTools(QObject):
    """Buttons for commands, in the colours of the theme."""

    def __init__(self, reader: "Reader", commands: Commands) -> None:
        super().__init__(reader)
        self.star = tool("Star", "toolStar", "Star this article (Ctrl+L)")
        self.star.setCheckable(True)
        self._tools = {
            "previous_hit": tool("", "toolPrevious", "Previous match (Shift+F3)"),
            "next_hit": tool("", "toolNext", "Next match (F3)"),
            "toggle_furniture": reader.furniture_button,
            "star": self.star,
            "add_to_tray": tool("Compare", "toolCompare", "Add to the comparison (Ctrl+D)"),
            "export_pdf": tool("PDF", "toolPdf", "Export as PDF (Ctrl+E)"),
            "toggle_inspector": tool("About", "toolAbout", "About this article (Ctrl+B)"),
        }
        for name, button in self._tools.items():
            button.clicked.connect(commands[name].trigger)
            commands[name].enabledChanged.connect(button.setEnabled)
        first, second, *others = self._tools.values()
        reader.add_tools([first, second], others)
        look.changed.connect(self._colour)
        self._colour()

    def show_star(self, *, starred: bool) -> None:
        """Show whether the article has a star, by shape and in words."""
        self.star.setChecked(starred)
        says = "Starred: take the star away (Ctrl+L)" if starred else "Star this article (Ctrl+L)"
        self.star.setToolTip(says)
        self.star.setAccessibleName(says)
        self.star.setIcon(look.icon("starred" if starred else "star", "differs_line" if starred else "muted"))

    @Slot()
    def _colour(self) -> None:
        for name, icon in ICONS.items():
            self._tools[name].setIcon(look.icon(icon, "muted"))
        self.show_star(starred=self.star.isChecked())


def tool(text: str, name: str, tip: str) -> QToolButton:
    """Return a quiet button for a bar."""
    button = QToolButton()
    button.setText(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("look", "quiet")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button
