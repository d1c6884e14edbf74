"""What only the archive knows can be asked of it."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article


def _keep(archive: Archive, *articles: Article) -> list[int]:
    import_id = archive.imports.begin("test")
    files = [ReadFile(f"/{n}", f"{n}", f"{n}".encode(), [kept]) for n, kept in enumerate(articles)]
    return [outcome.article or 0 for outcome in archive.imports.add(import_id, files, None)]


def test_languages_and_missing_dates(archive: Archive) -> None:
    """A language is found whatever the country, and an undated article as such."""
    british, german, _ = _keep(
        archive,
        Article("a", (), language="en-GB"),
        Article("b", (), language="de", published="2016"),
        Article("c", (), published="2016"),
    )
    assert archive.filters.in_language("en") == {british}
    assert archive.filters.in_language("de") == {german}
    assert archive.filters.in_state("undated") == {british}


def test_collections_by_name(archive: Archive) -> None:
    """A collection's articles are those put into it."""
    import_id = archive.imports.begin("test")
    (outcome,) = archive.imports.add(import_id, [ReadFile("/a", "a", b"a", [Article("a", ())])], "Orla 2016")
    _keep(archive, Article("b", ()))
    named = archive.filters.named("in")
    assert list(named) == ["Orla 2016"]
    assert archive.filters.under("in", list(named.values())) == {outcome.article}
    assert archive.filters.under("in", []) == frozenset()


def test_what_the_archive_keeps_no_record_of(archive: Archive) -> None:
    """Without a mark nothing is found, and nothing fails."""
    _keep(archive, Article("a", ()))
    assert archive.filters.named("tag") == {}
    assert [archive.filters.in_state(state) for state in ("starred", "note", "tag")] == [frozenset()] * 3
