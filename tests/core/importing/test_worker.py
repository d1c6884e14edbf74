"""A worker reads one file after another, and members of bundles within bounds."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing import worker
from desktop_app.core.importing.traits import traits_of
from desktop_app.core.importing.worker import Item, Job, iter_items, with_traits

ROOT = Path(__file__).parents[3]


def zipped(path: Path, **files: bytes) -> Path:
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_one_file() -> None:
    """A file is one item; its bytes need not be sent back."""
    (item,) = iter_items(Job(Path("a.txt"), b"The bridge is open."))
    assert (item.member, item.original, item.articles[0].text) == ("", None, "The bridge is open.")


def test_members_and_members_within(tmp_path: Path) -> None:
    """A bundle within a bundle is opened, and each member has its whole path."""
    inner = zipped(tmp_path / "inner.zip", **{"b.txt": b"The ferry goes on."})
    outer = zipped(tmp_path / "outer.zip", **{"a.txt": b"The bridge is open.", "inner.zip": inner.read_bytes()})
    items = list(iter_items(Job(outer, None)))
    assert [item.member for item in items] == ["a.txt", "inner.zip/b.txt"]
    assert items[1].original == b"The ferry goes on."


def test_members_already_read_are_left_out(tmp_path: Path) -> None:
    """After a crash the rest of a bundle is read, not the whole again."""
    bundle = zipped(tmp_path / "a.zip", **{"a.txt": b"One.", "b.txt": b"Two."})
    assert [item.member for item in iter_items(Job(bundle, None, skip=1))] == ["b.txt"]


def test_an_empty_bundle_is_told(tmp_path: Path) -> None:
    """A file that holds nothing is not passed over in silence."""
    (item,) = iter_items(Job(zipped(tmp_path / "a.zip"), None))
    assert item.error
    assert item.error.code == "empty"


def test_too_deep_a_nest(tmp_path: Path) -> None:
    """An archive that holds archives that hold archives is not followed for ever."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("a.txt", b"x")
    for _ in range(3):
        outer = BytesIO()
        with ZipFile(outer, "w") as archive:
            archive.writestr("inner.zip", content.getvalue())
        content = outer
    (tmp_path / "a.zip").write_bytes(content.getvalue())
    (item,) = iter_items(Job(tmp_path / "a.zip", None))
    assert item.error
    assert item.error.code == "unsupported"


def test_more_text_than_a_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would fill the memory of the import is refused in the worker."""
    monkeypatch.setattr(worker, "LONGEST", 10)
    (item,) = iter_items(Job(Path("a.txt"), b"The bridge is open."))
    assert item.error
    assert item.error.code == "too_complex"


def test_a_name_cannot_lead_outside(tmp_path: Path) -> None:
    """A member's path is only words; the original is known by its last part."""
    bundle = zipped(tmp_path / "a.zip", **{"../../evil.txt": b"The bridge is open."})
    (item,) = iter_items(Job(bundle, None))
    assert item.articles[0].text == "The bridge is open."
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_what_was_read_together_gets_its_traits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each article has its own traits, whatever was read beside it; those of long texts are left out."""
    monkeypatch.setattr(worker, "ENOUGH", 30)
    texts = ("The bridge is open.", "The ferry goes on.", "The bridge over the Orla is open since noon.")
    items = [item for n, text in enumerate(texts) for item in iter_items(Job(Path(f"{n}.txt"), text.encode()))]
    failed = Item("", None, [], UnreadableFile("empty", "It is empty."))
    found = with_traits([items[0], failed, None, items[2], items[1]])
    assert [item and item.articles for item in found] == [
        items[0].articles,
        [],
        None,
        items[2].articles,
        items[1].articles,
    ]
    assert [item and list(item.traits) for item in found] == [
        traits_of(items[0].articles),
        [],
        None,
        [],
        traits_of(items[1].articles),
    ]


def test_a_worker_starts_with_little() -> None:
    """Each import starts several: what only the archive or single formats need would cost every one of them."""
    script = (
        "import sys, desktop_app.core.importing.worker; "
        "print({'sqlite_utils', 'numpy', 'lxml', 'trafilatura'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert found.stdout == "set()\n"


def test_a_text_needs_no_parser_of_other_formats(tmp_path: Path) -> None:
    """Thousands of texts are read without loading what only pages and documents need."""
    (tmp_path / "report.txt").write_text("The bridge at Velmark is open.", encoding="utf-8")
    script = """
import sys
from pathlib import Path
from desktop_app.core.importing.worker import Job, iter_items
path = Path(sys.argv[1])
(item,) = iter_items(Job(path, path.read_bytes()))
print([name for name in ("lxml", "trafilatura", "email") if name in sys.modules], len(item.articles))
"""
    command = [sys.executable, "-c", script, str(tmp_path / "report.txt")]
    assert subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout == "[] 1\n"
