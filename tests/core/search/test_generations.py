"""The pointer files name a whole index or none."""

from pathlib import Path

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search.generations import Generations, pointed, up_to_date
from desktop_app.core.search.index import catch_up
from tests.core.search.conftest import Keep, article

STAMP: dict[str, object] = {"version": 1, "archive": "abc"}


def test_the_built_index_takes_the_place_of_the_current(tmp_path: Path) -> None:
    """Until the switch the old index is current; after it the old folder is gone."""
    generations = Generations(tmp_path, STAMP)
    old = generations.make()
    generations.begin(old)
    generations.switch()
    new = generations.make()
    generations.begin(new)
    assert (generations.current(), generations.next()) == (old, new)
    generations.switch()
    assert (generations.current(), generations.next()) == (new, None)
    assert not old.exists()


def test_a_switch_is_noticed_without_reading(tmp_path: Path) -> None:
    """Who has an index open learns that another one is in use, and that none is any more."""
    generations = Generations(tmp_path, STAMP)
    seen = [pointed(tmp_path)]
    for _ in range(2):
        generations.begin(generations.make())
        generations.switch()
        assert pointed(tmp_path) not in seen
        assert pointed(tmp_path) == pointed(tmp_path)
        seen.append(pointed(tmp_path))
    generations.forget("current")
    assert pointed(tmp_path) is None


@pytest.mark.parametrize("stamp", [{"version": 2, "archive": "abc"}, {"version": 1, "archive": "other"}])
def test_an_index_with_another_stamp_is_not_ours(tmp_path: Path, stamp: dict[str, object]) -> None:
    """The index of another version, or copied from another archive, is never opened."""
    generations = Generations(tmp_path, STAMP)
    generations.begin(generations.make())
    generations.switch()
    assert generations.current() is not None
    assert Generations(tmp_path, stamp).current() is None


@pytest.mark.parametrize("content", [b"", b"index-gone", b"../elsewhere", b"\xff\xfe", b"/etc", b"index-../.."])
def test_a_damaged_pointer_names_nothing(tmp_path: Path, content: bytes) -> None:
    """Whatever a pointer file holds, only a folder of ours inside the index folder is taken."""
    (tmp_path / "current").write_bytes(content)
    assert Generations(tmp_path, STAMP).current() is None


def test_what_the_index_lacks_is_known_without_opening_it(archive: Archive, keep: Keep) -> None:
    """Only then must a search wait for the index to be written."""
    assert not up_to_date(archive)
    keep(article("The river Orla rose."))
    catch_up(silent, archive)
    assert up_to_date(archive)
    keep(article("The bridge was closed."))
    assert not up_to_date(archive)
