"""A file of arrays gives back what was written, or says that it cannot."""

import platform
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.search.fast import arrays as arrays_module
from desktop_app.core.search.fast.arrays import BLOCK, Arrays, ArrayWriter, Damaged, smallest_type


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file with three arrays, one of them longer than a block, one empty."""
    path = tmp_path / "file.seg"
    writer = ArrayWriter(path)
    writer.add("small", "u1", [np.array([1, 2, 3])])
    writer.add("large", "u4", [np.arange(BLOCK), np.arange(5)])
    writer.add("empty", "i8", [])
    writer.finish({"count": 3})
    return path


def test_what_was_written_is_read(file: Path) -> None:
    """Each array comes back with its type, whole or in part."""
    arrays = Arrays(file)
    assert arrays.facts == {"count": 3}
    assert arrays.names() == ["small", "large", "empty"]
    assert arrays.part("small").tolist() == [1, 2, 3]
    assert arrays.part("large", BLOCK - 1).tolist() == [BLOCK - 1, 0, 1, 2, 3, 4]
    assert arrays.part("large").dtype == arrays.type("large") == np.uint32
    assert not len(arrays.part("empty"))
    assert "small" in arrays
    assert "other" not in arrays
    arrays.check()


def test_what_was_forgotten_is_read_again(file: Path) -> None:
    """Giving memory back changes nothing, also for who still holds an array."""
    arrays = Arrays(file)
    held = {name: arrays.part(name) for name in arrays.names()}
    before = {name: array.tolist() for name, array in held.items()}
    arrays.forget()
    assert {name: array.tolist() for name, array in held.items()} == before
    assert {name: arrays.part(name).tolist() for name in arrays.names()} == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much of a file is held")
def test_little_of_a_large_file_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of gigabytes is searched through without all of it filling the memory of the process."""
    monkeypatch.setattr(arrays_module, "HELD", 1 << 20)
    writer = ArrayWriter(tmp_path / "large.seg")
    writer.add("large", "u4", [np.arange(1 << 22)])
    writer.finish({})
    arrays = Arrays(tmp_path / "large.seg")
    for start in range(0, 1 << 22, 1 << 14):
        assert arrays.part("large", start, start + (1 << 14)).sum(dtype=np.int64)
    maps = Path("/proc/self/smaps").read_text().partition("large.seg\n")[2]
    assert int(maps.partition("Rss:")[2].split()[0]) <= 2 << 10


def test_arrays_cannot_be_written_to(file: Path) -> None:
    """Nothing a reader does changes the index."""
    with pytest.raises(ValueError, match="read-only"):
        Arrays(file).part("small")[0] = 5


def test_a_damaged_block_does_not_hide_the_others(file: Path) -> None:
    """Damage is noticed in the block that is read, and by a check of the whole file."""
    content = bytearray(file.read_bytes())
    content[BLOCK + 7] ^= 1
    file.write_bytes(content)
    arrays = Arrays(file)
    assert arrays.part("small").tolist() == [1, 2, 3]
    with pytest.raises(Damaged):
        arrays.part("large", BLOCK // 4, BLOCK // 4 + 10)
    with pytest.raises(Damaged):
        arrays.check()


def test_no_flipped_bit_goes_unnoticed(file: Path) -> None:
    """Wherever a bit is wrong, something says so."""
    good = file.read_bytes()
    rng = random.Random(1)
    for place in [*rng.sample(range(len(good)), 60), *range(len(good) - 40, len(good))]:
        bad = bytearray(good)
        bad[place] ^= 1 << rng.randrange(8)
        file.write_bytes(bad)
        with pytest.raises(Damaged):
            Arrays(file).check()


def test_no_cut_off_file_is_read(file: Path) -> None:
    """However little is missing, the file is not opened."""
    good = file.read_bytes()
    for length in [0, 1, 10, len(good) // 2, len(good) - 1]:
        file.write_bytes(good[:length])
        with pytest.raises(Damaged):
            Arrays(file)


def test_a_file_that_was_not_finished_is_not_read(tmp_path: Path) -> None:
    """What a killed writer leaves behind is no index."""
    writer = ArrayWriter(tmp_path / "half.seg")
    writer.add("small", "u1", [np.arange(200)])
    writer.abandon()
    with pytest.raises(Damaged):
        Arrays(tmp_path / "half.seg")


def test_numbers_take_no_more_room_than_they_need() -> None:
    """The index is as small as its greatest numbers allow."""
    assert [np.dtype(smallest_type(number)).itemsize for number in (0, 255, 256, 65_536, 1 << 32)] == [
        1,
        1,
        2,
        4,
        8,
    ]


TWICE = """
import resource
import numpy as np
from desktop_app.core.search.fast.arrays import keep_memory

def new_pages():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    np.ones(2 << 20, np.uint8)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

keep_memory()
print(new_pages(), new_pages())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries keep memory in other ways")
def test_freed_memory_is_there_for_the_next_array() -> None:
    """The second of two arrays of 2 MB lies where the first one was; none of its 512 pages is asked for anew."""
    done = subprocess.run([sys.executable, "-c", TWICE], capture_output=True, text=True, check=True)
    first, second = map(int, done.stdout.split())
    assert second < 50 < first
