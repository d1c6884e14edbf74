"""How long a comparison takes to open from stored marks, and to take its texts to a row; without a screen.

Without a folder, six reports of 1,000 words and two of 30,000 are made up, which share some sentences and figures.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop_app.app import answer_first  # noqa: E402
from desktop_app.core.archive import opened  # noqa: E402
from desktop_app.core.archive.imports import ReadFile  # noqa: E402
from desktop_app.core.article import Article, Part  # noqa: E402
from desktop_app.ui.garbage import Garbage  # noqa: E402
from desktop_app.ui.jobs import Jobs  # noqa: E402
from desktop_app.ui.main_window import MainWindow  # noqa: E402
from desktop_app.ui.theme import load_fonts, look  # noqa: E402

ROUNDS, PATIENCE = 5, 300.0  # openings; seconds
WORDS = ("river", "water", "town", "gate", "lock", "barge", "bridge", "council", "street", "night", "flood", "wall")
ENDINGS = ("", "s", *(f"{first}{last}" for first in "bdfgklmnprstvz" for last in ("an", "el", "is", "or", "um")))
# As many words as a language has, the first ones the most frequent.
VOCABULARY = [word + middle + last for middle in ENDINGS for last in ENDINGS for word in WORDS]
SAID = (
    "“We had no time to lower the boards,” said Mayor Vera Tallin.",
    "The water rose by three metres in one hour, the Orla Rescue Service said.",
)


def report(number: int, words: int, chance: random.Random) -> Article:
    """Return a made-up report, with figures and names as often as reports have them."""
    sentences, length = list(SAID), 0
    while length < words:
        filler = " ".join(VOCABULARY[int(len(VOCABULARY) * chance.random() ** 3)] for _ in range(14))
        if chance.random() < 0.2:
            filler = f"{chance.randint(2, 900)} people {filler} in Velmark on Tuesday"
        sentences.append(f"The {filler}.")
        length += len(filler.split()) + 1
    chance.shuffle(sentences)
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    date = f"2024-03-{number + 1:02}"
    return Article("\n\n".join(paragraphs), tuple(parts), f"Report {number}", f"Source {number}", published=date)


def made(folder: Path, count: int, words: int) -> Path:
    """Make an archive of made-up reports."""
    chance = random.Random(1)
    articles = [report(number, words, chance) for number in range(count)]
    with opened(folder, create=True) as archive:
        import_id = archive.imports.begin("made up")
        files = [ReadFile(f"/{n}", f"{n}.txt", a.text.encode(), [a]) for n, a in enumerate(articles)]
        archive.imports.add(import_id, files, None)
        archive.imports.end(import_id, 1.0, "finished")
    return folder


def turn() -> None:
    """Let the window do what waits."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()  # noqa: TID251 - the benchmark is the loop


def until(done: Callable[[], bool]) -> float:
    """Let the window work until something is done; return the longest stretch it did not answer, in seconds."""
    longest, end = 0.0, time.monotonic() + PATIENCE
    while not done():
        start = time.perf_counter()
        turn()
        longest = max(longest, time.perf_counter() - start)
        time.sleep(0.001)
        assert time.monotonic() < end, "the comparison did not come"
    return longest


class Opening(NamedTuple):
    """What one opening took, in seconds: by the clock, of the processor, and the longest without an answer."""

    clock: float
    processor: float
    frozen: float


def openings(window: MainWindow, ids: list[int]) -> Iterator[Opening]:
    """Open a comparison again and again, until it is painted and its texts stand level."""
    ready: list[bool] = []
    window.comparing.ready.connect(lambda: ready.append(True))
    for _ in range(ROUNDS + 1):
        ready.clear()
        start, used = time.perf_counter(), time.process_time()
        window.comparing.compare(ids)
        frozen = max(until(lambda: bool(ready)), until(lambda: level(window)))
        yield Opening(time.perf_counter() - start, time.process_time() - used, frozen)


def level(window: MainWindow) -> bool:
    """Tell whether the texts stand as they will."""
    columns = window.comparing.view.columns if window.comparing.view else None
    return columns is not None and columns._standing is not None and not columns._settling.isActive()


def rows(window: MainWindow) -> Iterator[float]:
    """Go through the rows of every kind; give the seconds until the texts are painted at each."""
    view = window.comparing.view
    assert view is not None
    for kind, listed in view.rows.items():
        view.go_to_tab(kind)
        window.grab()
        for number in range(min(40, len(listed))):
            start = time.perf_counter()
            view.table.choose(number)
            turn()
            yield time.perf_counter() - start


def is_open(window: MainWindow, folder: Path) -> bool:
    """Tell whether the window shows an archive, and the index knows all of it."""
    archive = window.session.archive
    return archive is not None and window.session.folder == folder and not archive.index_queue


def measure(title: str, window: MainWindow, folder: Path, most: int) -> None:
    """Measure the comparison of the first articles of an archive and print a line."""
    window.open(folder)
    until(lambda: is_open(window, folder))
    assert window.session.archive is not None
    ids = list(window.session.archive.articles.ids())[:most]
    first, *again = openings(window, ids)
    steps = sorted(rows(window))
    print(
        f"{title:22} {first.clock * 1000:8.0f} {first.frozen * 1000:8.0f}"
        f" {statistics.median(each.clock for each in again) * 1000:8.0f}"
        f" {statistics.median(each.processor for each in again) * 1000:8.0f}"
        f" {max(each.frozen for each in again) * 1000:8.0f}"
        f" {statistics.median(steps) * 1000:8.1f} {steps[-1] * 1000:8.1f}"
    )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="an archive; without one, reports are made up")
    parser.add_argument("--articles", type=int, default=6)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["SECOND_SOURCE_HOME"] = home
        app = QApplication.instance() or QApplication([])
        app.setStyle("Fusion")  # type: ignore[attr-defined]
        load_fonts(app)  # type: ignore[arg-type]
        look.apply(app, "light")  # type: ignore[arg-type]
        heads = ("first", "freeze", "stored", "cpu", "freeze", "row", "worst")
        print(f"{'milliseconds':22}" + "".join(f"{head:>9}" for head in heads))
        window = MainWindow(Jobs())
        Garbage(window)
        answer_first()
        window.resize(1440, 900)
        window.show()
        if asked.folder:
            measure(asked.folder.name, window, asked.folder, asked.articles)
        for count, words in () if asked.folder else ((6, 1000), (2, 30_000)):
            measure(f"{count} of {words:,} words", window, made(Path(home) / f"{words}", count, words), count)
        window.close()


if __name__ == "__main__":
    main()
