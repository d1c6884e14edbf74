"""What stands in the sidebar: parts of the archive, the values of each facet, saved searches."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.core.article import Facet, Restriction, Selection
from desktop_app.ui.facts import language_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.archive.comparisons import SavedComparison
    from desktop_app.core.archive.facets import Counts
    from desktop_app.core.archive.saved_searches import SavedSearch

Kind = Literal["heading", "part", "attention", "value", "more", "search", "comparison"]
State = Literal["", "chosen", "only", "without"]
HEADINGS: Mapping[Facet, str] = {
    "collection": "Collections",
    "source": "Sources",
    "year": "Years",
    "language": "Languages",
    "tag": "Tags",
}
FEW = 7  # values of a facet that are shown until all are asked for
STATES: Mapping[State, str] = {"": "", "chosen": ", chosen", "only": ", restricted to it", "without": ", excluded"}


@dataclass(frozen=True)
class Line:
    """One line; `count` None is not known yet, `new` is how much of it is new since last time."""

    kind: Kind
    text: str
    target: "Selection | Restriction | SavedSearch | SavedComparison | Facet | None" = None
    count: int | None = None
    state: State = ""
    new: int = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of the line."""
        count = "" if self.count is None else f", {self.count:,}"
        return self.text + count + (f", {self.new:,} new" if self.new else "") + STATES[self.state]


@dataclass(frozen=True)
class SavedCount:
    """A saved search with how many articles it finds, and how many of them are new; None: not counted yet."""

    search: "SavedSearch"
    total: int | None = None
    new: int = 0


def part_lines(archive: "Archive", selection: Selection, part: tuple[str, Selection] | None) -> list[Line]:
    """Return the lines for the parts of an archive, one that is looked at for the moment included."""
    parts = [("All articles", Selection()), ("Starred", Selection(starred=True))]
    parts.append(("Date unknown", Selection(undated=True)))
    if part and part[1] not in [chosen for _, chosen in parts]:
        parts.append(part)
    whole = replace(selection, only=(), without=(), span=None)
    lines = [Line("heading", "Archive")]
    for name, chosen in parts:
        state: State = "chosen" if chosen == whole else ""
        lines.append(Line("part", name, chosen, archive.articles.count(chosen), state))
    lines.insert(4, Line("attention", "Needs attention", count=archive.attention.count()))
    return lines


def facet_lines(counts: "Counts", selection: Selection, unfolded: Collection[Facet]) -> list[Line]:
    """Return the lines for the values of each facet, restricted ones always, the others as far as unfolded."""
    lines: list[Line] = []
    for facet, heading in HEADINGS.items():
        known = dict(counts.values[facet])
        if facet == "year":
            known.pop("", None)  # stands among the parts of the archive
        chosen = [value for name, value in (*selection.only, *selection.without) if name == facet]
        values = list(known) + [value for value in chosen if value not in known]
        if not values or (facet == "language" and len(values) == 1 and not chosen):
            continue
        all_shown = facet in unfolded or len(values) <= FEW + 1
        shown = values if all_shown else [v for n, v in enumerate(values) if n < FEW or v in chosen]
        lines.append(Line("heading", heading))
        for value in shown:
            state = _state(selection, (facet, value))
            lines.append(Line("value", value_name(facet, value), (facet, value), known.get(value, 0), state))
        if len(shown) < len(values) or (facet in unfolded and len(values) > FEW + 1):
            text = "Show fewer" if facet in unfolded else f"Show all {len(values):,}"
            lines.append(Line("more", text, facet))
    return lines


def search_lines(saved: Sequence[SavedCount]) -> list[Line]:
    """Return the lines for the saved searches."""
    lines = [Line("search", each.search.name, each.search, each.total, new=each.new) for each in saved]
    return [Line("heading", "Saved searches"), *lines] if lines else []


def comparison_lines(saved: Sequence["SavedComparison"], new: Mapping[str, int]) -> list[Line]:
    """Return the lines for the saved comparisons, each with the number of its articles and of new reports."""
    lines = [Line("comparison", each.name, each, len(each.articles), new=new.get(each.name, 0)) for each in saved]
    return [Line("heading", "Comparisons"), *lines] if lines else []


def value_name(facet: Facet, value: str) -> str:
    """Return the value of a facet as the user knows it."""
    if facet == "language":
        return language_name(value or None) if value else "Unknown language"
    return value or ("Unknown source" if facet == "source" else "Date unknown")


def _state(selection: Selection, restriction: Restriction) -> State:
    if restriction in selection.only:
        return "only"
    return "without" if restriction in selection.without else ""
