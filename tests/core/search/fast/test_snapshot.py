"""All parts of an index, seen as one."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from whoosh.index import FileIndex

from desktop_app.core.search.fast import contents
from desktop_app.core.search.fast.arrays import Array
from desktop_app.core.search.fast.lexicon import Lexicon
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import add

Opened = Callable[..., Snapshot]


def test_postings_of_all_parts(snapshot: Opened) -> None:
    """Documents are numbered through, whichever part they are in."""
    opened = snapshot([{"body": "orla orla bridge"}], [{"body": "bridges"}, {"body": "orla"}])
    documents, times = opened.postings("body", "orla")
    assert (documents.tolist(), times.tolist()) == ([0, 2], [2, 1])
    assert opened.words("body", "bridge") == {"bridge": 1, "bridges": 1}
    assert opened.words("body") == {"orla": 2, "bridge": 1, "bridges": 1}
    assert not len(opened.postings("title", "orla").documents)
    assert not len(opened.postings("unknown", "orla").documents)


def test_any_of_many_words(snapshot: Opened) -> None:
    """Times are added up over words and parts; of too many postings those of the most frequent words are taken."""
    opened = snapshot([{"body": "ba ba bo"}, {"body": "bo bu x"}], [{"body": "be"}, {"body": "bo bo x"}])

    def scattered(lexicon: Lexicon) -> Array:
        return np.array([at for at, word in enumerate(lexicon) if word != b"x"])

    found, exact = opened.any_of("body", scattered, 6)
    assert (found.documents.tolist(), found.times.tolist(), exact) == ([0, 1, 2, 3], [3, 2, 1, 2], True)
    found, exact = opened.any_of("body", scattered, 5)
    assert (found.documents.tolist(), found.times.tolist(), exact) == ([0, 1, 2, 3], [1, 1, 1, 2], False)
    assert not len(opened.any_of("unknown", scattered, 5)[0].documents)


def test_deleted_documents_are_nowhere(snapshot: Opened, index: FileIndex) -> None:
    """Neither in postings nor in counts."""
    snapshot([{"id": str(number), "body": "orla " * number} for number in range(1, 9)])
    writer = BulkWriter(index)
    writer.delete_document(7)
    writer.commit()
    opened = Snapshot(Path(index.storage.folder))
    assert (opened.count, opened.count_all) == (7, 8)
    assert opened.any_of("body", lambda _: np.arange(1), 9)[0].documents.tolist() == list(range(7))
    assert opened.documents().tolist() == opened.postings("body", "orla").documents.tolist() == list(range(7))


def test_places(snapshot: Opened) -> None:
    """Where a word stands in some documents, one after the other."""
    opened = snapshot(
        [{"body": "orla bridge orla"}, {"body": "bridge orla"}], [{"body": "orla"}, {"body": "x orla"}]
    )
    found = opened.places("body", "orla", np.array([0, 1, 3]))
    assert [array.tolist() for array in found] == [[0, 1, 3], [2, 1, 1], [0, 2, 1, 1]]
    assert not len(opened.places("body", "nowhere", np.array([0])).documents)
    assert opened.spans("body").tolist() == [3, 2, 1, 2]


@pytest.mark.parametrize("wanted", [[3], [0, 7, 99], [40, 41], list(range(0, 100, 2))])
def test_places_in_a_few_of_many(snapshot: Opened, wanted: list[int]) -> None:
    """However few of the documents with a word are asked for: the same as if all were."""
    bodies = [" ".join("bridge" if (place * number) % 3 else "orla" for place in range(4)) for number in range(100)]
    opened = snapshot([{"body": body, "title": "Orla Post"} for body in bodies])
    for field, word in (("body", "orla"), ("body", "bridge"), ("title", "post")):
        found = opened.places(field, word, np.array(wanted))
        standing = [
            (number, [at for at, other in enumerate(text.lower().split()) if other == word])
            for number in wanted
            for text in [bodies[number] if field == "body" else "Orla Post"]
        ]
        standing = [(number, at) for number, at in standing if at]
        assert found.documents.tolist() == [number for number, _ in standing]
        assert found.times.tolist() == [len(at) for _, at in standing]
        assert found.positions.tolist() == [place for _, at in standing for place in at]


def test_having_a_word(snapshot: Opened) -> None:
    """A word is there as long as one document that has it is left."""
    opened = snapshot([{"body": "orla bridge"}], [{"body": "orla"}])
    assert [opened.has("body", word) for word in ("bridge", "orla", "town")] == [True, True, False]
    opened.live = np.array([False, True])
    assert [opened.has("body", word) for word in ("bridge", "orla")] == [False, True]


def test_columns_and_lengths(snapshot: Opened) -> None:
    """A number for each document of all parts."""
    opened = snapshot([{"day": 5, "body": "orla"}], [{"body": "orla bridge"}])
    assert opened.column("day").tolist() == [5, 99_999_999]
    assert opened.lengths("body").tolist() == [1, 2]


def test_words_like_others(snapshot: Opened) -> None:
    """Misspelt words lead to the archive's own, with their numbers."""
    opened = snapshot([{"body": "bridge bridge bride"}], [{"body": "bridge"}])
    assert opened.within("body", "bidge", 1) == {"bridge": (1, 2)}
    assert opened.within("body", "birdge", 1, swaps=True) == {"bridge": (1, 2)}
    assert opened.like("body", "bri*e") == {"bridge": 2, "bride": 1}


def test_an_empty_index(index: FileIndex) -> None:
    """Before the first commit there is nothing, and no error."""
    opened = Snapshot(Path(index.storage.folder))
    assert opened.count == 0
    assert not len(opened.documents())
    assert not len(opened.postings("body", "orla").documents)
    assert not len(opened.lengths("body"))
    assert not opened.words("body")
    opened.check()


def test_a_commit_in_between_is_waited_for(
    snapshot: Opened, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that were taken away while opening are looked for anew."""
    snapshot([{"body": "orla"}])
    folder = Path(index.storage.folder)
    read, states = contents.read, [contents.read(folder)]
    snapshot([{"body": "bridge"}])
    writer = BulkWriter(index)
    writer.commit(optimize=True)
    monkeypatch.setattr(contents, "read", lambda where: states.pop() if states else read(where))
    assert Snapshot(folder).words("body") == {"orla": 1, "bridge": 1}


def test_parts_that_stay_are_not_read_again(snapshot: Opened, index: FileIndex, tmp_path: Path) -> None:
    """After each new article only its own part is opened; what the new table no longer lists is let go."""
    before = snapshot([{"body": "orla"}], [{"body": "bridge"}])
    add(index, [{"body": "boats"}])
    after = Snapshot(tmp_path, before)
    assert after.segments[:2] == before.segments
    assert after.words("body") == {"orla": 1, "bridge": 1, "boats": 1}
    assert Snapshot(tmp_path).segments[0] is not before.segments[0]
    BulkWriter(index).commit(optimize=True)
    merged = Snapshot(tmp_path, after)
    assert len(merged.segments) == 1
    assert merged.words("body") == after.words("body")
