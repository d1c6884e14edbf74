"""Choosing the encoding of an article that was read in the wrong one, seeing its first lines in each."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ArchivedArticle, Article
from desktop_app.core.errors import UserError
from desktop_app.core.importing.decoding.encoding import CHOICES
from desktop_app.core.progress import Progress
from desktop_app.ui.article_browser import ArticleBrowser
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.theme import reading_font

SIZE = (860, 480)  # pixels
LIST_WIDTH = 360  # pixels
PAUSE = 80  # milliseconds on a line of the list before the article is read so


class EncodingDialog(QDialog):
    """Lists the encodings by their languages beside the first lines of the article; `chosen` gives the reading."""

    chosen = Signal(int, object)  # the id of the article, and it as it was read

    def __init__(self, article: ArchivedArticle, original: bytes, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Read with another encoding")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._article, self._original, self._jobs = article, original, jobs
        self._read: Article | None = None
        self._wanted = ""
        self.list = QListWidget()
        self.list.setObjectName("encodings")
        self.list.setAccessibleName("Encodings")
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = ArticleBrowser()
        self.preview.setAccessibleName("The first lines, read so")
        self.preview.setFont(reading_font(16))
        self.damage = QLabel()
        self.damage.setWordWrap(True)
        self.damage.setProperty("look", "muted")
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._start)
        self._list_encodings()
        self.list.currentItemChanged.connect(self._changed)
        self._changed()

    @property
    def encoding(self) -> str:
        """The encoding that is chosen in the list, in Python's name."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def accept(self) -> None:
        """Take the reading that is shown."""
        if self._read is not None:
            self.chosen.emit(self._article.id, self._read)
        super().accept()

    def _lay_out(self) -> None:
        intro = QLabel(
            "Choose the encoding in which accents and letters look right. What you have set by hand stays as it is."
        )
        intro.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton("Read it so", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addLayout(middle, 1)
        layout.addWidget(self.damage)
        layout.addWidget(self.buttons)

    def _list_encodings(self) -> None:
        """List the encodings; the one the article was read with is chosen and says so."""
        for encoding, languages in CHOICES.items():
            here = encoding == self._article.article.encoding
            item = QListWidgetItem(f"{languages} ({encoding}){' · as it is now' if here else ''}")
            item.setData(Qt.ItemDataRole.UserRole, encoding)
            self.list.addItem(item)
            if here:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    @Slot()
    def _changed(self) -> None:
        self._read = None
        self.take.setEnabled(False)
        self._pause.start()

    @Slot()
    def _start(self) -> None:
        self._wanted = self.encoding
        name = self._article.original_name
        job = self._jobs.read("Reading again", _read_as, self._original, name, self._wanted)
        job.succeeded.connect(self._show)

    @Slot(object)
    def _show(self, read: tuple[str, Article | None, str, str]) -> None:
        encoding, article, lines, told = read
        if encoding != self.encoding:
            return  # another one was chosen meanwhile
        self._read = article
        self.preview.setPlainText(lines)
        self.damage.setText(told)
        self.take.setEnabled(article is not None and encoding != self._article.article.encoding)


def _read_as(report: Progress, original: bytes, name: str, encoding: str) -> tuple[str, Article | None, str, str]:
    """Return an encoding, the article read so if it can be, its telling lines, and what is wrong; on a thread."""
    from desktop_app.core.importing.rereading import read_as, telling_lines

    report(0, 0)
    try:
        article = read_as(original, name, encoding)
    except UserError as error:
        return encoding, None, "", error.message
    return encoding, article, "\n\n".join(telling_lines(article)), " ".join(article.warnings)
