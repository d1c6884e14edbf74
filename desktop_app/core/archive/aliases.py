"""The names the user has said are one: groups of aliases, which rule over every guess about spellings."""

import csv
import io
from collections.abc import Iterable, Sequence

from desktop_app.core.archive.database import Database
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.change import Change
from desktop_app.core.errors import UserError

LONGEST = 500  # characters of a name; what is longer is a text

Group = tuple[str, ...]


class Aliases:
    """The groups of aliases of one archive; a name is in one group only."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def groups(self) -> list[Group]:
        """Return all groups, the oldest first, each with its names in the order they were given."""
        found: dict[int, list[str]] = {}
        for id_, name in self._db.execute("SELECT group_id, name FROM aliases ORDER BY group_id, rowid"):
            found.setdefault(id_, []).append(name)
        return [tuple(names) for names in found.values()]

    def addition(self, names: Sequence[str]) -> Change:
        """Say that some names are one; groups that have one of them already are joined to it."""
        return self.taking_in([tuple(names)], f"Join {len(names)} names")

    def removal(self, name: str) -> Change:
        """Take the group away that a name is in."""
        return self._replacing("Part the names", self._touched([name]), [])

    def taking_in(self, groups: Iterable[Group], label: str = "Import aliases") -> Change:
        """Add many groups; those that share a name with each other or with an older one become one."""
        given = [group for group in map(_cleaned, groups) if len(group) > 1]
        before = self._touched([name for group in given for name in group])
        return self._replacing(label, before, _joined([*before, *given]))

    def _touched(self, names: Iterable[str]) -> list[Group]:
        wanted = set(map(_folded, names))
        return [group for group in self.groups() if not wanted.isdisjoint(map(_folded, group))]

    def _replacing(self, label: str, before: list[Group], after: list[Group]) -> Change:
        return Change(label, do=lambda: self._replace(before, after), undo=lambda: self._replace(after, before))

    def _replace(self, out: list[Group], back: list[Group]) -> None:
        with transaction(self._db):
            names = [(name,) for group in [*out, *back] for name in group]
            self._db.conn.executemany("DELETE FROM aliases WHERE name = ?", names)
            self._db.execute("DELETE FROM alias_groups WHERE id NOT IN (SELECT group_id FROM aliases)")
            for group in back:
                id_ = self._db.execute("INSERT INTO alias_groups DEFAULT VALUES").lastrowid
                self._db.conn.executemany("INSERT INTO aliases VALUES (?, ?)", [(name, id_) for name in group])


def to_csv(groups: Iterable[Group]) -> str:
    """Return groups as a table: a line for each, a cell for each name."""
    table = io.StringIO()
    csv.writer(table).writerows(groups)
    return table.getvalue()


def from_csv(text: str) -> list[Group]:
    """Return the groups of a table with a line for each group and a cell for each name; commas or semicolons part.

    Raises UserError when no line has two names.
    """
    parting = ";" if text.count(";") > text.count(",") else ","
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # of the whole process: never lowered
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=parting)
    lines = [_cleaned(cell for cell in row if len(cell) <= LONGEST) for row in rows]
    groups = [names for names in lines if len(names) > 1]
    if not groups:
        raise UserError(
            "no_names", "No line of the table has two names. Put the spellings of one name into one line."
        )
    return groups


def _cleaned(names: Iterable[str]) -> Group:
    """Return names without empty ones, and each but once."""
    kept: dict[str, str] = {}
    for name in (" ".join(name.split()) for name in names):
        kept.setdefault(_folded(name), name)
    kept.pop("", None)
    return tuple(kept.values())


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Return groups so that no name is in two of them."""
    joined: list[Group] = []
    for group in groups:
        keys = set(map(_folded, group))
        shared = [other for other in joined if not keys.isdisjoint(map(_folded, other))]
        joined = [other for other in joined if other not in shared]
        joined.append(_cleaned([name for other in [*shared, group] for name in other]))
    return joined


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
