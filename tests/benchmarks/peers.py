"""The engines Second Source is compared with: each indexes the same articles and answers the same questions."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from asking import BEST, NEAR, Question, Record


class Fts5:
    """SQLite's full text search, its index beside the articles."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "articles.db"

    def prepare(self, records: Iterable[Record]) -> None:
        """Do nothing: articles and index are one file."""

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""
        connection = sqlite3.connect(self._file)
        connection.executescript(
            "CREATE TABLE articles(id INTEGER PRIMARY KEY, title, body, source, day);"
            "CREATE INDEX by_day ON articles(day);"
            "CREATE VIRTUAL TABLE found USING fts5(title, body, content='articles', content_rowid='id')"
        )
        with connection:
            connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", records)
            connection.execute("INSERT INTO found(rowid, title, body) SELECT id, title, body FROM articles")
        connection.close()

    def add(self, record: Record) -> None:
        """Add one article."""
        with self._connection:
            self._connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", record)
            self._connection.execute("INSERT INTO found(rowid, title, body) VALUES (?, ?, ?)", record[:3])

    def open(self) -> None:
        """Open it as it is now."""
        self._connection = sqlite3.connect(self._file)

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        kind, words = question
        if kind == "fuzzy":
            return None
        if kind == "facets, months":
            self._counted("day / 30", words[0])
            return self._counted("source", words[0])
        joined, order, more = "", "bm25(found, 2, 1)", list[object]()
        if kind in ("source", "days", "newest"):
            joined = "JOIN articles ON articles.id = found.rowid"
            order = "day DESC" if kind == "newest" else order
        where = {"source": "AND source = ?", "days": "AND day >= ? AND day < ?"}.get(kind, "")
        if where:
            more = list(words[1:]) if kind == "source" else [int(day) for day in words[1:]]
        what = "snippet(found, 1, '[', ']', '…', 24)" if kind == "20 with snippets" else "found.rowid"
        sql = f"SELECT {what} FROM found {joined} WHERE found MATCH ? {where} ORDER BY {order} LIMIT {BEST}"
        self._connection.execute(sql, [fts_query(question), *more]).fetchall()
        return -1  # it stops at the best, and would have to be asked again for their number

    def _counted(self, what: str, word: str) -> int:
        sql = f"SELECT {what}, count(*) FROM found JOIN articles ON id = found.rowid WHERE found MATCH ? GROUP BY 1"
        return sum(number for _, number in self._connection.execute(sql, [word]))


def fts_query(question: Question) -> str:
    """Return what is asked in the language of FTS5."""
    kind, words = question
    if kind.startswith("phrase"):
        return '"' + " ".join(words) + '"'
    if kind.startswith("near"):
        return f"NEAR({' '.join(words)}, {NEAR})"
    if kind.startswith("typing"):
        return f"{words[0]} AND {words[1]}*"
    if re.match("and|or", kind):
        return f" {kind.split()[0].upper()} ".join(words)
    return words[0]


class Tantivy:
    """The engine in Rust, with one thread for indexing."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def prepare(self, records: Iterable[Record]) -> None:
        """Do nothing: it keeps no articles."""

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("id", stored=True)
        schema.add_text_field("title")
        schema.add_text_field("body")
        schema.add_text_field("source", tokenizer_name="raw", fast=True)
        schema.add_integer_field("day", indexed=True, fast=True)
        self._write(tantivy.Index(schema.build(), path=self._folder), records)

    def _write(self, opened: Any, records: Iterable[Record]) -> None:
        import tantivy

        writer = opened.writer(100_000_000, 1)
        for record in records:
            writer.add_document(tantivy.Document(**record._asdict()))
        writer.commit()
        writer.wait_merging_threads()

    def add(self, record: Record) -> None:
        """Add one article."""
        self._write(self._index, [record])

    def open(self) -> None:
        """Open it as it is now."""
        import tantivy

        self._index = tantivy.Index.open(self._folder)
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        kind, words = question
        if kind.startswith(("typing", "fuzzy", "20 with snippets", "near")):
            return None  # its parser has other words for them
        text = {"and": " AND ", "or ": " OR "}.get(kind[:3], " ").join(words)
        if kind.startswith("phrase"):
            text = f'"{text}"'
        elif kind == "source":
            text = f'+{words[0]} +source:"{words[1]}"'
        elif kind == "days":
            text = f"+{words[0]} +day:[{words[1]} TO {int(words[2]) - 1}]"
        wanted = self._index.parse_query(text, ["title", "body"], field_boosts={"title": 2.0})
        if kind == "facets, months":
            self._searcher.aggregate(wanted, {"by": {"terms": {"field": "source", "size": 100}}})
            self._searcher.aggregate(wanted, {"by": {"histogram": {"field": "day", "interval": 30}}})
        options = {"order_by_field": "day"} if kind == "newest" else {}
        return int(self._searcher.search(wanted, BEST, count=True, **options).count)
