"""The rows of one kind of evidence with what each report says of them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Kind, Row
from desktop_app.core.dates import shown
from desktop_app.ui.bidi import isolated, quoting
from desktop_app.ui.comparison.cell_text import (
    Cell,
    Piece,
    called,
    cell_of,
    held_against,
    plain,
    told_apart,
)
from desktop_app.ui.comparison.kinds import KINDS, MARKS, NOT_LOOKED_FOR, has_capitals

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEADS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
# Of a cell; all of it stands in the text below, but what differs and every spelling are to be seen.
LINES, WORDED_LINES, NAME_LINES = 3, 5, 6
WORDED = ("quotations", "passages")  # kinds whose wordings are held against each other word by word


class EvidenceModel(QAbstractTableModel):
    """The rows of one kind; the first column is their label, the others one report each."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.brief = False  # the heads tell no dates, which stand below
        self._kind: Kind = "figures"
        self._articles: Sequence[ArchivedArticle] = ()
        self._cells: dict[tuple[int, int], Cell] = {}
        self._names: Sequence[str] = ()  # of the reports, as far as there is room for them

    def show(self, rows: Sequence[Row], kind: Kind, articles: Sequence[ArchivedArticle]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self.rows, self._kind, self._articles = rows, kind, articles
        self._cells.clear()
        self._names = self._called()
        self.endResetModel()

    def cut_names(self, cut: Callable[[int, str], str]) -> None:
        """Cut the names of the reports to their room: `cut` is given the number of a report and its name."""
        names = [cut(number, name) for number, name in enumerate(self._called())]
        if names != self._names:  # else the table would be painted twice
            self._names = names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(self._articles))

    def _called(self) -> list[str]:
        """Return what the reports are called; two of one source are told apart where no date stands beside."""
        return told_apart(self._articles) if self.brief else [called(kept) for kept in self._articles]

    def lines_of(self, number: int) -> int:
        """Return how many lines the cells of a row have at most."""
        if self._kind == "names":
            return NAME_LINES
        return WORDED_LINES if self._kind in WORDED and len(self.rows[number].spans) > 1 else LINES

    def cell(self, number: int, article: int) -> Cell:
        """Return what a report says of a matter, or that it says nothing."""
        key = (number, article)
        if key not in self._cells:
            row = self.rows[number]
            cell = cell_of(row, article, self._kind, self._articles)
            if self._kind in WORDED and cell and len(row.spans) > 1:
                cell = held_against(cell, row, article, self._articles)
            self._cells[key] = cell or (Piece(self._absent(article)),)
        return self._cells[key]

    def _absent(self, article: int) -> str:
        if self._kind == "names" and not has_capitals(self._articles[article]):
            return NOT_LOOKED_FOR  # that it is not named would be said of what nobody looked for
        return KINDS[self._kind].absent

    def text(self, number: int, article: int) -> str:
        """Return the words of a cell, without holding them against others."""
        return plain(cell_of(self.rows[number], article, self._kind, self._articles))

    def colours(self, row: Row) -> tuple[str, str]:
        """Return the colour of a row's cells and that of the line under them, "" for none."""
        if self._kind == "names":
            return "", ""
        mark = MARKS[row.mark]
        line = "" if row.mark == "only-here" else mark.line
        return ("shared" if self._kind in WORDED and row.mark == "differs" else mark.fill), line

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many matters there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return one for the label and one for each report."""
        return 0 if parent.isValid() else 1 + len(self._articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands over the labels, and the source and date of each report; in full under the mouse."""
        if orientation != Qt.Orientation.Horizontal or role not in HEADS:
            return super().headerData(section, orientation, role)
        if section == 0:
            return KINDS[self._kind].head
        kept = self._articles[section - 1]
        name = self._names[section - 1] if role == Qt.ItemDataRole.DisplayRole else called(kept)
        return name if self.brief else f"{name}\n{shown(kept.article.published)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell and what is told of it on demand."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if column == 0 else plain(self.cell(index.row(), column - 1))
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                "\n".join([row.label, *map(quoting, row.reasons)])
                if column == 0
                else self.text(index.row(), column - 1)
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), column)
        return None

    def _spoken(self, number: int, column: int) -> str:
        row = self.rows[number]
        mark = MARKS[row.mark].word + (", yours" if row.by == "user" else "")
        if column == 0:
            return f"{row.label}: {mark}"
        article = self._articles[column - 1].article
        said = plain(self.cell(number, column - 1))
        return f"{row.label}, {isolated(article.source or 'unknown source')}: {said} ({mark})"
