"""TAR archives give their ordinary files and nothing else."""

import tarfile
from io import BytesIO

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bounds
from desktop_app.core.importing.bundles.member import Lost, Member
from desktop_app.core.importing.bundles.tar import members


def tarred(mode: str = "w:gz", **files: bytes) -> BytesIO:
    file = BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    file.seek(0)
    return file


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_ordinary_files_only(mode: str) -> None:
    """However it is packed, files are members; a link, which may point anywhere, is none."""
    assert list(members(tarred(mode, **{"a/b.txt": b"bridge"}), "a.tar")) == [Member("a/b.txt", b"bridge")]


def test_a_large_member_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member over the limit is not read."""
    monkeypatch.setattr(bounds, "LARGEST", 10)
    (found,) = members(tarred(**{"a.txt": b"0" * 11}), "a.tar")
    assert isinstance(found, Lost)


def test_too_much_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that would fill the computer is refused before its files are read."""
    monkeypatch.setattr(bounds, "MOST_BYTES", 15)
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        list(members(tarred(**{"a.txt": b"0" * 10, "b.txt": b"0" * 10}), "a.tar"))


def test_a_torn_archive() -> None:
    """What is cut off is told; there is no traceback."""
    with pytest.raises(UnreadableFile, match=r"“a\.tar\.gz”"):
        list(members(BytesIO(tarred(**{"a.txt": bytes(range(256)) * 90}).getvalue()[:90]), "a.tar.gz"))
