"""The main job on the sample archive, done by the real window, with pictures of every screen."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.app import Application, install_hooks, write_log
from desktop_app.core.errors import UserError
from desktop_app.paths import shipped

QUERY = "“Kestrel lock” evacuated OR homes"
SIZE = (1440, 900)
PATIENCE = 60_000  # milliseconds a step may take
SETTLED = 250  # milliseconds for layout and late paints before a picture is taken


class Tour(QObject):
    """Leads one window through the main job and takes its pictures."""

    def __init__(self, out: Path) -> None:
        super().__init__()
        existing = QApplication.instance()
        qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        self.out = out
        self.application = Application(qt)
        self.window = self.application.window
        self.pictures: list[Path] = []
        self.failure: Exception | None = None
        for part in (self.window.session, self.window.importing, self.window.comparing, self.window.exporting):
            part.failed.connect(self._failed)

    def run(self) -> None:
        """Do the whole job."""
        window = self.window
        window.resize(*SIZE)
        window.show()
        self._wait(window.session.opened, lambda: window.open(self.out / "Tour archive", create=True))
        self._picture("first_run")
        self._wait(window.importing.reported, lambda: window.importing.start([shipped("resources") / "samples"]))
        self._picture("import_report")
        self._wait(window.session.indexed, window.session.rebuild_index)
        window.report.back_wanted.emit()
        self._wait(window.session.found, lambda: window.top_bar.field.setText(QUERY))
        window.library.put_in_tray(self._reports())
        self._picture("library")
        window.library.inspector.hide()
        window.library.reader.step(1)
        self._picture("reader")
        window.library.inspector.show()
        self._wait(window.comparing.ready, window.library.tray.compare_wanted.emit)
        window.commands["next_row"].trigger()
        self._picture("comparison")
        self._export()
        window.close()

    def _reports(self) -> list[int]:
        from desktop_app.ui.sample import compared

        archive = self.window.session.archive
        if archive is None:
            raise UserError("no_archive", "The tour found no archive to show.")
        return compared(archive.articles.summaries(list(archive.articles.ids(order="oldest"))))

    def _export(self) -> None:
        view = self.window.comparing.view
        if view is None:
            raise UserError("no_comparison", "The tour found no comparison to export.")
        exporting = self.window.exporting
        exporting.written.disconnect(exporting.tell)
        target = self.out / "Comparison.pdf"
        self._wait(exporting.written, lambda: exporting.start(view.articles, view.comparison, target))

    def _picture(self, name: str) -> None:
        for theme in ("dark", "light"):
            self.application.set_theme(theme)
            _pause(SETTLED)
            file = self.out / f"{name}-{theme}.png"
            self.window.grab().save(str(file))
            self.pictures.append(file)

    def _wait(self, signal: SignalInstance, start: Callable[[], object]) -> None:
        """Start something and handle events until its signal comes."""
        loop = QEventLoop()
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        signal.connect(loop.quit)
        timer.start(PATIENCE)
        start()
        loop.exec()
        signal.disconnect(loop.quit)
        if self.failure is not None:
            raise self.failure
        if not timer.isActive():
            raise UserError("tour_stuck", "A step of the tour did not end in time.")

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self.failure = error


def main(arguments: list[str]) -> int:
    """Perform the tour; pictures and PDF go to the folder named, or to a new one."""
    out = Path(arguments[0]) if arguments else Path(tempfile.mkdtemp(prefix="second-source-tour-"))
    out.mkdir(parents=True, exist_ok=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    clock = QElapsedTimer()
    clock.start()
    with tempfile.TemporaryDirectory() as home:
        os.environ["SECOND_SOURCE_HOME"] = home
        write_log()
        tour = Tour(out)
        install_hooks(tour.application)
        try:
            tour.run()
        except UserError as error:
            print(error.message, file=sys.stderr)
            return 1
    print(f"Imported, searched, compared and exported the sample archive in {clock.elapsed() / 1000:.1f} s.")
    for file in (*tour.pictures, out / "Comparison.pdf"):
        print(file)
    return 0


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
