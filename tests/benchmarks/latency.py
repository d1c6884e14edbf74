"""How late a window is in handling its events, and what it was doing when it was latest."""

import faulthandler
import re
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from running import table

EVERY = 5  # milliseconds between two events that should be on time
LONG = 50.0  # milliseconds of lateness after which it is asked what takes so long
SHOWN = 6  # long waits of which the place is shown
DEPTH = 5  # frames of our own code that are shown of a place

Frame = tuple[str, int, str]  # file, line, function


class Latency(QObject):
    """Notes how late each of many small events is handled, by phases."""

    def __init__(self) -> None:
        super().__init__()
        self._late: dict[str, list[float]] = {}
        self._waits: list[tuple[float, str, str]] = []  # milliseconds, phase, place
        self._phase = ""
        self._places: Counter[str] = Counter()
        self._thread = threading.get_ident()
        self._handled = time.perf_counter()
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Note what is late in this phase."""
        self._phase = name
        self._handled = time.perf_counter()
        if not self._watch.is_alive():
            self._watch.start()
        self._timer.start(EVERY)
        yield
        self._tick()
        self._timer.stop()
        self._phase = ""

    def show(self) -> None:
        """Print the tables."""
        self._stop.set()
        self._watch.join()
        rows: list[list[object]] = [["events late by ms", "events", "p50", "p95", "p99", "most", "over 100"]]
        for name, late in self._late.items():
            parts = statistics.quantiles(late, n=100, method="inclusive")
            over = sum(wait > 100 for wait in late)
            rows.append([name, len(late), parts[49], parts[94], parts[98], max(late), over])
        table(rows)
        for wait, phase, place in sorted(self._waits, reverse=True)[:SHOWN]:
            print(f"\n{wait:.0f} ms in “{phase}”:\n{place}")

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        late = max(0.0, (now - self._handled) * 1000 - EVERY)
        self._late.setdefault(self._phase, []).append(late)
        if late > LONG:
            places = "\n".join(f"  {count} × {place}" for place, count in self._places.most_common(3))
            self._waits.append((late, self._phase, places or "  (not seen)"))
        self._places.clear()
        self._handled = time.perf_counter()

    def _look(self) -> None:
        """Ask, from a thread of its own, what keeps the window."""
        with tempfile.TemporaryFile("w+", encoding="utf-8") as dump:
            while not self._stop.wait(0.01):
                if self._phase and (time.perf_counter() - self._handled) * 1000 > LONG:
                    stacks = _stacks(dump)
                    others = [_place(stack) for thread, stack in stacks.items() if thread != self._thread]
                    beside = "; ".join(place for place in others if place)
                    place = _place(stacks.get(self._thread, [])) or "Qt itself"
                    self._places[place + (f"  [beside: {beside}]" if beside else "")] += 1


def _stacks(dump: TextIO) -> dict[int, list[Frame]]:
    """Return where each thread is, the innermost frame first.

    No frame itself is held, nor a painter in it: Qt dies of one that ends after the painting, on another thread.
    """
    dump.seek(0)
    dump.truncate()
    faulthandler.dump_traceback(dump, all_threads=True)
    dump.seek(0)
    found: dict[int, list[Frame]] = {}
    for line in dump:
        if thread := re.match(r"(?:Current t|T)hread 0x([0-9a-f]+)", line):
            stack = found[int(thread[1], 16)] = []
        elif frame := re.match(r'  File "(.*)", line (\d+) in (.*)', line):
            stack.append((frame[1], int(frame[2]), frame[3]))
    return found


def _place(frames: Sequence[Frame]) -> str:
    """Return where a thread is: its innermost frame, and the innermost frames of our code around it."""
    ours = [known for known in frames if "desktop_app" in known[0]][:DEPTH]
    if not ours:
        return ""
    inner = [] if frames[0] == ours[0] else [frames[0]]
    return " < ".join(f"{name} {file.rsplit('/', 1)[-1]}:{line}" for file, line, name in [*inner, *ours])
