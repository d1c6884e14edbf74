"""The head and the foot of the comparison: what it is called, the ways on, and what the marks mean."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import MOST, Comparison
from desktop_app.core.per_cent import per_cent
from desktop_app.ui.bidi import isolated
from desktop_app.ui.comparison.cell_text import told_apart
from desktop_app.ui.comparison.kinds import MARKS
from desktop_app.ui.theme import interface_font, look

LONGEST = 28  # characters of a report's name
WORDS = ("no", "one", "two", "three", "four", "five", "six")


class Head(QWidget):
    """The title, the way back, from difference to difference, and to the PDF."""

    back_wanted = Signal()
    pdf_wanted = Signal()
    more_wanted = Signal()
    difference_wanted = Signal(int)  # 1 for the next, -1 for the previous

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reports = ""
        self._kept = False  # under a name of its own
        self.title = QLabel()
        self.title.setFont(interface_font(15, bold=True))
        self._back = _button("Library", "comparisonBack", "Back to the library (Esc)")
        self.previous = _button("Previous difference", "previousDifference", "Previous difference (Shift+K)")
        self.next = _button("Next difference", "nextDifference", "Next difference (Shift+J)")
        self._more = _button("Add report", "addReport", "Put another report beside these")
        self._pdf = _button("Export PDF", "comparisonPdf", "Export as PDF (Ctrl+E)")
        self._pdf.setProperty("look", "primary")
        self._back.clicked.connect(self.back_wanted)
        self._pdf.clicked.connect(self.pdf_wanted)
        self._more.clicked.connect(self.more_wanted)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        layout.addWidget(self._back)
        layout.addWidget(self.title)
        layout.addStretch(1)
        for button in (self._more, self.previous, self.next, self._pdf):
            layout.addWidget(button)
        look.changed.connect(self._colour)
        self._colour()

    def show_count(self, reports: int, *, differences: bool) -> None:
        """Show of how many reports it is a comparison, and whether there are differences to go to."""
        self._reports = f"Comparison of {WORDS[reports]} reports"
        if not self._kept:
            self.title.setText(self._reports)
        self._more.setEnabled(reports < MOST)
        for button in (self.previous, self.next):
            button.setEnabled(differences)

    def show_name(self, name: str, note: str) -> None:
        """Show the name under which the comparison is kept, and its note; "" where it is not kept."""
        self._kept = bool(name)
        self.title.setText(f"Comparison: {name}" if name else self._reports)
        self.title.setToolTip(note)

    @Slot()
    def _colour(self) -> None:
        self._more.setIcon(look.icon("plus"))
        for button, icon in ((self._back, "back"), (self.previous, "previous"), (self.next, "next")):
            button.setIcon(look.icon(icon))

    @Slot()
    def _step_back(self) -> None:
        self.difference_wanted.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.difference_wanted.emit(1)


class Foot(QWidget):
    """What the marks mean, and which texts share wording."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(5)
        self._icons: list[tuple[QLabel, str, str]] = []
        for mark in MARKS.values():
            icon, word = QLabel(), QLabel(mark.word)
            word.setProperty("look", "muted")
            self._icons.append((icon, mark.icon, mark.line))
            layout.addWidget(icon)
            layout.addWidget(word)
            layout.addSpacing(9)
        self.says = QLabel()
        self.says.setObjectName("comparisonSays")
        self.says.setProperty("look", "muted")
        self.says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text = ""
        layout.addWidget(self.says, 1)
        look.changed.connect(self._colour)
        self._colour()

    def say(self, text: str) -> None:
        """Say something at the right, cut where it does not fit."""
        self._text = text
        self.says.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of it as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.says.width(), 60)
        self.says.setText(QFontMetrics(self.says.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    @Slot()
    def _colour(self) -> None:
        for label, icon, colour in self._icons:
            label.setPixmap(look.icon(icon, colour).pixmap(14, 14))


def shares(articles: Sequence[ArchivedArticle], comparison: Comparison) -> str:
    """Return how much of its wording each pair shares, the largest share of the two, and what is one wire story."""
    names = [isolated(_short(name)) for name in told_apart(articles)]
    found = []
    for i in range(len(articles)):
        for j in range(i + 1, len(articles)):
            share = max(comparison.shared_share[i][j], comparison.shared_share[j][i])
            if share:
                found.append(f"{names[i]} ↔ {names[j]} {per_cent(share)}")
    stories = [f"One wire story: {', '.join(names[n] for n in group)}" for group in comparison.wire]
    return "   ".join([*stories, f"Wording shared: {' · '.join(found)}" if found else "No wording shared"])


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    return button
