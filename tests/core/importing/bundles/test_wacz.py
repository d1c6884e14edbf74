"""A packed web archive gives what its archives hold."""

import gzip
from io import BytesIO
from zipfile import ZipFile

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles.member import Lost, Member
from desktop_app.core.importing.bundles.wacz import members

BLOCK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The Orla</p>"
HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orlapost.example/%d\r\nContent-Length: %d\r\n\r\n"
)


def packed(*files: tuple[str, bytes]) -> bytearray:
    memory = BytesIO()
    with ZipFile(memory, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return bytearray(memory.getvalue())


def record(number: int) -> bytes:
    return gzip.compress(HEAD % (number, len(BLOCK)) + BLOCK + b"\r\n\r\n")


def test_every_archive_in_it_is_read() -> None:
    """Pages come from all the archives, and from nothing else."""
    files = (("archive/1.warc.gz", record(1)), ("pages/pages.jsonl", b"{}"), ("archive/2.warc.gz", record(2)))
    found = list(members(BytesIO(packed(*files)), "a.wacz"))
    assert [member.name for member in found] == [f"https://orlapost.example/{number}.html" for number in (1, 2)]
    assert all(isinstance(member, Member) for member in found)


def test_damage_to_one_archive_spares_the_next() -> None:
    """What cannot be unpacked is lost by name."""
    original = packed(("1.warc", b"WARC/1.0\r\n"), ("2.warc.gz", record(2)))
    original[original.index(b"WARC/1.0")] ^= 0xFF
    found = list(members(BytesIO(original), "a.wacz"))
    assert [type(member) for member in found] == [Lost, Member]
    assert found[0].name == "a.wacz/1.warc"


@pytest.mark.parametrize(("original", "code"), [(b"PK no archive", "damaged"), (packed(("a", b"")), "no_text")])
def test_what_holds_no_web_archive_is_refused(original: bytes, code: str) -> None:
    """A sentence says so."""
    with pytest.raises(UnreadableFile) as refused:
        list(members(BytesIO(original), "a.wacz"))
    assert refused.value.code == code
