"""The tables of phrases can be matched at all."""

import pytest

from desktop_app.core.importing.cleaning import phrases
from desktop_app.core.importing.cleaning.labels import _phrase


@pytest.mark.parametrize("table", ["AFTER_THE_STORY", "BETWEEN_THE_LINES", "SECTIONS"])
def test_each_phrase_is_written_as_lines_are_compared(table: str) -> None:
    """A phrase with a capital or a sign at its end would never be found."""
    assert [phrase for phrase in getattr(phrases, table) if _phrase(phrase) != phrase] == []


def test_no_phrase_both_ends_a_story_and_stands_within_one() -> None:
    """What ends a story is in one table only, so that its reading is plain."""
    assert not phrases.AFTER_THE_STORY & (phrases.BETWEEN_THE_LINES | phrases.SECTIONS)
