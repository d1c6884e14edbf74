"""What is listed for a search, found and counted on the thread that has the index open."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.article import Selection
from desktop_app.core.progress import Progress
from desktop_app.ui.snippets import PAGE, snippets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive.facets import Counts
    from desktop_app.core.search import Finder, Found
    from desktop_app.core.search.snippets import Runs
    from desktop_app.core.search.ways_on import Way


class Asked(NamedTuple):
    """What is to be listed: what was searched for, its order, and what the list is restricted to.

    Reports that say the same may be folded; while `typing`, not all need be found.
    """

    text: str
    order: str
    selection: Selection
    fold: bool = False
    typing: bool = False


@dataclass(frozen=True)
class Listing:
    """What was found, what is folded under which of its articles, and the snippets that are seen first.

    `rows` are the articles that are listed while nothing is unfolded; below those that have all that was searched
    for, `lacking` is the first that has not. `whole` tells that searching again finds no more. Where nothing was
    found, `elsewhere` is how many articles the whole archive has, and `ways` are other searches with the number of
    articles they find; `tried` how many were tried.
    """

    found: "Found"
    selection: Selection
    folds: Mapping[int, Sequence[int]]
    rows: "array[int]"
    snippets: "Mapping[int, Runs]"
    lacking: int | None = None
    whole: bool = True
    elsewhere: int = 0
    ways: "Sequence[tuple[Way, int]]" = ()
    tried: int = 0


def listing(report: Progress, finder: "Finder", folder: Path, asked: Asked) -> Listing:
    """Search, fold and read the first snippets, so that the list appears as a whole."""
    from desktop_app.core.archive import opened

    report(0, 0)
    text, order, selection, fold, typing = asked
    found = finder.find(text, order, selection, typing=typing)  # type: ignore[arg-type]
    if not found.ids:
        return _nothing(report, finder, found, selection)
    folds: Mapping[int, Sequence[int]] = {}
    if fold:
        with opened(folder) as archive:
            folds = archive.likenesses.folds(found.ids)
    under = {other for others in folds.values() for other in others}
    rows = array("q", (id_ for id_ in found.ids if id_ not in under)) if under else found.ids
    report(0, 0)
    first = snippets(report, folder, found.query, rows[:PAGE].tolist())
    complete = sum(1 for id_ in found.ids[: len(found.ids) - found.partial] if id_ not in under)
    lacking = rows[complete] if 0 < complete < len(rows) else None
    return Listing(found, selection, folds, rows, first, lacking, whole=found.exact or not typing)


def _nothing(report: Progress, finder: "Finder", found: "Found", selection: Selection) -> Listing:
    """Look for ways on from a search that found nothing."""
    from desktop_app.core.search.ways_on import ways_on

    elsewhere = len(finder.find(found.query.text).ids) if selection != Selection() else 0
    ways = []
    to_try = ways_on(found.query.text)
    for way in to_try:
        report(0, 0)
        if way.text and (having := len(finder.find(way.text, selection=selection).ids)):
            ways.append((way, having))
    return Listing(found, selection, {}, found.ids, {}, elsewhere=elsewhere, ways=ways, tried=len(to_try))


def count(report: Progress, finder: "Finder", _folder: Path, listed: Listing) -> "Counts":
    """Count the facets of what a search found, also of what it is restricted from."""
    ids: Sequence[int] | None = listed.found.ids
    if not listed.found.query.text.strip():
        ids = None
    elif listed.selection != Selection():
        ids = finder.find(listed.found.query.text).ids
    report(0, 0)
    return finder.count(ids, listed.selection)
