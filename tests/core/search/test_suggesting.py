"""A word no article has is answered with one that some have."""

from collections.abc import Callable

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder
from desktop_app.core.search.index import catch_up
from tests.core.search.conftest import Keep, article

Suggest = Callable[[str], str | None]


@pytest.fixture
def suggest(archive: Archive, keep: Keep) -> Suggest:
    """Give the test the suggestion for a query over a few words."""
    keep(
        article("The bridge at Velmark was flooded.", title="Harbour"),
        article("Bridge and brides, harbour, 12345."),
    )
    catch_up(silent, archive)
    finder = Finder(archive.folder)
    return lambda text: finder.find(text).suggestion


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("velmrak", "velmark"),
        ("bridge", None),
        ("floods", None),
        ("the Vlemark -harbuor “bridge", "the velmark -harbuor “bridge"),
        ("brigde", "bridge"),
        ("bridg", None),
        ("title:harbuor", "title:harbour"),
        ("zeppelin", None),
        ("12346", None),
        ("atx", None),
        ("“velmrak”", None),
    ],
)
def test_did_you_mean(suggest: Suggest, text: str, suggested: str | None) -> None:
    """Only unknown words change; numbers, short words, exclusions and quoted words never do."""
    assert suggest(text) == suggested
