"""The place of the reader: the article, or its words held against those of another."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.progress import Progress
from desktop_app.ui.reader import Reader
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.ui.word_diff_view import ComparedWords, WordDiffView


class ReadingPane(QStackedWidget):
    """Shows the reader until words are compared, and again when another article is read."""

    changed = Signal()  # whether words are being compared
    failed = Signal(Exception)

    def __init__(self, session: Session, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self.words: WordDiffView | None = None
        self.addWidget(reader)
        reader.shown.connect(self.show_reader)

    @property
    def comparing(self) -> bool:
        """Whether words are being compared."""
        return self.currentWidget() is not self._reader

    @Slot(int)
    def compare_with(self, id_: int) -> None:
        """Hold the words of the article being read against those of another."""
        if self._reader.article is not None:
            ids = [self._reader.article.id, id_]
            job = self._session.jobs.read("Comparing words", compare_words, self._session.folder, ids)
            job.succeeded.connect(self._show_words)
            job.failed.connect(self.failed)

    def step(self, by: int) -> None:
        """Go to the next or the previous change."""
        if self.words is not None:
            self.words.step(by)

    @Slot()
    def show_reader(self) -> None:
        """Go back to the article."""
        if self.comparing:
            self.setCurrentWidget(self._reader)
            self._reader.browser.setFocus()
            self.changed.emit()

    @Slot(object)
    def _show_words(self, compared: "ComparedWords") -> None:
        reading = self._reader.article
        if reading is None or reading.id not in (compared.first.id, compared.second.id):
            return  # another article is being read meanwhile
        if self.words is None:
            from desktop_app.ui.word_diff_view import WordDiffView

            self.words = WordDiffView(self)
            self.words.back_wanted.connect(self.show_reader)
            self.addWidget(self.words)
        self.setCurrentWidget(self.words)
        self.words.show_words(compared)
        self.changed.emit()


def compare_words(report: Progress, folder: Path, ids: list[int]) -> "ComparedWords":
    """Compare the words of two articles, the earlier one first where that is known; runs on a thread."""
    from desktop_app.core.archive import opened
    from desktop_app.core.comparison.word_diff import story, word_diff
    from desktop_app.ui.word_diff_view import ComparedWords

    report(0, 0)
    with opened(folder) as archive:
        first, second = archive.articles.many(ids)
    earlier = is_earlier(first, second)
    if earlier is False:
        first, second = second, first
    runs = word_diff(story(first.article), story(second.article))
    return ComparedWords(first, second, runs, ordered=earlier is not None)


def is_earlier(first: ArchivedArticle, second: ArchivedArticle) -> bool | None:
    """Tell whether the first was captured, or else published, before the second; None where it is not known."""
    for field in ("captured", "published"):
        one, other = getattr(first.article, field), getattr(second.article, field)
        if one and other and one != other:
            return bool(one < other)
    return None
