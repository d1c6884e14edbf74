"""A screen without glass, whose picture can be read as fast as memory."""

import mmap
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

COLOURS = 8  # a picture with fewer is an empty window: one with text has many
EVERY = 16  # lines between two that are looked at
PATIENCE = 60.0  # seconds


class Screen:
    """An X server in memory; `display` is what programs find it by."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("Xvfb"):
            sys.exit("Xvfb is not installed.")
        arguments = ("-screen", "0", "1440x900x24", "-nolisten", "tcp", "-fbdir", str(folder))
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._server.stdout is not None
        self.display = f":{self._server.stdout.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self._memory[:100])  # an XWD file: its head, its colours, its lines
        self._first = head[0] + head[19] * 12
        self._line, self._lines = head[12], head[5]

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._memory.close()
        self._server.terminate()
        self._server.wait()

    def picture(self) -> bytes:
        """Return what is on some of the screen's lines."""
        starts = range(self._first, self._first + self._line * self._lines, self._line * EVERY)
        return b"".join(self._memory[start : start + self._line] for start in starts)

    def wait_until_painted(self) -> None:
        """Wait until more than an empty window can be seen."""
        self._wait(lambda colours: colours >= COLOURS)

    def wait_until_empty(self) -> None:
        """Wait until no window is left."""
        self._wait(lambda colours: colours == 1)

    def _wait(self, enough: Callable[[int], bool]) -> None:
        latest = time.monotonic() + PATIENCE
        while not enough(len(set(memoryview(self.picture()).cast("I")))):
            if time.monotonic() > latest:
                sys.exit(f"Nothing was seen on the screen in {PATIENCE:.0f} s.")
            time.sleep(0.002)
