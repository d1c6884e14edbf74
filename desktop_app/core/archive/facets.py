"""How many articles of a list have each source, year, language, tag and collection: all values, always."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from desktop_app.core.archive.listed import LISTED, put
from desktop_app.core.archive.selection import EVERYTHING, VALUES, conditions
from desktop_app.core.article import FACETS, Facet, Selection

Count = tuple[str, int]  # a value, "" where it is not known, and how many articles have it
READ = "articles INDEXED BY articles_by_facet"  # going through the table would mean going through all texts
LINKS: Mapping[Facet, str] = {
    "collection": "collections v JOIN collection_articles l ON l.collection_id = v.id",
    "tag": "tags v JOIN article_tags l ON l.tag_id = v.id",
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
        values = {facet: self._values(facet, among, _unrestricted(selection, facet)) for facet in FACETS}
        where, bound = conditions(replace(selection, span=None, undated=False))
        query = (
            f"SELECT coalesce(substr(published, 1, 7), ''), count(*) FROM {READ} WHERE {where}{among} "
            "GROUP BY 1 ORDER BY 1"
        )
        return Counts(values, [(row[0], row[1]) for row in self._db.execute(query, bound)])

    def _among(self, ids: Iterable[int] | None) -> str:
        """Return the condition that an article is one of these, putting them where it finds them."""
        if ids is None:
            return ""
        put(self._db, ids)
        return f" AND articles.id IN {LISTED}"

    def _values(self, facet: Facet, among: str, selection: Selection) -> list[Count]:
        where, bound = conditions(selection)
        order = "1 DESC" if facet == "year" else "2 DESC, 1"
        if facet in VALUES:
            query = f"SELECT {VALUES[facet]}, count(*) FROM {READ} WHERE {where}{among} GROUP BY 1 ORDER BY {order}"
        else:
            query = (
                f"SELECT v.name, count(*) FROM {LINKS[facet]} WHERE l.article_id IN "
                f"(SELECT id FROM articles WHERE {where}{among}) GROUP BY 1 ORDER BY {order}"
            )
        return [(row[0], row[1]) for row in self._db.execute(query, bound)]


def _unrestricted(selection: Selection, facet: Facet) -> Selection:
    """Return a selection without what it says of a facet; what is excluded by one of several tags stays out."""
    only, without = (
        tuple(restriction for restriction in restrictions if restriction[0] != facet)
        for restrictions in (selection.only, selection.without)
    )
    return replace(selection, only=only, without=without if facet in VALUES else selection.without)
