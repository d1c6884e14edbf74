"""What the chosen row rests on, and the user's word on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.comparison.rows import Row
from desktop_app.ui.bidi import quoting
from desktop_app.ui.comparison.kinds import MARKS
from desktop_app.ui.theme import interface_font, look

FLAT = 46  # pixels of height where it lies above the texts
LABEL = 110  # characters of a label
NO_REASON = "The words stand in each text as shown."
ALONE = "Not found in the other reports."
NOTHING = "Choose a row to see what it rests on."


class Details(QWidget):
    """The reasons of a row: beside the texts, or in a line above them where room is short."""

    decided = Signal(bool)  # accepted?

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowDetails")
        self.setAccessibleName("What the chosen row rests on")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row: Row | None = None
        self._flat, self._instead, self._judged = False, NOTHING, True
        self._mark, self._label, self.why = QLabel(), QLabel(), QLabel()
        self._label.setFont(interface_font(13, bold=True))
        self._mark.setProperty("look", "muted")
        for label in (self._mark, self._label, self.why):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._label, self.why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.addWidget(self._scroll, 1)
        look.changed.connect(self._write)
        self._write()

    def _lay_out(self) -> None:
        self._words = QWidget()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._lines.addStretch(0)
        for label in (self._mark, self._label, self.why):
            self._lines.addWidget(label)
        self._lines.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._words)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Reasons")
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        self.accept, self.reject = QPushButton("Accept"), QPushButton("Reject")
        for button, name, tip, slot in (
            (self.accept, "acceptRow", "These belong together; keep the row as yours (Y)", self._accepted),
            (self.reject, "rejectRow", "These do not belong together; take the row away (Shift+N)", self._rejected),
        ):
            button.setObjectName(name)
            button.setToolTip(tip)
            button.setProperty("look", "small")
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)

    def show_row(self, row: Row | None, instead: str = "", *, judged: bool = True) -> None:
        """Show a row, perhaps with words `instead` of its mark; without a row these words alone.

        What holds nothing together is not to be judged.
        """
        self._row, self._instead, self._judged = row, instead, judged
        self._write()

    def lie(self, *, flat: bool, width: int) -> None:
        """Take a line above the texts, or a column of a width beside them; the texts never move for a row."""
        self._flat = flat
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self._layout.setContentsMargins(16, 4 if flat else 12, 10, 4 if flat else 12)
        if flat:
            self._layout.addWidget(self._buttons)
        else:
            self._lines.insertWidget(4, self._buttons)
        self._lines.setStretch(0, int(flat))  # in a line, the words stand level with the buttons
        self.setMinimumSize(0, 0)
        self.setMaximumSize(16_777_215, 16_777_215)
        if flat:
            self.setFixedHeight(FLAT)
        else:
            self.setFixedWidth(width)
        self._write()

    @Slot()
    def _write(self) -> None:
        row = self._row
        self._buttons.setVisible(row is not None and self._judged)
        self._scroll.verticalScrollBar().setValue(0)
        for label in (self._mark, self._label):
            label.setVisible(row is not None and not self._flat)
        if row is None:
            self.why.setText(self._instead)
            return
        mark = MARKS[row.mark].word + (" · yours" if row.by == "user" else "")
        self._mark.setText(self._instead or mark)
        short = row.label if len(row.label) <= LABEL else row.label[:LABEL].rsplit(" ", 1)[0] + " …"
        self._label.setText(short)
        reasons = tuple(map(quoting, row.reasons)) or (ALONE if row.mark == "only-here" else NO_REASON,) * (
            not self._instead
        )
        if self._flat:
            above = (f"{self._instead}: {row.label}",) if self._instead else ()
            self.why.setText("  ·  ".join((*above, *reasons)))
        else:
            self.why.setText("\n\n".join(reasons))
        self.accept.setEnabled(row.by != "user")

    @Slot()
    def _accepted(self) -> None:
        self.decided.emit(True)

    @Slot()
    def _rejected(self) -> None:
        self.decided.emit(False)
