"""The import report: what came in, what was here already, what could not be read and why."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import FileOutcome, ImportReport, Summary
from desktop_app.core.dates import shown
from desktop_app.ui.theme import interface_font, look, reading_font

SHOWN = 2000  # rows of one tab; the rest is counted in the last line
TABS = (("attention", "Needs attention"), ("duplicate", "Already here"), ("added", "Added"))


class ImportReportView(QWidget):
    """One import, with its files under three tabs."""

    back_wanted = Signal()
    articles_wanted = Signal()
    article_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[str, list[tuple[FileOutcome, str, str]]] = {}
        self.heading = QLabel()
        self.heading.setFont(reading_font(24, bold=True))
        self.subtitle = QLabel()
        self.subtitle.setProperty("look", "muted")
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self._shown_cards: list[QFrame] = []
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._show_tab)
        self.table = _table()
        self.table.cellActivated.connect(self._open)
        inside = QVBoxLayout()
        inside.setContentsMargins(48, 24, 48, 0)
        inside.setSpacing(6)
        inside.addWidget(self.heading)
        inside.addWidget(self.subtitle)
        inside.addSpacing(8)
        inside.addLayout(self._cards)
        inside.addSpacing(8)
        inside.addWidget(self.tabs)
        inside.addWidget(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addLayout(inside, 1)
        layout.addWidget(self._foot())
        look.changed.connect(self._colour)
        self._colour()

    def show_report(self, report: ImportReport, articles: Sequence[Summary]) -> None:
        """Show an import; `articles` are those the report names."""
        known = {article.id: article for article in articles}
        began = datetime.fromisoformat(report.started).astimezone()
        self.heading.setText(f"Import of {shown(began.date().isoformat())}, {began:%H:%M}")
        self.subtitle.setText(subtitle(report))
        self._rows = rows(report, known)
        undated = sum(code == "undated" for _, _, code in self._rows["attention"])
        failed = len(report.having("failed"))
        self._show_cards(
            [
                (len(report.having("added")), "articles added", "shared_ink"),
                (len(report.having("duplicate")), "already here", "muted"),
                (undated, "dates unknown", "differs_line"),
                (failed, "could not be read", "only_line"),
            ]
        )
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for key, title in TABS:
            self.tabs.addTab(f"{title} {len(self._rows[key]):,}")
        first = next((n for n, (key, _) in enumerate(TABS) if self._rows[key]), 0)
        self.tabs.setCurrentIndex(first)
        self.tabs.blockSignals(False)
        self._show_tab()

    @Slot()
    def _colour(self) -> None:
        self._back.setIcon(look.icon("back"))
        self._show_tab()

    @Slot()
    def _show_tab(self) -> None:
        found = self._rows.get(TABS[max(self.tabs.currentIndex(), 0)][0], [])
        icons = {kind: look.icon(*mark) for kind, mark in MARKS.items()}
        bold = interface_font(13, bold=True)
        self.table.setRowCount(min(len(found), SHOWN))
        for number, (outcome, says, kind) in enumerate(found[:SHOWN]):
            name = QTableWidgetItem(PurePath(outcome.file).name)
            name.setFont(bold)
            name.setToolTip(outcome.file)
            name.setIcon(icons[kind])
            name.setData(Qt.ItemDataRole.UserRole, outcome.article)
            self.table.setItem(number, 0, name)
            text = QTableWidgetItem(says)
            text.setToolTip(says)
            self.table.setItem(number, 1, text)
        self.table.setAccessibleName(self.tabs.tabText(max(self.tabs.currentIndex(), 0)))

    @Slot(int, int)
    def _open(self, row: int, _column: int) -> None:
        item = self.table.item(row, 0)
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.article_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _show_cards(self, numbers: Sequence[tuple[int, str, str]]) -> None:
        for old in self._shown_cards:
            self._cards.removeWidget(old)
            old.deleteLater()
        self._shown_cards.clear()
        for number, text, colour in numbers:
            card = QFrame()
            card.setProperty("look", "card")
            count = QLabel(f"{number:,}")
            count.setFont(interface_font(24, bold=True))
            count.setProperty("tint", colour)
            inside = QVBoxLayout(card)
            inside.setContentsMargins(18, 12, 18, 12)
            inside.addWidget(count)
            inside.addWidget(QLabel(text))
            self._cards.addWidget(card)
            self._shown_cards.append(card)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("reportHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = back = QPushButton("Library")
        back.setObjectName("reportBack")
        back.clicked.connect(self.back_wanted)
        title = QLabel("Import report")
        title.setFont(interface_font(15, bold=True))
        layout = QHBoxLayout(head)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(back)
        layout.addWidget(title)
        layout.addStretch(1)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("reportFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        hint = QLabel("The report stays under View › Report of the last import.")
        hint.setProperty("look", "muted")
        articles = QPushButton("Show the articles")
        articles.setObjectName("showArticles")
        articles.setProperty("look", "primary")
        articles.clicked.connect(self.articles_wanted)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(hint)
        layout.addStretch(1)
        layout.addWidget(articles)
        return foot


MARKS = {
    "failed": ("warning", "only_line"),
    "undated": ("warning", "differs_line"),
    "duplicate": ("file", "muted"),
    "added": ("check", "shared_ink"),
}


def rows(report: ImportReport, known: dict[int, Summary]) -> dict[str, list[tuple[FileOutcome, str, str]]]:
    """Return the lines of each tab: the file, what there is to say of it, and the kind of its mark."""
    found: dict[str, list[tuple[FileOutcome, str, str]]] = {key: [] for key, _ in TABS}
    for outcome in report.files:
        article = known.get(outcome.article or 0)
        heading = article.heading if article else "an article that has been removed"
        if outcome.outcome == "failed":
            found["attention"].append((outcome, outcome.message, "failed"))
        elif outcome.outcome == "duplicate":
            found["duplicate"].append((outcome, f"The same file as “{heading}”.", "duplicate"))
        else:
            found["added"].append((outcome, heading, "added"))
            if article and not article.published:
                says = "No date in the file. Set it under “About this article”."
                found["attention"].append((outcome, says, "undated"))
    found["attention"].sort(key=lambda line: line[2] != "failed")
    return found


def subtitle(report: ImportReport) -> str:
    """Return what was chosen, how much was read and how quickly."""
    count = len(report.files)
    pace = f" · {count / report.seconds:,.0f} a second" if report.seconds >= 1 else ""
    stopped = (
        " · stopped before the end; importing again adds what is missing" if report.state != "finished" else ""
    )
    files = "1 file" if count == 1 else f"{count:,} files"
    took = f"{report.seconds:,.0f} s" if report.seconds >= 1 else "less than a second"
    return f"{report.label} · {files} read in {took}{pace}{stopped}"


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setObjectName("reportTable")
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    table.setColumnWidth(0, 460)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setTabKeyNavigation(False)
    return table
