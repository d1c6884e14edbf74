"""What is found is shown in the order of the lists, as the archive has them now."""

import random
from contextlib import closing

import numpy as np
import pytest

from desktop_app.core.archive import Archive, open_archive
from desktop_app.core.archive.articles import EVERYTHING, Selection
from desktop_app.core.progress import silent
from desktop_app.core.search import IndexDamaged
from desktop_app.core.search import lists as lists_module
from desktop_app.core.search.fast.arrays import Damaged
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.lists import Listed, Lists, Scores
from desktop_app.core.search.snapshot import Snapshot
from tests.core.search.conftest import Keep, article


def test_what_is_found_of_a_list() -> None:
    """Ids come in the order of the list; those it does not have, however great, are left out."""
    listed = Listed(np.array([7, 3, 9, 1]))
    assert listed.of(np.array([1, 2, 3, 9, 500])).tolist() == [3, 9, 1]
    assert listed.best(np.array([1, 2, 3, 9, 500]), np.array([2, 9, 2, 4, 9])).tolist() == [9, 3, 1]


def test_an_empty_list_has_nothing() -> None:
    """A selection that lets nothing through finds nothing."""
    listed = Listed(np.zeros(0, np.int64))
    assert not len(listed.of(np.array([1, 2])))
    assert not len(listed.best(np.array([1, 2]), np.array([0.5, 0.5])))


def test_the_best_first_and_equals_as_they_stood() -> None:
    """The order is that of a stable sort, which it only replaces for its speed."""
    rng = random.Random(1)
    for number in (0, 1, 2, 50, 3000):
        ids = np.array(rng.sample(range(1, 5000), number), np.int64)
        scores = np.array([rng.choice((0, 0.5, 1.25, rng.random(), 100 * rng.random())) for _ in ids], np.float32)
        assert Listed(ids).best(ids, scores).tolist() == ids[np.argsort(-scores, kind="stable")].tolist()


def test_scores_by_id() -> None:
    """Each article has its score, and no other has one."""
    scores = Scores(np.array([4, 2]), np.array([0.5, 1.5]))
    assert (dict(scores), len(scores), scores.get(3)) == ({4: 0.5, 2: 1.5}, 2, None)


def test_a_list_follows_the_archive(archive: Archive, keep: Keep) -> None:
    """A list is read once, and again when another connection has written."""
    keep(article("The bridge.", published="2016-01-01"))
    watching = open_archive(archive.folder)
    lists = Lists(watching)
    before = lists.get(EVERYTHING, "newest")
    assert lists.get(EVERYTHING, "newest") is before
    assert not len(lists.get(Selection(starred=True), "newest").ids)
    keep(article("The ferry.", published="2017-01-01"))
    assert lists.get(EVERYTHING, "newest").ids.tolist() == [2, 1]
    assert lists.get(EVERYTHING, "oldest").ids.tolist() == [1, 2]
    watching.db.close()


def test_of_few_found_articles_no_others_are_listed(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change a search that finds little need not wait for a list of everything."""
    keep(*(article("The bridge.", published=f"201{year}-01-01") for year in (6, 8, 7)))
    monkeypatch.setattr(lists_module, "FEW", 2)
    lists = Lists(archive)
    assert lists.get(EVERYTHING, "newest", np.array([1, 2, 9])).ids.tolist() == [2, 3, 1]  # more than few
    lists = Lists(archive)
    assert lists.get(EVERYTHING, "newest", np.array([1, 2])).ids.tolist() == [2, 1]
    assert lists.get(EVERYTHING, "oldest", np.array([1, 9])).ids.tolist() == [1]
    assert not len(lists.get(Selection(starred=True), "newest", np.array([1])).ids)
    assert lists.get(EVERYTHING, "newest").ids.tolist() == [2, 3, 1]  # what is kept is the whole list


def test_an_index_that_lacks_nothing_gives_the_list(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To list all from the index takes a fifth of the time; an index of another archive is not trusted."""
    keep(*(article("The bridge.", published=f"201{year}-01-01") for year in (6, 8, 7)))
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place
    monkeypatch.setattr(archive.articles, "ids", lambda *_asked: [])
    with closing(Snapshot(place)) as index:
        assert Lists(archive).get(EVERYTHING, "newest", index=index).ids.tolist() == [2, 3, 1]
        assert not len(Lists(archive).get(EVERYTHING, "oldest", index=index).ids)
        assert not len(Lists(archive).get(Selection(undated=True), "newest", index=index).ids)
    keep(article("A bridge that the index never saw."))
    with closing(Snapshot(place)) as index:
        assert not len(Lists(archive).get(EVERYTHING, "newest", index=index).ids)


def test_days_that_cannot_be_read(archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged index is said to be one, whatever of it is damaged."""
    keep(article("The bridge.", published="2016"))
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place

    def column(_index: Snapshot, name: str) -> None:
        raise Damaged(name)

    monkeypatch.setattr(Snapshot, "column", column)
    with closing(Snapshot(place)) as index, pytest.raises(IndexDamaged):
        Lists(archive).get(EVERYTHING, "newest", index=index)
