"""What the user corrects in the article being read: its facts, and which of its blocks are hidden."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.article import ArchivedArticle, Article, Field, Role
from desktop_app.core.change import Change
from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.ui.article_document import STORY
from desktop_app.ui.bidi import isolated
from desktop_app.ui.inspector import Inspector
from desktop_app.ui.reader import Reader
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive


@dataclass(frozen=True)
class SameBlock:
    """A block whose role the user has set in one article, and the others of its source in which it stands."""

    article: int
    source: str
    block: str
    role: Role
    others: tuple[int, ...] = ()


class Correcting(QObject):
    """Turns what the user wants of an article into changes that Undo takes back."""

    failed = Signal(Exception)

    def __init__(self, session: Session, reader: Reader, inspector: Inspector) -> None:
        super().__init__(reader)
        self._session = session
        self._reader = reader
        self._offered: SameBlock | None = None
        reader.toggled.connect(self._toggle)
        reader.offer.taken.connect(self._set_rule)
        inspector.facts.corrected.connect(self._set_field)
        inspector.facts.encoding_wanted.connect(self._ask_encoding)
        inspector.reset_wanted.connect(self._reset)
        inspector.facts.refused.connect(self.failed)

    @property
    def _archive(self) -> "Archive":
        if self._session.archive is None:
            raise RuntimeError("no archive is open")
        return self._session.archive

    @Slot(str, object)
    def _set_field(self, field: Field, value: str | None) -> None:
        if self._reader.article is not None:
            self._session.change(self._archive.corrections.field([self._reader.article.id], field, value))

    @Slot()
    def _reset(self) -> None:
        if self._reader.article is not None:
            self._session.change(self._archive.corrections.cleaning_reset(self._reader.article.id))

    @Slot()
    def _ask_encoding(self) -> None:
        """Ask for the encoding of the article being read, showing what it would be in each."""
        from desktop_app.ui.encoding_dialog import EncodingDialog

        article = self._reader.article
        if article is None:
            return
        try:
            original = self._archive.originals.read(article.sha256)
        except UserError as error:
            self.failed.emit(error)
            return
        dialog = EncodingDialog(article, original, self._session.jobs, self._reader.window())
        dialog.chosen.connect(self._set_text)
        dialog.open()

    @Slot(int, object)
    def _set_text(self, id_: int, read: Article) -> None:
        self._session.change(self._archive.corrections.text(id_, read))

    @Slot(int)
    def _toggle(self, start: int) -> None:
        """Hide a block or bring it back, then look where else in its source it stands."""
        article = self._reader.article
        if article is None or not self._session.change(self._toggling(article, start)):
            return
        part = next(part for part in self._archive.articles.get(article.id).article.parts if part.start == start)
        if article.article.source:
            block = article.article.text[part.start : part.end]
            same = SameBlock(article.id, article.article.source, block, part.role)
            job = self._session.jobs.read("Same block", find_same, self._session.folder, same)
            job.succeeded.connect(self._offer)
            job.failed.connect(self.failed)

    def _toggling(self, article: ArchivedArticle, start: int) -> Change:
        """Return the change of a block's role; brought back, it has the role again that it was read with."""
        parts = self._archive.corrections.as_cleaned(article.id) or article.article.parts
        read_as = next(part.role for part in parts if part.start == start)
        shown = any(part.start == start and part.role in STORY for part in article.article.parts)
        other: Role = "furniture" if shown else "body"
        return self._archive.corrections.role(article.id, start, other if (read_as in STORY) == shown else read_as)

    @Slot(object)
    def _offer(self, same: SameBlock) -> None:
        """Offer to do the same in the other articles of the source."""
        reading = self._reader.article
        if not same.others or reading is None or reading.id != same.article:
            return
        if not any(
            part.role == same.role and reading.article.text[part.start : part.end] == same.block
            for part in reading.article.parts
        ):
            return  # taken back meanwhile
        self._offered = same
        count = len(same.others)
        others = "1 other article" if count == 1 else f"{count:,} other articles"
        action = "Show it there too" if same.role in STORY else "Hide it there too"
        sentence = f"The same block stands in {others} of {isolated(same.source)}."
        self._reader.offer.make(sentence, f"{action}, and in those to come")

    @Slot()
    def _set_rule(self) -> None:
        if self._offered is not None:
            same, self._offered = self._offered, None
            self._session.change(self._archive.corrections.rule(same.source, same.block, same.role))


def find_same(report: Progress, folder: Path, same: SameBlock) -> SameBlock:
    """Find the other articles of a source with a block in another role; runs on a thread."""
    from desktop_app.core.archive import opened

    report(0, 0)
    with opened(folder) as archive:
        others = archive.corrections.like(same.source, same.block, same.role)
    return SameBlock(same.article, same.source, same.block, same.role, tuple(others))
