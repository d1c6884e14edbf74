"""The left side: the whole archive, what is undated, collections and sources, each with its count."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.theme import interface_font, look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.archive.articles import Selection

COUNT = Qt.ItemDataRole.UserRole
SELECTION = Qt.ItemDataRole.UserRole + 1
ATTENTION = "attention"  # stands in the place of a selection where a line leads to a page of its own


@dataclass(frozen=True)
class Entry:
    """One line: a heading has no selection."""

    text: str
    count: int = 0
    selection: "Selection | str | None" = None


class Sidebar(QListWidget):
    """A list of headings and selections; choosing one narrows the articles listed."""

    selected = Signal(object)  # Selection
    attention_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Parts of the archive")
        self.setItemDelegate(_EntryPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._chosen)
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)
        self._archive: Archive | None = None
        self._selection: Selection | None = None
        self._part: tuple[str, Selection] | None = None
        look.changed.connect(self.viewport().update)

    def show_archive(self, archive: "Archive") -> None:
        """List what the archive holds; what was chosen stays chosen while it exists."""
        before = self.selection()
        if archive is not self._archive:
            self._archive, self._part = archive, None
        self.blockSignals(True)
        self.clear()
        for entry in entries(archive, self._part):
            self._add(entry)
        row = self._row_of(before)
        self.setCurrentRow(max(row, 1))
        self._selection = self.item(max(row, 1)).data(SELECTION)
        self.blockSignals(False)
        if row < 0 and before is not None:
            self.selected.emit(self.selection())

    def show_part(self, text: str, selection: "Selection") -> None:
        """Choose a part of the archive, which is listed for that under this name unless it is already."""
        if self._row_of(selection) < 0 and self._archive is not None:
            self._part = (text, selection)
            self.show_archive(self._archive)
        self.setCurrentRow(self._row_of(selection))

    def selection(self) -> "Selection | None":
        """Return what is chosen."""
        return self._selection

    def show_everything(self) -> None:
        """Choose the whole archive."""
        self.setCurrentRow(1)

    def _row_of(self, selection: "Selection | None") -> int:
        rows = (row for row in range(self.count()) if self.item(row).data(SELECTION) == selection)
        return -1 if selection is None else next(rows, -1)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.text)
        item.setData(COUNT, entry.count)
        item.setData(SELECTION, entry.selection)
        if entry.selection is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}, {entry.count:,}")
            item.setToolTip(entry.text)
        self.addItem(item)

    @Slot()
    def _chosen(self) -> None:
        found = self.currentItem().data(SELECTION) if self.currentItem() else None
        if found is not None and found != ATTENTION:
            self._selection = found
            self.selected.emit(found)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        if item.data(SELECTION) == ATTENTION:
            self.setCurrentRow(self._row_of(self._selection))
            self.attention_wanted.emit()


class _EntryPainter(QStyledItemDelegate):
    """Paints a name and, at the right edge, its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line; a heading has air above it."""
        return QSize(80, 28 if index.data(SELECTION) is not None else (26 if index.row() == 0 else 38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        area: QRect = option.rect.adjusted(4, 0, -4, 0)
        painter.save()
        if index.data(SELECTION) is None:
            painter.setFont(interface_font(11, bold=True))
            painter.setPen(look["muted"])
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(8, 0, 0, -5), bottom, str(index.data()).upper())
        else:
            self._paint_entry(painter, area, option, index)
        painter.restore()

    def _paint_entry(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look["accent_soft"])
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        font = interface_font(13, bold=chosen)
        metrics = QFontMetrics(font)
        count = f"{index.data(COUNT):,}"
        width = area.width() - metrics.horizontalAdvance(count) - 28
        painter.setFont(font)
        painter.setPen(look["accent" if chosen else "ink"])
        middle = Qt.AlignmentFlag.AlignVCenter
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, width)
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignLeft | middle, name)
        painter.setPen(look["accent" if chosen else "muted"])
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignRight | middle, count)


def entries(archive: "Archive", part: "tuple[str, Selection] | None" = None) -> list[Entry]:
    """Return the lines of the sidebar for an archive, and for a part of it that is looked at for the moment."""
    from desktop_app.core.archive.articles import Selection

    undated = Selection(undated=True)
    found = [
        Entry("Archive"),
        Entry("All articles", archive.articles.count(), Selection()),
        Entry("Date unknown", archive.articles.count(undated), undated),
        Entry("Needs attention", archive.attention.count(), ATTENTION),
    ]
    if part and (count := archive.articles.count(part[1])):
        found.append(Entry(part[0], count, part[1]))
    if collections := archive.articles.collections():
        found.append(Entry("Collections"))
        found += [Entry(name, count, Selection(only=(("collection", name),))) for _, name, count in collections]
    if sources := archive.articles.sources():
        found.append(Entry("Sources"))
        found += [Entry(name or "Unknown source", count, Selection(source=name)) for name, count in sources]
    return found
