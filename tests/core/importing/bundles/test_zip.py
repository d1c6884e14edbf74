"""ZIP archives give their files, whatever is wrong with some of them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bounds
from desktop_app.core.importing.bundles.member import Lost, Member
from desktop_app.core.importing.bundles.zip import members


def zipped(**files: bytes) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def test_members_in_order_of_their_names() -> None:
    """Each file is a member with its path; folders are none."""
    found = list(members(zipped(**{"b/c.txt": b"two", "a.txt": b"one", "b/": b""}), "a.zip"))
    assert found == [Member("a.txt", b"one"), Member("b/c.txt", b"two")]


def test_a_damaged_member_costs_only_itself() -> None:
    """A member whose bytes are wrong is lost with a sentence; the others are read."""
    file = zipped(**{"a.txt": b"the first bridge", "b.txt": b"the second bridge"})
    content = file.getvalue()
    place = content.index(b"a.txt") + 5
    damaged = content[:place] + bytes(reversed(content[place : place + 8])) + content[place + 8 :]
    first, second = members(BytesIO(damaged), "a.zip")
    assert isinstance(first, Lost)
    assert first.error.code == "damaged"
    assert second == Member("b.txt", b"the second bridge")


def protected(file: BytesIO, *names: bytes) -> BytesIO:
    """Return the archive with the flag of a password at some members."""
    content = bytearray(file.getvalue())
    for name in names:
        entry = content.rindex(b"PK\x01\x02", 0, content.rindex(name))
        content[entry + 8] |= 1
    return BytesIO(bytes(content))


def test_a_protected_member_is_told() -> None:
    """A password is asked of nobody; the sentence says what to do, and the other members are read."""
    lost, found = members(protected(zipped(**{"a.txt": b"text", "b.txt": b"open"}), b"a.txt"), "a.zip")
    assert isinstance(lost, Lost)
    assert lost.error.code == "protected"
    assert found == Member("b.txt", b"open")


def test_a_protected_archive_is_told_once() -> None:
    """Where every member wants the password, that is said of the archive, not of each of its files."""
    with pytest.raises(UnreadableFile, match=r"“a\.zip” is protected"):
        list(members(protected(zipped(**{"a.txt": b"text", "b.txt": b"open"}), b"a.txt", b"b.txt"), "a.zip"))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member that says little and holds much is stopped at the limit."""
    monkeypatch.setattr(bounds, "LARGEST", 1000)
    (found,) = members(zipped(**{"a.txt": b"0" * 5000}), "a.zip")
    assert isinstance(found, Lost)
    assert found.error.code == "too_large"


def test_what_is_no_archive() -> None:
    """A torn archive is told in a sentence that names it."""
    with pytest.raises(UnreadableFile, match=r"“a\.zip”"):
        list(members(BytesIO(b"PK\x03\x04 torn"), "a.zip"))
