"""Reports of one event find each other, and say why."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.errors import UserError
from desktop_app.core.importing.duplicates import catch_up as compare_texts
from desktop_app.core.progress import silent
from desktop_app.core.search import IndexDamaged
from desktop_app.core.search.index import catch_up
from desktop_app.core.search.related import Coverage
from tests.core.search.conftest import Keep, article

FLOOD = (
    "The Kestrel gate on the river Orla failed on Sunday and flooded 40 houses in Velmark, mayor Mara Holm said. "
)
OTHER = "Mayor Mara Holm of Velmark said 40 houses were flooded when the Kestrel gate broke. Inquiry follows. "
FEAST = "Bakers of Tessin baked a cake as long as their street, and children ate it in the rain. "


def test_related_reports_with_reasons(archive: Archive, keep: Keep) -> None:
    """The other report of the flood comes first and is of the same event; what both have is named."""
    flood, other, feast = keep(
        article(FLOOD, title="Gate fails", published="2016-06-12"),
        article(OTHER, title="Velmark under water", published="2016-06-14"),
        article(FEAST, title="The longest cake", published="2016-06-12"),
    )
    catch_up(silent, archive)
    coverage = Coverage(archive)
    first, *rest = coverage.related(flood)
    assert (first.id, first.same_event) == (other, True)
    assert "Kestrel gate" in first.reasons[0]
    assert first.reasons[-1] == "published 2 days apart"
    assert not any(hit.same_event for hit in rest)
    assert feast not in [hit.id for hit in rest if hit.score > first.score / 4]
    assert coverage.related(flood, 0) == []
    coverage.close()


def test_the_same_text_is_told(archive: Archive, keep: Keep) -> None:
    """Copies are kept, and called so; nothing is said of days where a date is unknown."""
    long = (
        FLOOD * 2 + OTHER + "Trains to the coast were late all week, and ferries did not leave the harbour at all."
    )
    first, copy, nearly = keep(article(long), article(long, title="Flood"), article(long + " Rain is forecast."))
    catch_up(silent, archive)
    compare_texts(silent, archive)
    archive.db.execute("UPDATE likenesses SET share = 0.996 WHERE ? IN (article_id, other_id)", [nearly])
    coverage = Coverage(archive)
    told = {hit.id: hit.reasons[0] for hit in coverage.related(first)}
    assert told[copy] == "the same text"
    assert told[nearly] == "nearly the same text (99% of the shorter stands in the other)"
    assert all(len(hit.reasons) == 2 for hit in coverage.related(first))
    coverage.close()


def test_articles_the_index_has_not(archive: Archive, keep: Keep) -> None:
    """An article not indexed yet has no relatives, nor has an empty archive; one that is not there is an error."""
    assert Coverage(archive).is_latest() is False
    (first,) = keep(article(FLOOD))
    catch_up(silent, archive)
    coverage = Coverage(archive)
    assert coverage.is_latest()
    (later,) = keep(article(OTHER))
    assert (coverage.knows(first), coverage.knows(later)) == (True, False)
    assert coverage.related(first) == coverage.related(later) == []
    catch_up(silent, archive)
    assert not coverage.is_latest()
    with pytest.raises(UserError):
        coverage.related(99)
    coverage.close()


def test_a_damaged_index_says_so(archive: Archive, keep: Keep) -> None:
    """Whoever holds the archive can rebuild the index then."""
    keep(article(FLOOD))
    catch_up(silent, archive)
    for file in archive.index_folder.rglob("*"):
        if file.is_file() and file.stat().st_size > 500:
            file.write_bytes(b"\0" * file.stat().st_size)
    with pytest.raises(IndexDamaged):
        Coverage(archive)
