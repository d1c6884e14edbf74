"""Stock Whoosh opens our files as its own."""

import pickle
import random
from pathlib import Path
from typing import Any

import pytest
from whoosh import query
from whoosh.index import FileIndex, open_dir

from desktop_app.core.search.fast.codec import ArrayCodec, ArraySegment
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
    """Return some query of another kind."""
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


def found(index: FileIndex, wanted: Any, documents: list[Document]) -> dict[str, float]:
    """Return what stock Whoosh finds."""
    with index.searcher() as searcher:
        return {documents[number]["id"]: score for score, number in searcher.search(wanted, limit=None).top_n}


@pytest.mark.parametrize("seed", range(3))
def test_stock_whoosh_finds_the_same_in_our_files(index: FileIndex, tmp_path: Path, seed: int) -> None:
    """Any Whoosh opens the index and finds in it what it finds in its own, with the same scores."""
    documents = made_up(60, seed)
    add(index, documents[:40])
    add(index, documents[40:])
    rng = random.Random(seed)
    own, stock = open_dir(str(tmp_path)), stock_index(documents)
    for _ in range(80):
        wanted = rng.choice((scored, matched))(rng)
        assert found(own, wanted, documents) == pytest.approx(found(stock, wanted, documents)), wanted


def test_it_comes_back_from_the_table_of_contents() -> None:
    """Whoosh pickles it: its place in the code is part of the format."""
    segment = ArraySegment("MAIN", 5)
    segment.delete_document(3)
    back = pickle.loads(pickle.dumps(segment))
    assert back.segment_id() == segment.segment_id()
    assert (back.doc_count_all(), back.doc_count(), list(back.deleted_docs())) == (5, 4, [3])
    assert type(back).__module__ == "desktop_app.core.search.fast.codec"
    assert isinstance(back.codec(), ArrayCodec)


def test_a_deletion_can_be_taken_back() -> None:
    """As Whoosh allows."""
    segment = ArraySegment("MAIN", 5)
    segment.delete_document(3)
    segment.delete_document(3, delete=False)
    assert not segment.is_deleted(3)
    assert not segment.has_deletions()
