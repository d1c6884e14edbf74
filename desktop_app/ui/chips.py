"""Chips: what restricts the list, each with a button that takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.core.article import Restriction, Selection
from desktop_app.ui.flow import Flow
from desktop_app.ui.histogram_bars import period_name
from desktop_app.ui.layouts import empty
from desktop_app.ui.sidebar_lines import value_name
from desktop_app.ui.theme import look

WIDEST = 260  # pixels of text in a chip


@dataclass(frozen=True)
class Chip:
    """A restriction in words, and the selection that is left without it."""

    text: str
    rest: Selection


class Chips(QWidget):
    """The restrictions in a row that wraps; a click on one takes it back."""

    chosen = Signal(object)  # the Selection that is left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAccessibleName("What the list is restricted to")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flow = Flow(self)
        self._flow.setContentsMargins(14, 6, 8, 8)
        self._chips: Sequence[Chip] = ()
        look.changed.connect(self._colour)
        self.hide()

    def show_selection(self, selection: Selection, part: str) -> None:
        """Show what restricts the list; `part` is the name of the part of the archive it shows."""
        self._chips = chips(selection, part)
        empty(self._flow)
        for number, chip in enumerate(self._chips):
            button = chip_button(chip.text, f"Take back: {chip.text}")
            button.setProperty("number", number)
            button.clicked.connect(self._take_back)
            self._flow.addWidget(button)
        self.setVisible(bool(self._chips))

    @Slot()
    def _take_back(self) -> None:
        self.chosen.emit(self._chips[int(self.sender().property("number"))].rest)

    @Slot()
    def _colour(self) -> None:
        for button in self.findChildren(QToolButton):
            button.setIcon(look.icon("close", "muted"))


def chip_button(text: str, says: str) -> QToolButton:
    """Return a chip with a cross that can be clicked as a whole."""
    button = QToolButton()
    button.setProperty("look", "chip")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
    button.setIcon(look.icon("close", "muted"))
    shown = QFontMetrics(button.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, WIDEST)
    button.setText(f"\u2066{shown}\u2069".replace("&", "&&"))
    button.setAccessibleName(says)
    button.setToolTip(says)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def chips(selection: Selection, part: str) -> list[Chip]:
    """Return the restrictions of a selection in words, in the order they were made, and a way back from all."""
    found = []
    whole = replace(selection, only=(), without=(), span=None)
    if whole != Selection():
        rest = Selection(only=selection.only, without=selection.without, span=selection.span)
        found.append(Chip(part or "Part of the archive", rest))
    if selection.span:
        first, last = (period_name(edge) for edge in selection.span)
        text = first if first == last else f"{first} – {last}"
        found.append(Chip(text, replace(selection, span=None)))
    for restriction in selection.only:
        rest = replace(selection, only=_without(selection.only, restriction))
        found.append(Chip(value_name(*restriction), rest))
    for restriction in selection.without:
        rest = replace(selection, without=_without(selection.without, restriction))
        found.append(Chip(f"not {value_name(*restriction)}", rest))
    if len(found) > 1:
        found.append(Chip("Take back all", Selection()))
    return found


def restricted(selection: Selection, restriction: Restriction, how: str) -> Selection:
    """Return a selection with one more restriction; asked for again, it is taken back.

    `only` puts it in the place of the others of its facet, `too` beside them; `without` excludes.
    """
    only, without = selection.only, selection.without
    given = restriction in (without if how == "without" else only)
    only, without = _without(only, restriction), _without(without, restriction)
    if how == "only":
        only = tuple(other for other in only if other[0] != restriction[0])
    if not given and how == "without":
        without = (*without, restriction)
    elif not given:
        only = (*only, restriction)
    return replace(selection, only=only, without=without)


def _without(restrictions: tuple[Restriction, ...], one: Restriction) -> tuple[Restriction, ...]:
    return tuple(restriction for restriction in restrictions if restriction != one)
