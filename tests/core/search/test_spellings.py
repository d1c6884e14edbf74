"""The spellings of an archive are those its articles have, under the aliases of its user."""

from pathlib import Path

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.search.spellings import spellings_of


def silent(done: int, total: int, note: str = "") -> None:
    """Report to nobody."""


def test_the_names_of_all_articles_are_counted(archive: Archive, tmp_path: Path) -> None:
    """Titles and bodies count, page furniture does not; aliases rule at once."""
    body, furniture = "The mayor Omar al-Gasri met Omar al-Ghusri.", "Written by Omar al-Gosry"
    text = f"{body}\n\n{furniture}"
    parts = (Part(0, len(body), "body"), Part(len(body) + 2, len(text), "furniture"))
    article = Article(text, parts, title="The Heron met Omar al-Gasri")
    archive.imports.add(archive.imports.begin("test"), [ReadFile("/a.txt", "a.txt", b"a", [article])], None)
    found = {each.spelling: each.count for each in spellings_of(silent, archive).matches("Omar al-Gasri")}
    assert found == {"Omar al-Gasri": 2, "Omar al-Ghusri": 1}
    archive.aliases.addition(["Omar al-Gasri", "Heron"]).do()
    assert "Heron" in [each.spelling for each in spellings_of(silent, archive).matches("Omar al-Gasri")]
