"""Highlighting marks what was searched for, where it stands, and nothing else."""

import pytest

from desktop_app.core.search.marks import marks
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import FieldName

TEXT = "A car bomb, said Mohamed Al-Ghusri; the bomb’s makers fled. Café, cafés."


@pytest.mark.parametrize(
    ("query", "within", "marked"),
    [
        ("bomb", None, ["bomb", "bomb"]),
        ("“car bomb”", None, ["car bomb"]),
        ("al-ghusri", None, ["Al-Ghusri"]),
        ("cafe*", None, ["Café", "cafés"]),
        ("car “car bomb” bomb", None, ["car bomb", "bomb"]),
        ("bomb -car", None, ["bomb", "bomb"]),
        ("fled OR nowhere", None, ["fled"]),
        ("“al ghus*”", None, ["Al-Ghusri"]),
        ("“cafes nowhere”", None, []),
        ("title:bomb car", None, ["car"]),
        ("title:bomb car", "title", ["car", "bomb", "bomb"]),
        ("source:bomb date:2016", "title", []),
        ("", None, []),
    ],
)
def test_marks(query: str, within: FieldName | None, marked: list[str]) -> None:
    """Phrases are one mark, excluded words and other fields have none."""
    assert [TEXT[start:end] for start, end in marks(parse(query), TEXT, within)] == marked
