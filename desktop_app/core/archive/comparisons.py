"""Comparisons kept under a name: which articles stand side by side, and what the user notes of them."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change
from desktop_app.core.errors import UserError


@dataclass(frozen=True)
class SavedComparison:
    """A comparison under a name; `articles` are ids in the order of the columns, `saved` is ISO 8601 in UTC.

    `seen` are other articles of the same event that the user has been told of.
    """

    name: str
    articles: tuple[int, ...]
    note: str = ""
    saved: str = ""
    seen: frozenset[int] = frozenset()


class Comparisons:
    """The saved comparisons of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[SavedComparison]:
        """Return the saved comparisons by name; articles in the bin are left out."""
        query = (
            "SELECT c.name, c.note, c.saved, c.seen, a.id FROM comparisons c "
            "LEFT JOIN comparison_articles l ON l.comparison_id = c.id "
            "LEFT JOIN articles a ON a.id = l.article_id AND a.deleted_at IS NULL ORDER BY c.name, l.place"
        )
        found: dict[str, SavedComparison] = {}
        for name, note, saved, seen, article in self._db.execute(query):
            kept = found.get(name) or SavedComparison(name, (), note, saved, frozenset(array("q", seen)))
            found[name] = kept if article is None else replace(kept, articles=(*kept.articles, article))
        return list(found.values())

    def named(self, name: str) -> SavedComparison:
        """Return the comparison with a name; raises UserError when there is none."""
        for kept in self.all():
            if kept.name == name:
                return kept
        raise UserError("no_such_comparison", f"There is no comparison “{name}” in this archive. Check the name.")

    def saving(self, comparison: SavedComparison) -> Change:
        """Keep a comparison under its name, in the place of what stood there."""
        label = f"Save the comparison “{comparison.name}”"
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return self._replacing(label, comparison.name, replace(comparison, saved=comparison.saved or now))

    def removing(self, name: str) -> Change:
        """Keep a comparison no longer; its articles stay."""
        return self._replacing(f"Remove the comparison “{name}”", name, None)

    def see(self, name: str, articles: Iterable[int]) -> None:
        """Remember that the user has been told of more articles of the event."""
        kept = self.named(name)
        self._put([name], [replace(kept, seen=kept.seen | set(articles))])

    def _replacing(self, label: str, name: str, new: SavedComparison | None) -> Change:
        before = [kept for kept in self.all() if kept.name == name]
        after = [new] if new else []
        return Change(label, do=lambda: self._put([name], after), undo=lambda: self._put([name], before))

    def _put(self, out: Sequence[str], back: Sequence[SavedComparison]) -> None:
        """Take comparisons out and put others in."""
        with transaction(self._db):
            self._db.conn.executemany("DELETE FROM comparisons WHERE name = ?", [(name,) for name in out])
            for kept in back:
                seen = array("q", sorted(kept.seen)).tobytes()
                row = [kept.name, kept.note, kept.saved, seen]
                query = "INSERT INTO comparisons (name, note, saved, seen) VALUES (?, ?, ?, ?)"
                id_ = self._db.execute(query, row).lastrowid
                places = [(id_, article, place) for place, article in enumerate(kept.articles)]
                self._db.conn.executemany("INSERT INTO comparison_articles VALUES (?, ?, ?)", places)
