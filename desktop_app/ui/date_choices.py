"""Ways to set a date without typing it: the dates an article may be of, each in its own words, and a calendar."""

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.dates import spoken
from desktop_app.ui.layouts import empty
from desktop_app.ui.theme import look

CALENDAR_WIDTH = 340  # pixels


class DateChoices(QWidget):
    """The dates found in the text of an article that has none: one click sets one of them."""

    chosen = Signal(str)  # ISO 8601

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 0, 0, 4)
        self._layout.setSpacing(2)

    def show_article(self, article: ArchivedArticle) -> None:
        """Offer the dates of an article without one; nothing for the others."""
        empty(self._layout)
        self.setVisible(False)
        if article.article.published is not None or "published" in article.by_hand:
            return
        from desktop_app.core.importing.cleaning.date_candidates import candidates

        found = candidates(article.article)
        if not found:
            return
        unclear = f"“{found[0].words}” can be read in two ways:" if found[0].unclear else "Found in the text:"
        head = QLabel(unclear)
        head.setProperty("look", "muted")
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setContentsMargins(4, 0, 0, 0)
        self._layout.addWidget(head)
        for candidate in found:
            button = QPushButton(spoken(candidate.iso))
            button.setObjectName("dateChoice")
            button.setProperty("look", "small")
            button.setProperty("iso", candidate.iso)
            button.setToolTip(f"Set the date; the text says “{candidate.words}”")
            button.setAccessibleDescription(button.toolTip())
            button.clicked.connect(self._choose)
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(True)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("iso"))


class CalendarButton(QToolButton):
    """Opens a calendar to choose a day from."""

    chosen = Signal(str)  # ISO 8601

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendarButton")
        self.setProperty("look", "quiet")
        self.setAccessibleName("Choose the date in a calendar")
        self.setToolTip("Choose the date in a calendar")
        self._day = QDate()
        self.clicked.connect(self._open)
        look.changed.connect(self._colour)
        self._colour()

    def show_date(self, published: str | None) -> None:
        """Open the calendar at the date an article has, today where it has none."""
        self._day = QDate.fromString((published or "")[:10], Qt.DateFormat.ISODate)

    @Slot()
    def _open(self) -> None:
        self._menu = menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(menu)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMinimumWidth(CALENDAR_WIDTH)
        weekend = QTextCharFormat()
        weekend.setForeground(look["ink"])  # nothing is wrong with Sundays
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.setMaximumDate(QDate.currentDate())
        if self._day.isValid():
            self.calendar.setSelectedDate(self._day)
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.calendar)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.calendar.setFocus()

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self._menu.close()
        self.chosen.emit(day.toString(Qt.DateFormat.ISODate))

    @Slot()
    def _colour(self) -> None:
        self.setIcon(look.icon("calendar", "muted"))
