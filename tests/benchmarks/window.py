"""How soon the window is there, and how long it ever keeps one waiting.

Run as python tests/benchmarks/window.py [--bundle FILE] [--files N] [--times N]; needs Xvfb. First, from outside:
the time from starting the program to its first painted picture, and to the last change of it, with an archive of
N articles; beside it, in the same run, a bare PySide6 window. Then, from inside: how late the window is in handling
its events while as many files again are imported and one types a search, and what it did when it was latest.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generating import articles, words, write
from running import ROOT, UNUSUAL, answer, table
from screen import Screen

STILL = 0.4  # seconds without a change after which a picture counts as complete; a cursor blinks more slowly
KEY_EVERY = 120  # milliseconds between two keys
SETTLE = 5000  # milliseconds of each kind of use after the import

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtCore import QTimer, SignalInstance
    from PySide6.QtWidgets import QLineEdit

BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("A window with one line of text"))
window.resize(1440, 900)
window.show()
app.exec()
"""


def main() -> int:
    """Measure both and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--times", type=int, default=5)
    choices = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Screen(Path(name)) as screen:
        home = Path(name) / "home"
        archive = home / "documents" / "Second Source archive"
        for unusual in UNUSUAL:
            os.environ.pop(unusual, None)
        os.environ |= {"SECOND_SOURCE_HOME": str(home), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        answer(archive, "import", write(Path(name) / "before", articles(choices.files, seed=1))[0].parent)
        programs: dict[str, list[object]] = {
            "a bare PySide6 window": [sys.executable, "-c", BARE],
            "Second Source, from source": [sys.executable, "-m", "desktop_app"],
        }
        if choices.bundle:
            programs["Second Source, bundle"] = [choices.bundle.resolve()]
        show_starts(screen, programs, choices.times)
        use(archive, write(Path(name) / "after", articles(choices.files, seed=2)))
    return 0


def show_starts(screen: Screen, programs: dict[str, list[object]], times: int) -> None:
    """Start each program in turn, the first round only to warm the disk, and print the table."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for number in range(times + 1):
        for name, command in programs.items():
            milliseconds = start(screen, command)
            if number:
                taken[name].append(milliseconds)
    rows: list[list[object]] = [["ms from start", "painted, median", "least", "most", "complete, median"]]
    for name, pairs in taken.items():
        painted, complete = zip(*pairs, strict=True)
        rows.append([name, statistics.median(painted), min(painted), max(painted), statistics.median(complete)])
    table(rows)
    print()


def start(screen: Screen, command: list[object]) -> tuple[float, float]:
    """Start a program and return the milliseconds to its first painted picture and to the last change of it."""
    screen.wait_until_empty()
    began = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT)
    try:
        screen.wait_until_painted()
        painted = changed = time.perf_counter()
        picture = screen.picture()
        while time.perf_counter() - changed < STILL:
            if (now := screen.picture()) != picture:
                picture, changed = now, time.perf_counter()
            time.sleep(0.01)
    finally:
        process.terminate()
        process.wait()
    return (painted - began) * 1000, (changed - began) * 1000


def use(archive: Path, files: list[Path]) -> None:
    """Open the window in this process, import while typing, read what is found, and print how late it was."""
    from latency import Latency
    from PySide6.QtWidgets import QApplication

    from desktop_app.app import Application

    application = Application(QApplication(sys.argv[:1]))
    window = application.window
    latency = Latency()
    failures: list[Exception] = []
    for part in (window.session, window.library, window.importing):
        part.failed.connect(failures.append)
    with latency.phase("opening, listing"):
        wait(window.session.found, lambda: application.start(archive))
    typing = type_into(window.top_bar.field)
    with latency.phase("importing, typing"):
        wait(window.importing.reported, lambda: window.importing.start([files[0].parent]))
    with latency.phase("the report"):
        wait(None, window.report.back_wanted.emit)
    with latency.phase("typing on"):
        wait(None)
    typing.stop()
    reading = every(KEY_EVERY, window.commands["next_article"].trigger)
    with latency.phase("reading on"):
        wait(None)
    reading.stop()
    window.close()
    latency.show()
    if failures:
        sys.exit(f"failed: {failures[0]}")


def type_into(field: "QLineEdit") -> "QTimer":
    """Type words of the articles letter by letter, each word in the place of the one before."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    vocabulary = words()
    letters = itertools.chain.from_iterable(
        f"{word} {vocabulary[7]}\n" for word in itertools.cycle(vocabulary[::97])
    )

    def press() -> None:
        letter = next(letters)
        if not field.isVisible():
            return
        if letter == "\n":
            field.selectAll()
        else:
            QTest.keyClick(field, Qt.Key.Key_Space if letter == " " else letter)

    return every(KEY_EVERY, press)


def every(milliseconds: int, activity: Callable[[], None]) -> "QTimer":
    """Do something again and again until the timer that is returned is stopped."""
    from PySide6.QtCore import QTimer

    timer = QTimer()
    timer.timeout.connect(activity)
    timer.start(milliseconds)
    return timer


def wait(signal: "SignalInstance | None", start: Callable[[], object] = list) -> None:
    """Start something and handle events until its signal comes; without a signal, for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    if signal is None:
        QTimer.singleShot(SETTLE, loop.quit)
    else:
        signal.connect(loop.quit)
    start()
    loop.exec()
    if signal is not None:
        signal.disconnect(loop.quit)


if __name__ == "__main__":
    sys.exit(main())
