"""A text is told for an export by one look at its bytes."""

import random
import re

import pytest

from desktop_app.core.importing.databases.signs import FACTIVA_NUMBER, LEXIS_ENDS, signed


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (b"1 of 262 DOCUMENTS", ["nexis"]),
        (b"Dokument 3 von 12", ["nexis"]),
        (b"2 documentos de Velmark", []),
        (b"END OF DOCUMENT", ["lexis"]),
        (b"Document 1 of 2\nEnd of Document", ["lexis"]),
        (b"1 of 2 DOCUMENTS\nEnd of Document", ["nexis", "lexis"]),
        (b"Document ORLAPO0020240514ek5e0001r", ["factiva"]),
        (b"ORLAPO0020240514ek5e0001r", ["factiva"]),
        (b"xORLAPO0020240514ek5e0001r", []),
        (b"ORLAPO0020240514ek5e0001rx", []),
        (b"The document of the bridge, 2024", []),
    ],
)
def test_marks(original: bytes, expected: list[str]) -> None:
    """Each database is told by its own mark and by nothing that only looks like it."""
    assert signed(original) == expected


def test_the_end_of_a_document_in_each_language() -> None:
    """A line that ends a document of Lexis is never passed over because of its language."""
    assert all(signed(end.upper().encode()) == ["lexis"] for end in LEXIS_ENDS)


def test_a_number_is_found_wherever_a_plain_pattern_finds_it() -> None:
    """Looking for a day first, as eight digits, loses no number, also where digits run on."""
    plain, rng = re.compile(rf"\b{FACTIVA_NUMBER}\b".encode()), random.Random(5)
    pieces = [b"ORLAPO00", b"V1920200", b"20240514", b"19990101", b"ek5e0001r", b"012345678", b" ", b"_", b"x"]
    found = 0
    for _ in range(20_000):
        original = b"".join(rng.choices(pieces, k=rng.randrange(1, 7)))
        assert signed(original) == ["factiva"] * bool(plain.search(original)), original
        found += bool(signed(original))
    assert found > 50
