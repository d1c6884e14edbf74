"""The weights of words come out the same however the index lies, and make a report most alike to itself."""

from contextlib import closing

import numpy as np
import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.vectors import TERMS, Vectors
from tests.core.search.conftest import Keep, article

FLOOD = article(
    "The river Orla flooded Velmark and the flooded bridge fell.", title="Velmark flooded", language="en"
)
BRIDGE = article("The bridge over the Orla at Velmark fell into the flooded river.", language="en")
FEAST = article("Bakers of Tessin baked the longest cake.", title="The longest cake", language="en")


def snapshot(archive: Archive) -> Snapshot:
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place is not None
    return Snapshot(place)


def test_cosine_of_the_weights(archive: Archive, keep: Keep) -> None:
    """An article is wholly alike to itself, less to one about the same, not at all to another; titles count in."""
    keep(FLOOD, BRIDGE, FEAST)
    with closing(snapshot(archive)) as index:
        vectors = Vectors(index)
        flood, bridge, feast = (vectors.alike(terms) for terms in vectors.terms([0, 1, 2]))
    assert [flood[0], bridge[1], feast[2]] == pytest.approx([1, 1, 1], abs=1e-5)
    assert flood[1] == pytest.approx(bridge[0], abs=1e-5)
    assert 0.3 < flood[1] < 0.9
    assert flood[2] == feast[0] == 0


def test_parts_of_an_index_are_as_one(archive: Archive, keep: Keep) -> None:
    """Whether the articles came in one import or in several makes no difference."""
    alike = []
    for kept in (FLOOD, BRIDGE, FEAST):
        keep(kept)
        catch_up(silent, archive)
    with closing(snapshot(archive)) as index:
        assert len(index.segments) > 1
        vectors = Vectors(index)
        alike.append([vectors.alike(terms) for terms in vectors.terms([0, 1, 2])])
    (archive.index_folder / "current").unlink()
    with closing(snapshot(archive)) as index:
        assert len(index.segments) == 1
        vectors = Vectors(index)
        alike.append([vectors.alike(terms) for terms in vectors.terms([0, 1, 2])])
    np.testing.assert_allclose(alike[0], alike[1], atol=1e-6)


def test_deleted_articles_are_like_nothing(archive: Archive, keep: Keep) -> None:
    """What is in the bin is no relative of anything."""
    first, *_ = keep(FLOOD, BRIDGE, *(article(f"w{n}q") for n in range(300)))
    catch_up(silent, archive)
    archive.corrections.removal([first]).do()
    with closing(snapshot(archive)) as index:
        assert index.live is not None  # so few deleted articles stay in the file
        numbers = index.ids.tolist()
        vectors = Vectors(index)
        terms = vectors.terms([numbers.index(first + 1)])[0]
        assert vectors.alike(terms)[numbers.index(first + 1)] > 0.9
        assert vectors.alike(terms)[numbers.index(first)] == 0


def test_only_the_weightiest_words_are_kept(archive: Archive, keep: Keep) -> None:
    """A long article is looked for by so many words, the rare and repeated ones."""
    keep(article(" ".join(f"w{n}q" for n in range(300)) + " flood flood flood"), article("w1q w2q"))
    with closing(snapshot(archive)) as index:
        vectors = Vectors(index)
        (terms,) = vectors.terms([0])
        assert len(terms.numbers) == TERMS
        assert vectors.number("flood") in terms.numbers
        assert vectors.number("w1q") not in terms.numbers
        assert vectors.number("unheard") is None


def test_words_that_say_little_weigh_nothing(archive: Archive, keep: Keep) -> None:
    """Two articles that share no more than “the” and “of” are not alike."""
    keep(article("The end of the road."), article("The price of the fish."))
    with closing(snapshot(archive)) as index:
        vectors = Vectors(index)
        assert vectors.alike(vectors.terms([0])[0])[1] == 0


def test_articles_without_words(archive: Archive, keep: Keep) -> None:
    """An article that says nothing is like nothing, itself included."""
    keep(article("?!"), article(""))
    with closing(snapshot(archive)) as index:
        vectors = Vectors(index)
        assert vectors.alike(vectors.terms([0])[0]).tolist() == [0, 0]


def test_several_articles_together_are_as_one_by_one(
    archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are looked at at once, and whether their words are at hand or not, each is told alike."""
    keep(FLOOD, BRIDGE, FEAST)
    with closing(snapshot(archive)) as index:
        together, apart, forgetful = Vectors(index), Vectors(index), Vectors(index)
        rows = list(together.alike_each(together.terms([2, 0, 2, 1])))
        single = [apart.alike(apart.terms([document])[0]) for document in (2, 0, 2, 1)]
        monkeypatch.setattr("desktop_app.core.search.vectors.REMEMBERED", 1)
        monkeypatch.setattr("desktop_app.core.search.vectors.CELLS", 1)
        again = [list(forgetful.alike_each(forgetful.terms(some))) for some in ([2, 0], [2, 1])]
    np.testing.assert_array_equal(rows, single)
    np.testing.assert_array_equal(again[0] + again[1], single)


def test_words_at_hand_are_not_read_again(archive: Archive, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the words of an article goes through all of the index, so that it is done once."""
    keep(FLOOD, BRIDGE)
    with closing(snapshot(archive)) as index:
        vectors = Vectors(index)
        first = vectors.terms([0, 1])
        monkeypatch.setattr(vectors, "_read", lambda _: pytest.fail("read again"))
        assert vectors.terms([1, 0, 1]) == [first[1], first[0], first[1]]
