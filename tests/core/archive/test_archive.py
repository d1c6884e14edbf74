"""The archive keeps every byte and every correction, and says in one sentence when it cannot be used."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.core.archive import DATABASE, Archive, open_archive, opened
from desktop_app.core.archive.articles import Selection
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.errors import ArchiveError


def article(title: str | None, text: str, **facts: str) -> Article:
    return Article(text=text, parts=(Part(0, len(text), "body"),), title=title, **facts)


def add(archive: Archive, *articles: Article, collection: str | None = None) -> list[int]:
    import_id = archive.imports.begin("test")
    files = [ReadFile(f"/{n}.txt", f"{n}.txt", a.text.encode(), [a]) for n, a in enumerate(articles)]
    return [outcome.article or 0 for outcome in archive.imports.add(import_id, files, collection)]


def test_what_goes_in_comes_out(archive: Archive) -> None:
    """An article is read back as it was, and its original byte for byte."""
    given = article("Bridge opens", "The bridge over the Orla is open.", source="Orla Post", published="2024-05")
    (id_,) = add(archive, given)
    kept = archive.articles.get(id_)
    assert kept.article == given
    assert archive.originals.read(kept.sha256) == given.text.encode()


def test_same_bytes_are_a_duplicate(archive: Archive) -> None:
    """The same file twice is one article, and the second is reported as a duplicate of the first."""
    (first,) = add(archive, article(None, "Once."))
    import_id = archive.imports.begin("again")
    (outcome,) = archive.imports.add(import_id, [ReadFile("/b", "b", b"Once.", [article(None, "Once.")])], None)
    assert (outcome.outcome, outcome.article) == ("duplicate", first)
    assert archive.articles.count() == 1
    assert archive.imports.report(import_id).files == (outcome,)


def test_a_correction_stays_and_can_be_taken_back(archive: Archive) -> None:
    """The user's word replaces what was read, is marked as theirs, and undo brings the first value back."""
    (id_,) = add(archive, article("Brigde opens", "Open."))
    change = archive.articles.correction(id_, "title", "Bridge opens")
    change.do()
    assert archive.articles.get(id_).article.title == "Bridge opens"
    assert archive.articles.get(id_).by_hand == {"title"}
    change.undo()
    assert archive.articles.get(id_).article.title == "Brigde opens"
    assert not archive.articles.get(id_).by_hand


def test_undoing_a_second_correction_keeps_the_first(archive: Archive) -> None:
    """Undo goes back one step: an earlier word of the user is still theirs."""
    (id_,) = add(archive, article("a", "Text."))
    archive.articles.correction(id_, "title", "b").do()
    second = archive.articles.correction(id_, "title", "c")
    second.do()
    second.undo()
    kept = archive.articles.get(id_)
    assert (kept.article.title, kept.by_hand) == ("b", {"title"})


def test_each_change_reaches_the_index_queue(archive: Archive) -> None:
    """Whatever changes an article tells the index, and a batch leaves the queue only when removed."""
    (id_,) = add(archive, article("a", "Text."))
    ids, articles = archive.index_queue.batch(10)
    assert (ids, [a.id for a in articles]) == ([id_], [id_])
    archive.index_queue.remove(ids)
    assert len(archive.index_queue) == 0
    archive.articles.correction(id_, "source", "Orla Post").do()
    assert len(archive.index_queue) == 1


def test_lists_can_be_narrowed_and_ordered(archive: Archive) -> None:
    """Undated articles come last in both orders; a selection takes only what it names."""
    a, b, c = add(
        archive,
        article("a", "One.", published="2020", source="Post"),
        article("b", "Two."),
        article("c", "Three.", published="2021-02"),
    )
    assert list(archive.articles.ids()) == [c, a, b]
    assert list(archive.articles.ids(order="oldest")) == [a, c, b]
    assert list(archive.articles.ids(Selection(undated=True))) == [b]
    assert list(archive.articles.ids(Selection(source=""))) == [c, b]
    assert archive.articles.sources() == [("", 2), ("Post", 1)]


def test_an_interrupted_batch_leaves_nothing(archive: Archive) -> None:
    """A batch that fails in the middle leaves no half article behind."""
    import_id = archive.imports.begin("x")
    good = ReadFile("/g", "g", b"good", [article(None, "good")])
    bad = ReadFile("/b", "b", b"bad", [article(None, "bad", source=object())])  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        archive.imports.add(import_id, [good, bad], None)
    assert archive.articles.count() == 0


def test_a_changed_original_is_noticed(archive: Archive) -> None:
    """An original whose bytes are no longer its SHA-256 is never shown as the original."""
    (id_,) = add(archive, article(None, "True."))
    place = archive.originals.path(archive.articles.get(id_).sha256)
    place.chmod(0o644)
    place.write_bytes(b"False.")
    with pytest.raises(ArchiveError, match="has been changed"):
        archive.originals.read(archive.articles.get(id_).sha256)


def test_an_archive_from_the_future_is_refused(tmp_path: Path) -> None:
    """A file a newer version wrote is not touched, and the message says to update."""
    open_archive(tmp_path, create=True).db.close()
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(ArchiveError, match="newer version"):
        open_archive(tmp_path)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\x00" * 5000])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    """Garbage where the database should be is told in a sentence and left as it is."""
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(ArchiveError):
        open_archive(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_strange_database_is_refused(tmp_path: Path) -> None:
    """A database of another program gets no tables of ours."""
    connection = sqlite3.connect(tmp_path / DATABASE)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    with pytest.raises(ArchiveError, match="not an archive"):
        open_archive(tmp_path)


def test_a_missing_archive_is_not_made_by_opening(tmp_path: Path) -> None:
    """Opening the wrong folder says so and leaves nothing in it."""
    with pytest.raises(ArchiveError, match="no archive"):
        open_archive(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_locked_archive_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, the message says to wait, and nothing is lost."""
    monkeypatch.setattr("desktop_app.core.archive.PATIENCE", 0.05)
    other = sqlite3.connect(archive.folder / DATABASE)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ArchiveError, match="another program"), opened(archive.folder) as ours:
        ours.imports.begin("x")
    other.close()
