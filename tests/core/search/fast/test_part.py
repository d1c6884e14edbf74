"""A part holds what was put into it."""

from pathlib import Path

import pytest
from whoosh.fields import UnknownFieldError

from desktop_app.core.search.fast import part as part_module
from desktop_app.core.search.fast.part import Part
from desktop_app.core.search.fast.segment import Segment
from tests.core.search.fast.conftest import made_up, schema


def test_columns_have_a_number_for_every_document(tmp_path: Path) -> None:
    """A document without a number has the one that was agreed on."""
    part = Part(schema(), {})
    part.add({"id": "1", "day": 20_160_612})
    part.add({"id": "2"})
    assert part.write(tmp_path / "part.seg") == 2
    segment = Segment(tmp_path / "part.seg")
    assert segment.column("day").tolist() == [20_160_612, 99_999_999]
    assert segment.fields == ["id"]


def test_an_unknown_field_is_an_error() -> None:
    """Nothing is silently left out."""
    with pytest.raises(UnknownFieldError):
        Part(schema(), {}).add({"colour": "red"})


def test_a_part_is_full_at_some_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded by documents and by words."""
    monkeypatch.setattr(part_module, "DOCUMENTS", 3)
    part = Part(schema(), {})
    fullness = []
    for document in made_up(3):
        part.add(document)
        fullness.append(part.full())
    assert fullness == [False, False, True]
    monkeypatch.setattr(part_module, "TOKENS", 50)
    part = Part(schema(), {})
    part.add({"body": "orla bridge " * 30})
    assert part.full()


def test_a_part_that_cannot_be_written_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves nothing that could be taken for a part."""
    part = Part(schema(), {})
    part.add({"id": "1", "body": "orla"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.core.search.fast.arrays.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        part.write(tmp_path / "part.seg")
