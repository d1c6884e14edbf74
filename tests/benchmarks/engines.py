"""The engines that are compared: each indexes the same articles and answers the same questions."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from whoosh import columns, fields, query
from whoosh import index as whoosh_index

from desktop_app.core.search.fast import durable, hits
from desktop_app.core.search.fast.executor import Executor
from desktop_app.core.search.fast.fields import Text
from desktop_app.core.search.fast.occurrences import near
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.weighing import Bm25
from desktop_app.core.search.fast.writer import BulkWriter

BEST, NEAR, TYPED = 20, 5, 300_000
BARS = list(range(0, 3001, 100))


class Record(NamedTuple):
    """One article."""

    id: int
    title: str
    body: str
    source: str
    day: int


class Question(NamedTuple):
    """What is asked: a kind, and the words for it."""

    kind: str
    words: tuple[str, ...]


class Engine(Protocol):
    """What every engine does."""

    def __init__(self, folder: Path) -> None: ...

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""

    def open(self) -> None:
        """Open it as it is now."""

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match; -1 if that is not known, None for what cannot be asked."""

    def add(self, record: Record) -> None:
        """Add one article."""


class Ours:
    """The array index."""

    workers = 0

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""
        schema = fields.Schema(
            id=fields.ID(unique=True), title=Text(), body=Text(), source=fields.ID(),
            day=fields.COLUMN(columns.NumericColumn("i")),
        )  # fmt: skip
        self._write(durable.create(self._folder, schema), records)

    def _write(self, opened: whoosh_index.FileIndex, records: Iterable[Record]) -> None:
        writer = BulkWriter(opened, self.workers)
        for record in records:
            writer.add_document(**{**record._asdict(), "id": str(record.id)})
        writer.commit()

    def add(self, record: Record) -> None:
        """Add one article."""
        self._write(durable.opened(self._folder), [record])

    def open(self) -> None:
        """Open it as it is now."""
        self._snapshot = Snapshot(durable.opened(self._folder))

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        kind, words = question
        snapshot = self._snapshot
        if kind in ("near", "near, small word"):
            return len(near(snapshot, "body", words, NEAR + 1).documents)
        found = Executor(snapshot, Bm25(), TYPED if kind == "typing" else None).find(whoosh_query(question))
        if kind == "days":
            days = snapshot.column("day")
            found = hits.kept(found, (days >= int(words[1])) & (days < int(words[2])))
        elif kind == "facets":
            hits.facet(snapshot, "source", found)
        elif kind == "histogram":
            hits.histogram(snapshot.column("day"), found, BARS)
        if kind == "newest":
            hits.in_order(found, snapshot.column("day"), BEST, newest=True)
        else:
            hits.best(found, BEST)
        return -1 if kind == "typing" else len(found.documents)


class OursByWorkers(Ours):
    """The array index, made by two more processes."""

    workers = 2


def whoosh_query(question: Question) -> Any:
    """Return what is asked as a query of Whoosh: words in title or body, a hit in the title counting double."""
    kind, words = question

    def anywhere(word: str) -> Any:
        return query.Or([query.Term("title", word, boost=2.0), query.Term("body", word)])

    if kind.startswith("phrase"):
        return query.Phrase("body", list(words))
    if kind == "source":
        return query.And([anywhere(words[0]), query.ConstantScoreQuery(query.Term("source", words[1]))])
    if kind == "typing":
        return query.And(
            [anywhere(words[0]), query.Or([query.Prefix(field, words[1]) for field in ("title", "body")])]
        )
    if kind == "fuzzy":
        return query.FuzzyTerm("body", words[0], maxdist=1, prefixlength=1)
    if kind in ("and 2", "and 3", "or 3"):
        return (query.And if kind.startswith("and") else query.Or)([anywhere(word) for word in words])
    return anywhere(words[0])


class StockWhoosh:
    """Whoosh as it comes, with words cut the same way."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""
        schema = fields.Schema(
            id=fields.ID(unique=True), title=Text(), body=Text(), source=fields.ID(sortable=True),
            day=fields.NUMERIC(sortable=True),
        )  # fmt: skip
        writer = whoosh_index.create_in(self._folder, schema).writer()
        for record in records:
            writer.add_document(**{**record._asdict(), "id": str(record.id)})
        writer.commit()

    def add(self, record: Record) -> None:
        """Add one article."""
        writer = whoosh_index.open_dir(self._folder).writer()
        writer.add_document(**{**record._asdict(), "id": str(record.id)})
        writer.commit()

    def open(self) -> None:
        """Open it as it is now."""
        self._searcher = whoosh_index.open_dir(self._folder).searcher()

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        kind, words = question
        if kind.startswith("near") or kind == "histogram":
            return None
        wanted, options = whoosh_query(question), {}
        if kind == "days":
            wanted = query.And([wanted, query.NumericRange("day", int(words[1]), int(words[2]), endexcl=True)])
        elif kind == "newest":
            options = {"sortedby": "day", "reverse": True}
        elif kind == "facets":
            options = {"groupedby": "source"}
        found = self._searcher.search(wanted, limit=BEST, **options)
        return -1 if kind in ("typing", "fuzzy") else len(found)


class Fts5:
    """SQLite's full text search, its index beside the articles."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "articles.db"

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
        if kind == "facets":
            return self._counted("source", words[0])
        if kind == "histogram":
            return self._counted("day / 100", words[0])
        joined, order, more = "", "bm25(found, 2, 1)", list[object]()
        if kind in ("source", "days", "newest"):
            joined = "JOIN articles ON articles.id = found.rowid"
            order = "day DESC" if kind == "newest" else order
        where = {"source": "AND source = ?", "days": "AND day >= ? AND day < ?"}.get(kind, "")
        if where:
            more = list(words[1:]) if kind == "source" else [int(day) for day in words[1:]]
        sql = f"SELECT found.rowid FROM found {joined} WHERE found MATCH ? {where} ORDER BY {order} LIMIT {BEST}"
        self._connection.execute(sql, [fts_query(question), *more]).fetchall()
        return -1  # it stops at the best, and would have to be asked again for their number

    def _counted(self, what: str, word: str) -> int:
        sql = f"SELECT {what}, count(*) FROM found JOIN articles ON id = found.rowid WHERE found MATCH ? GROUP BY 1"
        return sum(number for _, number in self._connection.execute(sql, [word]))


def fts_query(question: Question) -> str:
    """Return what is asked in the language of FTS5."""
    kind, words = question
    if kind.startswith("phrase"):
        return 'body:"' + " ".join(words) + '"'
    if kind.startswith("near"):
        return f"body:NEAR({' '.join(words)}, {NEAR})"
    if kind == "typing":
        return f"{words[0]} AND {words[1]}*"
    if re.match("and|or", kind):
        return f" {kind.split()[0].upper()} ".join(words)
    return words[0]


class Tantivy:
    """The engine in Rust, with one thread for indexing."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

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
        if kind in ("typing", "fuzzy") or kind.startswith("near"):
            return None  # its parser has other words for them
        text = {"and": " AND ", "or ": " OR "}.get(kind[:3], " ").join(words)
        if kind.startswith("phrase"):
            text = f'body:"{text}"'
        elif kind == "source":
            text = f'+{words[0]} +source:"{words[1]}"'
        elif kind == "days":
            text = f"+{words[0]} +day:[{words[1]} TO {int(words[2]) - 1}]"
        wanted = self._index.parse_query(text, ["title", "body"], field_boosts={"title": 2.0})
        if kind == "facets":
            self._searcher.aggregate(wanted, {"by": {"terms": {"field": "source", "size": 100}}})
        elif kind == "histogram":
            self._searcher.aggregate(wanted, {"by": {"histogram": {"field": "day", "interval": 100}}})
        options = {"order_by_field": "day"} if kind == "newest" else {}
        return int(self._searcher.search(wanted, BEST, count=True, **options).count)


ENGINES: dict[str, type[Engine]] = {
    "ours": Ours,
    "ours, 2 workers": OursByWorkers,
    "FTS5": Fts5,
    "stock Whoosh": StockWhoosh,
    "tantivy": Tantivy,
}
