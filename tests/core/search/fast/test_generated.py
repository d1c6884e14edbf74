"""Whatever is put in, changed, taken out and merged: stock Whoosh reads and finds in it as in its own files.

EXAMPLES=1000 in the environment tries more of them. After two minutes pytest prints where it is, under the word
Timeout, and goes on: that is no failure.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.index import FileIndex
from whoosh.query.spans import SpanNear

from desktop_app.core.search.fast import durable, part
from desktop_app.core.search.fast import merge as merge_module
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.fields import GAP, WORD
from desktop_app.core.search.fast.lexicon import Lexicon
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import Document, schema, stock_index

EXAMPLES = int(os.environ.get("EXAMPLES", "20"))
TRIED = settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, phases=[__import__("hypothesis").Phase.generate]
)
TEXTS = ("title", "body")
KNOWN = ("orla", "orlas", "or", "the", "bridge", "brücke", "мост", "جسر", "老桥")

words = st.sampled_from(KNOWN) | st.text("ab", min_size=1, max_size=3)
runs_of_words = st.lists(words, max_size=8).map(" ".join)
ids = st.sampled_from("abcdef")
documents = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "title": runs_of_words,
        "body": st.lists(runs_of_words, max_size=3).map("\f".join) | words.map(lambda word: f"{word} " * 300),
        "source": st.sampled_from(("Orla Post", "Harbour Wire")),
        "tags": st.lists(st.sampled_from(("flood", "port")), unique=True).map(",".join),
        "year": st.integers(-3, 3),
        "day": st.sampled_from((None, 0, 20_160_612, 2**31 - 1)),
    },
).map(lambda document: {**document, "singular": document["body"]} if "body" in document else document)
changes = st.tuples(
    st.sampled_from(("add", "add", "update", "delete", "take out", "cancel")),
    st.lists(documents, min_size=2, max_size=5, unique_by=lambda document: str(document["id"])),
    st.sampled_from((False, False, False, True)),
)
histories = st.lists(changes, min_size=4, max_size=8)


def asked() -> st.SearchStrategy[query.Query]:
    """Make queries of every kind that stock Whoosh has words for.

    But for fuzzy ones: its reader of one part and that of several count swapped letters differently. Words near
    each other it only finds where nothing else is asked for.
    """
    fields = st.sampled_from(TEXTS)
    rows = st.lists(words, min_size=2, max_size=3)
    shapes = st.text("ab?*", min_size=1, max_size=3) | st.sampled_from(("or*", "?rla", "*l*", "?", "br*e"))
    leaves = st.one_of(
        st.builds(query.Term, fields, words),
        st.builds(query.Prefix, fields, words | st.sampled_from(("o", "b", "м"))),
        st.builds(query.Wildcard, fields, shapes),
        st.builds(query.Phrase, fields, rows),
        st.builds(query.Term, st.just("tags"), st.sampled_from(("flood", "port"))),
        st.builds(query.NumericRange, st.just("year"), st.integers(-3, 0), st.integers(0, 3)),
    )
    several = {"min_size": 2, "max_size": 3}
    together = st.builds(near, fields, st.lists(words, min_size=2, max_size=2, unique=True), st.integers(1, 4))
    return together | st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, **several).map(query.And),
            st.lists(inner, **several).map(query.Or),
            inner.map(query.Not),
        ),
        max_leaves=5,
    )


def near(field: str, both: Sequence[str], slop: int) -> query.Query:
    return SpanNear(*(query.Term(field, word) for word in both), slop=slop, ordered=False)


def matches(wanted: query.Query, document: Document) -> bool:
    """Tell whether a document is what is asked for, by reading it."""
    if isinstance(wanted, query.And | query.Or):
        return (all if isinstance(wanted, query.And) else any)(matches(one, document) for one in wanted)
    if isinstance(wanted, query.Not):
        return not matches(wanted.query, document)
    if isinstance(wanted, query.NumericRange):
        return wanted.start <= document.get("year", 99) <= wanted.end
    if isinstance(wanted, SpanNear):
        one, other = (places(document, leaf.fieldname, leaf.text) for leaf in (wanted.a, wanted.b))
        return any(abs(here - there) <= wanted.slop for here, there in product(one, other))
    if isinstance(wanted, query.Phrase):
        each = [places(document, wanted.fieldname, word) for word in wanted.words]
        return any(all(start + at in found for at, found in enumerate(each)) for start in each[0])
    return any(is_meant(wanted, word) for word in read(document, wanted.fieldname))


def is_meant(wanted: Any, word: str) -> bool:
    """Tell whether a word is the one, or one of those, that are asked for."""
    if isinstance(wanted, query.Prefix):
        return word.startswith(wanted.text)
    if isinstance(wanted, query.Wildcard):
        return is_shaped(wanted.text, word)
    return bool(word == wanted.text)


def is_shaped(shape: str, word: str) -> bool:
    """Tell whether a word has a shape, in which * is any letters and ? is one."""
    if not shape or not word:
        return not shape.strip("*") and not word
    if shape[0] == "*":
        return is_shaped(shape[1:], word) or is_shaped(shape, word[1:])
    return shape[0] in ("?", word[0]) and is_shaped(shape[1:], word[1:])


def read(document: Document, field: str) -> dict[str, list[int]]:
    """Return the words of a field, each with its places."""
    if field == "tags":
        return {tag: [] for tag in document.get("tags", "").split(",") if tag}
    found: dict[str, list[int]] = {}
    place = 0
    for text in document.get(field, "").split("\f"):
        for word in WORD.findall(text.lower()):
            found.setdefault(word, []).append(place)
            place += 1
        place += GAP
    return found


def places(document: Document, field: str, word: str) -> list[int]:
    return read(document, field).get(word, [])


@contextmanager
def changed(history: list[Any], parts: int) -> Iterator[tuple[FileIndex, list[Document]]]:
    """Give an index that has gone through a history, and the documents it should hold, in order."""
    hollow = parts % 2 * 3 + 1  # when 1, nothing is written anew because of what is deleted in it
    limits = patch.multiple(merge_module, MOST_PARTS=parts, HOLLOW=hollow, AT_ONCE=20, WORDS_AT_ONCE=20)
    with tempfile.TemporaryDirectory() as folder, limits, patch.object(part, "DOCUMENTS", 3), patch("os.fsync"):
        index, kept = durable.create(Path(folder), schema()), list[Document]()
        vocabularies: dict[str, Any] = {}
        for kind, several, optimize in history:
            writer = BulkWriter(index, vocabularies)
            after = change(writer, kind, several, kept)
            if kind == "cancel":
                writer.cancel()
                continue
            writer.commit(optimize=optimize)
            kept = after
            if optimize:
                index = durable.opened(Path(folder))
        yield index, kept


def change(writer: BulkWriter, kind: str, several: list[Document], kept: list[Document]) -> list[Document]:
    """Change what is there, and return what should be there then."""
    named = {document["id"] for document in several}
    if kind == "delete":
        for name in named:
            assert writer.delete_by_term("id", name) == sum(document["id"] == name for document in kept)
    elif kind == "take out":
        writer.delete_by_query(query.Or([query.Term("id", name) for name in named]))
    elif kind == "add":
        for document in several:
            writer.add_document(**document)
        return [*kept, *several]
    else:
        for document in several:
            writer.update_document(**document)
    left = [document for document in kept if document["id"] not in named]
    return left if kind in ("delete", "take out") else [*left, *several]


@TRIED
@given(histories, st.integers(1, 4))
def test_stock_whoosh_reads_the_same(history: list[Any], parts: int) -> None:
    """Every word, posting, place, length and number is as in an index that stock Whoosh made of what is left."""
    with changed(history, parts) as (index, kept), index.reader() as ours, stock_index(kept).reader() as stock:
        alive = list(ours.all_doc_ids())
        assert len(alive) == ours.doc_count() == stock.doc_count() == len(kept)
        terms = [(field, word) for field, word in ours.all_terms() if ours.postings(field, word).is_active()]
        assert [term for term in terms if told(ours, alive, *term)] == list(stock.all_terms())
        for field, word in stock.all_terms():
            assert told(ours, alive, field, word) == told(stock, range(len(kept)), field, word), (field, word)
        for field in TEXTS:
            lengths = [stock.doc_field_length(number, field) or 0 for number in range(len(kept))]
            assert [ours.doc_field_length(number, field) for number in alive] == lengths
        if kept:
            days = [document.get("day") for document in kept]
            column = ours.column_reader("day")
            assert [column[number] for number in alive] == [99_999_999 if day is None else day for day in days]


def told(reader: Any, alive: Sequence[int], field: str, word: bytes) -> list[tuple[object, ...]]:
    """Return what a reader says of a word in the documents that are alive, these numbered from 0."""
    number, found = {document: at for at, document in enumerate(alive)}, []
    matcher = reader.postings(field, word)
    while matcher.is_active():
        where = matcher.value_as("positions") if field in TEXTS else None
        found.append((number[matcher.id()], matcher.weight(), where))
        matcher.next()
    return found


@TRIED
@given(histories, st.integers(1, 4), st.lists(asked(), min_size=5, max_size=15))
def test_stock_whoosh_finds_the_same(history: list[Any], parts: int, queries: list[query.Query]) -> None:
    """Over our files as over its own, with the same scores where nothing deleted counts; and as by reading."""
    with changed(history, parts) as (index, kept), index.searcher() as ours:
        number = {document: at for at, document in enumerate(ours.reader().all_doc_ids())}
        with stock_index(kept).searcher() as stock:
            for wanted in queries:
                found = scores(ours, wanted)
                if "Not(" in repr(wanted):  # stock Whoosh's Not finds a deleted document after its last exclusion
                    found = {document: score for document, score in found.items() if document in number}
                assert set(found) <= set(number), wanted
                by_reading = [at for at, document in enumerate(kept) if matches(wanted, document)]
                assert sorted(number[document] for document in found) == by_reading, wanted
                expected = scores(stock, wanted)
                assert sorted(expected) == by_reading, wanted
                if not ours.reader().has_deletions():
                    assert found == pytest.approx(expected), wanted


def scores(searcher: Any, wanted: query.Query) -> dict[int, float]:
    return {hit.docnum: hit.score for hit in searcher.search(wanted, limit=None)}


@TRIED
@given(histories, st.integers(1, 4), words)
def test_a_snapshot_says_the_same(history: list[Any], parts: int, other: str) -> None:
    """Postings, places, words and lengths of our own reading are those of the texts."""
    with changed(history, parts) as (index, kept):
        snapshot = Snapshot(Path(index.storage.folder))
        alive = snapshot.documents()
        assert snapshot.count == len(alive) == len(kept)
        for field in TEXTS:
            tables = [read(document, field) for document in kept]
            every = set().union(*tables)
            assert every <= set(snapshot.words(field))
            for word in {*every, other}:
                having = [at for at, table in enumerate(tables) if word in table]
                found = snapshot.postings(field, word)
                assert found.documents.tolist() == alive[having].tolist()
                assert found.times.tolist() == [len(tables[at][word]) for at in having]
                at, times, where = snapshot.places(field, word, found.documents)
                assert (at.tolist(), times.tolist()) == (found.documents.tolist(), found.times.tolist())
                assert where.tolist() == [place for at in having for place in tables[at][word]]
            begun = snapshot.any_of(field, begin_with(other[:1]), 10**9)[0].documents
            assert begun.tolist() == [
                alive[at] for at, table in enumerate(tables) if any(word.startswith(other[:1]) for word in table)
            ]


def begin_with(beginning: str) -> Callable[[Lexicon], Array]:
    return lambda lexicon: np.arange(*lexicon.beginning(beginning.encode()))
