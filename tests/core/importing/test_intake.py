"""An import takes in what can be read, lists what cannot, and can be stopped at any moment."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.archive import DATABASE, opened
from desktop_app.core.archive.imports import Imports
from desktop_app.core.archive.likenesses import Traits
from desktop_app.core.archive.originals import Originals
from desktop_app.core.article import Article, ImportReport, Part
from desktop_app.core.errors import ArchiveError
from desktop_app.core.importing import duplicates, intake
from desktop_app.core.importing.following import Following
from desktop_app.core.importing.intake import import_paths, label
from desktop_app.core.importing.reading import Original
from desktop_app.core.progress import Cancelled, silent
from desktop_app.core.search.index import check

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the articles of the archive each time the index is asked to follow."""
    counts: list[int] = []
    monkeypatch.setattr(intake, "follow", lambda _, archive: counts.append(archive.articles.count()))
    return counts


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(
            f"Bridge {number} opens in Velmark\n\nBridge {number} is open at last.\n"
        )
    return folder


def run(tmp_path: Path, *paths: Path, collection: str | None = None) -> ImportReport:
    return import_paths(silent, tmp_path / "archive", list(paths), collection)


def codes(report: ImportReport) -> dict[str, str]:
    return {Path(file.file).name: file.code or file.outcome for file in report.files}


def test_a_folder_is_imported(tmp_path: Path, clippings: Path, indexed: list[int]) -> None:
    """Every file becomes an article, the report lists them in order, and the index follows."""
    report = run(tmp_path, clippings)
    assert (report.label, report.state) == ("Folder clippings", "finished")
    assert codes(report) == {"0.txt": "added", "1.txt": "added", "2.txt": "added"}
    assert indexed == [3]
    with opened(tmp_path / "archive") as archive:
        assert archive.articles.get(1).article.title == "Bridge 0 opens in Velmark"


def test_importing_again_adds_only_what_is_missing(tmp_path: Path, clippings: Path) -> None:
    """What is here already is a duplicate of the article that is here."""
    run(tmp_path, clippings)
    (clippings / "3.txt").write_text("Ferry stops")
    report = run(tmp_path, clippings)
    assert codes(report) == {"0.txt": "duplicate", "1.txt": "duplicate", "2.txt": "duplicate", "3.txt": "added"}
    assert [file.article for file in report.files] == [1, 2, 3, 4]


def test_twice_in_one_batch_is_once(tmp_path: Path, clippings: Path) -> None:
    """Copies side by side are one article and its duplicate."""
    (clippings / "copy.txt").write_bytes((clippings / "0.txt").read_bytes())
    assert codes(run(tmp_path, clippings))["copy.txt"] == "duplicate"


def test_a_collection_takes_what_was_imported(tmp_path: Path, clippings: Path) -> None:
    """Added articles and those already here are put into the named collection."""
    run(tmp_path, clippings / "0.txt")
    run(tmp_path, clippings, collection="Bridges")
    with opened(tmp_path / "archive") as archive:
        assert [(name, count) for _, name, count in archive.articles.collections()] == [("Bridges", 3)]


def test_a_bad_file_costs_only_itself(tmp_path: Path, clippings: Path) -> None:
    """Each bad file is listed with its code and one sentence without paths; the good ones are in."""
    (clippings / "empty.txt").touch()
    (clippings / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (clippings / "talk.mp3").write_bytes(b"ID3")
    with (clippings / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    report = run(tmp_path, clippings, tmp_path / "gone.txt")
    bad = {
        "empty.txt": "empty",
        "noise.txt": "binary",
        "talk.mp3": "unsupported",
        "huge.txt": "too_large",
        "gone.txt": "vanished",
    }
    assert {name: code for name, code in codes(report).items() if name in bad} == bad
    assert len(report.having("added")) == 3
    assert all(str(tmp_path) not in file.message and file.message.endswith(".") for file in report.having("failed"))


def test_a_file_that_vanishes_meanwhile(tmp_path: Path, clippings: Path) -> None:
    """A file deleted between finding and reading is told; the others go on."""

    def delete(done: int, total: int, note: str = "") -> None:
        if note == "2.txt" and not total:
            (clippings / "2.txt").unlink(missing_ok=True)

    assert codes(import_paths(delete, tmp_path / "archive", [clippings]))["2.txt"] == "vanished"


def test_progress_names_each_file(tmp_path: Path, clippings: Path) -> None:
    """Each file is reported with its number, and the end is reported as whole."""
    said: list[tuple[int, int, str]] = []
    import_paths(lambda *now: said.append(now), tmp_path / "archive", [clippings])
    counted = list(dict.fromkeys(now for now in said if now[1]))  # a file waited for is named again
    assert counted == [(0, 3, "0.txt"), (1, 3, "1.txt"), (2, 3, "2.txt"), (3, 3)]


def test_cancelling_keeps_what_was_read(tmp_path: Path, clippings: Path) -> None:
    """What was read before Cancel is in the archive, and the import says that it was cancelled."""

    def stop(done: int, total: int, note: str = "") -> None:
        if total and done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(stop, tmp_path / "archive", [clippings])
    with opened(tmp_path / "archive") as archive:
        report = archive.imports.report(archive.imports.latest() or 0)
        assert (report.state, len(report.having("added")), archive.articles.count()) == ("cancelled", 2, 2)
        assert len(archive.index_queue) == 2


def test_a_full_disk_fails_the_files_it_has_no_room_for(
    tmp_path: Path, clippings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An original that cannot be kept is listed; the others are in."""
    keep = Originals.keep

    def full(self: Originals, original: bytes) -> str:
        if b"Bridge 1" in original:
            raise OSError(errno.ENOSPC, "No space left on device")
        return keep(self, original)

    monkeypatch.setattr(Originals, "keep", full)
    report = run(tmp_path, clippings)
    assert codes(report) == {"0.txt": "added", "1.txt": "disk_full", "2.txt": "added"}


def test_a_full_database_fails_its_batch(tmp_path: Path, clippings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the database finds no room, the batch is listed as failed and nothing of it is half there."""

    def full(self: Imports, *_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(Imports, "_add_file", full)
    assert set(codes(run(tmp_path, clippings)).values()) == {"disk_full"}
    with opened(tmp_path / "archive") as archive:
        assert archive.articles.count() == 0


def test_a_locked_archive_stops_the_import(
    tmp_path: Path, clippings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program writes, the whole import is refused with a sentence."""
    run(tmp_path, clippings / "0.txt")
    monkeypatch.setattr("desktop_app.core.archive.PATIENCE", 0.05)
    other = sqlite3.connect(tmp_path / "archive" / DATABASE)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveError, match="another program"):
        run(tmp_path, clippings)
    other.close()


def test_batches_are_written_on_the_way(tmp_path: Path, clippings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full batch is in the archive before the import goes on, and the index follows on the way."""
    monkeypatch.setattr(intake, "BATCH_FILES", 2)
    monkeypatch.setattr(intake, "BATCH_SECONDS", 60.0)
    seen: list[int] = []

    def look(done: int, total: int, note: str = "") -> None:
        if total:
            connection = sqlite3.connect(tmp_path / "archive" / DATABASE)
            seen.append(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
            connection.close()

    import_paths(look, tmp_path / "archive", [clippings])
    assert sorted(set(seen)) == [0, 2, 3]


def test_the_index_follows_a_long_import(
    tmp_path: Path, clippings: Path, indexed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large import is indexed beside the reading, to its end, and what is here twice is looked for meanwhile."""
    monkeypatch.setattr(intake, "BATCH_FILES", 1)
    monkeypatch.setattr(intake, "GROUP", 2)
    compared: list[list[int]] = []
    compare = duplicates.compare
    monkeypatch.setattr(
        duplicates, "compare", lambda archive, new: (compared.append([*new]), compare(archive, new))
    )
    run(tmp_path, clippings)
    assert (compared, indexed) == ([[1, 2], [3]], [])
    with opened(tmp_path / "archive") as archive:
        assert not archive.index_queue
        assert check(archive) == []


def test_what_was_worked_out_in_passing_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is known by the traits its reader has found, unless a rule has changed it since."""
    plain, menu = (Article(text, (Part(0, 5, "body"),), source="Orla Post") for text in ("Text.", "Menu."))
    originals = [
        Original(tmp_path / article.text, "", article.text.encode(), [article], traits=[Traits("read")])
        for article in (plain, menu)
    ]
    monkeypatch.setattr(intake, "read_files", lambda *_: (original for original in originals))
    with opened(tmp_path / "archive", create=True) as archive:
        archive.corrections.rule("Orla Post", "Menu.", "furniture").do()
    run(tmp_path, *(original.path for original in originals))
    with opened(tmp_path / "archive") as archive:
        keys = [row[0] for row in archive.db.execute("SELECT text_key FROM articles ORDER BY id")]
    assert keys == ["read", ""]


def test_an_index_that_cannot_follow_is_told_at_the_end(
    tmp_path: Path, clippings: Path, indexed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the process beside fails, the import tries itself, and says what is wrong."""
    monkeypatch.setattr(intake, "GROUP", 2)
    monkeypatch.setattr(Following, "finish", lambda *_: False)
    run(tmp_path, clippings)
    assert indexed == [3]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_import_leaves_a_good_archive(tmp_path: Path) -> None:
    """Killed in the middle, the archive is sound, and importing again adds what is missing."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"Bridge {number}\n\nIt is open.")
    script = (
        "import sys; from pathlib import Path; from desktop_app.core.importing import intake\n"
        "intake.follow = lambda *_: None\n"
        "def say(done, total, note=''): print(done, flush=True)\n"
        "intake.import_paths(say, Path(sys.argv[1]), [Path(sys.argv[2])])\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "archive"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        next(line for line in child.stdout if line == "250\n")
        child.send_signal(signal.SIGKILL)
    with opened(tmp_path / "archive") as archive:
        assert archive.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        before = archive.articles.count()
    assert 150 <= before < 400
    report = run(tmp_path, folder)
    assert (len(report.having("duplicate")), len(report.having("added"))) == (before, 400 - before)


def test_imports_are_named_by_what_was_chosen(tmp_path: Path) -> None:
    """The name says the folder, the file, or how many there are."""
    assert label([tmp_path / "a.txt"]) == "a.txt"
    assert label([tmp_path / "a.txt", tmp_path / "b.txt"]) == "2 files"
    assert label([tmp_path, tmp_path / "b.txt"]) == "2 files and folders"
    assert label([tmp_path]) == f"Folder {tmp_path.name}"
