"""Damage to an index is noticed and made good: nothing wrong is ever found."""

import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.progress import silent
from desktop_app.core.search import IndexDamaged
from desktop_app.core.search.generations import searched_place
from desktop_app.core.search.index import catch_up, check, rebuild
from tests.core.search.conftest import Keep
from tests.core.search.test_index import find, many


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def spoil(file: Path) -> None:
    file.write_bytes(random.Random(5).randbytes(file.stat().st_size))


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Whoosh leaves a file open that it cannot make sense of
@pytest.mark.parametrize("harm", [Path.unlink, truncate, spoil, lambda file: file.write_bytes(b"")])
def test_damage_is_noticed_and_made_good(archive: Archive, keep: Keep, harm: Callable[[Path], None]) -> None:
    """Whichever file of the index is harmed, searching never lies: it is right, or says that it cannot be."""
    ids = keep(*many(5))
    catch_up(silent, archive)
    for name in sorted(file.relative_to(archive.index_folder) for file in archive.index_folder.rglob("*")):
        if not (file := _same(archive, name)).is_file():
            continue
        harm(file)
        try:
            assert find(archive, "bridge") == ids, name
            catch_up(silent, archive)
        except IndexDamaged:
            rebuild(silent, archive)
        assert find(archive, "bridge") == ids, name
        if check(archive):
            rebuild(silent, archive)
        assert check(archive) == [], name
    gc.collect()


def _same(archive: Archive, name: Path) -> Path:
    """Return the file of the present index that plays the part of one of the first."""
    if name.parent == Path():
        return archive.index_folder / name
    place = searched_place(archive)
    assert place is not None
    same = sorted(place.glob(f"*{name.suffix}")) if name.suffix != ".json" else [place / name.name]
    return same[0] if same else place


def test_a_changed_byte_is_found_by_the_check(archive: Archive, keep: Keep) -> None:
    """Damage too small to stop a search is still named by the check."""
    keep(*many(5))
    catch_up(silent, archive)
    segment = _change_a_byte(archive)
    assert any(segment.name in sentence for sentence in check(archive))


def test_damage_met_while_indexing_is_made_good(archive: Archive, keep: Keep) -> None:
    """An import must not fail because the index has damage that opening it does not show: it is built anew."""
    keep(*many(5))
    catch_up(silent, archive)
    _change_a_byte(archive)
    keep(*many(1, 5))
    assert catch_up(silent, archive) == 6
    assert find(archive, "bridge") == [1, 2, 3, 4, 5, 6]
    assert check(archive) == []


def _change_a_byte(archive: Archive) -> Path:
    """Change the first byte of the only part of the index, which opening it does not read; return its file."""
    place = searched_place(archive)
    assert place is not None
    (segment,) = place.glob("*.seg")
    content = bytearray(segment.read_bytes())
    content[0] ^= 1
    segment.write_bytes(content)
    return segment
