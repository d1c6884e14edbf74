"""The archive: a folder with the database, the originals and the index. The only code that speaks SQL."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.archive.articles import Articles
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.filters import Filters
from desktop_app.core.archive.queue import IndexQueue
from desktop_app.core.archive.schema import migrate
from desktop_app.core.errors import ArchiveError

if TYPE_CHECKING:
    from desktop_app.core.archive.aliases import Aliases
    from desktop_app.core.archive.attention import Attention
    from desktop_app.core.archive.comparisons import Comparisons
    from desktop_app.core.archive.corrections import Corrections
    from desktop_app.core.archive.evidence import KeptEvidence
    from desktop_app.core.archive.facets import Facets
    from desktop_app.core.archive.imports import Imports
    from desktop_app.core.archive.likenesses import Likenesses
    from desktop_app.core.archive.notes import Notes
    from desktop_app.core.archive.originals import Originals
    from desktop_app.core.archive.saved_searches import SavedSearches
    from desktop_app.core.archive.tags import Tags
    from desktop_app.core.archive.verdicts import Verdicts

DATABASE = "archive.sqlite3"
PATIENCE = 5.0  # seconds to wait for another program that is writing
HARDLY_ANY = 100_000  # bytes left on a disk; SQLite needs a few pages beside the database only to read it
CACHE = 16_000  # kB of pages kept at hand: an import comes back to the same ones, in no order


class Archive:
    """An open archive; not to be shared between threads.

    What it is made of stands in its attributes, each saying for itself what it does; those that no search needs are
    loaded when they are first asked for.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.db = Database(connection)
        self.articles = Articles(self.db)
        self.filters = Filters(self.db)
        self.index_queue = IndexQueue(self.db)

    @cached_property
    def facets(self) -> "Facets":
        """How many articles of a list have what."""
        from desktop_app.core.archive.facets import Facets

        return Facets(self.db)

    @cached_property
    def aliases(self) -> "Aliases":
        """The names the user has said are one."""
        from desktop_app.core.archive.aliases import Aliases

        return Aliases(self.db)

    @cached_property
    def corrections(self) -> "Corrections":
        """What the user has put right."""
        from desktop_app.core.archive.corrections import Corrections

        return Corrections(self.db, self.articles)

    @cached_property
    def likenesses(self) -> "Likenesses":
        """Which articles are alike."""
        from desktop_app.core.archive.likenesses import Likenesses

        return Likenesses(self.db)

    @cached_property
    def evidence(self) -> "KeptEvidence":
        """What was found in articles, kept."""
        from desktop_app.core.archive.evidence import KeptEvidence

        return KeptEvidence(self.db)

    @cached_property
    def attention(self) -> "Attention":
        """What waits for the user to look at it."""
        from desktop_app.core.archive.attention import Attention

        return Attention(self.db)

    @cached_property
    def originals(self) -> "Originals":
        """The files as they came."""
        from desktop_app.core.archive.originals import Originals

        return Originals(self.folder / "originals")

    @cached_property
    def imports(self) -> "Imports":
        """What was taken in, and what became of each file."""
        from desktop_app.core.archive.imports import Imports

        return Imports(self.db, self.originals)

    @cached_property
    def tags(self) -> "Tags":
        """The tags of articles."""
        from desktop_app.core.archive.tags import Tags

        return Tags(self.db)

    @cached_property
    def notes(self) -> "Notes":
        """Stars and notes."""
        from desktop_app.core.archive.notes import Notes

        return Notes(self.db)

    @cached_property
    def searches(self) -> "SavedSearches":
        """Saved searches, and the last ones."""
        from desktop_app.core.archive.saved_searches import SavedSearches

        return SavedSearches(self.db)

    @cached_property
    def verdicts(self) -> "Verdicts":
        """What the user says of rows of evidence."""
        from desktop_app.core.archive.verdicts import Verdicts

        return Verdicts(self.db)

    @cached_property
    def comparisons(self) -> "Comparisons":
        """Comparisons saved under a name."""
        from desktop_app.core.archive.comparisons import Comparisons

        return Comparisons(self.db)

    @property
    def name(self) -> str:
        """What the user calls the archive: the name of its folder."""
        return self.folder.name

    @property
    def id(self) -> str:
        """The archive's own random name, by which an index knows whose it is."""
        (value,) = self.db.execute("SELECT id FROM archive").fetchone()
        return str(value)

    @property
    def changes(self) -> int:
        """A number that is another one as soon as any other connection has written to the archive."""
        (value,) = self.db.execute("PRAGMA data_version").fetchone()
        return int(value)

    @property
    def index_folder(self) -> Path:
        """The folder of the index, which may be deleted at any time."""
        return self.folder / "index"


def exists(folder: Path) -> bool:
    """Tell whether a folder holds an archive."""
    return (folder / DATABASE).is_file()


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Archive]:
    """Open an archive for a piece of work and close it after; ArchiveError says why it cannot be used."""
    archive = open_archive(folder, create=create)
    try:
        with explained(folder):
            yield archive
    finally:
        archive.db.close()


def open_archive(folder: Path, *, create: bool = False, wandering: bool = False) -> Archive:
    """Open an archive, bringing its tables up to date; `create` makes it when there is none.

    One that is `wandering` may go from thread to thread, but never be in two at once. Raises ArchiveError when the
    folder holds no archive or one that cannot be used.
    """
    file = folder / DATABASE
    if not create and not file.is_file():
        raise ArchiveError("no_archive", f"There is no archive in “{folder}”. Choose another folder.")
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=not wandering)
        try:
            archive = Archive(folder, connection)
            migrate(archive.db, file)  # first: it refuses a file that is not ours, which must stay as it is
            for setting in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"cache_size=-{CACHE}"):
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()
            raise
    return archive


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the disk and the database say into a sentence for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explanation(folder, error) from error
    except OSError as error:
        if error.filename is not None and not str(error.filename).startswith(str(folder)):
            raise
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ArchiveError(*_said(folder, "SQLITE_FULL")) from error
        message = f"The archive “{folder}” cannot be used: {error.strerror}. Check the folder and its disk."
        raise ArchiveError("archive_unusable", message) from error


def _explanation(folder: Path, error: sqlite3.Error) -> Exception:
    """Return the user's sentence for an error of the environment; an error of ours stays what it is."""
    import shutil  # longer to load than what a search needs of it

    name = getattr(error, "sqlite_errorname", "") or ""
    kind = next((kind for kind in _KINDS if name.startswith(kind)), None)
    if kind == "SQLITE_IOERR" and shutil.disk_usage(folder).free < HARDLY_ANY:
        kind = "SQLITE_FULL"
    return ArchiveError(*_said(folder, kind)) if kind else error


def _said(folder: Path, kind: str) -> tuple[str, str]:
    code, sentence = _KINDS[kind]
    return code, sentence.format(folder=folder)


_KINDS = {
    "SQLITE_BUSY": (
        "archive_locked",
        "The archive “{folder}” is being written by another program. Wait for it, or close it, and try again.",
    ),
    "SQLITE_LOCKED": (
        "archive_locked",
        "The archive “{folder}” is being written by another program. Wait for it, or close it, and try again.",
    ),
    "SQLITE_FULL": (
        "disk_full",
        "The disk of the archive “{folder}” is full. Free some space and try again; nothing kept is lost.",
    ),
    "SQLITE_IOERR": (
        "disk_error",
        "The disk of the archive “{folder}” reports errors. Check it, and copy the archive elsewhere.",
    ),
    "SQLITE_CORRUPT": (
        "archive_damaged",
        "The archive “{folder}” is damaged. Restore it from a backup; its originals folder is untouched.",
    ),
    "SQLITE_NOTADB": (
        "not_an_archive",
        "“{folder}” holds no archive of Second Source, or a damaged one. Choose another, or restore a backup.",
    ),
    "SQLITE_READONLY": (
        "read_only",
        "The archive “{folder}” may not be written to. Change the permissions of the folder.",
    ),
    "SQLITE_CANTOPEN": (
        "archive_unusable",
        "The archive “{folder}” cannot be opened. Check that the folder exists and that you may use it.",
    ),
    "SQLITE_PERM": (
        "archive_unusable",
        "The archive “{folder}” cannot be opened. Check that the folder exists and that you may use it.",
    ),
}
