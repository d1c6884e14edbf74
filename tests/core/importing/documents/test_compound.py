"""Streams come out of a compound file as they were put in, and a broken one does no harm."""

import random
from contextlib import suppress
from struct import pack_into

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.documents.compound import Compound
from tests.core.importing.containers import compound

STREAMS = {"Small": b"The bridge " * 20, "Large": bytes(range(256)) * 40, "Empty": b"", "Folder/Small": b"within"}


def test_streams() -> None:
    """Streams of every size, and those in folders, are found by their paths in small or large letters."""
    found = Compound(compound(STREAMS), "a.doc")
    assert sorted(found.names()) == ["empty", "folder/small", "large", "small"]
    assert {path: found.read(path) for path in STREAMS} == STREAMS
    assert found.read("Other") is None


def test_a_circle_is_damage() -> None:
    """A stream that goes on in itself is refused, not read for ever."""
    original = bytearray(compound(STREAMS))
    table = 512 + 512 * int.from_bytes(original[76:80], "little")
    pack_into("<I", original, table, 0)  # the first sector is followed by itself
    with pytest.raises(UnreadableFile) as error:
        Compound(bytes(original), "a.doc").read("large")
    assert error.value.code == "damaged"


def test_broken_files() -> None:
    """Whatever is cut off or overwritten, the file is read or refused."""
    whole, chance = compound(STREAMS), random.Random(7)
    for _ in range(300):
        broken = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with suppress(UnreadableFile):
            found = Compound(bytes(broken), "a.doc")
            assert all(found.read(path) is not None for path in found.names())
