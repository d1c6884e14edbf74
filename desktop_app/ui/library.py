"""The library: what the archive holds, what was found in it, and the article being read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.core.article import Selection
from desktop_app.ui.actions import Commands
from desktop_app.ui.annotating import Annotating
from desktop_app.ui.article_tools import ArticleTools
from desktop_app.ui.correcting import Correcting
from desktop_app.ui.inspector import Inspector, Surroundings, surroundings
from desktop_app.ui.listing import Listing
from desktop_app.ui.reader import Reader
from desktop_app.ui.reading_pane import ReadingPane
from desktop_app.ui.results import ResultsModel
from desktop_app.ui.results_pane import ResultsPane
from desktop_app.ui.row_painter import Row, also
from desktop_app.ui.same_event import SameEventElsewhere
from desktop_app.ui.searching import Searching
from desktop_app.ui.session import Session, remember
from desktop_app.ui.shared_wording import LookingForSharedWording
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.snippets import Snippets
from desktop_app.ui.tray import MOST, Tray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.facets import Counts
    from desktop_app.core.search.query import Query

ROOMY = 1150  # pixels: narrower windows start without the inspector
IN_THE_LIST = (  # its context menu
    "add_to_tray", "compare_event", "star", "tag", "open_original", "set_date", "set_source", "remove_articles"
)  # fmt: skip


class Library(QWidget):
    """Sidebar, list, reader and inspector, with the compare tray under them."""

    state_changed = Signal()
    elsewhere_wanted = Signal(int)  # an article that is not listed
    comparison_wanted = Signal(list)  # of these articles
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query: Query | None = None
        self._folds: Mapping[int, Sequence[int]] = {}
        self.searching = Searching(session, self)
        self._inspector_wanted = True
        self._tools: ArticleTools | None = None
        self.sidebar = Sidebar()
        self.model = ResultsModel(self._read_rows)
        self.pane = ResultsPane(self.model)
        self.results = self.pane.results
        self._snippets = Snippets(session.jobs, self)
        self._snippets.ready.connect(self.model.add_snippets)
        self.reader = Reader()
        self.reading = ReadingPane(session, self.reader)
        self.inspector = Inspector()
        self.same_event = SameEventElsewhere(session, self.reader, self.inspector.same_event)
        self.shared_wording = LookingForSharedWording(session, self.reader, self.inspector.shared_wording)
        self._around = Surroundings()
        self._wanted: int | None = None  # an article to read once it is listed
        self.correcting = Correcting(session, self.reader, self.inspector)
        self.annotating = Annotating(session, self.inspector, self.results.all_chosen_ids)
        self._all_wanted = False  # whether all articles are to be chosen once they are listed
        self.tray = Tray()
        self._lay_out()
        self._connect()

    def add_tools(self, commands: Commands) -> None:
        """Put the commands for an article into the bar above it and into the menu of the list."""
        self._tools = ArticleTools(self.reader, commands)
        self.results.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.results.addActions([commands[name] for name in IN_THE_LIST])

    def show_archive(self) -> None:
        """Show the archive that was opened, or what has changed in it."""
        if self._session.archive is not None:
            self._show_restrictions()
            self.searching.now()

    @Slot()
    def _show_restrictions(self) -> None:
        searching = self.searching
        unrestricted = replace(searching.selection, only=(), without=(), span=None)
        name = searching.part[0] if searching.part and searching.part[1] == unrestricted else ""
        self.pane.chips.show_selection(searching.selection, name)
        if self._session.archive is not None:
            self.sidebar.show_archive(self._session.archive, searching.selection, searching.part)

    @Slot(object, object)
    def _show_counts(self, counts: "Counts", selection: Selection) -> None:
        self.sidebar.show_counts(counts, selection)
        self.pane.histogram.show_months(counts.months, selection.span, undated=selection.undated)

    def open_article(self, id_: int) -> None:
        """Read one article; one that is not listed is read once everything is."""
        row = self.results.row_of(id_)
        if row < 0:
            self._wanted = id_
            self.searching.choose_everything()
            self.searching.now()
        self.results.go_to(row)

    @Slot(int)
    def open_anywhere(self, id_: int) -> None:
        """Read one article; a search that does not list it is left."""
        if self.results.row_of(id_) >= 0:
            self.open_article(id_)
        else:
            self.elsewhere_wanted.emit(id_)

    def put_in_tray(self, ids: Sequence[int]) -> None:
        """Put articles into the compare tray."""
        if self._session.archive is not None:
            self.tray.put(self._session.archive.articles.summaries(list(ids)))

    @Slot()
    def put_chosen_in_tray(self) -> None:
        """Put the chosen articles into the compare tray."""
        self.put_in_tray(self.results.chosen_ids())

    def compare_event(self) -> None:
        """Compare the reports that are folded together; of too many, as many as fit are put into the tray."""
        ids = self.results.event_ids()
        if len(ids) <= MOST:
            self.comparison_wanted.emit(ids)
        else:
            self.tray.empty()
            self.put_in_tray(ids)

    def choose_all(self) -> None:
        """Choose all articles; what is folded is unfolded first, so that nothing is chosen unseen."""
        if self._folds:
            self._all_wanted = True
            self.searching.toggle_folding()
        else:
            self.results.selectAll()

    def go_on(self, by: int) -> None:
        """Go to the next or the previous hit, from article to article."""
        if not self.reader.is_last(by):
            self.reader.step(by)
            return
        before = self.results.currentIndex().row()
        self.results.step(by)
        if by < 0 and self.results.currentIndex().row() != before:
            self.reader.step(-1)  # from its first hit around to its last

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about lists and articles do here."""
        return {
            "select_all": self.choose_all,
            "fold": self.searching.toggle_folding,
            "find_in_article": self.reader.find_bar.open,
            "star": self.annotating.star,
            "tag": self.annotating.tag,
            "edit_note": self.annotating.edit_note,
            "compare_event": self.compare_event,
            "next_found": partial(self.go_on, 1),
            "previous_found": partial(self.go_on, -1),
            "toggle_inspector": self.toggle_inspector,
            "toggle_furniture": self.toggle_furniture,
            "toggle_block": self.reader.toggle_block,
            "next_hit": partial(self.reader.step, 1),
            "previous_hit": partial(self.reader.step, -1),
            "next_article": partial(self.results.step, 1),
            "previous_article": partial(self.results.step, -1),
            "next_change": partial(self.reading.step, 1),
            "previous_change": partial(self.reading.step, -1),
            "add_to_tray": self.put_chosen_in_tray,
        }

    def toggle_inspector(self) -> None:
        """Fold the inspector away, or bring it back; the choice is remembered."""
        self.inspector.setVisible(self.inspector.isHidden())
        self._inspector_wanted = not self.inspector.isHidden()
        remember(inspector=self._inspector_wanted)

    def want_inspector(self, wanted: bool) -> None:
        """Show the inspector where there is room for it."""
        self._inspector_wanted = wanted
        self.inspector.setVisible(wanted and self.width() >= ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reader the room of the inspector when the window gets narrow."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= ROOMY) != (self.width() >= ROOMY):
            self.want_inspector(self._inspector_wanted)

    @Slot()
    def toggle_furniture(self) -> None:
        """Show or hide page furniture in the reader."""
        self.reader.show_furniture(not self.reader.furniture)
        self._inspect()

    @Slot()
    def reload_article(self) -> None:
        """Show the article anew after a correction."""
        if self.reader.article is not None:
            self._read(self.reader.article.id)

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        for widget, least in ((self.sidebar, 150), (self.pane, 260), (self.reading, 300), (self.inspector, 236)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([232, 440, 504, 264])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.tray)

    def _connect(self) -> None:
        self.sidebar.part_wanted.connect(self.searching.choose)
        self.sidebar.restricted.connect(self.searching.restrict)
        self.pane.chips.chosen.connect(self.searching.choose)
        self.pane.histogram.span_chosen.connect(self.searching.choose_span)
        self.pane.histogram.undated_chosen.connect(self.searching.choose_undated)
        self.pane.order_chosen.connect(self.searching.choose_order)
        self.searching.changed.connect(self._show_restrictions)
        self.searching.counted.connect(self._show_counts)
        self.results.chosen.connect(self._read)
        self.reader.find_bar.changed.connect(self.reload_article)
        self.results.wanted.connect(self.put_chosen_in_tray)
        self.tray.dropped.connect(self.put_in_tray)
        self.tray.changed.connect(self.state_changed)
        self.inspector.same_story.compare_wanted.connect(self.reading.compare_with)
        self.reading.changed.connect(self.state_changed)
        for part in (self.correcting, self.reading, self.searching):
            part.failed.connect(self.failed)
        self.inspector.article_wanted.connect(self.open_anywhere)
        self.inspector.comparison_wanted.connect(self.comparison_wanted)
        self.inspector.furniture_wanted.connect(self.toggle_furniture)
        self._session.found.connect(self._show_listing)

    @Slot(object)
    def _show_listing(self, listing: Listing) -> None:
        found = listing.found
        again = self._query is not None and found.query.text == self._query.text
        self._query, self._folds = found.query, listing.folds
        self._snippets.begin(self._session.folder, found.query, listing.snippets)
        reading = self.reader.article
        chosen = self.results.currentIndex().row() > 0  # the first was chosen by nobody
        keep = reading.id if reading and (again or chosen) else None
        if self._wanted in found.ids:
            keep, self._wanted = self._wanted, None
        self.pane.show_listing(listing, keep)
        if self._all_wanted:
            self._all_wanted = False
            self.results.selectAll()
        if not found.ids:
            self.reader.show_article(None, [])
            self._inspect()
            self.state_changed.emit()

    @Slot(int)
    def _read(self, id_: int) -> None:
        from desktop_app.core.search.marks import marks
        from desktop_app.core.search.parse import parse

        if self._session.archive is None:
            return
        found = self._session.archive.articles.many([id_])
        if not found:
            return
        sought = self.reader.find_bar.text
        query = parse(sought) if sought.strip() else self._query
        hits = marks(query, found[0].article.text, language=found[0].article.language) if query else []
        self._around = surroundings(self._session.archive, found[0])
        self.reader.show_article(found[0], hits, self._around.by_hand)
        self._inspect()
        self.state_changed.emit()

    def _inspect(self) -> None:
        self.inspector.show_article(self.reader.article, self._around, furniture_shown=self.reader.furniture)
        if self.reader.article is not None and self._tools is not None:
            self._tools.show_star(starred=self.annotating.show_article(self.reader.article))

    def _read_rows(self, ids: Sequence[int]) -> list[Row]:
        if self._session.archive is None:
            return []
        known = self._snippets.of(ids)
        read = self._session.archive.articles.summaries
        return [
            Row(each, known.get(each.id, ()), also(each, read(self._folds.get(each.id, ())))) for each in read(ids)
        ]
