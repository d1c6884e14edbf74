"""Evidence is worked out once, survives being kept, and is worked out again when it must be."""

import sys

import pytest

from desktop_app.core.analysis import keeping, reading
from desktop_app.core.analysis.evidence import (
    VERSION,
    DateExpression,
    Evidence,
    Figure,
    Mention,
    Name,
    Quotation,
    Speaker,
)
from desktop_app.core.archive import Archive
from desktop_app.core.article import Article
from desktop_app.core.progress import silent
from tests.core.archive.conftest import Add, add

__all__ = ["add"]

WHOLE = Evidence(
    sentences=((0, 20), (21, 40)),
    quotations=(
        Quotation(0, 9, "direct", Speaker(12, 16, "Holm", "Mara Holm"), "“…” X said"),
        Quotation(21, 30, "mixed", None, "no speaker found"),
    ),
    figures=(Figure(3, 9, "at least 700 mills", 700.0, 700.0, "at least", None, "mills", "burn", "since April"),),
    names=(Name("Mara Holm", "person", (Mention(12, 16, "Holm"),), ("mayor of Velmark",), ("last name of",)),),
    dates=(DateExpression(31, 38, "Tuesday", "2016-06-21", "day", "the Tuesday before"),),
)


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the texts that are analysed."""
    texts: list[str] = []

    def analyse(article: Article) -> Evidence:
        texts.append(article.text)
        return WHOLE

    monkeypatch.setattr(reading, "analyse", analyse)
    return texts


def test_all_of_it_survives() -> None:
    """Every mark comes back as it was, equal in every field."""
    assert keeping.unpacked(keeping.packed(WHOLE)) == WHOLE
    assert keeping.unpacked(keeping.packed(Evidence())) == Evidence()


def test_each_article_is_analysed_once(archive: Archive, add: Add, analysed: list[str]) -> None:
    """What is missing is worked out, kept, and given back in the order asked for."""
    one, two = add("Mills", "Eleven mills burnt."), add("Bridge", "A bridge fell.")
    keeping.evidence_of(archive, archive.articles.many([one]))
    assert keeping.evidence_of(archive, archive.articles.many([two, one])) == [WHOLE, WHOLE]
    assert analysed == ["Eleven mills burnt.", "A bridge fell."]


def test_what_is_kept_needs_no_rules(
    archive: Archive, add: Add, analysed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all is kept, the analysis is not even loaded, which would take longer than comparing."""
    kept = archive.articles.many([add("Mills", "Eleven mills burnt.")])
    keeping.evidence_of(archive, kept)
    monkeypatch.setitem(sys.modules, "desktop_app.core.analysis.reading", None)
    assert keeping.evidence_of(archive, kept) == [WHOLE]


def test_a_date_set_by_hand_marks_anew(archive: Archive, add: Add, analysed: list[str]) -> None:
    """A date tells which Tuesday is meant."""
    id_ = add("Mills", "Eleven mills burnt.")
    keeping.evidence_of(archive, archive.articles.many([id_]))
    archive.corrections.field([id_], "published", "2016-06-22").do()
    keeping.evidence_of(archive, archive.articles.many([id_]))
    assert len(analysed) == 2


def test_catching_up(archive: Archive, add: Add, analysed: list[str]) -> None:
    """All that waits is marked, in as many steps as it takes, and nothing twice."""
    for number in range(keeping.SLICE + 3):
        add("Mills", f"{number} mills burnt.")
    assert keeping.catch_up(silent, archive, 60.0) == keeping.SLICE + 3
    assert keeping.catch_up(silent, archive, 60.0) == 0
    assert len(analysed) == keeping.SLICE + 3


@pytest.mark.usefixtures("analysed")
def test_catching_up_ends(archive: Archive, add: Add) -> None:
    """It ends when its time is up, and where nothing can be written."""
    add("Mills", "Eleven mills burnt.")
    assert keeping.catch_up(silent, archive, 0.0) == 0
    archive.db.execute("PRAGMA query_only = ON")
    assert keeping.catch_up(silent, archive, 60.0) == 0
    assert archive.evidence.waiting(VERSION, 9) == [1]
