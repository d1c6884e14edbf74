"""The user is asked about a table once, and the answer is kept and used."""

from pathlib import Path

import pytest

from desktop_app.core.importing import formats
from desktop_app.core.importing.documents.mappings import keep, unknown_tables
from desktop_app.core.progress import silent
from desktop_app.paths import mappings_file

STORY = "The upper gate of the Kestrel lock failed before dawn and the river Orla rose by three metres in one hour."
LONGER = f"{STORY} Some 1,200 people left their homes, the harbour master of Velmark said."
CSV = f'kop,eerste,tweede\nGate fails,"{LONGER}","{STORY}"\nRain again,"{LONGER} On Monday.","{STORY} Once more."\n'


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "table.csv").write_text(CSV)
    return tmp_path / "table.csv"


def test_a_table_is_unknown_until_its_columns_are_kept(table: Path) -> None:
    """Its columns come with a proposal; once chosen, no table with these columns is asked about again."""
    other = table.with_name("other.csv")
    other.write_text(CSV.replace("Rain", "Snow"))
    page = table.with_name("page.html")
    page.write_text("<p>Not a table</p>")
    ((path, columns),) = unknown_tables(silent, [table, other, page, table.with_name("gone.csv")])
    assert (path, columns.headers) == (table, ("kop", "eerste", "tweede"))
    assert columns.mapping["eerste"] == "text"
    keep(columns, {"kop": "title", "tweede": "text"})
    assert unknown_tables(silent, [table, other]) == []


def test_what_was_chosen_is_read(table: Path) -> None:
    """The import takes the column the user has named, not the one that was proposed."""
    before = formats.read(table.read_bytes(), table.name)
    assert before[0].body == LONGER
    (_, columns), *_ = unknown_tables(silent, [table])
    keep(columns, {"kop": "title", "tweede": "text"})
    after = formats.read(table.read_bytes(), table.name)
    assert [article.title for article in after] == ["Gate fails", "Rain again"]
    assert after[0].body == STORY


def test_what_cannot_be_kept_is_no_error(table: Path) -> None:
    """On a computer that allows no settings the table is read as proposed, and asked about again."""
    mappings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    mappings_file().parent.write_text("a file where the folder should be")
    (_, columns), *_ = unknown_tables(silent, [table])
    keep(columns, {"kop": "title", "tweede": "text"})
    assert formats.read(table.read_bytes(), table.name)[0].body == LONGER
