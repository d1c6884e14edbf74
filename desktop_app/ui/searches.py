"""Searches that are kept: under a name, in the history, and lists of terms."""

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.core.article import Selection
from desktop_app.core.progress import Progress
from desktop_app.ui.bulk import SetField, named
from desktop_app.ui.chips import chips
from desktop_app.ui.library import Library
from desktop_app.ui.listing import Listing
from desktop_app.ui.session import Session
from desktop_app.ui.sidebar_lines import SavedCount
from desktop_app.ui.suggestions import Suggestions, titles
from desktop_app.ui.top_bar import TopBar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.saved_searches import SavedSearch
    from desktop_app.core.search import Finder

SAVE_HINT = "It stands in the sidebar under this name, with what is new since you last looked."


class Searches(QObject):
    """Keeps searches and finds them again."""

    failed = Signal(Exception)

    def __init__(self, session: Session, library: Library, top_bar: TopBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._library, self._top_bar, self._window = session, library, top_bar, window
        self._found: array[int] = array("q")
        self._counts: dict[int, SavedCount] = {}
        self._waiting: list[SavedSearch] = []
        self._counting = False
        self._viewed: SavedSearch | None = None  # the saved search whose articles are listed
        self._new: Collection[int] = ()
        self.suggestions = Suggestions(top_bar.field, self._history, window)
        self.suggestions.article_chosen.connect(library.open_anywhere)
        top_bar.field.editingFinished.connect(self._remember)
        library.sidebar.search_wanted.connect(self._open)
        library.sidebar.removal_wanted.connect(self._remove)
        library.pane.notes.search_wanted.connect(top_bar.field.setText)
        library.pane.notes.joining_wanted.connect(self._join)
        library.pane.empty.search_wanted.connect(top_bar.field.setText)
        library.pane.empty.everything_wanted.connect(self._search_everything)
        session.found.connect(self._listed)
        for signal in (session.opened, session.changed, session.indexed):
            signal.connect(self.count)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about searches do."""
        return {
            "save_search": self.save,
            "forget_searches": self._forget,
            "search_list": self.search_list,
            "joined_names": self.joined_names,
        }

    @property
    def is_searched(self) -> bool:
        """Whether there is a search that could be saved."""
        searching = self._library.searching
        return bool(searching.text.strip()) or searching.selection != Selection()

    @Slot()
    def save(self) -> None:
        """Ask for a name for the search."""
        searching = self._library.searching
        if self._session.archive is None or not self.is_searched:
            return
        restrictions = [chip.text for chip in chips(searching.selection, "")]
        field = QLineEdit(", ".join([text for text in (searching.text.strip(), *restrictions[:2]) if text]))
        field.selectAll()
        dialog = SetField(self._window, "Save this search", SAVE_HINT, field, named)
        dialog.entered.connect(self._save)
        dialog.open()

    @Slot()
    def search_list(self) -> None:
        """Search for a list of terms."""
        from desktop_app.ui.term_list import TermList

        dialog = TermList(self._session.jobs, self._session.folder, self._window)
        dialog.search_wanted.connect(self._search)
        dialog.failed.connect(self.failed)
        dialog.open()

    @Slot()
    def joined_names(self) -> None:
        """Show the names the user has said are one."""
        from desktop_app.ui.joined_names import JoinedNames

        if self._session.archive is not None:
            JoinedNames(self._session, self._window).open()

    @Slot()
    def count(self) -> None:
        """List the saved searches and count anew what each finds, one after the other."""
        if self._session.archive is not None:
            saved = self._session.archive.searches.all()
            before = self._counts
            self._counts = {}
            for each in saved:
                known = before.get(each.id, SavedCount(each))
                self._counts[each.id] = replace(known, search=each)
            self._waiting = saved
            self._library.sidebar.show_saved(list(self._counts.values()))
            self._count_next()

    def _count_next(self) -> None:
        if self._waiting and not self._counting:
            job = self._session.with_index("Saved search", count_saved, self._waiting.pop(0))
            if job is not None:
                self._counting = True
                job.succeeded.connect(self._counted)
                job.finished.connect(self._counting_ended)

    @Slot(object)
    def _counted(self, count: SavedCount) -> None:
        if count.search.id in self._counts:
            self._counts[count.search.id] = count
            self._library.sidebar.show_saved(list(self._counts.values()))

    @Slot()
    def _counting_ended(self) -> None:
        self._counting = False
        if self._session.archive is not None:
            self._count_next()

    @Slot(object)
    def _save(self, name: str | None) -> None:
        if name and self._session.archive is not None:
            searching = self._library.searching
            saving = self._session.archive.searches.saving
            self._session.change(saving(name, searching.text.strip(), searching.selection, self._found))

    @Slot(str)
    def _remove(self, name: str) -> None:
        if self._session.archive is not None:
            self._session.change(self._session.archive.searches.removing(name))

    @Slot()
    def _search_everything(self) -> None:
        self._library.searching.choose(Selection())

    @Slot(list)
    def _join(self, names: Sequence[str]) -> None:
        """Say for every search that some names are one."""
        if self._session.archive is not None:
            self._session.change(self._session.archive.aliases.addition(names))

    @Slot(object)
    def _open(self, saved: "SavedSearch") -> None:
        """Search again; what is new to it is marked in the list, and seen with that."""
        self._viewed, self._new = saved, ()
        self._top_bar.field.setText(saved.query)
        self._library.searching.choose(saved.selection)
        self._library.searching.now()

    @Slot(object)
    def _listed(self, listing: Listing) -> None:
        self._found = listing.found.ids
        text, archive = listing.found.query.text.strip(), self._session.archive
        viewed = self._viewed
        if viewed is not None and archive is not None:
            if (viewed.query, viewed.selection) == (text, listing.selection):
                self._mark_new(viewed)
            else:
                self._viewed = None
        if self._top_bar.field.hasFocus() and text:
            job = self._session.with_index("Titles", titles, self._top_bar.field.text())
            if job is not None:
                job.succeeded.connect(self._show_titles)

    def _mark_new(self, viewed: "SavedSearch") -> None:
        if self._session.archive is None:
            return
        searches, found = self._session.archive.searches, self._found
        new = searches.new(viewed.id, found)
        self._new = {*self._new, *new}
        if self._new:
            self._library.model.mark_new(self._new)
        if new and self._session.write(lambda: searches.see(viewed.id, found)):
            self.count()

    @Slot(object)
    def _show_titles(self, found: tuple[str, Sequence[tuple[int, str]]]) -> None:
        self.suggestions.show_titles(*found)

    @Slot(str, object)
    def _search(self, text: str, source: str | None) -> None:
        """Search for a term of a list, in one of its sources."""
        self._top_bar.field.setText(text)
        self._library.searching.choose(Selection(only=(("source", source),) if source is not None else ()))

    def _history(self) -> Sequence[str]:
        return self._session.archive.searches.history() if self._session.archive is not None else ()

    @Slot()
    def _remember(self) -> None:
        text, archive = self._top_bar.field.text().strip(), self._session.archive
        if text and archive is not None and archive.searches.history()[:1] != [text]:
            self._session.write(lambda: archive.searches.remember(text))

    def _forget(self) -> None:
        if self._session.archive is not None:
            self._session.write(self._session.archive.searches.forget_history)


def count_saved(report: Progress, finder: "Finder", folder: Path, saved: "SavedSearch") -> SavedCount:
    """Return how many articles a saved search finds, and how many it had not found before."""
    from desktop_app.core.archive import opened

    report(0, 0)
    ids = finder.find(saved.query, "newest", saved.selection).ids
    with opened(folder) as archive:
        return SavedCount(saved, len(ids), len(archive.searches.new(saved.id, ids)))
