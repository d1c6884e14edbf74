"""The bar at the top: Import and the search field."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from desktop_app.ui.theme import interface_font, look

HINT = "Search: words, “a phrase”, wom*, source:post, before:2024-06 …"
HINT_EMPTY = "Search appears here once there is something to search"


class TopBar(QWidget):
    """What is always at hand."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.import_button = QToolButton()
        self.import_button.setObjectName("importButton")
        self.import_button.setText("Import ▾")
        self.import_button.setProperty("look", "button")
        self.import_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.import_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button = QPushButton("Save search")
        self.save_button.setObjectName("saveSearch")
        self.field = QLineEdit()
        self.field.setObjectName("searchField")
        self.field.setAccessibleName("Search the archive")
        self.field.setClearButtonEnabled(True)
        self.field.setFont(interface_font(14))
        self.field.textChanged.connect(self.typed)
        self._magnifier = self.field.addAction(
            look.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.setSpacing(10)
        layout.addWidget(self.import_button)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.save_button)
        look.changed.connect(self._colour)
        self._colour()
        self.allow_search(allowed=False)

    def add_imports(self, commands: list[QAction]) -> None:
        """Fill the menu of the Import button."""
        menu = QMenu(self.import_button)
        menu.addActions(commands)
        self.import_button.setMenu(menu)

    def add_save(self, command: QAction) -> None:
        """Let the button run the command that saves a search."""
        self.save_button.clicked.connect(command.trigger)
        self.save_button.setToolTip(f"Save this search ({command.shortcut().toString()})")
        self.save_button.setEnabled(command.isEnabled())
        command.enabledChanged.connect(self.save_button.setEnabled)

    def focus_search(self) -> None:
        """Let the user type a new search."""
        self.field.setFocus()
        self.field.selectAll()

    def allow_search(self, *, allowed: bool) -> None:
        """Let the user search once there is something to search."""
        self.field.setEnabled(allowed)
        self.field.setPlaceholderText(HINT if allowed else HINT_EMPTY)

    @Slot()
    def _colour(self) -> None:
        self.import_button.setIcon(look.icon("import"))
        self._magnifier.setIcon(look.icon("search", "muted"))
