"""Where the index lies: one folder a generation, and two small files that name them.

`current` names the generation that is searched, `next` the one being built anew. When `next` is complete it is
renamed to `current`: one step, so that a search finds either the old index or the whole new one.
"""

import json
import os
from pathlib import Path

from desktop_app.core.archive import Archive

STAMP = "stamp.json"
VERSION = 6  # of what is written; an index of another one is built anew


def pointed(folder: Path) -> tuple[int, int] | None:
    """Return what is another value as soon as another index is in use; None when none is."""
    try:
        facts = (folder / "current").stat()
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns


def searched_place(archive: Archive) -> Path | None:
    """Return the folder that is searched now: the current index, or the one being built when there is none."""
    generations = generations_of(archive)
    return generations.current() or generations.next()


def up_to_date(archive: Archive) -> bool:
    """Tell whether the index knows all of the archive; whether it can be read is seen when it is searched."""
    generations = generations_of(archive)
    return bool(generations.current()) and not generations.next() and not len(archive.index_queue)


def generations_of(archive: Archive) -> "Generations":
    """Return where the index of an archive lies."""
    return Generations(archive.index_folder, {"version": VERSION, "archive": archive.id})


class Generations:
    """The generations of one archive's index; `stamp` tells what an index must be to be ours."""

    def __init__(self, folder: Path, stamp: dict[str, object]) -> None:
        self.folder = folder
        self._stamp = stamp

    def current(self) -> Path | None:
        """Return the folder of the index in use, or None when there is none with our stamp."""
        return self._named("current")

    def next(self) -> Path | None:
        """Return the folder of the index being built, or None."""
        return self._named("next")

    def make(self) -> Path:
        """Return a new folder with our stamp; nothing names it yet."""
        place = self.folder / f"index-{os.urandom(6).hex()}"
        place.mkdir(parents=True)
        (place / STAMP).write_text(json.dumps(self._stamp), encoding="utf-8")
        return place

    def begin(self, place: Path) -> None:
        """Name the folder that is being built."""
        half = self.folder / "next.new"
        half.write_text(place.name, encoding="utf-8")
        half.replace(self.folder / "next")

    def switch(self) -> None:
        """Put the index that was built in the place of the current one, and remove the others."""
        (self.folder / "next").replace(self.folder / "current")
        self.tidy()

    def forget(self, name: str) -> None:
        """Name no `current` or `next` any more."""
        (self.folder / name).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove the folders nothing names; one that is still in use is left for the next time."""
        kept = {self._name(pointer) for pointer in ("current", "next")}
        import shutil  # longer to load than what a search does here

        for place in self.folder.glob("index-*"):
            if place.name not in kept:
                shutil.rmtree(place, ignore_errors=True)

    def _named(self, pointer: str) -> Path | None:
        name = self._name(pointer)
        place = self.folder / name
        return place if name and _stamp(place) == self._stamp else None

    def _name(self, pointer: str) -> str:
        """Return the name a pointer file holds; "" when it is missing or holds anything else."""
        try:
            name = (self.folder / pointer).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""
        return name if name == Path(name).name and name.startswith("index-") else ""


def _stamp(place: Path) -> object:
    try:
        return json.loads((place / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
