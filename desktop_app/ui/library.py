"""The library: what the archive holds, what was found in it, and the article being read."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop_app.ui.actions import Commands
from desktop_app.ui.correcting import Correcting
from desktop_app.ui.inspector import Inspector, Surroundings, surroundings
from desktop_app.ui.reader import Reader, tool
from desktop_app.ui.reading_pane import ReadingPane
from desktop_app.ui.results import ResultsModel
from desktop_app.ui.results_pane import ResultsPane
from desktop_app.ui.row_painter import Row
from desktop_app.ui.session import Session, remember
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.snippets import Snippets
from desktop_app.ui.theme import look
from desktop_app.ui.tray import Tray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.articles import Selection
    from desktop_app.core.search import Found
    from desktop_app.core.search.query import Query
    from desktop_app.core.search.snippets import Runs

TYPING_PAUSE = 60  # milliseconds between a key and the search for it
ROOMY = 1150  # pixels: narrower windows start without the inspector
IN_THE_LIST = ("add_to_tray", "open_original", "set_date", "set_source", "remove_articles")  # its context menu
ICONS = {"previous_hit": "previous", "next_hit": "next", "add_to_tray": "compare", "export_pdf": "pdf"}


class Library(QWidget):
    """Sidebar, list, reader and inspector, with the compare tray under them."""

    state_changed = Signal()
    elsewhere_wanted = Signal(int)  # an article that is not listed
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query: Query | None = None
        self._text = ""
        self._inspector_wanted = True
        self._tools: dict[str, QToolButton] = {}
        self.sidebar = Sidebar()
        self.model = ResultsModel(self._read_rows)
        self.pane = ResultsPane(self.model)
        self.results = self.pane.results
        self._snippets = Snippets(session.jobs, self)
        self._snippets.ready.connect(self.model.add_snippets)
        self.reader = Reader()
        self.reading = ReadingPane(session, self.reader)
        self.inspector = Inspector()
        self._around = Surroundings()
        self._wanted: int | None = None  # an article to read once it is listed
        self.correcting = Correcting(session, self.reader, self.inspector)
        self.tray = Tray()
        self._lay_out()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self.search_now)
        self._connect()

    def add_tools(self, commands: Commands) -> None:
        """Put the commands for an article into the bar above it."""
        self._tools = {
            "previous_hit": tool("", "toolPrevious", "Previous match (Shift+F3)"),
            "next_hit": tool("", "toolNext", "Next match (F3)"),
            "toggle_furniture": self.reader.furniture_button,
            "add_to_tray": tool("Compare", "toolCompare", "Add to the comparison (Ctrl+D)"),
            "export_pdf": tool("PDF", "toolPdf", "Export as PDF (Ctrl+E)"),
            "toggle_inspector": tool("About", "toolAbout", "About this article (Ctrl+B)"),
        }
        for name, button in self._tools.items():
            button.clicked.connect(commands[name].trigger)
            commands[name].enabledChanged.connect(button.setEnabled)
        first, *others = list(self._tools.values())
        self.reader.add_tools([first, others[0]], others[1:])
        self.results.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.results.addActions([commands[name] for name in IN_THE_LIST])
        self._colour()

    def show_archive(self) -> None:
        """Show the archive that was opened, or what has changed in it."""
        if self._session.archive is not None:
            self.sidebar.show_archive(self._session.archive)
            self.search_now()

    @Slot(str)
    def search(self, text: str) -> None:
        """Search for what was typed, once the typing pauses."""
        self._text = text
        self._typing.start()

    @Slot()
    def search_now(self) -> None:
        """Search at once."""
        from desktop_app.core.archive.articles import Selection

        self._typing.stop()
        self._session.search(self._text, self.pane.order, self.sidebar.selection() or Selection())

    def show_part(self, text: str, selection: "Selection") -> None:
        """List a part of the archive under a name of its own beside the list."""
        self.sidebar.show_part(text, selection)

    def open_article(self, id_: int) -> None:
        """Read one article; one that is not listed is read once everything is."""
        row = self.model.row_of(id_)
        if row < 0:
            self._wanted = id_
            self.sidebar.show_everything()
            self.search_now()
        self.results.go_to(row)

    @Slot(int)
    def open_anywhere(self, id_: int) -> None:
        """Read one article; a search that does not list it is left."""
        if self.model.row_of(id_) >= 0:
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

    @Slot()
    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about lists and articles do here."""
        return {
            "select_all": self.results.selectAll,
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

    def reload_article(self) -> None:
        """Show the article anew after a correction."""
        if self.reader.article is not None:
            self._read(self.reader.article.id)

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        for widget, least in ((self.sidebar, 150), (self.pane, 260), (self.reading, 300), (self.inspector, 200)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([216, 440, 520, 264])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.tray)

    def _connect(self) -> None:
        self.sidebar.selected.connect(self.search_now)
        self.pane.order_chosen.connect(self.search_now)
        self.results.chosen.connect(self._read)
        self.results.wanted.connect(self.put_chosen_in_tray)
        self.tray.dropped.connect(self.put_in_tray)
        self.tray.changed.connect(self.state_changed)
        self.inspector.same_story.compare_wanted.connect(self.reading.compare_with)
        self.reading.changed.connect(self.state_changed)
        for part in (self.correcting, self.reading):
            part.failed.connect(self.failed)
        self.inspector.same_story.opened.connect(self.open_anywhere)
        self.inspector.furniture_wanted.connect(self.toggle_furniture)
        self._session.found.connect(self._show_found)
        look.changed.connect(self._colour)

    @Slot(object, object)
    def _show_found(self, found: "Found", first: "Mapping[int, Runs]") -> None:
        self._query = found.query
        self._snippets.begin(self._session.folder, found.query, first)
        reading = self.reader.article
        keep = reading.id if reading else None
        if self._wanted in found.ids:
            keep, self._wanted = self._wanted, None
        self.pane.show_found(found, keep)
        if not found.ids:
            self.reader.show_article(None, [])
            self._inspect()
            self.state_changed.emit()

    @Slot(int)
    def _read(self, id_: int) -> None:
        from desktop_app.core.search.marks import marks

        if self._session.archive is None:
            return
        found = self._session.archive.articles.many([id_])
        if not found:
            return
        hits = marks(self._query, found[0].article.text, language=found[0].article.language) if self._query else []
        self._around = surroundings(self._session.archive, found[0])
        self.reader.show_article(found[0], hits, self._around.by_hand)
        self._inspect()
        self.state_changed.emit()

    def _inspect(self) -> None:
        self.inspector.show_article(self.reader.article, self._around, furniture_shown=self.reader.furniture)

    def _read_rows(self, ids: Sequence[int]) -> list[Row]:
        if self._session.archive is None:
            return []
        known = self._snippets.of(ids)
        return [
            Row(article, known.get(article.id, ())) for article in self._session.archive.articles.summaries(ids)
        ]

    @Slot()
    def _colour(self) -> None:
        for name, button in self._tools.items():
            if icon := ICONS.get(name):
                button.setIcon(look.icon(icon, "muted"))
