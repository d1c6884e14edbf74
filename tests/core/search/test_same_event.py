"""Reports of one event are told from copies, from the source's own reports, and from what is known already."""

from collections.abc import Iterator

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.comparisons import SavedComparison
from desktop_app.core.importing.duplicates import catch_up as compare_texts
from desktop_app.core.progress import silent
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.same_event import Events
from tests.core.search.conftest import Keep, article

FLOOD = (
    "The Kestrel gate on the river Orla failed on Sunday and flooded 40 houses in Velmark, mayor Mara Holm said. "
)
OTHER = "Mayor Mara Holm of Velmark said 40 houses were flooded when the Kestrel gate broke. Inquiry follows. "
THIRD = "An inquiry follows the failure of the Kestrel gate: 40 houses flooded in Velmark, says mayor Mara Holm. "
FEAST = "Bakers of Tessin baked a cake as long as their street, and children ate it in the rain. "


@pytest.fixture
def events(archive: Archive) -> Iterator[Events]:
    events = Events(archive.folder)
    yield events
    events.close()


def index(archive: Archive) -> None:
    catch_up(silent, archive)
    compare_texts(silent, archive)


def test_other_sources_report_the_event(archive: Archive, keep: Keep, events: Events) -> None:
    """Not the source itself, not another matter; a source that is unknown may be another one."""
    flood, _, third, _ = keep(
        article(FLOOD, source="Orla Post", published="2016-06-12"),
        article(OTHER, source="Orla Post", published="2016-06-12"),
        article(THIRD, published="2016-06-13"),
        article(FEAST, source="Radio Tessin", published="2016-06-12"),
    )
    index(archive)
    found = events.elsewhere(flood)
    assert [report.summary.id for report in found.reports] == [third]
    assert found.reports[0].reasons[-1] == "published 1 day apart"
    assert found.copies == ()


def test_copies_of_a_text_count_once(archive: Archive, keep: Keep, events: Events) -> None:
    """A copy of the article is no second report, and two copies of another report are one."""
    flood, copy, _, _ = keep(
        article(FLOOD, source="Orla Post", published="2016-06-12"),
        article(FLOOD, source="Velmark Courier", published="2016-06-12"),
        article(OTHER, source="Radio Tessin", published="2016-06-12"),
        article(OTHER, source="Harbour Wire", published="2016-06-12"),
        article(FEAST, source="Radio Tessin"),
    )[:4]
    index(archive)
    found = events.elsewhere(flood)
    assert len(found.reports) == 1
    assert copy in found.copies
    assert len(found.copies) == 2


def test_what_is_not_known_is_not_denied(archive: Archive, keep: Keep, events: Events) -> None:
    """An article that waits for the index is told from one without other reports; so is one that is gone."""
    (flood,) = keep(article(FLOOD, source="Orla Post"))
    assert not events.elsewhere(flood).indexed
    index(archive)
    assert events.elsewhere(flood).indexed
    assert events.elsewhere(flood).reports == ()
    assert events.elsewhere(99) is None


def test_what_is_imported_later_is_found(archive: Archive, keep: Keep, events: Events) -> None:
    """The index kept open is let go of when it has changed."""
    (flood,) = keep(article(FLOOD, source="Orla Post"), article(FEAST))[:1]
    index(archive)
    assert events.elsewhere(flood).reports == ()
    (other,) = keep(article(OTHER, source="Velmark Courier"))
    index(archive)
    assert [report.summary.id for report in events.elsewhere(flood).reports] == [other]


def test_only_what_is_new_beside_a_comparison(archive: Archive, keep: Keep, events: Events) -> None:
    """Not what is in it, was there before it was saved, was told of already, or is a copy of one of these."""
    flood, other, third, copy, _ = keep(
        article(FLOOD, source="Orla Post"),
        article(OTHER, source="Velmark Courier"),
        article(THIRD, source="Radio Tessin"),
        article(OTHER, source="Harbour Wire"),
        article(FEAST),
    )
    index(archive)

    def new(saved: SavedComparison) -> list[int]:
        return [summary.id for summary in events.new_beside(saved)]

    assert new(SavedComparison("Flood", (flood, other), saved="2000-01-01T00:00:00+00:00")) == [third]
    assert new(SavedComparison("Flood", (flood, other), saved="2999-01-01T00:00:00+00:00")) == []
    told = SavedComparison("Flood", (flood,), saved="2000-01-01T00:00:00+00:00", seen=frozenset({other}))
    assert new(told) == [third]
    assert copy not in new(told)
