"""Writing the PDF from the window."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.core.progress import Progress
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.article import ArchivedArticle
    from desktop_app.core.comparison import Comparison
    from desktop_app.core.export.typeset import Written


class ExportFlow(QObject):
    """Asks where to, writes off the interface thread, and says what was written."""

    written = Signal(object, object)  # path, Written
    failed = Signal(Exception)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._target = Path()

    def ask(self, articles: Sequence["ArchivedArticle"], comparison: "Comparison | None") -> None:
        """Ask for a place and write an article, or a comparison, there."""
        heading = articles[0].heading if comparison is None else "Comparison"
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Export as PDF", str(Path.home() / f"{file_name(heading)}.pdf"), "PDF (*.pdf)"
        )
        if name:
            self.start(articles, comparison, Path(name).with_suffix(".pdf"))

    def start(self, articles: Sequence["ArchivedArticle"], comparison: "Comparison | None", target: Path) -> None:
        """Write the PDF to a place."""
        self._target = target
        job = self._session.jobs.write(
            "Writing the PDF", write, list(articles), comparison, target, self._session.name
        )
        job.succeeded.connect(self._done)
        job.failed.connect(self.failed)

    @Slot(object)
    def _done(self, written: "Written") -> None:
        self.written.emit(self._target, written)

    def tell(self, target: Path, written: "Written") -> None:
        """Say what was written, and offer to open it."""
        box = QMessageBox(self._window)
        box.setObjectName("pdfWritten")
        box.setWindowTitle("Second Source")
        pages = "1 page" if written.pages == 1 else f"{written.pages} pages"
        box.setText(f"“{target.name}” is written: {pages}.")
        box.setInformativeText("\n".join(written.notes))
        open_button = box.addButton("Open it", QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        open_button.clicked.connect(self._open)
        box.open()

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))


def write(
    _report: Progress,
    articles: "list[ArchivedArticle]",
    comparison: "Comparison | None",
    target: Path,
    archive_name: str,
) -> "Written":
    """Write the PDF; run in a process of its own, since the typesetter cannot be interrupted."""
    from desktop_app.core.export.dossier import write_articles, write_comparison

    if comparison is None:
        return write_articles(articles, target, archive_name)
    return write_comparison(articles, comparison, target, archive_name)


def file_name(heading: str) -> str:
    """Return a heading as the name of a file on any system."""
    return re.sub(r'[\\/:*?"<>|\s]+', " ", heading).strip(" .")[:80] or "Article"
