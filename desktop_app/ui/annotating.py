"""Stars, tags and notes: what the user says of articles becomes changes that Undo takes back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QComboBox

from desktop_app.core.article import ArchivedArticle
from desktop_app.ui.bulk import SetField, counted, named
from desktop_app.ui.inspector import Inspector
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive

TAG_HINT = "A word or a few of your own; articles can have several tags."


class Annotating(QObject):
    """Writes what is said of the article being read, or of all that are chosen."""

    def __init__(self, session: Session, inspector: Inspector, chosen: Callable[[], Sequence[int]]) -> None:
        super().__init__(inspector)
        self._session = session
        self._inspector = inspector
        self._chosen = chosen
        self._reading: int | None = None
        inspector.tags.put.connect(self._put)
        inspector.tags.taken.connect(self._take)
        inspector.note.written.connect(self._write)

    @property
    def _archive(self) -> "Archive":
        if self._session.archive is None:
            raise RuntimeError("no archive is open")
        return self._session.archive

    def show_article(self, article: ArchivedArticle) -> bool:
        """Show what was said of an article and tell whether it has a star."""
        self._reading = article.id
        self._inspector.tags.show_tags(
            self._archive.tags.of(article.id), [tag for tag, _ in self._archive.tags.all()]
        )
        self._inspector.note.show_note(article.id, self._archive.notes.of(article.id))
        return self._archive.notes.starred(article.id)

    def star(self) -> None:
        """Give the chosen articles a star; take it from them when they all have one."""
        ids = self._chosen()
        if ids:
            starred = all(self._archive.notes.starred(id_) for id_ in ids)
            self._session.change(self._archive.notes.starring(ids, starred=not starred))

    def tag(self) -> None:
        """Ask for a tag for the chosen articles."""
        ids = list(self._chosen())
        if ids:
            field = QComboBox()
            field.setEditable(True)
            field.addItems(["", *(tag for tag, _ in self._archive.tags.all())])
            dialog = SetField(self._inspector.window(), f"Tag {counted(ids)}", TAG_HINT, field, named)
            dialog.setProperty("articles", ids)
            dialog.entered.connect(self._put_on_chosen)
            dialog.open()

    def edit_note(self) -> None:
        """Let the user write a note."""
        self._inspector.show()
        self._inspector.reveal(self._inspector.note)

    @Slot(object)
    def _put_on_chosen(self, tag: str | None) -> None:
        if tag:
            self._session.change(self._archive.tags.putting(tag, self.sender().property("articles")))

    @Slot(str)
    def _put(self, tag: str) -> None:
        if self._reading is not None:
            self._session.change(self._archive.tags.putting(tag, [self._reading]))

    @Slot(str)
    def _take(self, tag: str) -> None:
        if self._reading is not None:
            self._session.change(self._archive.tags.taking(tag, [self._reading]))

    @Slot(int, str)
    def _write(self, article: int, text: str) -> None:
        if self._session.archive is not None:
            self._session.change(self._session.archive.notes.writing(article, text))
