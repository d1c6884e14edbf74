"""What a bundle may unpack to is bounded."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.bundles import bounds


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of more files than a person keeps is refused with its number."""
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 2)
    with pytest.raises(UnreadableFile, match="3 files"):
        bounds.wanted(["a.txt", "b.txt", "c.txt"])


@pytest.mark.parametrize(("size", "packed"), [(26_000_000, None), (10_000_000, 10_000)])
def test_too_large_a_member(size: int, packed: int | None) -> None:
    """Neither an enormous member is unpacked, nor one that is packed too tightly to be text."""
    with pytest.raises(UnreadableFile) as error:
        bounds.check("a.txt", size, packed)
    assert error.value.code == "too_large"


def test_a_page_that_packs_well_is_no_bomb() -> None:
    """Small files may be packed as tightly as they can be."""
    bounds.check("a.txt", 4_000_000, 4_000)
