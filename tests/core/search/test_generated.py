"""Whatever an archive went through and whatever is asked: found is what reading every text finds, with its scores.

EXAMPLES=1000 in the environment tries more of them. After two minutes pytest prints where it is, under the word
Timeout, and goes on: that is no failure.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import FileIndex

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.search.fast import durable, part
from desktop_app.core.search.fast import merge as merge_module
from desktop_app.core.search.fast.writer import BulkWriter
from desktop_app.core.search.index import fields_of, schema
from desktop_app.core.search.matching import Matching, Reach
from desktop_app.core.search.query import (
    And,
    DateRange,
    Filter,
    Fuzzy,
    InField,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
    distinct,
)
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.stems import query_stems
from desktop_app.core.search.words import words as words_of
from tests.core.search.conftest import article
from tests.core.search.plain import Plain, Stock
from tests.core.search.texts import Texts

EXAMPLES = int(os.environ.get("EXAMPLES", "20"))
TRIED = settings(max_examples=EXAMPLES, derandomize=True, deadline=None)
KNOWN = (
    *("the", "orla", "bridge", "bridges", "bridged", "river", "closed", "closing", "u.n.", "al-ghusri", "mayor’s"),
    *("1,400", "café", "brücken", "мосты", "الجسر", "老桥关", "다리는"),
)
NAMES = ("ilse", "tomas", "ilsa orlow")
FOLDED = sorted({word.folded for written in (*KNOWN, *NAMES) for word in words_of(written)})
LANGUAGES = ("en", "de", "ar", "zh")
STARRED = Filter("is", "starred")

texts = st.lists(st.sampled_from(KNOWN) | st.text("abc", min_size=1, max_size=3), max_size=12).map(" ".join)
bodies = texts | st.lists(texts, min_size=2, max_size=2).map("\n\n".join) | st.just("orla bridge " * 150)
short = st.none() | st.lists(st.sampled_from(KNOWN) | st.sampled_from(NAMES), max_size=4).map(" ".join)
dates = st.none() | st.sampled_from(("2016", "2016-05", "2016-12", "2017-03-02", "1999-01-31"))


@st.composite
def articles(draw: Any, id_: int) -> ArchivedArticle:
    """Make an article of few words, so that many are together somewhere."""
    made = article(draw(bodies), (draw(texts), draw(st.sampled_from(("caption", "furniture", "dateline")))))
    facts = {name: draw(short) for name in ("title", "byline", "source", "dateline")}
    language = draw(st.none() | st.sampled_from(LANGUAGES))
    return ArchivedArticle(id_, replace(made, published=draw(dates), language=language, **facts), "", "", "", 0)


ids = st.integers(1, 9)
changes = st.tuples(
    st.lists(ids, min_size=1, max_size=5, unique=True).flatmap(lambda several: st.tuples(*map(articles, several))),
    st.sets(ids, max_size=2),
    st.sampled_from((False, False, False, True)),
)
histories = st.lists(changes, min_size=2, max_size=6)


def asked() -> st.SearchStrategy[Node]:
    """Make queries of every kind, as the reader of queries gives them."""
    word = st.sampled_from(FOLDED) | st.text("abc", min_size=1, max_size=3)
    several = st.lists(word, min_size=2, max_size=3).map(tuple)
    begun = st.builds(lambda whole, cut: whole[: max(len(whole) - cut, 1)], word, st.integers(0, 3))
    phrases = st.builds(Phrase, several, st.just(""), st.booleans())
    plain = st.builds(as_word, word, st.booleans(), st.integers(1, 2))
    days = st.none() | st.dates(date(1999, 1, 1), date(2018, 1, 1))
    leaves = st.one_of(
        plain,
        st.builds(Prefix, begun, st.just("")),
        st.builds(Wildcard, st.text("abo?*", min_size=1, max_size=4) | begun.map("{}*".format), st.just("")),
        st.builds(Fuzzy, word.map("{}x".format) | word | begun, st.integers(1, 2), st.just("")),
        phrases,
        phrases.map(lambda phrase: replace(phrase, folded=(*phrase.folded[:-1], phrase.folded[-1][:1]), open=True)),
        st.builds(Near, several.filter(lambda row: len({*row}) == len(row)), st.integers(0, 5), st.just("")),
        st.builds(DateRange, days, days),
        st.just(STARRED),
        st.builds(Name, several, st.just(""), st.lists(plain | phrases, max_size=3, unique=True).map(tuple)),
    )

    def around(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        some = st.lists(inner, min_size=2, max_size=3).map(distinct)
        fields = st.sampled_from(("title", "author", "source", "place"))
        return some.map(And) | some.map(Or) | inner.map(Not) | st.builds(InField, fields, inner)

    return st.recursive(leaves, around, max_leaves=5)


def as_word(folded: str, light: bool, times: int) -> Word:
    return Word(folded, folded, query_stems(folded, folded, LANGUAGES), light, times)


@contextmanager
def changed(history: list[Any], parts: int) -> Iterator[tuple[FileIndex, list[ArchivedArticle]]]:
    """Give an index that has gone through a history, and the articles it should hold, in order."""
    hollow = parts % 2 * 3 + 1  # when 1, nothing is written anew because of what is deleted in it
    limits = patch.multiple(merge_module, MOST_PARTS=parts, HOLLOW=hollow, AT_ONCE=20, WORDS_AT_ONCE=20)
    with tempfile.TemporaryDirectory() as folder, limits, patch.object(part, "DOCUMENTS", 3), patch("os.fsync"):
        index, kept = durable.create(Path(folder), schema()), dict[int, ArchivedArticle]()
        vocabularies: dict[str, Any] = {}
        for added, deleted, optimize in history:
            writer = BulkWriter(index, vocabularies)
            for id_ in (*deleted, *(new.id for new in added)):
                writer.delete_by_term("id", str(id_))
                kept.pop(id_, None)
            for new in added:
                writer.add_document(**fields_of(new))
                kept[new.id] = new
            writer.commit(optimize=optimize)
        yield index, list(kept.values())


@TRIED
@given(histories, st.integers(1, 4), st.lists(asked(), min_size=5, max_size=15), st.sets(ids))
def test_found_as_by_reading(history: list[Any], parts: int, queries: list[Node], starred: set[int]) -> None:
    """The same articles with the same scores as by plain loops over the texts, or over an index of stock Whoosh."""
    filtered = {STARRED: frozenset(starred)}
    with changed(history, parts) as (index, kept), closing(Snapshot(Path(index.storage.folder))) as snapshot:
        read, stock = (Plain(tables(kept), filtered) for tables in (Texts, Stock))
        for tree in queries:
            found = Matching(snapshot, filtered).scores(tree)
            mine = dict(zip(snapshot.ids[found.documents].tolist(), found.scores.tolist(), strict=True))
            assert mine == pytest.approx(read.found(tree), rel=1e-5, abs=1e-9), tree
            assert mine == pytest.approx(stock.found(tree), rel=1e-5, abs=1e-9), tree


@TRIED
@given(histories, st.lists(asked(), min_size=5, max_size=15))
def test_what_is_left_out_is_said(history: list[Any], queries: list[Node]) -> None:
    """Where not every word of a beginning is gone through, nothing wrong is found, and what is lost is said."""
    with changed(history, 2) as (index, kept), closing(Snapshot(Path(index.storage.folder))) as snapshot:
        read = Plain(Texts(kept), {STARRED: frozenset()})
        for tree in queries:
            answer = Matching(snapshot, {STARRED: frozenset()}, reach=Reach(2, 1))
            found = set(snapshot.ids[answer.scores(tree).documents].tolist())
            expected = set(read.found(tree))
            assert found == expected or (not answer.exact and found < expected), tree
