"""What could not be read or is not sure stays listed until it is seen to."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, FileOutcome, Part


def failed(file: str) -> FileOutcome:
    return FileOutcome(file, "failed", None, "damaged", f"“{file}” is damaged.")


def read(file: str, *warnings: str) -> ReadFile:
    return ReadFile(file, file, file.encode(), [Article("Text.", (Part(0, 5, "body"),), warnings=warnings)])


def test_a_file_is_listed_until_it_was_read(archive: Archive) -> None:
    """The last attempt counts: a file that failed and then was read needs no attention."""
    archive.imports.add(archive.imports.begin("first"), [failed("a"), failed("b")], None)
    again = archive.imports.begin("again")
    archive.imports.add(again, [read("a"), failed("b")], None)
    (left,) = archive.attention.files()
    assert (left.file, left.code, left.import_id) == ("b", "damaged", again)


def test_articles_with_warnings_are_listed(archive: Archive) -> None:
    """What was guessed is told article by article, the latest first."""
    files = [read("a", "The encoding was guessed."), read("b"), read("c", "1 character was lost.")]
    archive.imports.add(archive.imports.begin("x"), files, None)
    assert [(entry.article, entry.warnings) for entry in archive.attention.articles()] == [
        (3, ("1 character was lost.",)),
        (1, ("The encoding was guessed.",)),
    ]
    assert archive.attention.count() == 2


def test_what_is_set_aside_comes_back_by_undo(archive: Archive) -> None:
    """Seen is seen: the entry leaves the list, and only the list."""
    archive.imports.add(archive.imports.begin("x"), [failed("a"), read("b", "Guessed.")], None)
    changes = [archive.attention.setting_aside("file", ["a"]), archive.attention.setting_aside("article", ["1"])]
    for change in changes:
        change.do()
    assert archive.attention.count() == 0
    assert archive.articles.count() == 1
    changes[0].undo()
    assert [entry.file for entry in archive.attention.files()] == ["a"]
