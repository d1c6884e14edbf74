"""How near two reports are: by what they say, by how much others say the same, and by date."""

from contextlib import closing

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.article import Article
from desktop_app.core.progress import silent
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.nearness import UNDATED, Nearness, Neighbours
from desktop_app.core.search.snapshot import Snapshot
from tests.core.search.conftest import Keep, article

FLOOD = "The river Orla flooded Velmark and its bridge fell."
OTHERS = tuple(article(f"Something {word} about {word} and {word}s.") for word in ("cake", "chess", "snow", "moss"))


def nearness(archive: Archive, keep: Keep, *articles: Article) -> Nearness:
    keep(*articles)
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place is not None
    return Nearness(Snapshot(place))


def neighbours(near: Nearness, document: int) -> Neighbours:
    return near.neighbours(document, near.vectors.terms([document])[0], 10)


def scores(near: Nearness, document: int) -> dict[int, float]:
    found = neighbours(near, document)
    return dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))


def test_an_article_is_not_its_own_neighbour(archive: Archive, keep: Keep) -> None:
    """Only others are given, the best first, and none that has nothing in common."""
    near = nearness(
        archive, keep, article(FLOOD), article("The bridge of Velmark."), article(f"{FLOOD} Rain."), *OTHERS
    )
    with closing(near.snapshot):
        assert neighbours(near, 0).documents.tolist() == [2, 1]


def test_a_report_amid_a_crowd_counts_less(archive: Archive, keep: Keep) -> None:
    """Of two reports as alike, the one that is nearer to many others is no closer relative."""
    asked = article("Velmark council budget flood")
    alone = article("Velmark council budget quarrel mayor tax")
    crowd = [
        article(f"Velmark flood budget river rain storm {word}") for word in ("one", "two", "six", "ten", "few")
    ]
    near = nearness(archive, keep, asked, alone, *crowd, *OTHERS)
    with closing(near.snapshot):
        alike = near.vectors.alike(near.vectors.terms([0])[0])
        found = scores(near, 0)
        assert found[1] / alike[1] > 1.2 * found[2] / alike[2]


def score(archive: Archive, one: int, other: int) -> float:
    """Return how well another article fits as related, by their ids."""
    catch_up(silent, archive)
    place = searched_place(archive)
    assert place is not None
    with closing(Snapshot(place)) as index:
        numbers = index.ids.tolist()
        last = {id_: document for document, id_ in enumerate(numbers)}
        return scores(Nearness(index), last[one])[last[other]]


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ("2016-06-12", "2016-06-15", 1.0),
        ("2016-06-12", "2016-06-29", 0.74),
        ("2016-06-12", "2017-06-12", 0.5),
        ("2016-06", "2016-06-20", 1.0),
        ("2016-06-12", None, UNDATED),
        ("2016", "2016-06-12", UNDATED),
        (None, None, UNDATED),
    ],
)
def test_dates(archive: Archive, keep: Keep, first: str | None, second: str | None, left: float) -> None:
    """Days apart take away; a date unknown, or known by the year alone, takes away a fixed part."""
    texts = ((FLOOD, first), (f"{FLOOD} Rain.", second))
    ids = keep(*(article(text, **({"published": date} if date else {})) for text, date in texts), *OTHERS)
    dated = score(archive, ids[0], ids[1])
    archive.corrections.field(ids[:2], "published", "2016-06-12").do()
    assert dated == pytest.approx(left * score(archive, ids[0], ids[1]), rel=0.01)


def test_days_apart(archive: Archive, keep: Keep) -> None:
    """Told where both dates are known, between the nearest days they may mean."""
    dates = ("2016-06-12", "2016-06-14", "2016-02", None)
    facts = [{"published": date} if date else {} for date in dates]
    near = nearness(archive, keep, *(article(f"Flood {at}", **fact) for at, fact in enumerate(facts)))
    with closing(near.snapshot):
        assert [near.days_apart(0, other) for other in range(4)] == [0, 2, 104, None]


def test_the_same_text_is_no_crowd(archive: Archive, keep: Keep) -> None:
    """Copies of a report in many papers do not push it away from another report of the event."""
    copies = [article(FLOOD, published=f"2016-06-{day}") for day in range(10, 16)]
    near = nearness(archive, keep, article("Bridge fell in flooded Velmark, mayor said."), *copies, *OTHERS)
    with closing(near.snapshot):
        alike = near.vectors.alike(near.vectors.terms([0])[0])
        assert scores(near, 0)[1] > alike[1]
