"""What can be done with a row: the user's word on what belongs together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Kind, Row
from desktop_app.ui.bidi import quoting
from desktop_app.ui.comparison.cell_text import spellings, words_of
from desktop_app.ui.comparison.matters import can_be_judged
from desktop_app.ui.comparison.user_word import UserWord

Entry = tuple[str, Callable[[], object] | None]  # its words, and what it does if it can be chosen


@dataclass(frozen=True)
class Place:
    """The rows that are chosen, and the article whose cell was asked about, -1 for the label."""

    rows: Sequence[Row]
    kind: Kind
    article: int
    articles: Sequence[ArchivedArticle]


def row_menu(place: Place, word: UserWord, parent: QWidget) -> QMenu:
    """Return the menu of a row; each entry becomes a signal of the user's word."""
    menu = QMenu(parent)
    for entry in entries(place, word):
        if entry is None:
            menu.addSeparator()
        else:
            action = menu.addAction(entry[0])
            action.setEnabled(entry[1] is not None)
            if entry[1] is not None:
                action.triggered.connect(entry[1])
    return menu


def entries(place: Place, word: UserWord) -> list[Entry | None]:
    """Return the entries of the menu with what they do; None stands for a line between them."""
    row = place.rows[0]
    found: list[Entry | None] = []
    if can_be_judged(row, place.kind):
        if row.by != "user":
            found.append(("Accept: these belong together\tY", partial(word.accepted.emit, row)))
        found.append(("Reject: these do not belong together\tShift+N", partial(word.rejected.emit, row)))
    if place.kind == "names":
        found += [None, *_of_names(place, word)]
    if place.kind == "figures" and place.article >= 0 and row.cells[place.article]:
        found.append(None)
        for span in row.cells[place.article]:
            text = f"Leave out “{_short(words_of(span, place.articles))}”: no figure of this matter"
            found.append((quoting(text), partial(word.figure_excluded.emit, row, span)))
    return (found[1:] if found[:1] == [None] else found) or [("Only one report has this", None)]


def _of_names(place: Place, word: UserWord) -> list[Entry | None]:
    found: list[Entry | None] = []
    row, others = place.rows[0], len(place.rows) - 1
    if others:
        names = tuple(place.rows)
        found.append(
            (f"Join the {others + 1} chosen names: one and the same", partial(word.join_wanted.emit, names))
        )
    else:
        found.append(("To join names, choose several", None))
    every = {name for number in range(len(row.cells)) for name, _ in spellings(row, number, place.articles)}
    if place.article >= 0 and len(every) > 1:
        for name, _ in spellings(row, place.article, place.articles):
            text = f"Part “{_short(name)}” from this name: somebody else"
            found.append((quoting(text), partial(word.part_wanted.emit, row, name)))
    return found


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
