"""The window: its pages, its commands, and nothing else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui import actions, errors
from desktop_app.ui import help as help_pages
from desktop_app.ui.archives import ArchiveChooser
from desktop_app.ui.bulk import Bulk
from desktop_app.ui.comparison.comparing import Comparing
from desktop_app.ui.comparison.keeping import Keeping
from desktop_app.ui.export_flow import ExportFlow
from desktop_app.ui.first_run import FirstRun
from desktop_app.ui.import_pages import ImportPages
from desktop_app.ui.jobs import Jobs
from desktop_app.ui.library import Library
from desktop_app.ui.menu_key import MenuKey
from desktop_app.ui.originals import open_copy
from desktop_app.ui.sample import Sample
from desktop_app.ui.searches import Searches
from desktop_app.ui.session import Session
from desktop_app.ui.states import states
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.top_bar import TopBar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.article import Selection


class MainWindow(QMainWindow):
    """Shows one archive on its pages: first run, library, comparison, import report and needs attention."""

    theme_wanted = Signal(str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.jobs = jobs
        self.session = Session(jobs, self)
        self.library = Library(self.session)
        self.first_run = FirstRun()
        self.comparing = Comparing(self.session)
        self.keeping = Keeping(self.session, self.comparing, self.library.sidebar, self)
        self.bulk = Bulk(self.session, self, self.library.results.all_chosen_ids)
        self.imports = ImportPages(self.session, self.bulk, self)
        self.importing, self.report, self.attention = self.imports.flow, self.imports.report, self.imports.attention
        self.exporting = ExportFlow(self.session, self)
        self.sample = Sample(self.session, self)
        self.status = StatusLine()
        self.archives = ArchiveChooser(self)
        self.top_bar = TopBar()
        self.searches = Searches(self.session, self.library, self.top_bar, self)
        self.commands = actions.Commands(self, self._handlers())
        self.top_bar.add_imports([self.commands["import_files"], self.commands["import_folder"]])
        self.top_bar.add_save(self.commands["save_search"])
        self.library.add_tools(self.commands)
        MenuKey(self)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.show_page(self.first_run)

    def open(self, folder: Path, *, create: bool = False) -> None:
        """Open an archive."""
        self.session.open(folder, create=create)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.pages.setCurrentWidget(page)
        titles = {self.comparing: "Comparison", self.report: "Import report", self.attention: "Needs attention"}
        shown = titles.get(page, self.session.name)
        self.setWindowTitle(f"{shown} – Second Source" if shown else "Second Source")
        self.top_bar.setVisible(page in (self.library, self.first_run))
        (self.library.results if page is self.library else page).setFocus()
        self._update_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from the desktop."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.importing.start([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing running; what must not be cut is finished without a window."""
        self.hide()
        self.library.inspector.note.keep()
        self.imports.watching.stop()
        self.jobs.close()
        self.session.close()
        super().closeEvent(event)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **self.library.handlers(),
            **self.searches.handlers(),
            **self.comparing.handlers(),
            **self.keeping.handlers(),
            "import_files": self.importing.choose_files,
            "import_folder": self.importing.choose_folder,
            "watch_folder": self.imports.watching.ask,
            "new_archive": self.archives.new,
            "open_archive": self.archives.choose,
            "open_sample": self.sample.explore,
            "export_pdf": self._export,
            "quit": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "find": self.top_bar.focus_search,
            "theme_system": partial(self.theme_wanted.emit, "system"),
            "theme_light": partial(self.theme_wanted.emit, "light"),
            "theme_dark": partial(self.theme_wanted.emit, "dark"),
            "show_attention": self.imports.show_attention,
            "show_report": self.importing.report,
            "open_original": self._open_original,
            "set_date": self.bulk.set_date,
            "set_source": self.bulk.set_source,
            "remove_articles": self.bulk.remove,
            "compare": self._compare,
            "back": self._show_library,
            "help_search": partial(help_pages.show_search, self),
            "help_keys": partial(help_pages.show_keys, self),
            "about": partial(help_pages.show_about, self),
        }

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.first_run, self.library, self.comparing, self.report, self.attention):
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.pages.addWidget(page)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)
        self.commands.menu("&File").insertMenu(self.commands["open_sample"], self.archives.recent)

    def _connect(self) -> None:
        self.first_run.files_wanted.connect(self.importing.choose_files)
        self.first_run.folder_wanted.connect(self.importing.choose_folder)
        self.first_run.sample_wanted.connect(self.sample.explore)
        self.top_bar.typed.connect(self.library.searching.type)
        self.top_bar.field.returnPressed.connect(self.library.results.setFocus)
        self.library.state_changed.connect(self._update_state)
        self.library.searching.changed.connect(self._update_state)
        self.library.elsewhere_wanted.connect(self._show_article)
        for offering in (self.library, self.imports):
            offering.comparison_wanted.connect(self.comparing.compare)
        self.library.tray.compare_wanted.connect(self._compare)
        self.library.inspector.facts.original_wanted.connect(self._open_original)
        self.comparing.ready.connect(self._show_comparison)
        self.comparing.back_wanted.connect(self._show_library)
        self.comparing.pdf_wanted.connect(self._export)
        self.comparing.date_wanted.connect(self.bulk.ask_date)
        self.comparing.more_wanted.connect(self._choose_more)
        self.imports.page_wanted.connect(self.show_page)
        self.imports.back_wanted.connect(self._show_library)
        self.imports.ended.connect(self._import_ended)
        self.imports.article_wanted.connect(self._show_article)
        self.imports.original_wanted.connect(self._open_original_of)
        self.imports.part_wanted.connect(self._show_part)
        self.imports.said.connect(self.status.say)
        self.library.sidebar.attention_wanted.connect(self.imports.show_attention)
        self.exporting.written.connect(self.exporting.tell)
        self.sample.making.connect(self.first_run.tell_of_sample)
        self.sample.ready.connect(self.comparing.compare)
        self.archives.chosen.connect(self._open_chosen)
        self.session.opened.connect(self._opened)
        self.session.changed.connect(self._changed)
        self.session.indexed.connect(self._update_state)
        self.session.undo_stack.indexChanged.connect(self._update_state)
        self.jobs.started.connect(self.status.watch)
        self._hear_failures()

    def _hear_failures(self) -> None:
        for part in (
            self.session,
            self.library,
            self.searches,
            self.comparing,
            self.keeping,
            self.imports,
            self.exporting,
            self.sample,
        ):
            part.failed.connect(self._show_error)

    @Slot(object, bool)
    def _open_chosen(self, folder: Path, create: bool) -> None:
        self.session.open(folder, create=create)

    @Slot()
    def _opened(self) -> None:
        self.library.tray.empty()
        self.top_bar.field.clear()
        self.library.searching.choose_everything()
        self._changed()
        self._show_library()

    @Slot()
    def _changed(self) -> None:
        self.library.show_archive()
        self.library.reload_article()
        self.imports.refresh(self.pages.currentWidget())
        if self.pages.currentWidget() is self.first_run and self._count():
            self._show_library()
        self._update_state()

    def _count(self) -> int:
        return self.session.archive.articles.count() if self.session.archive else 0

    @Slot()
    def _update_state(self) -> None:
        self.commands.enable(states(self))
        self.commands["fold"].setChecked(self.library.searching.folding)
        self.top_bar.allow_search(allowed=self._count() > 0)
        self.status.state.setText(self.session.state_text())

    @Slot()
    def _show_library(self) -> None:
        self.show_page(self.library if self._count() else self.first_run)

    @Slot()
    def _show_comparison(self) -> None:
        self.show_page(self.comparing)

    @Slot()
    def _import_ended(self) -> None:
        """Show the report, unless that would take away what the user is busy with."""
        typing = self.top_bar.field.hasFocus() and bool(self.top_bar.field.text())
        if typing or self.pages.currentWidget() is self.comparing:
            self.status.say("The import has ended; its report is in the menu View.")
        else:
            self.show_page(self.report)

    @Slot(str, object)
    def _show_part(self, name: str, selection: "Selection") -> None:
        self.top_bar.field.clear()
        self._show_library()
        self.library.searching.choose_part(name, selection)

    @Slot(int)
    def _show_article(self, id_: int) -> None:
        self.top_bar.field.clear()
        self._show_library()
        self.library.open_article(id_)

    @Slot(Exception)
    def _show_error(self, error: Exception) -> None:
        errors.show(self, error)
        self._update_state()

    @Slot(list)
    def _choose_more(self, ids: list[int]) -> None:
        """Go to the library with the articles of the comparison in the tray, so that others can be put in."""
        self.library.tray.empty()
        self.library.put_in_tray(ids)
        self._show_library()

    @Slot()
    def _compare(self) -> None:
        self.comparing.compare(self.library.tray.ids)

    @Slot()
    def _export(self) -> None:
        view = self.comparing.view
        if self.pages.currentWidget() is self.comparing and view is not None:
            self.exporting.ask(view.articles, view.comparison)
        elif self.library.reader.article is not None:
            self.exporting.ask([self.library.reader.article], None)

    @Slot()
    def _open_original(self) -> None:
        if self.library.reader.article is not None:
            self._open_original_of(self.library.reader.article.id)

    @Slot(int)
    def _open_original_of(self, id_: int) -> None:
        if self.session.archive is not None:
            try:
                open_copy(self.session.archive, self.session.archive.articles.get(id_))
            except Exception as error:  # noqa: BLE001 - shown to the user
                self._show_error(error)
