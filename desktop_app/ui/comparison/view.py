"""The comparison: a table of what the reports share, and under it the reports side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import Comparison
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated
from desktop_app.ui.comparison.columns import Columns
from desktop_app.ui.theme import interface_font, look

ROW = 48  # pixels
MARKS = {"same": ("check", "shared_ink", "same wording"), "differs": ("compare", "differs_line", "wording differs")}
WORDS = ("no", "one", "two", "three", "four", "five", "six")


class ComparisonView(QWidget):
    """Two to six reports held against each other."""

    back_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.articles: Sequence[ArchivedArticle] = ()
        self.comparison: Comparison | None = None
        self.columns: Columns | None = None
        self.title = QLabel()
        self.title.setFont(interface_font(15, bold=True))
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab("Shared passages")
        self.table = _table()
        self.table.currentCellChanged.connect(self._row_chosen)
        self.nothing = QLabel("These reports share no wording of nine words or more.")
        self.nothing.setProperty("look", "muted")
        self.nothing.setContentsMargins(16, 12, 16, 12)
        upper = QWidget()
        upper_layout = QVBoxLayout(upper)
        upper_layout.setContentsMargins(0, 0, 0, 0)
        upper_layout.setSpacing(0)
        upper_layout.addWidget(self.table)
        upper_layout.addWidget(self.nothing)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.legend = QLabel()
        self.legend.setProperty("look", "muted")
        self.legend.setContentsMargins(14, 5, 14, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.tabs)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.legend)
        look.changed.connect(self._colour)

    def show_comparison(self, articles: Sequence[ArchivedArticle], comparison: Comparison) -> None:
        """Show a comparison; the articles stand in the order of its columns."""
        self.articles, self.comparison = articles, comparison
        self.title.setText(f"Comparison of {WORDS[len(articles)]} reports")
        self.tabs.setTabText(0, f"Shared passages {len(comparison.of('passages'))}")
        if self.columns is not None:
            self.columns.setParent(None)
            self.columns.deleteLater()
        self.columns = Columns(articles)
        self.columns.clicked.connect(self._mark_clicked)
        self.splitter.addWidget(self.columns)
        self.splitter.setSizes([min(240, 64 + ROW * len(comparison.of("passages"))), 600])
        self._fill_table()
        self.legend.setText(shares(articles, comparison))
        self.columns.show_comparison(comparison)
        self.columns.columns[0].browser.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or the previous shared passage."""
        if self.table.rowCount():
            here = self.table.currentRow()
            self.go_to((here + by) % self.table.rowCount() if here >= 0 else 0)

    @Slot(int)
    def go_to(self, row: int) -> None:
        """Choose a shared passage: every column goes to it."""
        self.table.setCurrentCell(row, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a column by its number."""
        number = event.key() - Qt.Key.Key_1
        if self.columns is not None and 0 <= number < len(self.columns.columns) and not event.modifiers():
            self.columns.columns[number].browser.setFocus()
            return
        super().keyPressEvent(event)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("comparisonHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = _button("Library", "comparisonBack", self.back_wanted)
        self._previous = QPushButton("Previous passage")
        self._previous.setObjectName("previousPassage")
        self._previous.clicked.connect(self._step_back)
        self._next = QPushButton("Next passage")
        self._next.setObjectName("nextPassage")
        self._next.clicked.connect(self._step_on)
        self._pdf = _button("Export PDF", "comparisonPdf", self.pdf_wanted)
        self._pdf.setProperty("look", "primary")
        layout = QHBoxLayout(head)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        layout.addWidget(self._back)
        layout.addWidget(self.title)
        layout.addStretch(1)
        for button in (self._previous, self._next, self._pdf):
            layout.addWidget(button)
        self._colour()
        return head

    @Slot()
    def _colour(self) -> None:
        for button, icon in ((self._back, "back"), (self._previous, "previous"), (self._next, "next")):
            button.setIcon(look.icon(icon))
        row = self.table.currentRow()
        self._fill_table()
        self.table.setCurrentCell(row, 0)

    def _fill_table(self) -> None:
        if self.comparison is None:
            return
        rows = self.comparison.of("passages")
        heads = [f"{a.article.source or 'Unknown source'}\n{shown(a.article.published)}" for a in self.articles]
        self.table.clear()
        self.table.setColumnCount(len(heads) + 1)
        self.table.setHorizontalHeaderLabels([*heads, ""])
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for place, text in enumerate(wordings(row, self.articles)):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                item.setForeground(look["ink" if text else "muted"])
                if text:
                    item.setBackground(look["shared"])
                self.table.setItem(number, place, item)
            icon, colour, words = MARKS[row.mark]
            item = QTableWidgetItem(look.icon(icon, colour), words)
            self.table.setItem(number, len(heads), item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(len(heads), QHeaderView.ResizeMode.ResizeToContents)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        for button in (self._previous, self._next):
            button.setEnabled(bool(rows))

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        if row >= 0 and self.columns is not None and self.comparison is not None:
            self.columns.go_to(self.comparison.of("passages")[row])

    @Slot(object)
    def _mark_clicked(self, span: Span) -> None:
        for number, row in enumerate(self.comparison.of("passages") if self.comparison else ()):
            if span in row.spans:
                self.go_to(number)
                return

    @Slot()
    def _step_back(self) -> None:
        self.step(-1)

    @Slot()
    def _step_on(self) -> None:
        self.step(1)


def wordings(row: Row, articles: Sequence[ArchivedArticle]) -> list[str]:
    """Return a passage as each report words it, "" where it is not."""
    words = [""] * len(articles)
    for span in row.spans:
        words[span.article] = " ".join(articles[span.article].article.text[span.start : span.end].split())
    return words


def shares(articles: Sequence[ArchivedArticle], comparison: Comparison) -> str:
    """Return how much of its wording each pair shares, the largest share of the two."""
    found = []
    for i, left in enumerate(articles):
        for j in range(i + 1, len(articles)):
            share = max(comparison.shared_share[i][j], comparison.shared_share[j][i])
            if share:
                names = [isolated(a.article.source or f"Report {n + 1}") for n, a in ((i, left), (j, articles[j]))]
                found.append(f"{names[0]} ↔ {names[1]} {share:.0%}")
    return f"Wording shared: {' · '.join(found)}" if found else "No wording shared"


def _button(text: str, name: str, signal: object) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(signal)
    return button


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setObjectName("passages")
    table.setAccessibleName("Shared passages")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setTabKeyNavigation(False)
    table.setMinimumHeight(96)
    return table
