"""A column's dates: exact ones are read, doubtful ones only as far as the whole column decides."""

import pytest

from desktop_app.core.importing.cleaning.pieces import Stated
from desktop_app.core.importing.documents.date_column import looks_like_date, stated_dates


def dates(*cells: str, day_first: bool = False):
    return [
        date.value if isinstance(date, Stated) else date
        for date in stated_dates(cells, "the column “Date”", day_first=day_first)
    ]


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2016", "2016"),
        ("2016-06", "2016-06"),
        ("20160612", "2016-06-12"),
        ("2016-06-12T10:30:00Z", "2016-06-12"),
        ("Sun, 12 Jun 2016 10:30:00 +0000", "2016-06-12"),
        ("12 juin 2016", "2016-06-12"),
        ("31/12/2016", "2016-12-31"),
        ("2016-13-40", None),
        ("soon", None),
        ("", None),
    ],
)
def test_what_a_cell_states_alone(cell: str, iso: str | None) -> None:
    """One reading is read, at the precision given; none is none."""
    assert dates(cell) == [iso]
    assert looks_like_date(cell) == bool(iso) or cell == "2016-13-40"


def test_one_cell_decides_for_its_column() -> None:
    """Where one day is beyond 12, the order of all is known, and the evidence says so."""
    found = list(stated_dates(["03/04/2016", "25/04/2016"], "the column “Date”"))
    assert found[0] == Stated(
        "2016-04-03",
        "the column “Date” says “03/04/2016”, read as day, month, year: so all its cells can be read",
    )
    assert found[1] == Stated("2016-04-25", "the column “Date” says “25/04/2016”")
    assert dates("03/04/2016", "04/25/2016") == ["2016-03-04", "2016-04-25"]


def test_a_column_that_contradicts_itself_decides_nothing() -> None:
    """Two orders in one column leave the doubtful cell in doubt."""
    assert dates("03/04/2016", "25/04/2016", "04/25/2016") == ["03/04/2016", "2016-04-25", "2016-04-25"]
    assert dates("03/04/2016") == ["03/04/2016"]


def test_years_of_two_digits() -> None:
    """They are told from days by their variety, never by a single cell."""
    assert dates(*(f"{day:02}.06.16" for day in range(13, 20)))[0] == "2016-06-13"
    assert dates("13.06.98", "14.06.98", "15.06.98")[0] == "1998-06-13"
    assert dates("13.06.16") == ["13.06.16"]


def test_a_language_that_puts_the_day_first() -> None:
    """Under a header in such a language full stops leave no doubt; strokes do."""
    assert dates("03.04.16", "03.04.2016", day_first=True) == ["2016-04-03", "2016-04-03"]
    assert dates("03/04/16", day_first=True) == ["03/04/16"]
