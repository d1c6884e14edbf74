"""Parts put together hold the same; there are never many, and no document is copied often."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.search.fast import merge as merge_module
from desktop_app.core.search.fast.merge import LARGEST, MOST_PARTS, merged, runs
from desktop_app.core.search.fast.part import Part
from desktop_app.core.search.fast.segment import Segment
from tests.core.search.fast.conftest import Document, made_up, schema


def part(folder: Path, name: str, documents: Sequence[Document]) -> Segment:
    making = Part(schema(), {})
    for document in documents:
        making.add(document)
    making.write(folder / name)
    return Segment(folder / name)


@pytest.mark.parametrize("at_once", [1_000_000, 20])
@pytest.mark.parametrize("seed", range(4))
def test_a_merged_part_is_as_if_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, at_once: int
) -> None:
    """Array for array, without what was deleted, and in however small steps it was done."""
    monkeypatch.setattr(merge_module, "AT_ONCE", at_once)
    monkeypatch.setattr(merge_module, "WORDS_AT_ONCE", at_once)
    rng = random.Random(seed)
    parts, kept = [], []
    for number in range(rng.randint(1, 5)):
        documents = made_up(rng.randint(1, 30), seed * 10 + number)
        deleted = sorted(rng.sample(range(len(documents)), rng.randrange(len(documents))))
        parts.append((part(tmp_path, f"{number}.seg", documents), deleted))
        kept += [document for at, document in enumerate(documents) if at not in deleted]
    assert merged(parts, tmp_path / "merged.seg") == len(kept)
    together, expected = Segment(tmp_path / "merged.seg"), part(tmp_path, "expected.seg", kept)
    together.arrays.check()
    assert sorted(together.fields) == sorted(expected.fields)
    for name in expected.arrays.names():
        assert np.array_equal(together.arrays.part(name), expected.arrays.part(name)), name


def test_a_field_may_be_new(tmp_path: Path) -> None:
    """A part without any text in a field goes together with one that has some."""
    parts = [(part(tmp_path, "1.seg", [{"id": "1"}]), []), (part(tmp_path, "2.seg", [{"body": "orla"}]), [])]
    merged(parts, tmp_path / "merged.seg")
    together = Segment(tmp_path / "merged.seg")
    assert together.lengths("body").tolist() == [0, 1]
    assert together.postings("body", 0, 1).documents.tolist() == [1]


def test_what_two_readings_said_alike_in_one_part_only(tmp_path: Path) -> None:
    """A word with one form in each part, but not the same one, has its own postings in the whole."""
    parts = [
        (part(tmp_path, "1.seg", [{"body": "bridge orla night"}, {"body": "bridge bridge"}]), [1]),
        (part(tmp_path, "2.seg", [{"body": "bridges bridges orla"}, {"body": "nights"}]), [1]),
    ]
    merged(parts, tmp_path / "merged.seg")
    together = Segment(tmp_path / "merged.seg")
    assert list(together.lexicon("singular") or ()) == [b"bridge", b"night", b"orla"]
    assert together.same("singular").tolist() == [0, 0, 4]
    assert [array.tolist() for array in together.postings("singular", 0, 1)] == [[0, 1], [1, 2]]
    assert [array.tolist() for array in together.postings("singular", 1, 2)] == [[0], [1]]
    assert [array.tolist() for array in together.postings("singular", 2, 3)] == [[0, 1], [1, 1]]


def test_single_additions_copy_a_document_only_a_few_times() -> None:
    """Whoever adds a thousand articles one by one does not write the archive a thousand times."""
    sizes = [100_000]
    copied = 0
    for _ in range(1000):
        sizes.append(1)
        for low, high in reversed(runs([(size, 0) for size in sizes])):
            copied += sum(sizes[low:high])
            sizes[low:high] = [sum(sizes[low:high])]
        assert len(sizes) <= MOST_PARTS + 1
    assert sum(sizes) == 101_000
    assert sizes[0] == 100_000  # the large one was never touched
    assert copied < 40_000


def test_a_hollow_part_is_written_anew() -> None:
    """What was deleted does not take room forever."""
    assert runs([(100, 0), (100, 30)]) == [(1, 2)]
    assert not runs([(100, 20)])


def test_neighbours_only() -> None:
    """Documents keep the order in which they came."""
    rng = random.Random(1)
    for _ in range(50):
        sizes = [(rng.choice((1, 10, 1000, 50_000)), 0) for _ in range(rng.randint(1, 30))]
        found = runs(sizes)
        assert all(low < high for low, high in found)
        assert all(first[1] <= second[0] for first, second in pairwise(found))
        left = [*sizes]
        for low, high in reversed(found):
            left[low:high] = [(sum(count for count, _ in sizes[low:high]), 0)]
        assert sum(count <= LARGEST // 2 for count, _ in left) <= MOST_PARTS or _all_alone(left)
        assert max(count for count, _ in left) <= LARGEST


def _all_alone(sizes: Sequence[tuple[int, int]]) -> bool:
    """Tell whether no two neighbours may go together."""
    return all(one[0] + other[0] > LARGEST for one, other in pairwise(sizes))


def test_tidying_up() -> None:
    """As few parts as there can be, none of them too large, and nothing deleted is left."""
    assert runs([(20_000, 0)] * 5, tidy=True) == [(0, 3), (3, 5)]
    assert runs([(60_000, 1), (60_000, 0)], tidy=True) == [(0, 1)]
    assert not runs([(60_000, 0), (60_000, 0), (10_000, 0)], tidy=True)
