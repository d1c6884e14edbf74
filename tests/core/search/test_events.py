"""Reports of one event are one group, and a report that mentions two events joins them not."""

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search.events import events, joined
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.related import Coverage
from tests.core.search.conftest import Keep, article

FLOOD = (
    "The Kestrel gate on the river Orla failed on Sunday and flooded forty houses in Velmark.",
    "Forty houses in Velmark were flooded when the Kestrel gate on the Orla broke, the mayor said.",
)
FEAST = (
    "Bakers of Tessin baked the longest cake ever seen, and children ate it in the rain.",
    "Children in Tessin ate the longest cake in the rain after bakers worked all night.",
)


def test_groups_of_an_archive(archive: Archive, keep: Keep) -> None:
    """Two events, by the ids of their articles; what stands alone is in no group."""
    ids = keep(*(article(text) for text in (*FLOOD, *FEAST, "Chess players met in silence.")))
    catch_up(silent, archive)
    coverage = Coverage(archive)
    assert events(silent, coverage) == [tuple(ids[:2]), tuple(ids[2:4])]
    coverage.close()


def test_the_same_report_a_year_later(archive: Archive, keep: Keep) -> None:
    """What happens every year is another event each time."""
    first, second = FLOOD
    both = (article(first, published="2016-06-12"), article(second, published="2017-06-12"))
    keep(*both, *(article(text) for text in FEAST))
    catch_up(silent, archive)
    coverage = Coverage(archive)
    assert [len(group) for group in events(silent, coverage)] == [2]
    coverage.close()


def test_nothing_indexed(archive: Archive) -> None:
    """An archive without an index has no events."""
    assert events(silent, Coverage(archive)) == []


def test_on_average_sure_enough() -> None:
    """A third joins a pair only if it is near enough to both together."""

    def pairs(third: float) -> dict[int, dict[int, float]]:
        return {1: {2: 0.9, 3: 0.6}, 2: {1: 0.9, 3: third}, 3: {1: 0.6, 2: third}, 4: {}}

    assert [sorted(group) for group in joined(pairs(0.3), 0.4)] == [[1, 2, 3]]
    assert [sorted(group) for group in joined(pairs(0.1), 0.4)] == [[1, 2]]


def test_the_surest_are_joined_first() -> None:
    """A chain falls apart at its weakest link, whatever the order of the articles."""
    chain = {1: {2: 0.5}, 2: {1: 0.5, 3: 0.9}, 3: {2: 0.9, 4: 0.5}, 4: {3: 0.5}}
    assert [sorted(group) for group in joined(chain, 0.4)] == [[2, 3]]
    assert joined({}, 0.4) == []
