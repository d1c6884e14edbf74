"""Builds the application once and hands everything over; there are no globals but Qt's own."""

import logging
import logging.handlers
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.core import settings
from desktop_app.paths import default_archive, settings_folder
from desktop_app.ui import errors
from desktop_app.ui.garbage import Garbage
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import remember
from desktop_app.ui.theme import load_fonts, look

log = logging.getLogger("desktop_app")

TURN = 0.0005  # seconds a thread may go on while another waits


class Application(QObject):
    """The application with its one window."""

    bug = Signal(Exception)

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self.qt = qt
        qt.setApplicationName("Second Source")
        qt.setApplicationVersion(__version__)
        qt.setStyle("Fusion")
        load_fonts(qt)
        self.settings = settings.load()
        look.apply(qt, self.settings.theme)
        qt.setWindowIcon(look.icon("app"))
        self.jobs = Jobs(self)
        self.window = MainWindow(self.jobs)
        self.window.theme_wanted.connect(self.set_theme)
        self.window.library.want_inspector(self.settings.inspector)
        qt.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.bug.connect(self._show_bug)

    def start(self, folder: Path | None = None) -> None:
        """Show the window, then open an archive: the one given, the last one, or the user's own."""
        self.window.show()
        self._folder = folder or first_archive()
        QTimer.singleShot(0, self._open)

    @Slot(str)
    def set_theme(self, theme: settings.Theme) -> None:
        """Change the colours, and remember the choice."""
        remember(theme=theme)
        self.settings = settings.load()
        look.apply(self.qt, theme)

    @Slot()
    def _open(self) -> None:
        self.window.open(self._folder, create=self._folder == default_archive())

    @Slot()
    def _follow_system(self) -> None:
        look.apply(self.qt, self.settings.theme)

    @Slot(Exception)
    def _show_bug(self, error: Exception) -> None:
        errors.show(self.window, error)


def first_archive() -> Path:
    """Return the archive to open at the start."""
    recent = [Path(place) for place in settings.load().recent]
    return next((place for place in recent if (place / "archive.sqlite3").is_file()), default_archive())


def main(folder: Path | None = None) -> int:
    """Run the window until it is closed."""
    write_log()
    application = Application(QApplication(sys.argv[:1]))
    install_hooks(application)
    Garbage(application)
    answer_first()
    application.start(folder)
    return int(application.qt.exec())


def answer_first() -> None:
    """Let the window wait for jobs on threads no longer than it must.

    It gives its turn away at almost every call of Qt; with Python's 5 ms until it comes back, a window that laid
    out a comparison while another job was at work did not answer for up to 225 ms, instead of 44 to 62.
    """
    sys.setswitchinterval(TURN)


def write_log() -> None:
    """Keep a short log beside the settings, for a report of a bug."""
    try:
        settings_folder().mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            settings_folder() / "log.txt", maxBytes=200_000, backupCount=1
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)


def install_hooks(application: Application) -> None:
    """Let no error vanish: what nobody caught is logged and shown once."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("uncaught", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            application.bug.emit(error)

    def from_qt(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        log.warning("Qt: %s", text)

    sys.excepthook = uncaught
    threading.excepthook = lambda args: uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    qInstallMessageHandler(from_qt)
