"""Rows: one matter across several reports, each mark of it a stretch of a text."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["figures", "quotations", "names", "passages", "statements"]
Mark = Literal["same", "differs", "other-scope", "only-here"]


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of the text of one article; `article` counts from 0 in the order of the comparison."""

    article: int
    start: int
    end: int


@dataclass(frozen=True)
class Row:
    """One matter across reports, called by the words of one of them.

    `cells` holds for each article of the comparison where it speaks of the matter: nothing where it does not.
    `reasons` say what the row rests on; `by` is "user" where the user has linked or accepted it.
    """

    label: str
    mark: Mark
    cells: tuple[tuple[Span, ...], ...]
    reasons: tuple[str, ...] = ()
    by: Literal["rule", "user"] = "rule"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The first place in each article that speaks of the matter."""
        return tuple(cell[0] for cell in self.cells if cell)

    def of(self, article: int) -> Span | None:
        """Return where an article first speaks of the matter."""
        cell = self.cells[article]
        return cell[0] if cell else None


@dataclass(frozen=True)
class Event:
    """When something was reported or, as a text says, happened.

    `when` is ISO 8601 at the precision known and None where no date is known; `rule` says how it was told.
    `span` is the words that tell it, or from 0 to 0 where it is the date of the report itself.
    """

    span: Span
    label: str
    when: str | None
    rule: str
    kind: Literal["reported", "happened"]
