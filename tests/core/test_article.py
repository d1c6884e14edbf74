"""An article's parts give its story; what has no title is called by its file."""

from desktop_app.core.article import ArchivedArticle, Article, FileOutcome, ImportReport, Part, Summary

TEXT = "Lock gate fails\n\nThe river rose.\n\nLeave a Reply\n\nPeople left."
ARTICLE = Article(
    TEXT,
    (Part(0, 15, "title"), Part(17, 32, "body"), Part(34, 47, "furniture"), Part(49, 61, "body")),
    title="Lock gate fails",
)


def test_the_body_is_the_story_without_the_furniture() -> None:
    """The body is its parts in order, joined by blank lines; furniture and title stay out."""
    assert ARTICLE.body == "The river rose.\n\nPeople left."


def test_parts_are_found_by_their_roles() -> None:
    """Several roles come in the order of the text; a role that is not there gives nothing."""
    assert ARTICLE.of("furniture", "title") == ["Lock gate fails", "Leave a Reply"]
    assert ARTICLE.of("caption") == []


def test_an_article_without_a_title_is_called_by_its_file() -> None:
    """Nothing is invented: in list and reader the name of the original stands in for a missing title."""
    untitled = Article("x", (Part(0, 1, "body"),))
    kept = {"id": 1, "sha256": "0", "original_name": "flood.txt", "imported": "2024-03-12", "words": 1}
    assert ArchivedArticle(article=untitled, **kept).heading == "flood.txt"
    assert ArchivedArticle(article=ARTICLE, **kept).heading == "Lock gate fails"
    assert Summary(1, None, None, None, 1, "flood.txt").heading == "flood.txt"
    assert Summary(1, "Lock gate fails", None, None, 1, "flood.txt").heading == "Lock gate fails"


def test_a_report_gives_the_files_with_one_outcome() -> None:
    """What failed can be listed by itself, in its order."""
    files = (FileOutcome("a", "failed"), FileOutcome("b", "added", 1), FileOutcome("c", "failed"))
    report = ImportReport(1, "3 files", "2024-03-12T10:00:00+00:00", 1.0, "finished", files)
    assert [file.file for file in report.having("failed")] == ["a", "c"]
