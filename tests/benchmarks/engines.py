"""Second Source as its window and its command line search, and stock Whoosh with the same fields."""

import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from asking import BEST, NEAR, Engine, Question, Record
from peers import Fts5, Tantivy
from whoosh import index as whoosh_index
from whoosh import query

from desktop_app.core.archive import open_archive, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import ArchivedArticle, Article, Part
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder
from desktop_app.core.search.index import catch_up, fields_of, schema
from desktop_app.core.search.snippets import snippet

FIRST = date(2014, 1, 1)
AT_ONCE = 1000


def article(record: Record) -> Article:
    """Return what Second Source reads of a record."""
    text = f"{record.title}\n\n{record.body}"
    parts = (Part(0, len(record.title), "title"), Part(len(record.title) + 2, len(text), "body"))
    day = str(FIRST + timedelta(record.day))
    return Article(text=text, parts=parts, title=record.title, source=record.source, published=day)


class Ours:
    """An archive and its index; articles are put into the archive before the index is made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def prepare(self, records: Iterable[Record]) -> None:
        """Fill the archive; take the index off one that was filled before."""
        filled = self._folder / "filled"
        if filled.exists():
            shutil.rmtree(self._folder / "index", ignore_errors=True)
            return
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        self._keep(records)
        filled.touch()

    def _keep(self, records: Iterable[Record]) -> None:
        rest = iter(records)
        archive = open_archive(self._folder, create=True)
        import_id = archive.imports.begin("benchmark")
        while some := list(islice(rest, AT_ONCE)):
            name = f"{some[0].id}.json"
            original = f"{name} {some[0].title}".encode()
            file = ReadFile(f"/{name}", name, original, [article(record) for record in some])
            archive.imports.add(import_id, [file], None)
        archive.db.close()

    def index(self, _records: Iterable[Record]) -> None:
        """Make the index, from the archive."""
        with opened(self._folder) as archive:
            catch_up(silent, archive)

    def open(self) -> None:
        """Open it as it is now."""
        self._finder = Finder(self._folder)
        self._archive = open_archive(self._folder)

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        order, typing = "newest" if question.kind == "newest" else "relevance", question.kind == "typing"
        found = self._finder.find(typed(question), order, typing=typing)  # type: ignore[arg-type]
        if question.kind == "facets, months":
            self._archive.facets.count(found.ids)
        if question.kind == "20 with snippets":
            for kept in self._archive.articles.many(found.ids[:BEST]):
                snippet(kept.article, found.query)
        return -1 if question.kind.startswith(("typing", "fuzzy")) else len(found.ids) - found.partial

    def add(self, record: Record) -> None:
        """Add one article."""
        self._keep([record])
        self.index([])


def typed(question: Question) -> str:
    """Return what is asked as it is typed into Second Source."""
    kind, words = question
    if kind.startswith("phrase"):
        return f'"{" ".join(words)}"'
    if kind.startswith("near"):
        return f'"{" ".join(words)}"~{NEAR}'
    if kind == "source":
        return f'{words[0]} source:"{words[1]}"'
    if kind == "days":
        first, last = (FIRST + timedelta(int(day)) for day in words[1:])
        return f"{words[0]} {first}..{last - timedelta(1)}"
    if kind == "or 3":
        return " OR ".join(words)
    return " ".join(words) + {"typing": "*", "typing, at rest": "*", "fuzzy": "~"}.get(kind, "")


class StockWhoosh:
    """Whoosh as it comes, with our fields and the words and stems that we put into them."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def prepare(self, records: Iterable[Record]) -> None:
        """Do nothing: it keeps no articles."""

    def index(self, records: Iterable[Record]) -> None:
        """Make an index in an empty folder."""
        whoosh_index.create_in(self._folder, schema())
        self._write(records)

    def add(self, record: Record) -> None:
        """Add one article."""
        self._write([record])

    def _write(self, records: Iterable[Record]) -> None:
        writer = whoosh_index.open_dir(self._folder).writer()
        for record in records:
            kept = ArchivedArticle(record.id, article(record), "", "", "", 0)
            writer.add_document(**fields_of(kept))
        writer.commit()

    def open(self) -> None:
        """Open it as it is now."""
        self._searcher = whoosh_index.open_dir(self._folder).searcher()

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match."""
        kind = question.kind
        if kind.startswith(("near", "days", "facets", "20")):
            return None
        options = {"sortedby": "first_day", "reverse": True} if kind == "newest" else {}
        found = self._searcher.search(whoosh_query(question), limit=BEST, **options)
        return -1 if kind.startswith(("typing", "fuzzy")) else len(found)


def whoosh_query(question: Question) -> Any:
    """Return what is asked as a query of Whoosh: words in title or body, a hit in the title counting double."""
    kind, words = question

    def anywhere(word: str) -> Any:
        return query.Or([query.Term("title", word, boost=2.0), query.Term("body", word)])

    if kind.startswith("phrase"):
        return query.Or([query.Phrase(field, list(words)) for field in ("title", "body")])
    if kind == "source":
        return query.And([anywhere(words[0]), query.Phrase("source", words[1].lower().split())])
    if kind.startswith("typing"):
        beginning = query.Or([query.Prefix(field, words[1]) for field in ("title", "body")])
        return query.And([anywhere(words[0]), beginning])
    if kind == "fuzzy":
        return query.FuzzyTerm("body", words[0], maxdist=1, prefixlength=1)
    return (query.Or if kind == "or 3" else query.And)([anywhere(word) for word in words])


ENGINES: dict[str, type[Engine]] = {"ours": Ours, "FTS5": Fts5, "stock Whoosh": StockWhoosh, "tantivy": Tantivy}
