"""Opening an original in the program the system has for it: a copy, so that the original stays as it came."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.core.article import ArchivedArticle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive


def open_copy(archive: "Archive", article: ArchivedArticle) -> Path:
    """Open a copy of an article's original under its own name, and return where the copy is."""
    folder = Path(tempfile.mkdtemp(prefix="second-source-"))
    copy = folder / Path(article.original_name).name
    copy.write_bytes(archive.originals.read(article.sha256))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
    return copy
