"""How many articles of a list have each source, year, language, tag and collection: all values, always."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from desktop_app.core.archive.listed import LISTED, put
from desktop_app.core.archive.selection import EVERYTHING, VALUES, conditions, packed
from desktop_app.core.article import FACETS, Facet, Selection

Known = tuple[str, str, str, int]  # source, language and month, and how many articles they are of
Count = tuple[str, int]  # a value, "" where it is not known, and how many articles have it
READ = "articles INDEXED BY articles_by_facet"  # going through the table would mean going through all texts
LINKS: Mapping[Facet, str] = {
    "collection": "collections v JOIN collection_articles l ON l.collection_id = v.id",
    "tag": "tags v JOIN article_tags l ON l.tag_id = v.id",
}
OF: Mapping[Facet, Callable[[Known], str]] = {
    "source": lambda row: row[0],
    "language": lambda row: row[1],
    "year": lambda row: row[2][:4],
}


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

    def count(self, ids: Iterable[int] | None = None, selection: Selection = EVERYTHING) -> Counts:
        """Count what these articles have, None meaning all, as far as a selection takes them.

        A facet is counted as if it were not restricted itself, and so are the dates: what could be chosen
        instead stays in sight with its number.
        """
        among = self._among(ids)
        known: dict[str, list[Known]] = {}  # of a selection; most facets have the same one

        def rows(of: Selection) -> list[Known]:
            asked = packed(of)
            if asked not in known:
                known[asked] = self._known(among, of)
            return known[asked]

        values = {
            facet: self._linked(facet, among, _unrestricted(selection, facet))
            if facet in LINKS
            else _counted(rows(_unrestricted(selection, facet)), OF[facet], by_value=facet == "year")
            for facet in FACETS
        }
        months = Counter[str]()
        for row in rows(replace(selection, span=None, undated=False)):
            months[row[2]] += row[3]
        return Counts(values, sorted(months.items()))

    def _among(self, ids: Iterable[int] | None) -> str:
        """Return the condition that an article is one of these, putting them where it finds them."""
        if ids is None:
            return ""
        put(self._db, ids)
        return f" AND articles.id IN {LISTED}"

    def _known(self, among: str, selection: Selection) -> list[Known]:
        """Return how many articles are of each source, language and month."""
        where, bound = conditions(selection)
        query = (
            "SELECT coalesce(source, ''), coalesce(language, ''), coalesce(substr(published, 1, 7), ''), count(*) "
            f"FROM {READ} WHERE {where}{among} GROUP BY 1, 2, 3"
        )
        return list(self._db.execute(query, bound))

    def _linked(self, facet: Facet, among: str, selection: Selection) -> list[Count]:
        """Count the collections or tags of articles."""
        where, bound = conditions(selection)
        query = (
            f"SELECT v.name, count(*) FROM {LINKS[facet]} WHERE l.article_id IN "
            f"(SELECT id FROM articles WHERE {where}{among}) GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return [(row[0], row[1]) for row in self._db.execute(query, bound)]


def _counted(rows: Iterable[Known], of: Callable[[Known], str], *, by_value: bool) -> list[Count]:
    """Return each value with the number of its articles: the largest first, or the greatest value."""
    counts = Counter[str]()
    for row in rows:
        counts[of(row)] += row[3]
    if by_value:
        return sorted(counts.items(), reverse=True)
    return sorted(counts.items(), key=lambda counted: (-counted[1], counted[0].encode()))


def _unrestricted(selection: Selection, facet: Facet) -> Selection:
    """Return a selection without what it says of a facet; what is excluded by one of several tags stays out."""
    only, without = (
        tuple(restriction for restriction in restrictions if restriction[0] != facet)
        for restrictions in (selection.only, selection.without)
    )
    return replace(selection, only=only, without=without if facet in VALUES else selection.without)
