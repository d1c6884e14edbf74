"""What the user sets by hand: it overrides every rule, for good, and can be taken back."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desktop_app.core.archive.articles import Articles, Selection, packed_parts, to_row, unpacked_parts, word_count
from desktop_app.core.archive.database import Database
from desktop_app.core.archive.likenesses import forget
from desktop_app.core.archive.rules import by_the_rules, in_order, relabelled
from desktop_app.core.archive.transaction import transaction
from desktop_app.core.article import ArchivedArticle, Article, Field, Part, Role
from desktop_app.core.change import Change
from desktop_app.core.dates import doubted, reading

THESE = "(SELECT value FROM json_each(?))"  # ids given as one value: there may be more than a query takes singly
FIELD_NAMES: Mapping[Field, str] = {
    "title": "title",
    "byline": "author",
    "source": "source",
    "published": "date",
}


class Corrections:
    """The corrections in one archive; each method returns a change that is not made yet."""

    def __init__(self, db: Database, articles: Articles) -> None:
        self._db = db
        self._articles = articles

    def field(self, ids: Sequence[int], field: Field, value: str | None) -> Change:
        """Set a field of some articles; a date that settles an unclear one settles those of its source too."""
        if field == "published" and len(ids) == 1:
            order = _settled(self._articles.get(ids[0]).article, value)
            if order is not None:
                return self.date_order(ids[0], day_first=order)
        chosen = json.dumps(list(ids))
        before = self._db.execute(
            f"SELECT {field}, id FROM articles a JOIN corrections c ON c.article_id = a.id AND c.field = ? "
            f"WHERE id IN {THESE}",
            [field, chosen],
        ).fetchall()
        label = f"Set {FIELD_NAMES[field]}" + (f" of {len(ids)} articles" if len(ids) > 1 else "")

        def do() -> None:
            self._db.execute(
                f"INSERT INTO corrections SELECT id, ?, {field}, ? FROM articles WHERE id IN {THESE} "
                "ON CONFLICT DO UPDATE SET made = excluded.made",
                [field, _now(), chosen],
            )
            self._db.execute(f"UPDATE articles SET {field} = ? WHERE id IN {THESE}", [value or None, chosen])

        def undo() -> None:
            first_words = json.dumps(sorted(set(ids) - {id_ for _, id_ in before}))
            self._db.execute(
                f"UPDATE articles SET {field} = "
                "(SELECT was FROM corrections WHERE article_id = id AND field = ?) WHERE id IN " + THESE,
                [field, first_words],
            )
            self._db.execute(
                f"DELETE FROM corrections WHERE field = ? AND article_id IN {THESE}", [field, first_words]
            )
            self._db.conn.executemany(f"UPDATE articles SET {field} = ? WHERE id = ?", before)

        return self._change(label, do, undo)

    def role(self, id_: int, start: int, role: Role) -> Change:
        """Give the part of an article that begins at `start` another role: hide a block, or bring it back."""
        kept = self._articles.get(id_)
        label = "Hide the block" if role == "furniture" else "Bring back the block"
        wanted = [replace(part, role=role) if part.start == start else part for part in kept.article.parts]
        return self._change(label, lambda: self._set_parts(kept, wanted), lambda: self._reset_parts(kept))

    def as_cleaned(self, id_: int) -> tuple[Part, ...] | None:
        """Return the parts of an article as cleaning left them, None where the user has not corrected them."""
        query = "SELECT was FROM corrections WHERE article_id = ? AND field = 'parts'"
        row = self._db.execute(query, [id_]).fetchone()
        return unpacked_parts(row[0]) if row else None

    def cleaning_reset(self, id_: int) -> Change:
        """Give the parts of an article the roles again that cleaning gave them."""
        kept, cleaned = self._articles.get(id_), self.as_cleaned(id_)

        def do() -> None:
            if cleaned is not None:
                self._uncorrect(id_, "parts")
                self._recount(kept, cleaned)

        def undo() -> None:
            if cleaned is not None:
                self._set_parts(kept, kept.article.parts)

        return self._change("Reset the cleaning", do, undo)

    def like(self, source: str, block: str, role: Role) -> list[int]:
        """Return the articles of a source in which this very block has another role."""
        query = "SELECT id FROM articles WHERE source = ? AND instr(text, ?) > 0 AND deleted_at IS NULL ORDER BY id"
        found = [row[0] for row in self._db.execute(query, [source, block])]
        return [kept.id for kept in self._articles.many(found) if relabelled(kept.article, {block: role})]

    def rule(self, source: str, block: str, role: Role) -> Change:
        """Give a block its role in all articles of a source, those to come included."""
        before = self._articles.many(self.like(source, block, role))
        label = ("Hide the block" if role == "furniture" else "Show the block") + f" in all articles of {source}"

        def do() -> None:
            self._db.execute("INSERT OR REPLACE INTO cleaning_rules VALUES (?, ?, ?, 1)", [source, block, role])
            for kept in before:
                self._set_parts(kept, relabelled(kept.article, {block: role}) or kept.article.parts)

        def undo() -> None:
            self._db.execute("DELETE FROM cleaning_rules WHERE source = ? AND block = ?", [source, block])
            for kept in before:
                self._reset_parts(kept)

        return self._change(label, do, undo)

    def recurs(self, source: str, block: str) -> bool:
        """Tell whether a block was taken for furniture because it recurs."""
        query = "SELECT 1 FROM cleaning_rules WHERE source = ? AND block = ? AND NOT by_user"
        return self._db.execute(query, [source, block]).fetchone() is not None

    def hide_recurring(self, source: str, block: str, ids: Sequence[int]) -> None:
        """Take a block for furniture that recurs in these articles of a source, unless the user said otherwise."""
        with transaction(self._db):
            self._db.execute("INSERT OR IGNORE INTO cleaning_rules VALUES (?, ?, 'furniture', 0)", [source, block])
            for kept in self._articles.many(ids) if self.recurs(source, block) else ():
                parts = relabelled(kept.article, {block: "furniture"})
                if parts and "parts" not in kept.by_hand:
                    body = replace(kept.article, parts=tuple(parts)).body
                    values = [packed_parts(parts), word_count(body), kept.id]
                    self._db.execute("UPDATE articles SET parts = ?, words = ? WHERE id = ?", values)

    def date_order(self, id_: int, *, day_first: bool) -> Change:
        """Read the unclear date of an article, and those of its source’s other undated articles, in one way."""
        chosen = self._articles.get(id_)
        source = chosen.article.source
        label = "Read the date with the " + ("day first" if day_first else "month first")
        others = self._articles.many(self._articles.ids(Selection(source=source, undated=True))) if source else []
        dated = {kept.id: in_order(kept.article, day_first=day_first) for kept in others if kept.id != id_}
        mine = in_order(chosen.article, day_first=day_first)

        def do() -> None:
            self._correct(id_, "published", mine.published)
            for other, article in dated.items():
                self._restate(other, article)
            if source:
                self._db.execute("INSERT OR REPLACE INTO date_orders VALUES (?, ?)", [source, day_first])

        def undo() -> None:
            self._uncorrect(id_, "published")
            for kept in others:
                if kept.id != id_:
                    self._restate(kept.id, kept.article)
            self._db.execute("DELETE FROM date_orders WHERE source = ?", [source])

        return self._change(label, do, undo)

    def text(self, id_: int, article: Article) -> Change:
        """Replace what was read of an article by another reading; what the user has set stays, its encoding too."""
        kept, cleaned = self._articles.get(id_), self.as_cleaned(id_)
        article = by_the_rules(self._db, article)
        row: dict[str, Any] = to_row(article)
        by_hand = {field: row[field] for field in kept.by_hand - {"encoding"}}
        if cleaned is not None:
            parts = _carried_over(kept.article, cleaned, article)
            row |= {"parts": packed_parts(parts), "words": word_count(replace(article, parts=tuple(parts)).body)}
        written = {name: row[name] for name in row if name not in by_hand or name == "parts"}
        before = next(iter(self._db.query("SELECT * FROM articles WHERE id = ?", [id_])))
        corrections = list(self._db.query("SELECT * FROM corrections WHERE article_id = ?", [id_]))

        def do() -> None:
            self._correct(id_, "encoding", article.encoding)
            self._update(id_, written)
            forget(self._db, id_)
            for field, value in by_hand.items():
                self._db.execute(
                    "UPDATE corrections SET was = ? WHERE article_id = ? AND field = ?", [value, id_, field]
                )

        def undo() -> None:
            self._update(id_, {name: before[name] for name in written})
            forget(self._db, id_)
            self._db.execute("DELETE FROM corrections WHERE article_id = ?", [id_])
            for row in corrections:
                self._db.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", list(row.values()))

        return self._change(f"Read as {article.encoding}", do, undo)

    def removal(self, ids: Sequence[int]) -> Change:
        """Put articles into the bin, where importing their originals again finds them."""
        label = "Remove the article" if len(ids) == 1 else f"Remove {len(ids)} articles"
        return self._change(label, lambda: self._set_deleted(ids, _now()), lambda: self._set_deleted(ids, None))

    def import_removal(self, import_id: int) -> Change:
        """Put what an import has added into the bin."""
        return self.removal(self._articles.ids(Selection(imported_by=import_id)))

    def _change(self, label: str, do: Callable[[], object], undo: Callable[[], object]) -> Change:
        """Return a change both ways of which are written wholly or not at all."""

        def wholly(write: Callable[[], object]) -> None:
            with transaction(self._db):
                write()

        return Change(label, do=lambda: wholly(do), undo=lambda: wholly(undo))

    def _correct(self, id_: int, field: str, value: str | None) -> None:
        self._db.execute(
            f"INSERT INTO corrections SELECT id, ?, {field}, ? FROM articles WHERE id = ? "
            "ON CONFLICT DO UPDATE SET made = excluded.made",
            [field, _now(), id_],
        )
        self._db.execute(f"UPDATE articles SET {field} = ? WHERE id = ?", [value or None, id_])

    def _uncorrect(self, id_: int, field: str) -> None:
        self._db.execute(
            f"UPDATE articles SET {field} = (SELECT was FROM corrections WHERE article_id = id AND field = ?) "
            "WHERE id = ?",
            [field, id_],
        )
        self._db.execute("DELETE FROM corrections WHERE article_id = ? AND field = ?", [id_, field])

    def _restate(self, id_: int, article: Article) -> None:
        """Set the date a rule has found, and what it rests on; it is not the user's own."""
        row = to_row(article)
        self._db.execute(
            "UPDATE articles SET published = ?, evidence = ? WHERE id = ?", [row["published"], row["evidence"], id_]
        )

    def _set_parts(self, kept: ArchivedArticle, parts: Sequence[Part]) -> None:
        self._correct(kept.id, "parts", packed_parts(parts))
        self._recount(kept, parts)

    def _reset_parts(self, kept: ArchivedArticle) -> None:
        if "parts" in kept.by_hand:
            self._correct(kept.id, "parts", packed_parts(kept.article.parts))
        else:
            self._uncorrect(kept.id, "parts")
        self._recount(kept, kept.article.parts)

    def _recount(self, kept: ArchivedArticle, parts: Sequence[Part]) -> None:
        """Count the words anew, and let the article be compared with the others again."""
        body = replace(kept.article, parts=tuple(parts)).body
        self._db.execute("UPDATE articles SET words = ? WHERE id = ?", [word_count(body), kept.id])
        forget(self._db, kept.id)

    def _update(self, id_: int, values: Mapping[str, Any]) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.execute(f"UPDATE articles SET {columns} WHERE id = ?", [*values.values(), id_])

    def _set_deleted(self, ids: Sequence[int], when: str | None) -> None:
        values = [when, json.dumps(list(ids))]
        self._db.execute(f"UPDATE articles SET deleted_at = ? WHERE id IN {THESE}", values)


def _settled(article: Article, value: str | None) -> bool | None:
    """Return whether a date set by hand reads an unclear one with the day first, None where it does neither."""
    words = doubted(article.warnings)
    readings = {order: reading(words, day_first=order) for order in (True, False)} if words else {}
    orders = [order for order, iso in readings.items() if iso and iso == value]
    return orders[0] if len(orders) == 1 else None


def _carried_over(before: Article, cleaned: Sequence[Part], article: Article) -> Sequence[Part]:
    """Return the parts of another reading with the roles the user had set in the one before.

    Another encoding leaves the blocks where they are; where it does not, they are known by their words.
    """
    set_here = {n: part.role for n, part in enumerate(before.parts) if part.role != cleaned[n].role}
    if len(cleaned) == len(article.parts):
        return [replace(part, role=set_here.get(n, part.role)) for n, part in enumerate(article.parts)]
    by_words = {before.text[before.parts[n].start : before.parts[n].end]: role for n, role in set_here.items()}
    return relabelled(article, by_words) or article.parts


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
