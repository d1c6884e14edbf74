"""Taking files and folders into an archive, a batch at a time, so that no mishap costs more than itself."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop_app.core.archive import Archive, explained, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.archive.likenesses import Traits
from desktop_app.core.article import Article, FileOutcome, ImportReport
from desktop_app.core.errors import ArchiveError
from desktop_app.core.importing import duplicates
from desktop_app.core.importing.duplicates import GROUP
from desktop_app.core.importing.files import find
from desktop_app.core.importing.following import Following
from desktop_app.core.importing.reading import Original, read_files
from desktop_app.core.importing.traits import traits_of
from desktop_app.core.progress import Cancelled, Progress

BATCH_FILES, BATCH_SECONDS, BATCH_BYTES = 100, 0.5, 16_000_000  # what is lost at most by pulling the plug
KEEPERS = 8  # originals written at once: a disk takes its time for each, but takes several


def import_paths(report: Progress, folder: Path, paths: list[Path], collection: str | None = None) -> ImportReport:
    """Import files and folders into the archive in `folder`, which is made if there is none.

    Whatever cannot be read is listed in the report. Cancelled leaves what was read until then in the archive,
    where it is indexed next time. Raises ArchiveError when the archive as a whole cannot be used.
    """
    began = time.monotonic()
    with opened(folder, create=True) as archive, ThreadPoolExecutor(KEEPERS) as keepers, ExitStack() as ending:
        import_id = archive.imports.begin(label(paths), [str(path.resolve()) for path in paths])
        intake = _Intake(archive, import_id, collection, keepers)
        try:
            following = _take_all(report, intake, paths, ending)
        except Cancelled:
            intake.commit()
            archive.imports.end(import_id, time.monotonic() - began, "cancelled")
            raise
        seconds = time.monotonic() - began
        archive.imports.end(import_id, seconds, "finished")
        intake.compare(report, last=True)
        with _if_room(archive):
            duplicates.catch_up(report, archive)
        if not (following and following.finish(report)):
            follow(report, archive)
        kept = archive.imports.report(import_id)
        return replace(kept, seconds=seconds, state="finished", files=tuple(intake.outcomes))


def label(paths: Sequence[Path]) -> str:
    """Return what an import is called: by its folder, its file, or how many of them there are."""
    if len(paths) != 1:
        return f"{len(paths)} " + ("files and folders" if any(path.is_dir() for path in paths) else "files")
    return f"Folder {paths[0].resolve().name}" if paths[0].is_dir() else paths[0].name


class _Intake:
    """One running import: what was read and waits for its batch to be written."""

    def __init__(self, archive: Archive, import_id: int, collection: str | None, keepers: Executor) -> None:
        self.archive = archive
        self._import_id = import_id
        self._collection = collection
        self._keepers = keepers
        self._keeping: dict[bytes, Future[str]] = {}
        self._waiting: list[ReadFile | FileOutcome] = []
        self._bytes = 0
        self._since = time.monotonic()
        self._traits: dict[int, Traits] = {}  # of articles that wait, by what is their own while they do
        self._uncompared: dict[int, Traits] = {}
        self.outcomes: list[FileOutcome] = []  # of all files, also of those a full disk cannot remember

    def take(self, original: Original) -> None:
        """Take what was read, and write the batch when it is full."""
        file = to_keep(original)
        self._waiting.append(file)
        self._traits |= zip(map(id, original.articles), original.traits, strict=False)
        if isinstance(file, ReadFile) and file.original not in self._keeping:
            self._keeping[file.original] = self._keepers.submit(self.archive.originals.keep, file.original)
        self._bytes += len(original.content)
        waited = time.monotonic() - self._since
        if len(self._waiting) >= BATCH_FILES or self._bytes >= BATCH_BYTES or waited >= BATCH_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        files = [file if isinstance(file, FileOutcome) else self._kept(file) for file in self._waiting]
        new: dict[int, Article] = {}
        self.outcomes += self.archive.imports.add(self._import_id, files, self._collection, new)
        self._uncompared |= self._with_traits(new)
        self._waiting, self._bytes, self._since = [], 0, time.monotonic()
        self._keeping, self._traits = {}, {}

    def _with_traits(self, new: dict[int, Article]) -> dict[int, Traits]:
        """Return the traits of articles by their ids; where a rule has changed one, they are worked out anew."""
        others = {id_: article for id_, article in new.items() if id(article) not in self._traits}
        found = dict(zip(others, traits_of(others.values()), strict=True))
        return {id_: found.get(id_) or self._traits[id(article)] for id_, article in new.items()}

    def _kept(self, file: ReadFile) -> ReadFile:
        """Wait until an original is kept; one that could not be is tried again, and told, when it is added."""
        keeping = self._keeping[file.original]
        return file if keeping.exception() else replace(file, sha256=keeping.result())

    @property
    def has_group(self) -> bool:
        """Whether enough articles were written to compare them together."""
        return len(self._uncompared) >= GROUP

    def compare(self, report: Progress, *, last: bool = False) -> None:
        """Compare what was written, in groups that do not depend on how quick it was, the last of them smaller.

        What no room is found for waits in the archive.
        """
        while self.has_group or (last and self._uncompared):
            report(0, 0, "Looking for the same texts")
            group = {id_: self._uncompared.pop(id_) for id_ in list(islice(self._uncompared, GROUP))}
            with _if_room(self.archive):
                as_read = self.archive.likenesses.as_read(group)
                duplicates.compare(self.archive, {id_: group[id_] for id_ in as_read})


def to_keep(original: Original) -> ReadFile | FileOutcome:
    """Return what the archive is to keep or to remember of an original."""
    if original.error:
        return FileOutcome(original.place, "failed", None, original.error.code, original.error.message)
    if original.known:
        return FileOutcome(original.place, "duplicate", original.known)
    return ReadFile(original.place, original.name, original.content, original.articles)


def _take_all(report: Progress, intake: _Intake, paths: list[Path], ending: ExitStack) -> Following | None:
    """Read everything; return the process in which the index follows where that is worth while."""
    files: list[Path] = []
    for file in find(paths):
        files.append(file)
        report(0, 0, file.name)
    places = {file: place for place, file in enumerate(files)}
    following: Following | None = None

    def at(file: Path) -> None:
        report(places[file], len(files), file.name)

    with closing(read_files(files, intake.archive.imports.already_here, at)) as originals:
        for original in originals:
            at(original.path)
            intake.take(original)
            if intake.has_group:
                following = following or ending.enter_context(closing(Following(intake.archive.folder)))
                intake.compare(report)
    intake.commit()
    report(len(files), len(files))
    return following


def follow(report: Progress, archive: Archive) -> None:
    """Look for what is here twice and let the index follow; on a full disk both follow when there is room again."""
    from desktop_app.core.search.index import catch_up

    with _if_room(archive):
        duplicates.catch_up(report, archive)
        catch_up(report, archive)


@contextmanager
def _if_room(archive: Archive) -> Iterator[None]:
    """Do what can as well be done later, when the disk has room for it."""
    try:
        with explained(archive.folder):
            yield
    except ArchiveError as error:
        if error.code != "disk_full":
            raise
