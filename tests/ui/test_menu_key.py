"""The menu of what has the keys opens by Shift+F10, whatever the system makes of that key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.menu_key import MenuKey


class Asked(QWidget):
    """Notes what menus are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reasons: list[QContextMenuEvent.Reason] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Note why."""
        self.reasons.append(event.reason())


def test_what_has_the_keys_is_asked_once(dressed: QApplication, qtbot: QtBot) -> None:
    """Of two widgets the one with the keys opens its menu, and no second one comes of the same key."""
    window, one, other = QWidget(), Asked(), Asked()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(one)
    layout.addWidget(other)
    MenuKey(window)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert (one.reasons, other.reasons) == ([], [QContextMenuEvent.Reason.Keyboard])


def test_the_window_opens_the_menu_of_a_line(library: MainWindow, qtbot: QtBot) -> None:
    """In the library, the line of the sidebar that is chosen shows what can be done with it."""
    sidebar = library.library.sidebar
    number = next(number for number, line in enumerate(sidebar.lines) if line.text == "Orla Post")
    with qtbot.waitActive(library):
        library.activateWindow()
    sidebar.setFocus()
    sidebar.setCurrentIndex(sidebar.model().index(number, 0))
    qtbot.keyClick(sidebar, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Only these"
    menu.close()
