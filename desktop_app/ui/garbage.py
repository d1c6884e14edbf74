"""Python's garbage is collected on the interface thread alone, and between other events.

Left to itself the collector runs in whatever thread makes one object too many. What it finds there may be a widget,
and Qt crashes when one is deleted on another thread. Anki and calibre collect in this way, too.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1_000  # milliseconds


class Garbage(QObject):
    """Collects garbage by its own clock from now on; make it once the window is there, on the interface thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there now stays until the end: nobody need go through it again
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self.collect)
        self._clock.start()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that have grown beyond Python's own thresholds."""
        due = 0
        for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True):
            if count <= most:
                break
            due += 1
        if due:
            gc.collect(due - 1)
