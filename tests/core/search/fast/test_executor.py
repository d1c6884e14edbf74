"""Whatever is found by arrays is what stock Whoosh finds, with the same scores."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from whoosh import query
from whoosh.index import FileIndex, open_dir

from desktop_app.core.search.fast.executor import Executor, Outdated
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.weighing import Bm25
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import VOCABULARY, Document, add, made_up, stock_index

FIELDS = ("title", "body")


def term(rng: random.Random) -> Any:
    return query.Term(rng.choice(FIELDS), rng.choice([*VOCABULARY, "nowhere"]), boost=rng.choice((1.0, 2.0)))


def phrase(rng: random.Random) -> Any:
    words = rng.choices(VOCABULARY[:8], k=rng.randint(2, 3))
    return query.Phrase(rng.choice(FIELDS), words, slop=rng.choice((1, 1, 2, 4)))


def scored(rng: random.Random, depth: int = 2) -> Any:
    """Return some query whose scores must agree."""
    if not depth or rng.random() < 0.3:
        return rng.choice((term, term, phrase))(rng)
    parts = [scored(rng, depth - 1) for _ in range(rng.randint(2, 3))]
    return rng.choice((query.And, query.Or))(parts)


def matched(rng: random.Random) -> Any:
    """Return some query of which only the documents must agree: stock Whoosh gives it no score of its own."""
    word, field = rng.choice(VOCABULARY), rng.choice(FIELDS)
    year = rng.randint(1996, 2026)
    return rng.choice(
        (
            query.Prefix(field, word[: rng.randint(1, 3)]),
            query.Wildcard(field, f"{word[:2]}*{word[-1]}"),
            query.Wildcard(field, f"?{word[1:]}"),
            query.FuzzyTerm(field, word[:-1] + "x", maxdist=2, prefixlength=rng.randint(0, 1)),
            query.TermRange(field, word, "river", startexcl=True),
            query.NumericRange("year", year, year + 5),
            query.Not(query.Term(field, word)),
            query.Every(),
            query.ConstantScoreQuery(query.Term("source", "Orla Post"), 3.0),
            query.Every("title"),
        )
    )


def by_stock(index: FileIndex, wanted: Any, documents: list[Document]) -> dict[str, float]:
    """Return what stock Whoosh finds; its AND NOT may let the first document through that it should leave out."""
    if isinstance(wanted, query.AndNot):
        unwanted = by_stock(index, wanted.b, documents)
        found = by_stock(index, wanted.a, documents)
        return {id_: score for id_, score in found.items() if id_ not in unwanted}
    with index.searcher() as searcher:
        found = searcher.search(wanted, limit=None)
        return {documents[number]["id"]: score for score, number in found.top_n}


def by_arrays(snapshot: Snapshot, wanted: Any) -> dict[str, float]:
    hits = Executor(snapshot, Bm25()).find(wanted)
    assert np.all(np.diff(hits.documents) > 0)
    terms, term_of, document_of = snapshot.terms("id")
    pairs = zip(term_of.tolist(), document_of.tolist(), strict=True)
    names = {document: terms[term].decode() for term, document in pairs}
    return {names[document]: score for document, score in zip(*map(list, hits), strict=True)}


def compare(snapshot: Snapshot, documents: list[Document], seed: int, number: int = 60) -> None:
    rng = random.Random(seed)
    stock = stock_index(documents)
    for _ in range(number):
        wanted = scored(rng) if rng.random() < 0.8 else query.AndNot(scored(rng), scored(rng))
        assert by_arrays(snapshot, wanted) == pytest.approx(by_stock(stock, wanted, documents)), wanted
        wanted = matched(rng)
        assert by_arrays(snapshot, wanted).keys() == by_stock(stock, wanted, documents).keys(), wanted


@pytest.mark.parametrize("seed", range(3))
def test_one_commit(index: FileIndex, seed: int) -> None:
    """One commit gives what stock Whoosh gives."""
    documents = made_up(120, seed)
    add(index, documents)
    compare(Snapshot(index), documents, seed)


@pytest.mark.parametrize("seed", range(6))
def test_any_history(index: FileIndex, seed: int) -> None:
    """Whatever was added, replaced, taken out and merged: the index is as if made at once of what is left."""
    rng = random.Random(seed)
    kept: list[Document] = []
    for step in range(rng.randint(3, 14)):
        writer = BulkWriter(index)
        for document in rng.sample(kept, min(len(kept), rng.choice((0, 1, 5)))):
            assert writer.delete_by_term("id", document["id"]) == 1
            kept.remove(document)
        for document in rng.sample(kept, min(len(kept), rng.choice((0, 1, 5)))):
            kept.remove(document)
            kept.append({**made_up(1, seed=1000 * seed + step)[0], "id": document["id"]})
            writer.update_document(**kept[-1])
        for document in made_up(rng.choice((0, 1, 30)), seed=100 * seed + step):
            kept.append({**document, "id": f"{step}-{document['id']}"})
            writer.add_document(**kept[-1])
        writer.commit(optimize=rng.random() < 0.1)
        if step % 4 == 0 and kept:
            compare(Snapshot(index), kept, seed, 8)
    compare(Snapshot(index), kept, seed, 30)


def test_stock_whoosh_reads_the_same_files(index: FileIndex, tmp_path: Path) -> None:
    """Whatever needs stock Whoosh, it opens the very same index and finds the same in it."""
    documents = made_up(60)
    add(index, documents[:40])
    add(index, documents[40:])
    rng = random.Random(1)
    own, stock = open_dir(str(tmp_path)), stock_index(documents)
    for _ in range(80):
        wanted = rng.choice((scored, matched))(rng)
        assert by_stock(own, wanted, documents) == pytest.approx(by_stock(stock, wanted, documents)), wanted


def test_what_it_does_not_know_is_left_to_stock_whoosh(index: FileIndex) -> None:
    """No query of Whoosh fails, however rare."""
    documents = made_up(60)
    add(index, documents)
    stock, snapshot = stock_index(documents), Snapshot(index)
    bridge, river = query.Term("body", "bridge"), query.Term("body", "river")
    for wanted in (
        query.AndMaybe(bridge, river),
        query.DisjunctionMax([bridge, river]),
        query.Require(bridge, river),
        query.Or([bridge, river], scale=0.5),
        query.SpanFirst(bridge, 3),
        query.Regex("body", "b.*e"),
        query.Wildcard("body", "[br]i*"),
    ):
        assert by_arrays(snapshot, wanted).keys() == by_stock(stock, wanted, documents).keys(), wanted


def test_a_search_nobody_waits_for_ends(index: FileIndex) -> None:
    """While the user types, the search for the shorter word gives way to the one for the longer."""
    add(index, made_up(5))
    with pytest.raises(Outdated):
        Executor(Snapshot(index), Bm25()).find(query.Term("body", "river"), lambda: True)


def test_only_frequent_words_while_typing(index: FileIndex) -> None:
    """What a beginning stands for is cut off at the rare end, and said to be."""
    add(
        index, [{"id": "1", "body": "bridge"}, {"id": "2", "body": "bridge boats"}, {"id": "3", "body": "bulletin"}]
    )
    executor = Executor(Snapshot(index), Bm25(), at_most=2)
    assert executor.find(query.Prefix("body", "b")).documents.tolist() == [0, 1]
    assert not executor.exact
    assert Executor(Snapshot(index), Bm25()).find(query.Prefix("body", "b")).documents.tolist() == [0, 1, 2]
