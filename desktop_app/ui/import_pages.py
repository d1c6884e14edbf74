"""What has to do with importing, put together: the flow, the report, what needs attention, the watched folder."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.attention_page import AttentionPage
from desktop_app.ui.bulk import Bulk
from desktop_app.ui.import_flow import ImportFlow, Why
from desktop_app.ui.import_report import ImportReportView
from desktop_app.ui.originals import show_in_folder
from desktop_app.ui.report_lines import ReadReport
from desktop_app.ui.second_reports import LookingForSecondReports
from desktop_app.ui.session import Session
from desktop_app.ui.watching import Watching


class ImportPages(QObject):
    """Connects the pages about imports with what does the work."""

    page_wanted = Signal(QWidget)
    back_wanted = Signal()
    ended = Signal()  # an import somebody waits for; its report is ready
    article_wanted = Signal(int)
    original_wanted = Signal(int)
    part_wanted = Signal(str, object)  # a name, Selection
    comparison_wanted = Signal(list)  # of these articles
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, session: Session, bulk: Bulk, window: QWidget) -> None:
        super().__init__(window)
        self._bulk = bulk
        self.flow = ImportFlow(session, window)
        self.report = ImportReportView()
        self.second = LookingForSecondReports(session, self.report.second)
        self.attention = AttentionPage(session)
        self.watching = Watching(session, window)
        self._connect()

    @Slot()
    def show_attention(self) -> None:
        """Show what needs attention."""
        self.page_wanted.emit(self.attention)
        self.attention.load()

    def refresh(self, page: QWidget | None) -> None:
        """Show the page anew, if it is one of these, after the archive has changed."""
        if page is self.attention:
            self.attention.load()
        if page is self.report and self.report.report is not None:
            self.flow.report_of(self.report.report.id, "changed")

    def _connect(self) -> None:
        for page in (self.report, self.attention):
            page.back_wanted.connect(self.back_wanted)
            page.article_wanted.connect(self.article_wanted)
            page.folder_wanted.connect(show_in_folder)
            page.retry_wanted.connect(self.flow.again)
            page.scans_wanted.connect(self.flow.read_scans)
            page.part_wanted.connect(self.part_wanted)
        self.report.second.compare_wanted.connect(self.comparison_wanted)
        self.report.original_wanted.connect(self.original_wanted)
        self.report.import_wanted.connect(self.flow.report_of)
        self.report.continue_wanted.connect(self.flow.go_on)
        self.report.removal_wanted.connect(self._bulk.remove_import)
        self.attention.date_wanted.connect(self._bulk.ask_date)
        self.attention.failed.connect(self.failed)
        self.watching.appeared.connect(self.flow.start_quietly)
        self.watching.failed.connect(self.failed)
        self.flow.failed.connect(self.failed)
        self.flow.reported.connect(self._reported)
        self.flow.said.connect(self.said)
        self._bulk.said.connect(self.said)

    @Slot(object, str)
    def _reported(self, read: ReadReport, why: Why) -> None:
        self.report.show_report(read, running=self.flow.running)
        self.second.look(read.report.id)
        if why == "asked":
            self.page_wanted.emit(self.report)
        elif why == "ended":
            self.ended.emit()
