"""A name is one row in all its spellings, with why they are one."""

from desktop_app.core.analysis.evidence import Mention, Name, NameKind
from desktop_app.core.comparison.name_groups import NameGroup
from desktop_app.core.comparison.name_rows import name_rows, named
from desktop_app.core.comparison.reports import Named
from tests.core.comparison.making import Made, table

THREE = table(Made("Rain."), Made("Rain."), Made("Rain."))


def group(kind: NameKind = "person", by: str = "rule", **spellings: str) -> NameGroup:
    """Return a group: for each article a, b, c its spellings, with bars between."""
    members = {}
    for article, written in spellings.items():
        mentions = tuple(Mention(10 * i, 10 * i + len(text), text) for i, text in enumerate(written.split(" | ")))
        members["abc".index(article)] = (Name(written, kind, mentions, ("the mayor",)),)
    return NameGroup("Mara Holm", kind, members, ("written alike",), by)  # type: ignore[arg-type]


def marks(*groups: NameGroup) -> list[str]:
    return [row.mark for row in name_rows(THREE, groups)]


def test_the_same_spelling() -> None:
    """A last name, a title and a particle are no other spelling, nor are initials."""
    assert marks(group(a="Mara Holm | Holm", b="Mayor Mara Holm")) == ["same"]
    assert marks(group(a="President Holm", b="Holm")) == ["same"]
    assert marks(group("organisation", a="Orla Guard | OG", b="O.G.", c="Orla Guard")) == ["same"]
    assert marks(group("organisation", a="House of Millers | HoM | HM")) == []


def test_another_spelling() -> None:
    """It differs between reports, or within the only one that names them."""
    assert marks(group(a="Mara Holm", b="Mara Holme")) == ["differs"]
    assert marks(group(a="Mara Holm | Holm", b="Mara Holm | Holme")) == ["differs"]
    assert marks(group(a="Mara Holm | Holme")) == ["differs"]


def test_one_spelling_in_one_report_is_no_row() -> None:
    """There is nothing to compare, unless the user has had a hand in it."""
    assert marks(group(a="Mara Holm | Holm")) == []
    (row,) = name_rows(THREE, [group(by="user", a="Holm")])
    assert (row.by, row.mark) == ("user", "only-here")


def test_what_a_row_says() -> None:
    """Every mention, by which words they are described, and why they are one."""
    (row,) = name_rows(THREE, [group(a="Mara Holm | Holm", c="Holme")])
    assert [len(cell) for cell in row.cells] == [2, 0, 1]
    assert (row.label, row.by) == ("Mara Holm", "rule")
    assert row.reasons == ("described as “the mayor”", "written alike")


def test_the_order() -> None:
    """People, then bodies, then places; of each what most reports have first."""
    groups = [
        group("place", a="Velmark", b="Velmark"),
        group(a="Mara", b="Mara"),
        group("organisation", a="Guard", b="Guard"),
        group(a="Holm", b="Holm", c="Holm"),
    ]
    assert [len(row.spans) for row in name_rows(THREE, groups)] == [3, 2, 2, 2]


def test_mentions_of_an_article_with_their_groups() -> None:
    """In the order of the text; the same group has the same mark in every article."""
    groups = [group(a="Mara Holm", b="Holm"), group("place", b="Velmark | Velmark")]
    assert named(groups, 0) == (Named(0, 9, "@0", "person"),)
    assert [(each.start, each.group) for each in named(groups, 1)] == [(0, "@0"), (0, "@1"), (10, "@1")]
    assert named(groups, 2) == ()
