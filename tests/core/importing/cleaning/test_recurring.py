"""What begins or ends most articles of a source is hidden; background that recurs in some is not."""

from pathlib import Path

import pytest

from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.importing import duplicates
from desktop_app.core.importing.duplicates import catch_up
from desktop_app.core.progress import silent


def article(*blocks: str, source: str | None = "Orla Post") -> Article:
    parts, position = [], 0
    for block in blocks:
        parts.append(Part(position, position + len(block), "body"))
        position += len(block) + 2
    return Article("\n\n".join(blocks), tuple(parts), source=source)


def keep(archive: Archive, *articles: Article) -> list[int]:
    files = [ReadFile(f"/{n}", f"{n}.txt", f"{n}{a.text}".encode(), [a]) for n, a in enumerate(articles)]
    outcomes = archive.imports.add(archive.imports.begin("x"), files, None)
    catch_up(silent, archive)
    return [outcome.article or 0 for outcome in outcomes]


def stories(count: int, end: str, source: str | None = "Orla Post") -> list[Article]:
    return [
        article(f"Ferry number {n} ran aground.", f"Nobody on ferry {n} was hurt.", end, source=source)
        for n in range(count)
    ]


def test_a_line_most_pages_end_with(archive: Archive) -> None:
    """Four stories of one source end with the same line: it is furniture in them, and in the next one."""
    ids = keep(archive, *stories(4, "More from the harbour"))
    assert [archive.articles.get(id_).article.of("furniture") for id_ in ids] == [["More from the harbour"]] * 4
    (later,) = keep(archive, article("The crane fell.", "It was old.", "More from the harbour"))
    assert archive.articles.get(later).article.of("furniture") == ["More from the harbour"]
    assert archive.articles.get(later).by_hand == frozenset()


def test_background_that_recurs_stays(archive: Archive) -> None:
    """A full sentence at the end of some reports of an agency is part of each of them."""
    ids = keep(archive, *stories(6, "The harbour of Velmark has been closed since the flood."))
    assert all(archive.articles.get(id_).article.of("furniture") == [] for id_ in ids)


def test_a_sentence_nearly_all_pages_end_with(archive: Archive) -> None:
    """With enough witnesses a sentence is furniture too."""
    ids = keep(archive, *stories(10, "Write to us if you have seen something."))
    assert archive.articles.get(ids[0]).article.of("furniture") == ["Write to us if you have seen something."]


def test_other_sources_and_unknown_ones(archive: Archive) -> None:
    """Lines are counted source by source; where the source is unknown nothing recurs."""
    known = stories(3, "More from the harbour")
    ids = keep(archive, *known, *stories(4, "More from the harbour", source=None))
    assert all(archive.articles.get(id_).article.of("furniture") == [] for id_ in ids)


def test_the_same_text_many_times_is_one_witness(archive: Archive) -> None:
    """Copies of one report say nothing about the pages of their source."""
    (story,) = stories(1, "More from the harbour")
    ids = keep(archive, *[story] * 5)
    assert archive.articles.get(ids[0]).article.of("furniture") == []


def test_the_users_word_counts(archive: Archive) -> None:
    """A block the user has brought back is not hidden again."""
    archive.corrections.rule("Orla Post", "More from the harbour", "body").do()
    ids = keep(archive, *stories(5, "More from the harbour"))
    assert archive.articles.get(ids[0]).article.of("furniture") == []


def test_it_does_not_matter_how_many_have_come_in(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits to be compared makes no block rarer than it is, and is not left out when its turn comes."""
    others = [article(f"Crane {n} fell.", f"Crane {n} was old.", f"Crane {n} is gone.") for n in range(20)]
    read = [*stories(4, "More from the harbour"), *others, *stories(2, "More from the harbour")]
    monkeypatch.setattr(duplicates, "GROUP", 4)
    at_once = keep(archive, *read)
    with opened(tmp_path / "other", create=True) as other:
        by_and_by = [id_ for start in range(0, len(read), 4) for id_ in keep(other, *read[start : start + 4])]
        one, two = archive.articles.many(at_once), other.articles.many(by_and_by)
    assert [kept.article.of("furniture") for kept in one[:4]] == [["More from the harbour"]] * 4
    assert [kept.article.of("furniture") for kept in one] == [kept.article.of("furniture") for kept in two]
    assert one[-1].article.of("furniture") == ["More from the harbour"]
