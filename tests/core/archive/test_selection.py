"""Restrictions narrow a list to exactly what they name."""

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.selection import packed, unpacked
from desktop_app.core.article import Selection


@pytest.mark.parametrize(
    ("span", "taken"),
    [
        (("2024-02", "2024-03"), {"2024", "2024-02", "2024-03-31"}),
        (("2024", "2024"), {"2024", "2024-02", "2024-03-31", "2024-04-01"}),
        (("2023", "2024-01"), {"2023", "2024"}),
    ],
)
def test_a_span_takes_what_may_lie_in_it(archive: Archive, add, span, taken) -> None:
    """An article dated only 2024 may be of any month of it; an undated one is in no span."""
    dates = {
        add(date, date, published=date): date for date in ("2023", "2024", "2024-02", "2024-03-31", "2024-04-01")
    }
    add("undated", "undated")
    assert {dates[id_] for id_ in archive.articles.ids(Selection(span=span))} == taken


def test_values_of_one_facet_are_alternatives_and_facets_add_up(archive: Archive, add) -> None:
    """One of the sources, and in the language; what is excluded is out, also what is not known."""
    a = add("a", "One.", source="Orla Post", language="en")
    b = add("b", "Two.", source="Harbour Wire", language="en")
    c = add("c", "Three.", source="Orla Post", language="fr")
    d = add("d", "Four.", language="en")
    sources = (("source", "Orla Post"), ("source", "Harbour Wire"))
    ids = archive.articles.ids
    assert set(ids(Selection(only=(*sources, ("language", "en"))))) == {a, b}
    assert set(ids(Selection(without=(("source", "Orla Post"), ("language", "fr"))))) == {b, d}
    assert set(ids(Selection(only=(("source", ""),)))) == {d}
    assert set(ids(Selection(only=(("source", "Orla Post"),), without=(("language", "en"),)))) == {c}


def test_a_selection_survives_being_kept() -> None:
    """A saved search is restricted tomorrow as it is today."""
    selection = Selection(undated=True, span=("2024", "2025"), only=(("tag", "المرسى"),), without=(("year", ""),))
    assert unpacked(packed(selection)) == selection
    assert unpacked(packed(Selection())) == Selection()
