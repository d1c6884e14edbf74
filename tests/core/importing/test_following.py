"""The index follows an import from a process of its own, which may die at any moment."""

import multiprocessing
from pathlib import Path

import pytest

from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.importing import following
from desktop_app.core.importing.following import Following, serve
from desktop_app.core.progress import Cancelled, silent
from desktop_app.core.search.index import check


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with opened(tmp_path / "archive", create=True) as archive:
        add(archive, 0, 20)
    return tmp_path / "archive"


def add(archive: Archive, first: int, end: int) -> None:
    """Put articles into the archive, as an import does."""
    texts = [f"Bridge {number} over the Orla is open." for number in range(first, end)]
    files = [ReadFile(t, t, t.encode(), [Article(t, (Part(0, len(t), "body"),))]) for t in texts]
    archive.imports.add(archive.imports.begin("Bridges"), files, None)


def waiting(folder: Path) -> int:
    with opened(folder) as archive:
        assert check(archive) == []
        return len(archive.index_queue)


def test_all_that_waits_is_indexed(folder: Path) -> None:
    """At the end of an import everything it took can be found, also what came after the index began to follow."""
    process = Following(folder)
    with opened(folder) as archive:
        add(archive, 20, 30)
    assert process.finish(silent)
    process.close()
    assert waiting(folder) == 0


def test_much_is_indexed_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long import can be searched while it runs; the little that waits is left for its end."""
    left: list[int] = []

    class Pipe:
        """Says that the import has ended when it is asked for the second time."""

        def poll(self, _seconds: float) -> bool:
            left.append(waiting(folder))
            return len(left) == 2

    monkeypatch.setattr(following.signal, "signal", lambda *_: None)
    monkeypatch.setattr(following, "EVERY", 20)
    serve(Pipe(), folder)  # type: ignore[arg-type]
    with opened(folder) as archive:
        add(archive, 20, 30)
    left.clear()
    serve(Pipe(), folder)  # type: ignore[arg-type]
    assert left == [10, 10]
    assert waiting(folder) == 0


def test_what_cannot_follow_says_so(folder: Path) -> None:
    """The import then does it itself and tells why it cannot be done; nothing is lost by it."""
    (folder / "index").write_text("in the way")
    process = Following(folder)
    assert not process.finish(silent)
    process.close()


def test_stopping_ends_the_process(folder: Path) -> None:
    """Cancel is heard while the index is waited for, and what is not indexed still waits."""

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    process = Following(folder)
    with pytest.raises(Cancelled):
        process.finish(stop)
    process.close()
    assert not multiprocessing.active_children()
    assert waiting(folder) in (0, 20)
