"""The user's word on evidence: which places in the articles are one matter, which are not, what does not count."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Literal

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change

Judgement = Literal["accepted", "rejected", "linked", "excluded"]

_COLUMNS = "kind, verdict, article_id, start, words, other_id, other_start, other_words"
_SAME = (
    "kind = ? AND verdict = ? AND article_id = ? AND start = ? AND words = ? "
    "AND other_id IS ? AND other_start IS ? AND other_words IS ?"
)


@dataclass(frozen=True)
class Place:
    """Words in an article, and where they were when the user spoke of them."""

    article: int
    start: int
    words: str


@dataclass(frozen=True)
class Verdict:
    """What the user says of two places, or of one alone; `kind` is the kind of evidence."""

    kind: str
    judgement: Judgement
    one: Place
    other: Place | None = None


class Verdicts:
    """All verdicts of one archive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def among(self, articles: Iterable[int]) -> list[Verdict]:
        """Return what was said of these articles and of nothing besides, in the order it was said."""
        wanted = set(articles)
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM verdicts ORDER BY id")
        found = (_unpacked(row) for row in rows if {row[2], row[5] or row[2]} <= wanted)
        return list(found)

    def saying(self, verdicts: Sequence[Verdict], label: str) -> Change:
        """Say something of places; what was said of the same places before, the other way too, holds no longer."""
        spoken_of = {_places(verdict) for verdict in verdicts}
        before = [verdict for verdict in self._all() if _places(verdict) in spoken_of]
        return self._replacing(label, before, list(verdicts))

    def apart(self) -> list[tuple[str, str]]:
        """Return the pairs of names that the user says are not one."""
        return [(one, other) for one, other in self._db.execute("SELECT one, other FROM names_apart")]

    def parting(self, pairs: Iterable[tuple[str, str]], label: str) -> Change:
        """Say of pairs of names that they are not one."""
        new = sorted({(min(pair), max(pair)) for pair in pairs} - set(self.apart()))
        return Change(label, lambda: self._part(new), lambda: self._unpart(new))

    def unparting(self, pairs: Iterable[tuple[str, str]], label: str) -> Change:
        """Say no longer of pairs of names that they are not one."""
        gone = sorted({(min(pair), max(pair)) for pair in pairs} & set(self.apart()))
        return Change(label, lambda: self._unpart(gone), lambda: self._part(gone))

    def _part(self, pairs: Sequence[tuple[str, str]]) -> None:
        with transaction(self._db):
            self._db.conn.executemany("INSERT OR IGNORE INTO names_apart VALUES (?, ?)", pairs)

    def _unpart(self, pairs: Sequence[tuple[str, str]]) -> None:
        with transaction(self._db):
            self._db.conn.executemany("DELETE FROM names_apart WHERE one = ? AND other = ?", pairs)

    def _all(self) -> list[Verdict]:
        return [_unpacked(row) for row in self._db.execute(f"SELECT {_COLUMNS} FROM verdicts ORDER BY id")]

    def _replacing(self, label: str, before: list[Verdict], after: list[Verdict]) -> Change:
        return Change(label, do=lambda: self._replace(before, after), undo=lambda: self._replace(after, before))

    def _replace(self, out: list[Verdict], back: list[Verdict]) -> None:
        with transaction(self._db):
            self._db.conn.executemany(f"DELETE FROM verdicts WHERE {_SAME}", map(_packed, out))
            marks = ", ".join("?" * 8)
            self._db.conn.executemany(f"INSERT INTO verdicts ({_COLUMNS}) VALUES ({marks})", map(_packed, back))


def _places(verdict: Verdict) -> tuple[str, frozenset[Place | None]]:
    return verdict.kind, frozenset((verdict.one, verdict.other))


def _packed(verdict: Verdict) -> tuple[object, ...]:
    other = astuple(verdict.other) if verdict.other else (None, None, None)
    return (verdict.kind, verdict.judgement, *astuple(verdict.one), *other)


def _unpacked(row: Sequence[object]) -> Verdict:
    kind, judgement, article, start, words, other_id, other_start, other_words = row
    other = None if other_id is None else Place(other_id, other_start, other_words)  # type: ignore[arg-type]
    return Verdict(kind, judgement, Place(article, start, words), other)  # type: ignore[arg-type]
