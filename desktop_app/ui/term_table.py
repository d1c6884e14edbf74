"""The table of counts for a list of terms: a row a term, a column a source."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ui.theme import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.search.batch import Batch

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TERM, ALL = range(2)
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TermTable(QAbstractTableModel):
    """Shows counts; a source without any is a quiet dash."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Batch | None = None

    def show(self, counts: "Batch | None") -> None:
        """Replace the counts."""
        self.beginResetModel()
        self.counts = counts
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many terms there are."""
        return 0 if parent.isValid() or self.counts is None else len(self.counts.terms)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return term, all articles and the sources."""
        return 0 if parent.isValid() or self.counts is None else ALL + 1 + len(self.counts.sources)

    def source(self, column: int) -> str | None:
        """Return the source of a column, None for that of all articles."""
        return None if column <= ALL or self.counts is None else self.counts.sources[column - ALL - 1]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns, on the side of what stands in them."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if section != TERM else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = ("Term", "Articles")
            return names[section] if section <= ALL else self.source(section) or "Unknown source"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a term or a count."""
        if not index.isValid() or self.counts is None:
            return None
        term, column = self.counts.terms[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column != TERM:
            return NUMBER
        if column == TERM:
            return term.term if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        count = term.total if column == ALL else term.by_source.get(self.source(column) or "", 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{count:,}" if count else "–"
        if role == Qt.ItemDataRole.ForegroundRole and not count:
            return look["muted"]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{term.term}, {self.headerData(column, Qt.Orientation.Horizontal)}: {count:,}"
        return None
