"""The import report: what came in, what was here already, what was guessed, what could not be read and why."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ImportReport
from desktop_app.core.dates import shown, spoken
from desktop_app.ui.lines_view import LinesView
from desktop_app.ui.page_bars import PageHead, button, page_foot
from desktop_app.ui.report_lines import Line, ReadReport
from desktop_app.ui.second_reports import SecondReports
from desktop_app.ui.theme import interface_font, reading_font

TABS = (("attention", "Needs attention"), ("duplicate", "Already here"), ("added", "Added"))
IMPORTS_WIDTH = 236
STATES = {"running": "not finished", "cancelled": "stopped"}


class ImportReportView(QWidget):
    """One import with its files under three tabs, and the list of all imports beside it."""

    back_wanted = Signal()
    part_wanted = Signal(str, object)  # a name, Selection
    article_wanted = Signal(int)
    original_wanted = Signal(int)
    folder_wanted = Signal(str)  # the place of a file
    import_wanted = Signal(int)
    retry_wanted = Signal(list)  # places of files
    scans_wanted = Signal(list)
    continue_wanted = Signal(object)  # ImportReport
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._read: ReadReport | None = None
        self._shown_cards: list[QFrame] = []
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self.heading = QLabel()
        self.heading.setFont(reading_font(24, bold=True))
        self.subtitle = QLabel()
        self.subtitle.setProperty("look", "muted")
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setWordWrap(True)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the report")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for _, title in TABS:
            self.tabs.addTab(title)
        self.lines = LinesView()
        self.second = SecondReports(self)
        self.imports = QListWidget()
        self.imports.setObjectName("imports")
        self.imports.setAccessibleName("All imports")
        self.imports.setFixedWidth(IMPORTS_WIDTH)
        self.imports.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retry = button("Retry what failed", "retryFailed")
        self.scans = button("Read with Tesseract", "readScans")
        self.go_on = button("Continue", "continueImport")
        self.remove = button("Remove this import", "removeImport")
        self.articles = button("Show the articles", "showArticles", "primary")

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(48, 24, 48, 0)
        inside.setSpacing(6)
        inside.addWidget(self.heading)
        inside.addWidget(self.subtitle)
        inside.addSpacing(8)
        inside.addLayout(self._cards)
        inside.addSpacing(8)
        inside.addWidget(self.tabs)
        inside.addWidget(self.lines, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.imports)
        middle.addLayout(inside, 1)
        self.head = PageHead("Import report")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        layout.addWidget(self.second)
        layout.addWidget(page_foot([self.retry, self.scans, self.go_on, self.remove], [self.articles]))

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.back_wanted)
        self.tabs.currentChanged.connect(self._show_tab)
        self.lines.opened.connect(self._open)
        self.lines.chosen_changed.connect(self._allow)
        self.imports.currentItemChanged.connect(self._choose_import)
        self.retry.clicked.connect(self._retry)
        self.scans.clicked.connect(self._read_scans)
        self.go_on.clicked.connect(self._go_on)
        self.remove.clicked.connect(self._remove)
        self.articles.clicked.connect(self._show_articles)
        self._show_folder = self._action("Show in its &folder", self._ask_for_folder)
        self._show_original = self._action("&Open a copy of the original", self._ask_for_original)

    def _action(self, text: str, run: object) -> QAction:
        action = QAction(text, self.lines)
        action.triggered.connect(run)
        self.lines.addAction(action)
        return action

    @property
    def report(self) -> ImportReport | None:
        """The import that is shown."""
        return self._read.report if self._read else None

    def show_report(self, read: ReadReport, *, running: bool = False) -> None:
        """Show an import; `running` tells that it is still under way."""
        again = self.report is not None and self.report.id == read.report.id
        self._read = read
        self.heading.setText(f"Import of {when(read.report, short=False)}")
        gone = " · what it added has been removed" if read.added and not read.here else ""
        self.subtitle.setText(subtitle(read.report, running=running) + gone)
        self._show_cards(
            (
                (read.added, "articles added", "shared_ink"),
                (len(read.lines["duplicate"]), "already here", "muted"),
                (read.guessed, "read with a guess", "differs_line"),
                (read.undated, "dates unknown", "differs_line"),
                (len(read.failed), "could not be read", "only_line"),
            )
        )
        self._show_imports(read)
        self._show_tabs(read, keep=again)
        scans = any(line.code == "no_text" for line in read.lines["attention"])
        self.retry.setVisible(bool(read.failed))
        self.scans.setVisible(scans)
        self.go_on.setVisible(read.report.state != "finished" and not running)
        self.remove.setEnabled(bool(read.here) and not running)
        self.articles.setEnabled(bool(read.here))

    def _show_tabs(self, read: ReadReport, *, keep: bool) -> None:
        counts = (read.guessed + read.undated + len(read.failed), len(read.lines["duplicate"]), read.added)
        self.tabs.blockSignals(True)
        for number, ((_, title), count) in enumerate(zip(TABS, counts, strict=True)):
            self.tabs.setTabText(number, f"{title} {count:,}")
        if not keep:
            self.tabs.setCurrentIndex(next((n for n, (key, _) in enumerate(TABS) if read.lines[key]), 0))
        self.tabs.blockSignals(False)
        self._show_tab()

    @Slot()
    def _show_tab(self) -> None:
        number = max(self.tabs.currentIndex(), 0)
        self.lines.show_lines(self._read.lines[TABS[number][0]] if self._read else ())
        self.lines.setAccessibleName(self.tabs.tabText(number))

    def _show_cards(self, numbers: Sequence[tuple[int, str, str]]) -> None:
        for old in self._shown_cards:
            self._cards.removeWidget(old)
            old.deleteLater()
        self._shown_cards = [_card(*number) for number in numbers]
        for card in self._shown_cards:
            self._cards.addWidget(card, 1)

    def _show_imports(self, read: ReadReport) -> None:
        self.imports.blockSignals(True)
        self.imports.clear()
        for earlier in read.imports:
            state = f" · {STATES[earlier.state]}" if earlier.state in STATES else ""
            item = QListWidgetItem(f"{earlier.label}\n{when(earlier, short=True)}{state}")
            item.setData(Qt.ItemDataRole.UserRole, earlier.id)
            item.setToolTip("\n".join(earlier.paths))
            self.imports.addItem(item)
            if earlier.id == read.report.id:
                self.imports.setCurrentItem(item)
        self.imports.setVisible(len(read.imports) > 1)
        self.imports.blockSignals(False)

    @Slot()
    def _choose_import(self) -> None:
        item = self.imports.currentItem()
        if item is not None:
            self.import_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object)
    def _open(self, line: Line) -> None:
        if line.article:
            self.article_wanted.emit(line.article)
        elif line.file:
            self.folder_wanted.emit(line.file)
        elif self.report is not None:
            self._show_part("Undated: ", undated=True)

    @Slot()
    def _allow(self) -> None:
        """Offer for the chosen line what can be done with it."""
        chosen = self.lines.chosen()
        self._show_folder.setEnabled(len(chosen) == 1 and bool(chosen[0].file))
        self._show_original.setEnabled(len(chosen) == 1 and bool(chosen[0].article))

    @Slot()
    def _ask_for_folder(self) -> None:
        self.folder_wanted.emit(self.lines.chosen()[0].file)

    @Slot()
    def _ask_for_original(self) -> None:
        self.original_wanted.emit(self.lines.chosen()[0].article)

    @Slot()
    def _retry(self) -> None:
        if self._read is not None:
            self.retry_wanted.emit(self._read.failed)

    @Slot()
    def _read_scans(self) -> None:
        if self._read is not None:
            self.scans_wanted.emit([o.file for o in self._read.report.having("failed") if o.code == "no_text"])

    @Slot()
    def _go_on(self) -> None:
        self.continue_wanted.emit(self.report)

    @Slot()
    def _remove(self) -> None:
        if self.report is not None:
            self.removal_wanted.emit(self.report.id)

    @Slot()
    def _show_articles(self) -> None:
        self._show_part("", undated=False)

    def _show_part(self, what: str, *, undated: bool) -> None:
        from desktop_app.core.archive.articles import Selection

        if self.report is not None:
            part = Selection(undated=undated, imported_by=self.report.id)
            self.part_wanted.emit(f"{what}{self.report.label}", part)


def when(report: ImportReport, *, short: bool) -> str:
    """Return the day and the minute an import began, by the user's clock."""
    began = datetime.fromisoformat(report.started).astimezone()
    day = began.date().isoformat()
    return f"{shown(day) if short else spoken(day)}, {began:%H:%M}"


def subtitle(report: ImportReport, *, running: bool = False) -> str:
    """Return what was chosen, how much was read and how quickly."""
    count = len(report.files)
    files = "1 file" if count == 1 else f"{count:,} files"
    if report.state == "running":
        state = "under way" if running else "it did not come to its end; Continue adds what is missing"
        return f"{report.label} · {files} so far · {state}"
    pace = f" · {count / report.seconds:,.0f} a second" if report.seconds >= 1 else ""
    stopped = " · stopped before the end; Continue adds what is missing" if report.state == "cancelled" else ""
    took = f"{report.seconds:,.0f} s" if report.seconds >= 1 else "less than a second"
    return f"{report.label} · {files} read in {took}{pace}{stopped}"


def _card(number: int, text: str, colour: str) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    count = QLabel(f"{number:,}")
    count.setFont(interface_font(24, bold=True))
    count.setProperty("tint", colour)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(18, 12, 18, 12)
    inside.addWidget(count)
    says = QLabel(text)
    says.setWordWrap(True)
    inside.addWidget(says)
    return card
