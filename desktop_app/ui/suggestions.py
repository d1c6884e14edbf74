"""Under the search field: what was searched for before, and titles that match what is being typed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.core.progress import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search import Finder

MOST_TITLES = 6
MOST_ROWS = 12  # of the history that are seen at once
ROW = 30  # pixels
WIDEST = 640  # pixels
PLAIN = re.compile(r"[\w\s'’.,-]{2,}")  # words alone, which may stand in a title
TARGET = Qt.ItemDataRole.UserRole
KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Suggestions(QListWidget):
    """A list that never takes the keyboard from the field: arrows choose, Return takes, Esc closes."""

    article_chosen = Signal(int)

    def __init__(self, field: QLineEdit, history: Callable[[], Sequence[str]], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("suggestions")
        self.setAccessibleName("Earlier searches and titles")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._field, self._window = field, window
        self._history = history
        self.itemClicked.connect(self._take)
        field.installEventFilter(self)
        field.textEdited.connect(self.hide)
        self.hide()

    def show_titles(self, typed: str, titles: Sequence[tuple[int, str]]) -> None:
        """Offer articles whose titles match what is typed, while it still is."""
        if titles and self._field.hasFocus() and self._field.text() == typed:
            self._offer([(title, id_) for id_, title in titles])
        elif self._field.text() == typed:
            self.hide()

    def show_history(self) -> None:
        """Offer what was searched for before; with something typed, what has it in it."""
        typed = self._field.text().strip().casefold()
        found = [query for query in self._history() if typed in query.casefold() and query.casefold() != typed]
        if found:
            self._offer([(query, query) for query in found])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list, and go when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        """Do what a key means here; tell whether it means anything."""
        if key == Qt.Key.Key_Down and self.isHidden():
            self.show_history()
            return True
        if self.isHidden():
            return False
        if key in KEYS:
            self.setCurrentRow(max(-1, min(self.currentRow() + KEYS[Qt.Key(key)], self.count() - 1)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._take(self.currentItem())
            return True
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
        return key == Qt.Key.Key_Escape

    def _offer(self, lines: Sequence[tuple[str, int | str]]) -> None:
        self.clear()
        for text, target in lines:
            item = QListWidgetItem(" ".join(text.split()))
            item.setData(TARGET, target)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"Search again: {text}" if text == target else f"Title: {text}"
            )
            self.addItem(item)
        self.setCurrentRow(-1)
        where = self._field.mapTo(self._window, QPoint(0, self._field.height() + 2))
        height = min(self.count(), MOST_ROWS) * ROW + 10
        self.setGeometry(where.x(), where.y(), min(self._field.width(), WIDEST), height)
        self.show()
        self.raise_()

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        target = item.data(TARGET)
        self.hide()
        if isinstance(target, str):
            self._field.setText(target)
        else:
            self.article_chosen.emit(target)


def titles(report: Progress, finder: "Finder", folder: Path, typed: str) -> tuple[str, list[tuple[int, str]]]:
    """Return what is typed and the articles whose titles have all of it, the best first; on the index's thread."""
    from desktop_app.core.archive import opened

    report(0, 0)
    if not PLAIN.fullmatch(typed.strip()):
        return typed, []
    found = finder.find(f"title:({typed.strip()}{'' if typed.endswith(' ') else '*'})", typing=True)
    ids = found.ids[: len(found.ids) - found.partial][:MOST_TITLES]
    with opened(folder) as archive:
        return typed, [(each.id, each.heading) for each in archive.articles.summaries(ids)]
