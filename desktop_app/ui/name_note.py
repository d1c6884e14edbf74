"""The spellings a name was matched with, each with a box that switches it off and on again."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desktop_app.ui.bidi import isolated
from desktop_app.ui.facts import LINK_EDGE, link
from desktop_app.ui.flow import Flow
from desktop_app.ui.histogram_bars import articles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.naming import Matched

MOST = 12  # spellings that are listed before the others are asked for


class NameNote(QWidget):
    """One name of a search; what is ticked here is what is written in the search field."""

    search_wanted = Signal(str)  # the search with other spellings
    joining_wanted = Signal(list)  # names that are always one

    def __init__(self, text: str, matched: "Matched") -> None:
        super().__init__()
        self.setAccessibleName(f"Spellings of {matched.name.written}")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        counts = sorted((*matched.spellings[1:], *matched.without), key=lambda each: -each[1])
        self.boxes = {spelling: QCheckBox() for spelling, _ in counts}
        self.more = link(f"{len(counts) - MOST:,} more", "moreSpellings")
        self.more.clicked.connect(self._show_all)
        self.exactly = link(f"Only “{isolated(matched.name.written)}”".replace("&", "&&"), "exactly")
        self.exactly.clicked.connect(self._exactly)
        self.join = link("Always one name", "joinNames")
        self.join.setToolTip("Every search takes these spellings for one name; the list is in the menu Tools.")
        self.join.clicked.connect(self._join)
        self.ruled = QLabel("one name, as you have said")
        self.ruled.setProperty("look", "muted")
        flow = Flow(self)
        flow.setContentsMargins(LINK_EDGE, 0, 0, 0)
        for widget in (self.label, *self.boxes.values(), self.more, self.exactly, self.join, self.ruled):
            flow.addWidget(widget)
        for box in self.boxes.values():
            box.setProperty("look", "spelling")
            box.clicked.connect(self._choose)
        for box in list(self.boxes.values())[MOST:]:
            box.hide()
        self.more.setVisible(len(counts) > MOST)
        self.show_matched(text, matched)

    def is_of(self, matched: "Matched") -> bool:
        """Tell whether these are the boxes of a name's spellings."""
        listed = {spelling for spelling, _ in (*matched.spellings[1:], *matched.without)}
        return matched.name.folded == self._matched.name.folded and listed == set(self.boxes)

    def show_matched(self, text: str, matched: "Matched") -> None:
        """Show how often each spelling stands, and which are on, in a search that was written so."""
        self._text, self._matched = text, matched
        written = matched.name.written
        self.label.setText(f"{isolated(written)} {matched.spellings[0][1]:,}{', also:' if self.boxes else ''}")
        for counts, on in ((matched.spellings[1:], True), (matched.without, False)):
            for spelling, count in counts:
                shown = as_name(spelling, written)
                self.boxes[spelling].setText(f"{isolated(shown)} {count:,}".replace("&", "&&"))
                self.boxes[spelling].setAccessibleName(f"{shown}, in {articles(count)}")
                self.boxes[spelling].setChecked(on)
        self.exactly.setVisible(bool(self.boxes))
        self.join.setVisible(len(matched.names) > 1 and not matched.ruled)
        self.ruled.setVisible(len(matched.names) > 1 and matched.ruled)

    @Slot()
    def _choose(self) -> None:
        from desktop_app.core.search.respelling import respelt

        without = [spelling for spelling, box in self.boxes.items() if not box.isChecked()]
        self.search_wanted.emit(respelt(self._text, self._matched.name, without))

    @Slot()
    def _exactly(self) -> None:
        from desktop_app.core.search.respelling import exactly

        self.search_wanted.emit(exactly(self._text, self._matched.name))

    @Slot()
    def _join(self) -> None:
        written = self._matched.name.written
        self.joining_wanted.emit([written, *(as_name(other, written) for other in self._matched.names[1:])])

    @Slot()
    def _show_all(self) -> None:
        self.more.hide()
        for box in self.boxes.values():
            box.show()


def as_name(spelling: str, written: str) -> str:
    """Return a spelling of the index with capitals, unless the name was written without."""
    return spelling if written.islower() else spelling.title()
