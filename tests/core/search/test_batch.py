"""A list of terms is counted completely, by term and source."""

import csv
from pathlib import Path

import pytest

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.progress import Cancelled, silent
from desktop_app.core.search.batch import as_csv, batch, terms_of
from desktop_app.core.search.index import catch_up


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an archive of three indexed articles."""
    texts = (("The lock failed.", "Orla Post"), ("The lock holds.", "Orla Post"), ("The mayor.", None))
    with opened(tmp_path / "archive", create=True) as archive:
        articles = [Article(text, (Part(0, len(text), "body"),), source=source) for text, source in texts]
        files = [ReadFile(f"/{n}", f"{n}", a.text.encode(), [a]) for n, a in enumerate(articles)]
        archive.imports.add(archive.imports.begin("3 files"), files, None)
        catch_up(silent, archive)
    return tmp_path / "archive"


def test_each_term_is_counted_by_source(folder: Path) -> None:
    """The order of the terms is kept, the largest source comes first, and none found is told as 0."""
    counts = batch(silent, folder, ["mayor", "lock", "zeppelin"])
    assert counts.sources == ["Orla Post", ""]
    assert [(term.term, term.total) for term in counts.terms] == [("mayor", 1), ("lock", 2), ("zeppelin", 0)]
    assert counts.terms[1].by_source == {"Orla Post": 2}
    assert as_csv(counts).splitlines() == [
        "Term,Articles,Orla Post,Unknown source",
        "mayor,1,0,1",
        "lock,2,2,0",
        "zeppelin,0,0,0",
    ]


def test_it_stops_when_asked(folder: Path) -> None:
    """Cancel is heard between two terms."""

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        batch(stop, folder, ["lock", "mayor", "strap"])


def test_terms_are_read_from_lines_and_tables() -> None:
    """Each term counts once; of a table the first column is taken, whatever parts the columns."""
    assert terms_of("lock\n\n  the   mayor \nlock\nstrap, worn") == ["lock", "the mayor", "strap, worn"]
    assert terms_of('lock;3\n"worn; strap";4\n;5\n', table=True) == ["lock", "worn; strap"]
    assert terms_of("", table=True) == []


def test_long_texts_beside_the_terms_do_not_matter() -> None:
    """The first column of a table of articles can be searched for, also where no table was imported before."""
    before = csv.field_size_limit(131_072)
    try:
        assert terms_of(f'lock,"{"a" * 200_000}"\nstrap,b\n', table=True) == ["lock", "strap"]
    finally:
        csv.field_size_limit(before)
