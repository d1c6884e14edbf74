"""What the user has said is one name stays said, can be undone, and goes in and out as a table."""

import csv

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.aliases import from_csv, to_csv
from desktop_app.core.errors import UserError

HERON = ("Omar Gasri", "The Heron")


def test_a_group_is_added_and_undone(archive: Archive) -> None:
    """The names keep their order and their writing; undone, nothing is left."""
    change = archive.aliases.addition(["Omar  Gasri", "The Heron", "", "omar gasri"])
    change.do()
    assert archive.aliases.groups() == [HERON]
    change.undo()
    assert archive.aliases.groups() == []
    assert archive.db.execute("SELECT count(*) FROM alias_groups").fetchone() == (0,)
    change.do()
    assert archive.aliases.groups() == [HERON]


def test_groups_that_share_a_name_become_one(archive: Archive) -> None:
    """A name is in one group only; undoing parts the groups again and leaves others alone."""
    archive.aliases.addition(HERON).do()
    archive.aliases.addition(["Pavel Orlan", "Orlan the Elder"]).do()
    change = archive.aliases.addition(["THE HERON", "al-Ghusri"])
    change.do()
    assert ("Omar Gasri", "The Heron", "al-Ghusri") in archive.aliases.groups()
    assert len(archive.aliases.groups()) == 2
    change.undo()
    assert sorted(archive.aliases.groups()) == [HERON, ("Pavel Orlan", "Orlan the Elder")]


def test_a_group_is_taken_away_and_comes_back(archive: Archive) -> None:
    """By any of its names, in whatever case."""
    archive.aliases.addition(HERON).do()
    change = archive.aliases.removal("the heron")
    change.do()
    assert archive.aliases.groups() == []
    change.undo()
    assert archive.aliases.groups() == [HERON]
    archive.aliases.removal("Nobody").do()
    assert archive.aliases.groups() == [HERON]


def test_one_name_alone_is_no_group(archive: Archive) -> None:
    """Nothing is joined to nothing."""
    archive.aliases.addition(["Omar Gasri"]).do()
    assert archive.aliases.groups() == []


def test_a_table_goes_out_and_comes_in_again(archive: Archive) -> None:
    """Commas, quotes and other scripts in a name survive."""
    groups = [HERON, ("GASRI, Omar", 'Omar "the Heron"', "عمر القصري")]
    assert from_csv(to_csv(groups)) == groups
    archive.aliases.taking_in(from_csv("\ufeffOmar Gasri;The Heron;\r\nalone;;\r\nHeron;The Heron\r\n")).do()
    assert archive.aliases.groups() == [("Omar Gasri", "The Heron", "Heron")]


@pytest.mark.parametrize("limit", [131_072, 25_000_000])
def test_what_is_no_name_costs_only_itself(limit: int) -> None:
    """A text among the names is left out, and a name over two lines is one, whatever was read before."""
    before = csv.field_size_limit(limit)
    try:
        table = f'{"a" * 200_000},b\r\n"Omar\r\nGasri",The Heron\r\n'
        assert from_csv(table) == [("Omar Gasri", "The Heron")]
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("text", ["", "Omar Gasri\nThe Heron\n", "a" * 200_000 + ",b"])
def test_a_table_without_names_is_told(text: str) -> None:
    """The user reads what to do instead of seeing nothing happen."""
    with pytest.raises(UserError):
        from_csv(text)
