"""Taking files and folders into an archive, a batch at a time, so that no mishap costs more than itself."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop_app.core.analysis import keeping
from desktop_app.core.archive import Archive, explained, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import FileOutcome, ImportReport
from desktop_app.core.errors import ArchiveError
from desktop_app.core.importing import duplicates
from desktop_app.core.importing.files import find
from desktop_app.core.importing.reading import Original, read_files
from desktop_app.core.progress import Cancelled, Progress

BATCH_FILES, BATCH_SECONDS, BATCH_BYTES = 50, 0.5, 16_000_000  # what is lost at most by pulling the plug
INDEX_EVERY = 1_000  # articles after which the index follows
MARKING = 5.0  # seconds an import spends on marking what it has added; what is left is marked when it is asked for


def import_paths(report: Progress, folder: Path, paths: list[Path], collection: str | None = None) -> ImportReport:
    """Import files and folders into the archive in `folder`, which is made if there is none.

    Whatever cannot be read is listed in the report. Cancelled leaves what was read until then in the archive,
    where it is indexed next time. Raises ArchiveError when the archive as a whole cannot be used.
    """
    began = time.monotonic()
    with opened(folder, create=True) as archive:
        intake = _Intake(
            archive, archive.imports.begin(label(paths), [str(path.resolve()) for path in paths]), collection
        )
        try:
            _take_all(report, intake, paths)
        except Cancelled:
            intake.commit()
            archive.imports.end(intake.import_id, time.monotonic() - began, "cancelled")
            raise
        seconds = time.monotonic() - began
        archive.imports.end(intake.import_id, seconds, "finished")
        follow(report, archive)
        keeping.catch_up(report, archive, MARKING)
        kept = archive.imports.report(intake.import_id)
        return replace(kept, seconds=seconds, state="finished", files=tuple(intake.outcomes))


def label(paths: Sequence[Path]) -> str:
    """Return what an import is called: by its folder, its file, or how many of them there are."""
    if len(paths) != 1:
        return f"{len(paths)} " + ("files and folders" if any(path.is_dir() for path in paths) else "files")
    return f"Folder {paths[0].resolve().name}" if paths[0].is_dir() else paths[0].name


class _Intake:
    """One running import: what was read and waits for its batch to be written."""

    def __init__(self, archive: Archive, import_id: int, collection: str | None) -> None:
        self.archive = archive
        self.import_id = import_id
        self._collection = collection
        self._waiting: list[ReadFile | FileOutcome] = []
        self._bytes = 0
        self._since = time.monotonic()
        self.unindexed = 0
        self.outcomes: list[FileOutcome] = []  # of all files, also of those a full disk cannot remember

    def take(self, original: Original) -> None:
        """Take what was read, and write the batch when it is full."""
        self._waiting.append(to_keep(original))
        self._bytes += len(original.content)
        waited = time.monotonic() - self._since
        if len(self._waiting) >= BATCH_FILES or self._bytes >= BATCH_BYTES or waited >= BATCH_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        outcomes = self.archive.imports.add(self.import_id, self._waiting, self._collection)
        self.outcomes += outcomes
        self.unindexed += sum(outcome.articles for outcome in outcomes)
        self._waiting, self._bytes, self._since = [], 0, time.monotonic()


def to_keep(original: Original) -> ReadFile | FileOutcome:
    """Return what the archive is to keep or to remember of an original."""
    if original.error:
        return FileOutcome(original.place, "failed", None, original.error.code, original.error.message)
    if original.known:
        return FileOutcome(original.place, "duplicate", original.known)
    return ReadFile(original.place, original.name, original.content, original.articles)


def _take_all(report: Progress, intake: _Intake, paths: list[Path]) -> None:
    files: list[Path] = []
    for file in find(paths):
        files.append(file)
        report(0, 0, file.name)
    places = {file: place for place, file in enumerate(files)}

    def at(file: Path) -> None:
        report(places[file], len(files), file.name)

    with closing(read_files(files, intake.archive.imports.already_here, at)) as originals:
        for original in originals:
            at(original.path)
            intake.take(original)
            if intake.unindexed >= INDEX_EVERY:
                follow(report, intake.archive)
                intake.unindexed = 0
    intake.commit()
    report(len(files), len(files))


def follow(report: Progress, archive: Archive) -> None:
    """Look for what is here twice and let the index follow; on a full disk both follow when there is room again."""
    from desktop_app.core.search.index import catch_up

    try:
        with explained(archive.folder):
            duplicates.catch_up(report, archive)
            catch_up(report, archive)
    except ArchiveError as error:
        if error.code != "disk_full":
            raise
