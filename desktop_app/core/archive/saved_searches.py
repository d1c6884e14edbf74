"""Searches kept under a name, what each had found when it was last looked at, and what was searched for before."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.selection import packed, unpacked
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.article import Selection
from desktop_app.core.change import Change

KEPT = 100  # searches the history goes back


@dataclass(frozen=True)
class SavedSearch:
    """A search under a name; `seen_at` says when it was last looked at (ISO 8601, UTC)."""

    id: int
    name: str
    query: str
    selection: Selection
    seen_at: str


class SavedSearches:
    """The saved searches of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        query = "SELECT id, name, query, selection, seen_at FROM saved_searches ORDER BY name"
        rows = self._db.query(query)
        return [SavedSearch(**{**row, "selection": unpacked(row["selection"])}) for row in rows]

    def saving(self, name: str, query: str, selection: Selection, found: Iterable[int]) -> Change:
        """Keep a search under a name, in the place of what stood there; all it has found counts as seen."""
        row = {"name": name, "query": query, "selection": packed(selection), **_seen(found)}
        before = list(self._db.query("SELECT * FROM saved_searches WHERE name = ?", [name]))
        return Change(f"Save the search “{name}”", lambda: self._put(name, [row]), lambda: self._put(name, before))

    def removing(self, name: str) -> Change:
        """Keep a search no longer."""
        before = list(self._db.query("SELECT * FROM saved_searches WHERE name = ?", [name]))
        return Change(f"Remove the search “{name}”", lambda: self._put(name, []), lambda: self._put(name, before))

    def new(self, id_: int, found: Iterable[int]) -> set[int]:
        """Return which of the articles found were not there when the search was last looked at."""
        row = self._db.execute("SELECT seen FROM saved_searches WHERE id = ?", [id_]).fetchone()
        return set(found).difference(array("q", row[0])) if row else set()

    def see(self, id_: int, found: Iterable[int]) -> None:
        """Remember what a search has found now that it is looked at."""
        with transaction(self._db):
            values = [*_seen(found).values(), id_]
            self._db.execute("UPDATE saved_searches SET seen = ?, seen_at = ? WHERE id = ?", values)

    def history(self) -> list[str]:
        """Return what was searched for, the latest first."""
        query = "SELECT query FROM search_history ORDER BY searched DESC"
        return [row[0] for row in self._db.execute(query)]

    def remember(self, query: str) -> None:
        """Put what was searched for on top of the history; what is oldest in a long one is forgotten."""
        with transaction(self._db):
            now = datetime.now(UTC).isoformat()
            self._db.execute("INSERT OR REPLACE INTO search_history VALUES (?, ?)", [query, now])
            self._db.execute(
                "DELETE FROM search_history WHERE query NOT IN "
                "(SELECT query FROM search_history ORDER BY searched DESC LIMIT ?)",
                [KEPT],
            )

    def forget_history(self) -> None:
        """Forget what was searched for."""
        with transaction(self._db):
            self._db.execute("DELETE FROM search_history")

    def _put(self, name: str, rows: list[dict[str, Any]]) -> None:
        """Put a row, or none, in the place of the search with this name."""
        with transaction(self._db):
            self._db.execute("DELETE FROM saved_searches WHERE name = ?", [name])
            for row in rows:  # in the thread of the window, which must not wait until sqlite-utils is loaded
                columns, marks = ", ".join(row), ", ".join("?" * len(row))
                self._db.execute(f"INSERT INTO saved_searches ({columns}) VALUES ({marks})", list(row.values()))


def _seen(found: Iterable[int]) -> dict[str, Any]:
    return {"seen": array("q", found).tobytes(), "seen_at": datetime.now(UTC).isoformat(timespec="seconds")}
