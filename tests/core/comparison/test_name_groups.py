"""Names of several articles are one group where they are one, with the user's word above all rules."""

import pytest

from desktop_app.core.analysis.evidence import Mention, Name
from desktop_app.core.comparison.name_groups import FEW, NameGroup, name_groups


def person(*spellings: str, kind: str = "person") -> Name:
    """Return a name called by its first spelling, with a mention of each."""
    mentions = tuple(Mention(20 * n, 20 * n + len(text), text) for n, text in enumerate(spellings))
    return Name(spellings[0], kind, mentions)  # type: ignore[arg-type]


def spellings(groups: list[NameGroup]) -> list[set[str]]:
    """Return the mentions of each group in more than one article, or with more than one name."""
    found = [[each for names in group.members.values() for each in names] for group in groups]
    return [{mention.text for name in names for mention in name.mentions} for names in found if len(names) > 1]


def test_a_name_in_many_spellings_is_one() -> None:
    """The spokesman of the seeds, made up again: full names by sound, last names by what their article knows."""
    groups = name_groups(
        [
            [person("Mohamed al-Velri", "Velri")],
            [person("Mohammad al-Vilri", "Al-Vilr")],
            [person("Muhammad al-Velry")],
        ]
    )
    assert spellings(groups) == [{"Mohamed al-Velri", "Velri", "Mohammad al-Vilri", "Al-Vilr", "Muhammad al-Velry"}]
    assert groups[0].by == "rule"
    assert set(groups[0].members) == {0, 1, 2}
    assert "Mohammad al-Vilri: Mohamed al-Velri, they sound alike" in groups[0].reasons


@pytest.mark.parametrize(
    "names",
    [
        [person("Hillary Velm"), person("Bill Velm")],
        [person("Ryan Orlan"), person("Iran Orlan")],
        [person("Velm"), person("Velm Party", kind="organisation")],
        [person("Orla Council", kind="organisation"), person("Orla Water Council", kind="organisation")],
        [
            person("Council of Orla Dams", "COD", kind="organisation"),
            person("Circle of Drivers", "COD", kind="organisation"),
        ],
    ],
)
def test_two_names_stay_two(names: list[Name]) -> None:
    """A false match is worse than a missed one."""
    assert spellings(name_groups([[name] for name in names])) == []


def test_aliases_and_kind() -> None:
    """Known names are one; the kind is that which most mentions have."""
    groups = name_groups([[person("ISIS", kind="organisation")], [person("Daesh", kind="other")]])
    assert spellings(groups) == [{"ISIS", "Daesh"}]
    assert groups[0].kind == "organisation"
    assert groups[0].reasons == ("Daesh: another name of ISIS in the list of known names",)


def test_a_last_name_alone() -> None:
    """Among a few reports of one event it is the only person's of that name, of two it is nobody's."""
    few = [[person("Anna Velm", "Anna Velm")], [person("Velm")]]
    assert spellings(name_groups(few)) == [{"Anna Velm", "Velm"}]
    assert spellings(name_groups([[person("Anna Velm")], [person("Velm")]])) == []
    assert spellings(name_groups([*few, [person("Omar Velm")]])) == []
    assert spellings(name_groups([*few, *[[]] * FEW])) == []


def test_a_last_name_of_somebody_else() -> None:
    """A president is not the first lady of the same name."""
    assert spellings(name_groups([[person("First Lady Anna Velm")], [person("Mr. Velm")]])) == []


def test_bodies_of_two_countries() -> None:
    """Each country has its Supreme Court."""
    court = person("Supreme Court", kind="organisation")
    libya, peru = person("Libya", kind="place"), person("Peru", kind="place")
    assert spellings(name_groups([[court, libya], [court]])) == [{"Supreme Court"}]
    assert spellings(name_groups([[court, libya], [court, peru]])) == []
    assert spellings(name_groups([[court], *[[]] * FEW, [court]])) == []


def test_the_user_joins() -> None:
    """Whatever the rules say, with title or without, and the group shows as theirs."""
    groups = name_groups(
        [[person("General Orlan")], [person("The Heron")], [person("Velm")]], [("Orlan", "the heron")]
    )
    assert spellings(groups) == [{"General Orlan", "The Heron"}]
    assert [group.by for group in groups] == ["user", "rule"]
    assert groups[0].reasons == ("joined by you",)


def test_the_user_parts() -> None:
    """Two names of two articles stay two, and so do all that would join them in between."""
    names = [[person("Mohamed al-Velri")], [person("Mohammad al-Velri")], [person("Muhammad al-Velry")]]
    groups = name_groups(names, parted=[("Mohamed al-Velri", "Mohammad al-Velri")])
    assert [len(group.members) for group in groups] == [2, 1]
    assert all(group.by == "user" for group in groups)


def test_the_user_parts_a_name_of_one_article() -> None:
    """The mentions of the spelling that is taken out go with it."""
    name = person("Omar Velri", "Velri", "Al-Vilr", "Velri")
    groups = name_groups([[name]], parted=[("Velri", "Al-Vilr")])
    texts = [[mention.text for mention in group.members[0][0].mentions] for group in groups]
    assert texts == [["Omar Velri", "Velri", "Velri"], ["Al-Vilr"]]
    assert [group.label for group in groups] == ["Omar Velri", "Al-Vilr"]


def test_no_names() -> None:
    """Articles without names have no groups."""
    assert name_groups([]) == []
    assert name_groups([[], []]) == []
