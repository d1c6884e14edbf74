"""The look: colours, fonts and icons, light and dark."""

import re
import tomllib
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QImageReader, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.core.settings import Theme
from desktop_app.paths import font_folders, shipped

READING_FONTS = ["Noto Serif", "Amiri", "Frank Ruhl Libre"]
INTERFACE_FONTS = ["Noto Sans", "Amiri", "Frank Ruhl Libre"]
REGULAR, BOLD = 400.0, 650.0
ICON_SIZES = (16, 32, 48)


class Look(QObject):
    """The colours in use; `changed` tells the views that paint for themselves to paint anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._colours = _colours("light")

    def __getitem__(self, name: str) -> QColor:
        return QColor(self._colours[name])

    def name(self, name: str) -> str:
        """Return a colour as #rrggbb."""
        return self._colours[name]

    def apply(self, app: QApplication, theme: Theme) -> None:
        """Dress the application in a theme; "system" follows the desktop where it says what it wants."""
        dark = theme == "dark" or (theme == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
        self._colours = _colours("dark" if dark else "light")
        app.setPalette(self._palette())
        style = (shipped("resources") / "themes" / "style.qss").read_text(encoding="utf-8")
        app.setStyleSheet(re.sub(r"@(\w+)", lambda match: self._colours[match[1]], style))
        self.changed.emit()

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """Return an icon of the set in a colour of the theme."""
        icon = QIcon()
        for state, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "line")):
            for size in ICON_SIZES:
                icon.addPixmap(self.pixmap(name, size, tint), state)
        return icon

    def pixmap(self, name: str, size: int, colour: str = "ink") -> QPixmap:
        """Return an icon of the set as a picture of `size` pixels."""
        return QPixmap.fromImage(_drawn(name, size, self._colours[colour]))

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for names, colour in (
            ((role.Window, role.Base, role.ToolTipBase), "panel"),
            ((role.AlternateBase, role.Button), "side"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), "ink"),
            ((role.Highlight,), "accent"),
            ((role.HighlightedText,), "on_accent"),
            ((role.Link, role.LinkVisited), "accent"),
            ((role.PlaceholderText,), "muted"),
            ((role.Mid, role.Midlight, role.Dark), "line"),
        ):
            for name in names:
                palette.setColor(name, self[colour])
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, self["muted"])
        return palette


def load_fonts(app: QApplication) -> None:
    """Load the fonts that come with the program and set the font of the interface."""
    for folder in font_folders():
        for file in sorted(folder.glob("*.ttf")):
            if "Italic" not in file.name:
                QFontDatabase.addApplicationFont(str(file))
    font = app.font()
    if QApplication.platformName() not in ("windows", "cocoa"):
        font.setFamilies(INTERFACE_FONTS)
    font.setPixelSize(13)
    app.setFont(font)


def interface_font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the interface's font in another size."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return _weighted(font, bold=bold)


def reading_font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the font of articles."""
    font = QFont()
    font.setFamilies(READING_FONTS)
    font.setPixelSize(pixels)
    return _weighted(font, bold=bold)


def _weighted(font: QFont, *, bold: bool) -> QFont:
    """Set the weight on the axis of our variable fonts; Qt would only smear the regular letters."""
    font.setVariableAxis(QFont.Tag("wght"), BOLD if bold else REGULAR)
    return font


def _colours(name: str) -> dict[str, str]:
    text = (shipped("resources") / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}


@cache
def _drawn(name: str, size: int, colour: str) -> QImage:
    svg = (shipped("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.encode()))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return reader.read()


look = Look()
