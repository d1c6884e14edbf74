"""How many articles of a list have each source, year, language, tag and collection: all values, always."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.archive.columns import Array, Columns
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.selection import EVERYTHING, VALUES
from desktop_app.core.article import FACETS, Facet, Selection

Count = tuple[str, int]  # a value, "" where it is not known, and how many articles have it


@dataclass(frozen=True)
class Counts:
    """What a list holds: the values of each facet, and the months of publication in order.

    A month is 2016-06, or 2016 where no more is known; "" counts the undated.
    """

    values: Mapping[Facet, Sequence[Count]]
    months: Sequence[Count]


class Facets:
    """The facets of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._columns: Columns | None = None
        self._state = (0, 0)

    def count(self, ids: Iterable[int] | None = None, selection: Selection = EVERYTHING) -> Counts:
        """Count what these articles have, None meaning all, as far as a selection takes them.

        A facet is counted as if it were not restricted itself, and so are the dates: what could be chosen
        instead stays in sight with its number.
        """
        columns = self._present_columns()
        listed = columns.rows(ids)
        values = {
            facet: _counted(columns, facet, listed & columns.allowed(_unrestricted(selection, facet)))
            for facet in FACETS
        }
        dated = listed & columns.allowed(replace(selection, span=None, undated=False))
        return Counts(values, sorted(columns.month.counted(dated)))

    def _present_columns(self) -> Columns:
        """Return the columns as the archive is now, whichever connection has written to it."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        state = version, self._db.conn.total_changes
        if self._columns is None or state != self._state:
            self._columns, self._state = Columns(self._db), state
        return self._columns


def _counted(columns: Columns, facet: Facet, chosen: Array) -> Sequence[Count]:
    """Return each value with the number of its articles: the largest first, or the latest year."""
    if facet == "year":
        years: dict[str, int] = {}
        for month, count in columns.month.counted(chosen):
            years[month[:4]] = years.get(month[:4], 0) + count
        return sorted(years.items(), reverse=True)
    if facet in columns.linked:
        return sorted(columns.linked[facet].counted(chosen), key=lambda counted: -counted[1])
    known = columns.source if facet == "source" else columns.language
    return sorted(known.counted(chosen), key=lambda counted: (-counted[1], counted[0].encode()))


def _unrestricted(selection: Selection, facet: Facet) -> Selection:
    """Return a selection without what it says of a facet; what is excluded by one of several tags stays out."""
    only, without = (
        tuple(restriction for restriction in restrictions if restriction[0] != facet)
        for restrictions in (selection.only, selection.without)
    )
    return replace(selection, only=only, without=without if facet in VALUES else selection.without)
