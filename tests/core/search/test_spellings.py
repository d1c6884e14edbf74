"""The spellings of an archive are those its articles have, under the aliases of its user."""

from pathlib import Path

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.progress import silent
from desktop_app.core.search import spellings
from desktop_app.core.search.spellings import spellings_of
from tests.core.search.conftest import Keep, article


def counted(archive: Archive, name: str) -> dict[str, int]:
    """Return the spellings of a name with their counts."""
    with spellings_of(silent, archive) as known:
        return {each.spelling: each.count for each in known.matches(name)}


def test_the_articles_with_each_spelling_are_counted(archive: Archive, tmp_path: Path) -> None:
    """Titles and bodies count, page furniture does not; aliases rule at once."""
    body, furniture = "The mayor Omar al-Gasri met Omar al-Ghusri.", "Written by Omar al-Gosry"
    text = f"{body}\n\n{furniture}"
    parts = (Part(0, len(body), "body"), Part(len(body) + 2, len(text), "furniture"))
    made = Article(text, parts, title="The Heron met Omar al-Gasri")
    archive.imports.add(archive.imports.begin("test"), [ReadFile("/a.txt", "a.txt", b"a", [made])], None)
    assert counted(archive, "Omar al-Gasri") == {"Omar al-Gasri": 1, "Omar al-Ghusri": 1}
    archive.aliases.addition(["Omar al-Gasri", "Heron"]).do()
    assert "Heron" in counted(archive, "Omar al-Gasri")


def test_only_some_of_many_articles_are_read(archive: Archive, keep: Keep, monkeypatch) -> None:
    """The count is of all of them all the same, and a rare spelling is found however frequent another is."""
    monkeypatch.setattr(spellings, "A_WORD", 2)
    keep(*(article(f"Day {n}: Omar al-Gasri spoke.") for n in range(9)), article("Omar al-Gosry spoke."))
    read: list[int] = []
    many = archive.articles.many
    monkeypatch.setattr(archive.articles, "many", lambda ids: read.extend(ids) or many(ids))
    found = counted(archive, "al-Gasri")
    assert found["Omar al-Gasri"] == 9
    assert found["Omar al-Gosry"] == 1
    assert len(set(read)) <= 4


def test_other_alphabets_and_signs_that_are_no_words(archive: Archive, keep: Keep) -> None:
    """A name is found across alphabets; what has no word in it has no spelling."""
    keep(article("قال القائد محمد الغصري إن الجسر مغلق."), article("The bridge is closed."))
    assert "الغصري" in counted(archive, "al-Ghusri")
    assert counted(archive, "?!") == {}


def test_an_archive_without_articles(archive: Archive) -> None:
    """There is nothing, and that is no error."""
    assert counted(archive, "Gasri") == {}
