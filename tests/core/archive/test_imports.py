"""Files come in wholly or not at all, and what became of each is remembered for good."""

import sqlite3
from dataclasses import replace

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, FileOutcome, Part
from desktop_app.core.errors import UserError


def article(text: str, **facts: str) -> Article:
    return Article(text=text, parts=(Part(0, len(text), "body"),), **facts)


def file(name: str, *articles: Article) -> ReadFile:
    return ReadFile(f"/{name}", name, "".join(a.text for a in articles).encode(), articles)


def test_what_goes_in_comes_out(archive: Archive) -> None:
    """An article is read back as it was, and its original byte for byte."""
    given = Article(
        text="Bridge opens\n\nThe bridge over the Orla is open. جسر",
        parts=(Part(0, 12, "title"), Part(14, 51, "body")),
        title="Bridge opens",
        source="Orla Post",
        published="2024-05",
        evidence={"published": "5 / 2024"},
        warnings=("The encoding was guessed.",),
    )
    (outcome,) = archive.imports.add(archive.imports.begin("1 file"), [file("a.txt", given)], None)
    kept = archive.articles.get(outcome.article or 0)
    assert kept.article == given
    assert (kept.original_name, kept.words) == ("a.txt", 8)
    assert archive.originals.read(kept.sha256) == given.text.encode()


def test_one_original_may_hold_several_articles(archive: Archive) -> None:
    """The outcome of a file names its first article, and all of them are there."""
    (outcome,) = archive.imports.add(
        archive.imports.begin("x"), [file("a", article("One."), article("Two."))], None
    )
    assert outcome.outcome == "added"
    assert [a.article.text for a in archive.articles.many(archive.articles.ids(order="oldest"))] == ["One.", "Two."]


def test_same_bytes_are_a_duplicate(archive: Archive) -> None:
    """The same file twice is one article, and the second is reported as a duplicate of the first."""
    (first,) = archive.imports.add(archive.imports.begin("x"), [file("a", article("Once."))], None)
    import_id = archive.imports.begin("again")
    (second,) = archive.imports.add(import_id, [file("b", article("Once."))], None)
    assert (second.outcome, second.article) == ("duplicate", first.article)
    assert archive.articles.count() == 1
    assert archive.imports.report(import_id).files == (second,)


def test_a_duplicate_joins_the_collection_too(archive: Archive) -> None:
    """Who imports files into a collection finds all of them in it, also those the archive had already."""
    archive.imports.add(archive.imports.begin("x"), [file("a", article("Once."))], None)
    archive.imports.add(archive.imports.begin("y"), [file("a", article("Once."))], "Flood")
    assert [(name, count) for _, name, count in archive.articles.collections()] == [("Flood", 1)]


def test_an_interrupted_batch_leaves_nothing(archive: Archive) -> None:
    """A batch that fails in the middle leaves no half article behind, and no word of it in the report."""
    import_id = archive.imports.begin("x")
    bad = ReadFile("/b", "b", b"bad", [article("bad", source=object())])  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        archive.imports.add(import_id, [file("g", article("good")), bad], "Flood")
    assert archive.articles.count() == 0
    assert archive.articles.collections() == []
    assert archive.imports.report(import_id).files == ()


def test_the_report_says_what_became_of_each_file(archive: Archive) -> None:
    """Added and failed files stand in the report in their order, with the reason, after the archive is closed."""
    import_id = archive.imports.begin("Folder clippings")
    archive.imports.add(import_id, [file("a", article("One."))], None)
    failed = FileOutcome("/b.pdf", "failed", None, "unknown_kind", "This is no article.")
    archive.imports.add(import_id, [failed], None)
    assert archive.imports.report(import_id).state == "running"
    archive.imports.end(import_id, 1.5, "cancelled")
    report = archive.imports.report(archive.imports.latest() or 0)
    assert (report.label, report.seconds, report.state) == ("Folder clippings", 1.5, "cancelled")
    assert [found.outcome for found in report.files] == ["added", "failed"]
    assert report.having("failed") == [failed]


def test_a_file_twice_in_one_batch(archive: Archive) -> None:
    """Files that are written together are told apart by their bytes like those that came before."""
    twice = [file(name, article("Once.", source="Orla Post")) for name in "ab"]
    new: dict[int, Article] = {}
    first, second = archive.imports.add(archive.imports.begin("2 files"), twice, None, new)
    assert (second.outcome, second.article) == ("duplicate", first.article)
    assert new == {first.article: twice[0].articles[0]}


def test_new_articles_are_told_as_they_were_written(archive: Archive) -> None:
    """What is known of a source changes an article, and that one is told; what comes from the bin is not new."""
    archive.db.execute("INSERT INTO cleaning_rules VALUES ('Orla Post', 'Menu.', 'furniture', 1)")
    files, new = [file("a", article("Menu.", source="Orla Post"))], {}
    (outcome,) = archive.imports.add(archive.imports.begin("x"), files, None, new)
    assert [found.of("furniture") for found in new.values()] == [["Menu."]]
    archive.corrections.removal([outcome.article or 0]).do()
    new.clear()
    (again,) = archive.imports.add(archive.imports.begin("y"), files, None, new)
    assert ((again.outcome, again.article), new) == (("added", outcome.article), {})


def test_an_original_that_is_kept_already(archive: Archive) -> None:
    """What was kept while the batch was gathered is taken as it is."""
    sha256 = archive.originals.keep(b"Once.")
    kept = replace(file("a", article("Once.")), sha256=sha256)
    (outcome,) = archive.imports.add(archive.imports.begin("x"), [kept], None)
    assert archive.articles.get(outcome.article or 0).sha256 == sha256


def test_an_import_that_never_was_is_told(archive: Archive) -> None:
    """Asking for the report of nothing is answered in a sentence."""
    assert archive.imports.latest() is None
    with pytest.raises(UserError, match="no import 7"):
        archive.imports.report(7)


def test_what_was_tried_in_a_folder_is_known(archive: Archive) -> None:
    """Files read, failed or found again below a folder, and only those; a folder of a longer name is another."""
    places = ("/a/b/one.txt", "/a/b/صورة/two.zip/in.html", "/a/bc/three.txt", "/a/b.txt")
    outcomes = [FileOutcome(place, "failed", None, "empty", "Empty.") for place in places]
    archive.imports.add(archive.imports.begin("4 files"), outcomes, None)
    assert archive.imports.tried("/a/b") == ["/a/b/one.txt", "/a/b/صورة/two.zip/in.html"]
