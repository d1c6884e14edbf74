"""A real window on a real screen, led by the keyboard alone from the first start to the written PDF."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.core.archive import exists, opened
from desktop_app.paths import default_archive, sample_archive, shipped

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("Xvfb", "xdotool", "openbox")
MISSING = [name for name in NEEDED if not shutil.which(name)]
PATIENCE = 60.0  # seconds for one step, on a busy machine

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(NEEDED)}; not installed: {', '.join(MISSING)}"),
]


class User:
    """Somebody at the keyboard, who also looks at the screen."""

    def __init__(self, display: str, screen: Path) -> None:
        self._env = {**os.environ, "DISPLAY": display}
        self.screen = screen  # what is on the screen, as an XWD file

    def press(self, *keys: str) -> None:
        """Press keys one after another, each when the window has done with the one before."""
        for key in keys:
            self._do("xdotool", "key", "--clearmodifiers", key)
            self.wait_until_still()

    def after(self, key: str) -> bytes:
        """Press a key and return what is on the screen then."""
        self.press(key)
        return self.screen.read_bytes()

    def type(self, text: str) -> None:
        """Type a text, and wait until the window has done with it."""
        self._do("xdotool", "type", "--delay", "15", text)
        self.wait_until_still()

    def wait_for_window(self, title: str, *, exactly: bool = False) -> None:
        """Wait until a window with this title, or with this in its title, has the keyboard."""

        def is_there() -> bool:
            active = self._do("xdotool", "getactivewindow", "getwindowname").strip()
            return active == title if exactly else title in active

        wait(is_there, f"the window “{title}”")
        self.wait_until_still()

    def wait_until_still(self) -> None:
        """Wait until nothing moves; a cursor blinks more slowly than the pictures are taken."""
        look = self.screen.read_bytes
        wait(lambda: look() == (time.sleep(0.2), look())[1], "the window to be still")

    def _do(self, *command: str) -> str:
        return subprocess.run(command, env=self._env, capture_output=True, text=True, check=False).stdout


def wait(done: Callable[[], bool], what: str) -> None:
    """Ask again and again until something is done."""
    latest = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < latest, f"waited in vain for {what}"
        time.sleep(0.1)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """Give the test a screen of its own, kept in a file, with a window manager."""
    place = ["-screen", "0", "1440x900x24", "-fbdir", str(tmp_path)]
    command = ["Xvfb", "-displayfd", "1", *place, "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    name = f":{server.stdout.readline().strip()}"
    env = {**os.environ, "DISPLAY": name}
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    has_manager = ["xdotool", "get_desktop"]  # a window that comes before its manager may never get the keys
    wait(lambda: not subprocess.run(has_manager, env=env, capture_output=True, check=False).returncode, "openbox")
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait()
    server.stdout.close()


@pytest.fixture
def program(display: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program as a user does; its own folders are the test's."""
    with started(display, tmp_path) as process:
        yield process


@contextmanager
def started(display: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give a running program, which is ended at the latest when it is not needed any more."""
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen([sys.executable, "-m", "desktop_app"], cwd=ROOT, env=env)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def imported() -> bool:
    """Tell whether the archive holds a finished import that can be searched."""
    if not exists(default_archive()):
        return False
    with opened(default_archive()) as archive:
        latest = archive.imports.latest()
        return bool(latest) and archive.imports.report(latest or 0).state == "finished" and not archive.index_queue


def test_the_whole_way_by_keyboard(display: str, program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    """Import a folder, search, put two reports side by side, write the PDF, quit: nothing needs a mouse."""
    user = User(display, tmp_path / "Xvfb_screen0")
    target = tmp_path / "flood.pdf"
    try:
        user.wait_for_window("Second Source archive – Second Source")
        user.press("ctrl+shift+i")
        user.wait_for_window("Import a folder")
        user.type(str(shipped("resources") / "samples"))
        user.press("Return")
        user.wait_for_window("Import report")
        wait(imported, "the import")
        user.press("Escape")
        user.wait_for_window("Second Source archive")
        user.press("ctrl+f")
        user.type("kestrel lock gate")
        user.press("Return", "Return", "Down", "Return", "ctrl+shift+d")
        user.wait_for_window("Comparison")
        user.press("ctrl+e")
        user.wait_for_window("Export as PDF")
        user.type(str(target))
        user.press("Return")
        user.wait_for_window("Second Source", exactly=True)
        assert target.is_file()
        user.press("Escape", "ctrl+q")
        assert program.wait(PATIENCE) == 0
    except BaseException:
        shutil.copy(user.screen, tmp_path / "end.xwd")
        print(f"the screen at the end: {tmp_path / 'end.xwd'}")
        raise
    with pypdfium2.PdfDocument(target) as pdf:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    with opened(default_archive()) as archive:
        titles = [article.heading for article in archive.articles.many(archive.articles.ids())]
    assert len([title for title in titles if title in text]) == 2


def test_a_comparison_by_keyboard(display: str, program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    """Every tab, a row accepted and taken back, a text and the way out: the comparison needs no mouse."""
    user = User(display, tmp_path / "Xvfb_screen0")
    try:
        user.wait_for_window("Second Source archive – Second Source")
        user.press("alt+f", "s")
        user.wait_for_window("Comparison")
        shown = [user.after(key) for key in "qnpstf"]
        assert len(set(shown)) == len(shown), "each key has its tab"
        user.press("j", "j", "k", "y")
        wait(lambda: said() > 0, "what was accepted")
        user.press("ctrl+z")
        wait(lambda: said() == 0, "what was taken back")
        texts = [user.after(key) for key in "1234"]
        assert len(set(texts)) > 1, "each number has its text"
        user.press("Escape")
        user.wait_for_window("Sample archive")
        user.press("ctrl+q")
        assert program.wait(PATIENCE) == 0
    except BaseException:
        shutil.copy(user.screen, tmp_path / "end.xwd")
        print(f"the screen at the end: {tmp_path / 'end.xwd'}")
        raise


def test_corrections_by_keyboard(display: str, program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    """Accept, reject, link, join, part, each undone and made again; kept under a name, and there the next time."""
    user = User(display, tmp_path / "Xvfb_screen0")
    try:
        user.wait_for_window("Second Source archive – Second Source")
        user.press("alt+f", "s")
        user.wait_for_window("Comparison")
        for keys, correction in CORRECTIONS.items():
            before = kept()
            user.press(*keys)
            wait(lambda before=before: kept() != before, f"to {correction}")
            after = kept()
            assert correction in changed(before, after)
            user.press("ctrl+z")
            wait(lambda before=before: kept() == before, f"not to {correction}")
            user.press("ctrl+shift+z")
            wait(lambda after=after: kept() == after, f"to {correction} after all")
        user.press("ctrl+s")
        user.wait_for_window("Save this comparison")
        user.type("Kestrel gate")
        user.press("Return")
        wait(lambda: kept()["save"] == ["Kestrel gate"], "the saved comparison")
        user.press("Escape")
        user.wait_for_window("Sample archive")
        user.press("alt+f", "s")
        user.wait_for_window("Comparison")
        seen = [rows(user.after(key)) for key in "nf"]
        user.press("Escape", "ctrl+q")
        assert program.wait(PATIENCE) == 0
        with started(display, tmp_path) as again:
            user.wait_for_window("Sample archive")
            user.press("alt+f", "s")
            user.wait_for_window("Comparison")
            assert [rows(user.after(key)) for key in "nf"] == seen
            user.press("Escape", "ctrl+q")
            assert again.wait(PATIENCE) == 0
    except BaseException:
        shutil.copy(user.screen, tmp_path / "end.xwd")
        print(f"the screen at the end: {tmp_path / 'end.xwd'}")
        raise


# What is pressed in the comparison, and what has changed in the archive then.
CORRECTIONS = {
    ("f", "j", "y"): "accept",
    ("j", "shift+n"): "reject",
    ("1", "shift+Down", "2", "shift+Down", "l"): "link",
    ("n", "j", "shift+Down", "Menu", "Up", "Return"): "join",
    ("n", "j", "shift+n"): "part",
}


def kept() -> dict[str, list[object]]:
    """Return what the sample archive holds of the user's word."""
    with opened(sample_archive()) as archive:
        verdicts = archive.verdicts.among(archive.articles.ids())
        said = {
            name: [each for each in verdicts if each.judgement == judgement]
            for name, judgement in (("accept", "accepted"), ("reject", "rejected"), ("link", "linked"))
        }
        groups, names = archive.aliases.groups(), archive.comparisons.all()
        return {**said, "join": groups, "part": archive.verdicts.apart(), "save": [each.name for each in names]}


def rows(picture: bytes) -> bytes:
    """Return the upper half of what is on the screen: the table, without the texts, which may be scrolled."""
    return picture[: len(picture) // 2]


def changed(before: dict[str, list[object]], after: dict[str, list[object]]) -> list[str]:
    """Return what is not as it was."""
    return [name for name in after if after[name] != before[name]]


def said() -> int:
    """Return how many judgements the sample archive holds."""
    with opened(sample_archive()) as archive:
        return len(archive.verdicts.among(archive.articles.ids()))
