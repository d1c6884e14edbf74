"""Which articles of an archive say the same as others: the same text, nearly the same, or a version of it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.archive.columns import READ
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.listed import LISTED, put
from desktop_app.core.archive.transaction import transaction

COMMON = 200  # articles that share a run of words before it tells nothing
FEW = 10_000  # articles of a list that are looked up one by one; of a longer list, all of the archive is read
Kind = Literal["same", "nearly", "version"]


@dataclass(frozen=True)
class Likeness:
    """Another article that says the same.

    `same`: word for word; `nearly`: `share` of the shorter text stands in the longer; `version`: other words at
    the same address.
    """

    article: int
    kind: Kind
    share: float = 1.0


@dataclass(frozen=True)
class Traits:
    """What an article is compared by; `margins` are the short blocks at both ends of its body."""

    text_key: str
    address: str | None = None
    prints: Sequence[int] = ()
    source: str | None = None
    margins: Sequence[str] = ()


@dataclass(frozen=True)
class Compared:
    """What is kept of an article that was compared with the others; `nearly` are other articles and shares."""

    article: int
    traits: Traits
    nearly: Sequence[tuple[int, float]] = ()


class Likenesses:
    """The likenesses between the articles of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def waiting(self, most: int) -> list[int]:
        """Return articles that were not compared yet, the oldest first."""
        query = "SELECT id FROM articles WHERE text_key IS NULL AND deleted_at IS NULL ORDER BY id LIMIT ?"
        return [row[0] for row in self._db.execute(query, [most])]

    def uncompared(self, ids: Iterable[int]) -> list[int]:
        """Return those of some articles that still wait to be compared."""
        query = (
            "SELECT a.id FROM json_each(?) JOIN articles a INDEXED BY articles_text_of ON a.id = value "
            "WHERE a.text_key IS NULL ORDER BY a.id"
        )
        return [row[0] for row in self._db.execute(query, [_listed(ids)])]

    def as_read(self, ids: Iterable[int]) -> list[int]:
        """Return those of some articles whose body no user has corrected."""
        query = (
            "SELECT value FROM json_each(?) WHERE NOT EXISTS "
            "(SELECT 1 FROM corrections WHERE article_id = value AND field IN ('parts', 'encoding'))"
        )
        return [row[0] for row in self._db.execute(query, [_listed(ids)])]

    def held(self, prints: Iterable[int]) -> set[int]:
        """Return those of some fingerprints that any article has."""
        query = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM fingerprints WHERE print = value)"
        return {row[0] for row in self._db.conn.execute(query, [_listed(prints)])}

    def sharing(
        self, prints: Iterable[int], article: int, text_key: str | None, fewest: int, most: int = 10
    ) -> list[int]:
        """Return the other articles with at least `fewest` of these fingerprints that have most of them.

        Those with this very text are left out. A run of words that stands in hundreds of articles tells nothing;
        without a limit it would cost most.
        """
        sharing = (
            "SELECT article_id AS other, count(*) AS shared FROM json_each(?) JOIN fingerprints ON print = value "
            "WHERE article_id <> ? "
            "AND (SELECT count(*) FROM (SELECT 1 FROM fingerprints f WHERE f.print = value LIMIT ?)) < ? "
            "GROUP BY 1 HAVING count(*) >= ?"
        )
        query = (
            f"SELECT other FROM ({sharing}) CROSS JOIN articles ON id = other AND deleted_at IS NULL "
            "WHERE text_key IS NOT ? ORDER BY shared DESC, 1 LIMIT ?"
        )
        values = [_listed(prints), article, COMMON, COMMON, fewest, text_key, most]
        return [row[0] for row in self._db.conn.execute(query, values)]

    def remember(self, compared: Iterable[Compared]) -> None:
        """Keep what was found out about articles that were waiting, each before the next is asked for.

        They are asked for inside the transaction, in which nobody else can write.
        """
        with transaction(self._db):
            for found in compared:
                id_, traits = found.article, found.traits
                self._db.conn.execute(
                    "UPDATE articles SET text_key = ?, address = ? WHERE id = ?",
                    [traits.text_key, traits.address, id_],
                )
                prints = ((print_, id_) for print_ in traits.prints)
                self._db.conn.executemany("INSERT INTO fingerprints VALUES (?, ?)", prints)
                if traits.source:
                    margins = ((traits.source, block, id_) for block in traits.margins)
                    self._db.conn.executemany("INSERT OR IGNORE INTO margins VALUES (?, ?, ?)", margins)
                if found.nearly:
                    nearly = ((max(id_, other), min(id_, other), share) for other, share in found.nearly)
                    self._db.conn.executemany("INSERT INTO likenesses VALUES (?, ?, ?)", nearly)

    def with_margin(self, source: str, block: str) -> list[int]:
        """Return the articles of a source that begin or end with this block, no two of them the same text."""
        query = (
            "SELECT min(a.id) FROM margins m JOIN articles a ON a.id = m.article_id AND a.deleted_at IS NULL "
            "WHERE m.source = ? AND m.block = ? GROUP BY a.text_key ORDER BY 1"
        )
        return [row[0] for row in self._db.execute(query, [source, block])]

    def of_source(self, source: str) -> int:
        """Return how many articles a source has up to the youngest of which the margins are known."""
        query = (
            f"SELECT count(*) FROM {READ} WHERE deleted_at IS NULL AND source = ? "
            "AND id <= (SELECT max(article_id) FROM margins)"
        )
        (count,) = self._db.execute(query, [source]).fetchone()
        return int(count)

    def of(self, article: int) -> list[Likeness]:
        """Return the articles that say the same as this one: the same first, then versions, then nearly."""
        (text_key, address) = self._db.execute(
            "SELECT text_key, address FROM articles WHERE id = ?", [article]
        ).fetchone() or (None, None)
        same = self._ids("text_key = ? AND text_key <> ''", text_key, article)
        versions = [id_ for id_ in self._ids("address = ?", address, article) if id_ not in same]
        query = (
            "SELECT a.id, l.share FROM (SELECT other_id AS id, share FROM likenesses WHERE article_id = ?1 "
            "UNION ALL SELECT article_id, share FROM likenesses WHERE other_id = ?1) l "
            "JOIN articles a ON a.id = l.id AND a.deleted_at IS NULL ORDER BY l.share DESC, a.id"
        )
        nearly = [(row[0], row[1]) for row in self._db.execute(query, [article])]
        return [
            *(Likeness(id_, "same") for id_ in same),
            *(Likeness(id_, "version") for id_ in versions),
            *(Likeness(id_, "nearly", share) for id_, share in nearly if id_ not in (*same, *versions)),
        ]

    def folds(self, ids: Sequence[int]) -> dict[int, list[int]]:
        """Return under which articles of a list others further down can be folded that say the same, or nearly.

        Each of the others is like the article it is folded under, not merely like one of its likes.
        """
        if few := len(ids) <= FEW:
            put(self._db, ids)
        same, nearly = self._same(few=few), self._nearly(few=few)
        places = {id_: place for place, id_ in enumerate(ids) if id_ in same or id_ in nearly}
        folded: set[int] = set()
        found: dict[int, list[int]] = {}
        for id_ in places:  # in the order of the list
            if id_ in folded:
                continue
            alike = {*same.get(id_, ()), *nearly.get(id_, ())} - {id_} - folded
            if others := sorted(alike & places.keys(), key=places.__getitem__):
                found[id_] = others
                folded.update(others)
        return found

    def _same(self, *, few: bool) -> dict[int, list[int]]:
        """Return the articles, of all or of the few listed, whose text others have too, with all that have it."""
        source = (
            f"{LISTED} JOIN articles a INDEXED BY articles_text_of ON a.id = listed.id" if few else "articles a"
        )
        repeated = "a.text_key <> '' GROUP BY a.text_key HAVING count(*) > 1"
        query = f"SELECT group_concat(a.id) FROM {source} WHERE {repeated}"
        groups = ([int(id_) for id_ in row[0].split(",")] for row in self._db.execute(query))
        return {id_: group for group in groups for id_ in group}

    def _nearly(self, *, few: bool) -> dict[int, list[int]]:
        """Return the articles, of all or of the few listed, that have likes, with these."""
        among = f"{LISTED} JOIN likenesses ON article_id = listed.id" if few else "likenesses"
        query = f"SELECT article_id, other_id FROM {among}"
        found: dict[int, list[int]] = {}
        for one, other in self._db.execute(query):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
        return found

    def _ids(self, condition: str, value: str | None, article: int) -> list[int]:
        query = f"SELECT id FROM articles WHERE {condition} AND id <> ? AND deleted_at IS NULL ORDER BY id"
        return [row[0] for row in self._db.execute(query, [value, article])] if value else []


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers as one value of a query."""
    return json.dumps(list(numbers))


def forget(db: Database, article: int) -> None:
    """Drop what is known of an article, which then waits to be compared again."""
    db.execute("UPDATE articles SET text_key = NULL WHERE id = ?", [article])
    db.execute("DELETE FROM fingerprints WHERE article_id = ?", [article])
    db.execute("DELETE FROM margins WHERE article_id = ?", [article])
    db.execute("DELETE FROM likenesses WHERE article_id = ?1 OR other_id = ?1", [article])
