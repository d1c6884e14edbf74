"""A snapshot gives what was indexed, whatever the number of commits it was written in."""

import pickle
import random
from contextlib import closing

import numpy as np
import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search import IndexDamaged
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.snapshot import Snapshot, damage_told
from tests.core.search.conftest import Keep, article


def snapshot(archive: Archive) -> Snapshot:
    place = searched_place(archive)
    assert place is not None
    return Snapshot(place)


def test_an_index_in_two_commits(archive: Archive, keep: Keep) -> None:
    """Numbers of documents, postings and positions go on from one commit to the next."""
    ids = keep(article("The crane and the bridge."), article("A bridge.", title="Bridge"))
    catch_up(silent, archive)
    ids += keep(article("Bridge, bridge, old bridge.", published="2016-06"))
    catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert (index.ids.tolist(), index.documents().tolist(), index.count) == (ids, [0, 1, 2], 3)
        documents, times = index.postings("body", "bridge")
        assert (documents.tolist(), times.tolist()) == ([0, 1, 2], [1, 1, 3])
        assert index.postings("title", "bridge").documents.tolist() == [1]
        assert index.places("body", "bridge", np.array([0, 2])).positions.tolist() == [4, 0, 1, 3]
        assert index.lengths("body").tolist() == [5, 2, 4]
        assert index.filled_length(index.lengths("body")) == pytest.approx(11 / 3)
        assert index.filled_length(index.lengths("title")) == 1.0
        assert index.words("body", "b") == {"bridge": 3}
        assert (index.days[0][2], index.days[1][2]) == (20160601, 20160631)
        index.check()


def test_a_replaced_article_has_one_document(archive: Archive, keep: Keep) -> None:
    """The former state of a changed article is nowhere to be seen."""
    (first, second) = keep(article("Crane."), article("Bridge."))
    catch_up(silent, archive)
    archive.corrections.field([first], "title", "Idle").do()
    catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert index.ids[index.postings("body", "crane").documents].tolist() == [first]
        assert sorted(index.ids[index.documents()].tolist()) == [first, second]


def test_a_snapshot_knows_when_it_is_old(archive: Archive, keep: Keep) -> None:
    """What was opened stays as it was, and knows that there is something newer."""
    keep(article("One."))
    catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert index.is_latest()
        keep(article("Two."))
        catch_up(silent, archive)
        assert not index.is_latest()
        assert not len(index.postings("body", "two").documents)


def test_an_empty_index(archive: Archive) -> None:
    """An archive without articles has an index one can ask."""
    catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert (index.ids.tolist(), index.documents().tolist(), index.count) == ([], [], 0)
        assert not len(index.postings("body", "x").documents)
        assert index.words("body") == {}
        assert index.filled_length(index.lengths("body")) == 1.0
        index.check()


def test_similar_words_of_titles_and_texts(archive: Archive, keep: Keep) -> None:
    """A slip leads to the words of both, each with its distance and the articles that have it."""
    keep(article("Old bridge. Brides."), article("A bridge.", title="Bridges"), article("Bridge"))
    catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert index.similar("brigde", 2) == {"bridge": (1, 3), "brides": (2, 1), "bridges": (2, 1)}
        assert index.languages == frozenset()


def test_any_error_while_reading_is_damage() -> None:
    """Damaged bytes raise anything; the user hears one sentence."""
    with pytest.raises(IndexDamaged, match="Rebuild it"), damage_told():
        raise KeyError(b"\x00")


def test_damage_is_heard_from_another_process() -> None:
    """The error comes whole through the pipe from a process that indexes."""
    error = pickle.loads(pickle.dumps(IndexDamaged()))
    assert isinstance(error, IndexDamaged)
    assert str(error) == str(IndexDamaged())


def test_the_newest_first_as_the_archive_has_it(archive: Archive, keep: Keep) -> None:
    """Days, months, years and no date at all stand in the order of the list of all articles, the deleted not."""
    rng = random.Random(1)
    dates = ["2016", "2016-01", "2016-01-01", "2016-01-31", "2016-12", "2016-12-31", "2015-12-31", "2017", None]
    for _ in range(2):
        chosen = [rng.choice(dates) for _ in range(60)]
        keep(*(article("A bridge.", **({"published": date} if date else {})) for date in chosen))
        archive.corrections.removal(rng.sample(range(1, 61), 5)).do()
        catch_up(silent, archive)
        with closing(snapshot(archive)) as index:
            assert index.newest.tolist() == archive.articles.ids().tolist()
