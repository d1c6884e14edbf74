"""Spellings are kept apart until they are joined, and each join has its reason."""

from desktop_app.core.analysis.names.forms import Joins, forms_of
from desktop_app.core.analysis.names.reading import Found


def test_forms() -> None:
    """Case does not make another spelling; a headline does not count as the first mention."""
    marks = [
        Found(0, 5, "GASRI", ("gasri",), headline=True),
        Found(20, 30, "Gasri", ("gasri",), title="Brig. Gen."),
        Found(40, 50, "Orlan", ("orlan",)),
    ]
    forms = forms_of(marks)
    assert list(forms) == ["gasri", "orlan"]
    assert (forms["gasri"].first, forms["gasri"].titles) == (20, {"brig", "gen"})


def test_joins() -> None:
    """What is joined to the same name is one; a second reason for the same changes nothing."""
    joins = Joins()
    joins.join("omar gasri", "gasri", "first")
    joins.join("gasri", "al gasri", "second")
    joins.join("omar gasri", "gasri", "third")
    assert joins.one(["omar gasri", "gasri", "al gasri"])
    assert not joins.one(["gasri", "orlan"])
    assert not joins.one([])
    assert joins.reasons == {"gasri": "first", "al gasri": "second"}
    assert not joins.free("gasri")
    assert joins.free("orlan")
