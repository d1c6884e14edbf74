"""Opening an original in the program the system has for it: a copy, so that the original stays as it came."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.core.article import ArchivedArticle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive


def show_in_folder(place: str) -> Path:
    """Open the folder a file is in, or what is left of the way to it, and return it.

    The file itself is not opened: what could not be read may be a program.
    """
    folder = next(above for above in Path(place).parents if above.is_dir())
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return folder


def open_copy(archive: "Archive", article: ArchivedArticle) -> Path:
    """Open a copy of an article's original under its own name, and return where the copy is."""
    folder = Path(tempfile.mkdtemp(prefix="second-source-"))
    copy = folder / Path(article.original_name).name
    copy.write_bytes(archive.originals.read(article.sha256))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
    return copy
