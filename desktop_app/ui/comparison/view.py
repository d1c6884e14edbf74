"""The comparison: what the reports say, matter by matter, and under it the reports side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import MOST, Comparison
from desktop_app.core.comparison.rows import Event, Kind, Row, Span
from desktop_app.ui.comparison.columns import Columns
from desktop_app.ui.comparison.details import NOTHING
from desktop_app.ui.comparison.evidence_table import EvidenceTable
from desktop_app.ui.comparison.head import Foot, Head, shares
from desktop_app.ui.comparison.kinds import KINDS, nothing_in
from desktop_app.ui.comparison.matters import Count, Filter, can_be_judged, counts, row_with, rows_by_kind
from desktop_app.ui.comparison.news_bar import NewsBar
from desktop_app.ui.comparison.row_menu import Place, row_menu
from desktop_app.ui.comparison.strip import Strip
from desktop_app.ui.comparison.tabs import TABS, Tab, Tabs
from desktop_app.ui.comparison.texts import NARROW_LABELS, Texts
from desktop_app.ui.comparison.time_axis import told_when
from desktop_app.ui.comparison.timeline import EXPLAINED, Timeline
from desktop_app.ui.comparison.user_word import UserWord

ROWS, SHARE = 7, 0.45  # as many rows as the table shows at first, and its share of the height at most
NO_EVENTS = "These reports name no time, and have no date themselves."
NO_EVENT_YET = "Choose an event to go to the words that tell it."
HOW_TO_DECIDE = "To accept or reject a row, choose it first."
ONE_PLACE = "Only one report has this: there is nothing in it to accept or reject."
HOW_TO_LINK = "To link two sentences, or join two names, select one in each of two texts, then press L."


class ComparisonView(QWidget):
    """Two to six reports held against each other."""

    back_wanted = Signal()
    pdf_wanted = Signal()
    date_wanted = Signal(int)  # the id of the article whose date is to be set

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.articles: Sequence[ArchivedArticle] = ()
        self.comparison: Comparison | None = None
        self.rows: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
        self.word = UserWord(self)
        self._only: Filter | None = None
        self._sized = False
        self.head, self.news, self.strip, self.tabs, self.foot = Head(), NewsBar(), Strip(), Tabs(), Foot()
        self.table, self.timeline, self.nothing, self.texts = EvidenceTable(), Timeline(), QLabel(), Texts()
        self.details = self.texts.details
        self._lay_out()
        self._connect()

    def show_comparison(
        self,
        articles: Sequence[ArchivedArticle],
        comparison: Comparison,
        rows: dict[Kind, list[Row]] | None = None,
    ) -> None:
        """Show a comparison; the articles stand in the order of its columns, `rows` is what the tabs list of it.

        Shown again for the same articles, it stays at its tab and row.
        """
        again = [article.id for article in articles] == [article.id for article in self.articles]
        tab, here = self.tabs.tab, self.table.currentIndex().row()
        label = self.listed[here].label if again and 0 <= here < len(self.listed) else None
        self.articles, self.comparison = articles, comparison
        self.rows = rows or rows_by_kind(comparison, articles)
        self._only = None
        self._show_numbers()
        self.splitter.setUpdatesEnabled(again)  # others are painted when all stand in their places
        self.texts.show_comparison(articles, comparison)
        self._sized = self._sized and again
        self.show_tab(tab if again else next((kind for kind in KINDS if self.rows[kind]), "figures"))
        if not again:  # else the keys stay where they are: the user may have gone on meanwhile
            self.table.setFocus()
        self.table.choose_labelled(label)

    @property
    def columns(self) -> Columns | None:
        """The texts."""
        return self.texts.columns

    @property
    def listed(self) -> list[Row]:
        """The rows in front."""
        tab = self.tabs.tab
        if tab == "timeline":
            return []
        return [row for row in self.rows[tab] if self._only is None or self._only.keeps(row)]

    def go_to_tab(self, tab: Tab) -> None:
        """Bring a tab to the front with all its rows, and give it the keys."""
        self.show_tab(tab)
        (self.timeline if tab == "timeline" else self.table).setFocus()

    def show_tab(self, tab: Tab, only: Filter | None = None) -> None:
        """Bring a tab to the front, with all its rows or some of them."""
        self._only = only
        self.tabs.bar.blockSignals(True)
        self.tabs.show_tab(tab)
        self.tabs.bar.blockSignals(False)
        self.tabs.show_filter(only)
        if self.columns is not None:
            self.columns.forget()
        if tab == "timeline":
            self._show_timeline()
            self.details.show_row(
                None, f"{NO_EVENT_YET} {EXPLAINED}" if self.timeline.canvas.drawing.placed else ""
            )
            return
        rows = self.listed
        self.details.show_row(None, NOTHING if rows else "")
        self.table.show_rows(rows, tab, self.articles)
        self.nothing.setText(nothing_in(tab, self.articles))
        self.upper.setCurrentWidget(self.table if rows else self.nothing)

    def step(self, by: int) -> None:
        """Go to the next or the previous row, or event, around the end."""
        if self.tabs.tab == "timeline":
            self.timeline.step(by)
        elif rows := len(self.listed):
            here = self.table.currentIndex().row()
            self.table.choose((here + by) % rows if here >= 0 else 0 if by > 0 else rows - 1)

    def step_difference(self, by: int) -> None:
        """Go to the next or the previous row that differs, from tab to tab."""
        places = self._differences()
        if not places:
            return
        tab, here = TABS.index(self.tabs.tab), self.table.currentIndex().row()
        if 0 <= here < len(self.listed) and self.tabs.tab != "timeline":
            here = self.rows[self.tabs.tab].index(self.listed[here])
        later = [place for place in places if place > (tab, here)]
        earlier = [place for place in places if place < (tab, here)]
        found = (later or places)[0] if by > 0 else (earlier or places)[-1]
        self._go_to(TABS[found[0]], found[1])

    @Slot(bool)
    def decide(self, accepted: bool) -> None:
        """Say of the chosen rows that what they hold together belongs together, or does not."""
        tab = self.tabs.tab
        chosen = [] if tab == "timeline" else self.table.chosen()
        judged = [row for row in chosen if tab != "timeline" and can_be_judged(row, tab)]
        if not judged:
            self.foot.say(ONE_PLACE if chosen else HOW_TO_DECIDE)
        for row in judged:
            (self.word.accepted if accepted else self.word.rejected).emit(row)

    def link(self) -> None:
        """Say that the sentences selected in two texts belong together."""
        spans = self.texts.selected()
        if len(spans) == 2:
            self.word.link_wanted.emit(*spans)
        else:
            self.foot.say(HOW_TO_LINK)

    def _show_numbers(self) -> None:
        if self.comparison is not None:
            self.head.show_count(len(self.articles), differences=bool(self._differences()))
            self.strip.show_counts(counts(self.comparison, self.rows))
            self.tabs.show_counts(self.rows, len(self.comparison.timeline))
            self.foot.say(shares(self.articles, self.comparison))

    def _lay_out(self) -> None:
        self.nothing.setProperty("look", "muted")
        self.nothing.setContentsMargins(16, 14, 16, 14)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.nothing.setWordWrap(True)
        self.upper = QStackedWidget()
        for widget in (self.table, self.timeline, self.nothing):
            self.upper.addWidget(widget)
        self.upper.setMinimumHeight(96)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.upper)
        self.splitter.addWidget(self.texts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for bar in (self.head, self.news, self.strip, self.tabs):
            layout.addWidget(bar)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.back_wanted.connect(self.back_wanted)
        self.head.pdf_wanted.connect(self.pdf_wanted)
        self.head.difference_wanted.connect(self.step_difference)
        self.strip.wanted.connect(self._show_count)
        self.tabs.chosen.connect(self.show_tab)
        self.tabs.all_wanted.connect(self._show_all)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.text_wanted.connect(self.texts.focus)
        self.table.seen_wanted.connect(self.texts.bring_into_sight)
        self.table.menu_wanted.connect(self._show_menu)
        self.timeline.chosen.connect(self._event_chosen)
        self.texts.moved.connect(self._align)
        self.texts.clicked.connect(self._mark_clicked)
        self.texts.date_wanted.connect(self._ask_for_date)
        self.details.decided.connect(self.decide)
        for number in range(MOST):
            key = QShortcut(QKeySequence(str(number + 1)), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.setObjectName(f"column{number}")
            key.activated.connect(self._column_key)

    def _show_timeline(self) -> None:
        events = self.comparison.timeline if self.comparison else ()
        self.nothing.setText(NO_EVENTS)
        self.timeline.show_events(events, self.articles, self.texts.labels or NARROW_LABELS)
        self.upper.setCurrentWidget(self.timeline if events else self.nothing)

    def _differences(self) -> list[tuple[int, int]]:
        """Return tab and row of every difference, in the order of the tabs."""
        return [
            (TABS.index(kind), number)
            for kind, rows in self.rows.items()
            for number, row in enumerate(rows)
            if row.mark == "differs"
        ]

    def _go_to(self, tab: Tab, number: int) -> None:
        if tab != self.tabs.tab or self._only:
            self.show_tab(tab)
        self.table.choose(number)

    @Slot()
    def _align(self) -> None:
        """Stand over the texts."""
        self.table.stand_over(self.texts.edges(), self.texts.labels)
        if self.tabs.tab == "timeline":
            self._show_timeline()
        if not self._sized and self.isVisible():
            self._sized = True
            height = self.splitter.height()
            more = max((len(rows) for rows in self.rows.values()), default=0) > len(self.listed)
            share = round(height * SHARE)  # for the tab with most rows: the texts stay where they are for another
            upper = max(150, share if more else min(self.table.height_for(ROWS), share))
            self.splitter.setSizes([upper, height - upper])
        self.splitter.setUpdatesEnabled(self.isVisible() or self.splitter.updatesEnabled())

    @Slot(object)
    def _show_count(self, count: Count) -> None:
        self.show_tab(count.kind, count.filter)
        self.table.setFocus()

    @Slot()
    def _show_all(self) -> None:
        self.show_tab(self.tabs.tab)
        self.table.setFocus()

    @Slot(object)
    def _row_chosen(self, row: Row) -> None:
        tab = self.tabs.tab
        self.details.show_row(row, judged=tab != "timeline" and can_be_judged(row, tab))
        if self.columns is not None:
            self.columns.go_to(row)

    @Slot(object)
    def _event_chosen(self, event: Event) -> None:
        """Go to the words that tell a time; the date of a report has none."""
        told = event.span.end > event.span.start
        cells = tuple((event.span,) if told and n == event.span.article else () for n in range(len(self.articles)))
        rules = (event.rule,) if event.rule and event.rule != told_when(event) else ()
        row = Row(event.label or "reported", "only-here", cells, rules)
        self.details.show_row(row, f"{event.kind} {told_when(event)}", judged=False)
        if self.columns is not None:
            self.columns.go_to(row)

    @Slot(object)
    def _mark_clicked(self, span: Span) -> None:
        """Go to the row of a mark, in this tab if it has one."""
        tabs = [self.tabs.tab, *KINDS]
        for tab in tabs:
            number = row_with(self.rows[tab], span) if tab != "timeline" else -1
            if number >= 0:
                self._go_to(tab, number)
                return

    @Slot(int)
    def _ask_for_date(self, number: int) -> None:
        self.date_wanted.emit(self.articles[number].id)

    @Slot(int)
    def _column_key(self) -> None:
        self.texts.focus_place(int(self.sender().objectName()[-1]))

    @Slot(int, QPoint)
    def _show_menu(self, article: int, place: QPoint) -> None:
        tab, chosen = self.tabs.tab, self.table.chosen()
        if tab != "timeline" and chosen:
            menu = row_menu(Place(chosen, tab, article, self.articles), self.word, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)
