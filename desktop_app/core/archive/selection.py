"""Which articles a list shows, as SQL and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from desktop_app.core.article import FACETS, Facet, Restriction, Selection

LISTED = "SELECT value FROM json_each(?)"
# The value of an article, for the facets that every article has one value of.
VALUES: dict[Facet, str] = {
    "source": "coalesce(source, '')",
    "year": "coalesce(substr(published, 1, 4), '')",
    "language": "coalesce(language, '')",
}
# The articles that have one of several values, for the facets an article may have many values of.
MEMBERS: dict[Facet, str] = {
    "collection": "SELECT l.article_id FROM collection_articles l JOIN collections c ON c.id = l.collection_id "
    f"WHERE c.name IN ({LISTED})",
    "tag": f"SELECT l.article_id FROM article_tags l JOIN tags t ON t.id = l.tag_id WHERE t.name IN ({LISTED})",
}


EVERYTHING = Selection()


def conditions(selection: Selection) -> tuple[str, list[Any]]:
    """Return the WHERE clause of a selection for the table articles, and its values."""
    found: list[tuple[str, list[Any]]] = [("deleted_at IS NULL", [])]
    if selection.source is not None:
        found.append(("coalesce(source, '') = ?", [selection.source]))
    if selection.undated:
        found.append(("published IS NULL", []))
    if selection.imported_by is not None:
        found.append(("import_id = ?", [selection.imported_by]))
    if selection.starred:
        found.append(("id IN (SELECT article_id FROM stars)", []))
    if selection.span:
        # A date known to the year says no more than the year: both sides are cut to what both of them say.
        for edge, sign in zip(selection.span, (">=", "<="), strict=True):
            cut = f"substr(published, 1, length(?)) {sign} substr(?, 1, length(published))"
            found.append((cut, [edge, edge]))
    found += _restricted(selection.only)
    found += _restricted(selection.without, "NOT ")
    return " AND ".join(condition for condition, _ in found), [value for _, values in found for value in values]


def packed(selection: Selection) -> str:
    """Return a selection as a column holds it."""
    return json.dumps(asdict(selection), ensure_ascii=False)


def unpacked(column: str) -> Selection:
    """Return a selection from its column."""
    held = json.loads(column)
    pairs = {name: tuple((facet, value) for facet, value in held[name]) for name in ("only", "without")}
    return Selection(**{**held, **pairs, "span": tuple(held["span"]) if held["span"] else None})


def _restricted(restrictions: Sequence[Restriction], negation: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Give the condition for each facet, with its values."""
    for facet in FACETS:
        if values := [value for name, value in restrictions if name == facet]:
            among = f"{VALUES[facet]} IN ({LISTED})" if facet in VALUES else f"id IN ({MEMBERS[facet]})"
            yield negation + among, [json.dumps(values, ensure_ascii=False)]
