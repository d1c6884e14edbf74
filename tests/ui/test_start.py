"""The start stays light, and the version of Qt in use does not eat Python's own objects."""

import subprocess
import sys

from PySide6.QtWidgets import QLineEdit

from desktop_app.app import answer_first

HEAVY = ("numpy", "sqlite_utils", "whoosh", "trafilatura", "lxml", "typst", "Stemmer", "platformdirs")


def test_heavy_libraries_are_not_loaded_before_the_first_window() -> None:
    """What is not needed to paint the window is loaded later, off the interface thread."""
    code = f"""
import sys
from PySide6.QtWidgets import QApplication
from desktop_app.app import Application, answer_first
application = Application(QApplication([]))
application.window.show()
application.window.grab()
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"


def test_calls_into_qt_leave_none_alone(qtbot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at each call and ends in a crash."""
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for number in range(2000):
        field.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 200


def test_the_window_waits_for_threads_in_short_turns() -> None:
    """A job on a thread may not keep its turn for the five milliseconds that are Python's own measure."""
    before = sys.getswitchinterval()
    try:
        answer_first()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)
