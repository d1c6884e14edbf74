"""Working a comparison out: on a thread where it is soon done, else in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.analysis.evidence import VERSION
from desktop_app.core.analysis.keeping import evidence_of
from desktop_app.core.archive import opened
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison import Comparison, compare
from desktop_app.core.comparison.rows import Kind, Row
from desktop_app.core.comparison.user_word import said_of
from desktop_app.core.progress import Progress
from desktop_app.core.work import in_process
from desktop_app.ui.comparison.matters import rows_by_kind

LONG = 80_000  # characters that are compared on a thread: any longer, it would slow typing down
ANALYSING = 5  # times as long takes a text of which no marks are kept


@dataclass(frozen=True)
class WorkedOut:
    """A comparison with its articles in the order of the columns."""

    articles: Sequence[ArchivedArticle]
    comparison: Comparison
    rows: dict[Kind, list[Row]]  # as the tabs list them


def work_out(report: Progress, folder: Path, ids: list[int]) -> WorkedOut:
    """Compare articles of an archive, with what the user has said of them; runs on a thread."""
    with opened(folder) as archive:
        kept = archive.evidence.of(ids, VERSION)
        texts = {article.id: len(article.article.text) for article in archive.articles.many(ids)}
    effort = sum(length * (1 if id_ in kept else ANALYSING) for id_, length in texts.items())
    worked_out: WorkedOut = (
        in_process(report, _compared, folder, ids) if effort > LONG else _compared(report, folder, ids)
    )
    return worked_out


def oldest_first(articles: Sequence[ArchivedArticle]) -> list[ArchivedArticle]:
    """Return articles as the columns stand: by date, those without one last."""
    return sorted(
        articles, key=lambda article: (article.article.published is None, article.article.published or "")
    )


def _compared(report: Progress, folder: Path, ids: list[int]) -> WorkedOut:
    report(0, 0)
    with opened(folder) as archive:
        articles = oldest_first(archive.articles.many(ids))
        evidence = evidence_of(archive, articles)
        said = said_of(archive, articles)
    comparison = compare([kept.article for kept in articles], evidence, said)
    return WorkedOut(articles, comparison, rows_by_kind(comparison, articles))
