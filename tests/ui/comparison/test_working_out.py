"""A comparison comes out the same wherever it is worked out, and long work is not done beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.archive import opened
from desktop_app.core.progress import Progress, silent
from desktop_app.core.work import in_process
from desktop_app.ui.comparison import working_out
from desktop_app.ui.comparison.working_out import oldest_first, work_out


def test_the_oldest_report_stands_first(report) -> None:
    """Columns go by date; undated reports are last."""
    articles = [report(1), report(2, published="2024"), report(3, published="2023-05")]
    assert [article.id for article in oldest_first(articles)] == [3, 2, 1]


def test_long_work_is_done_in_a_process_of_its_own(small_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has to be analysed first counts for more; the outcome is the same."""
    done: list[Callable[..., Any]] = []

    def elsewhere(report: Progress, work: Callable[..., Any], *args: Any) -> Any:
        done.append(work)
        return in_process(report, work, *args)

    monkeypatch.setattr(working_out, "in_process", elsewhere)
    with opened(small_archive) as archive:
        ids = list(archive.articles.ids())
        length = sum(len(kept.article.text) for kept in archive.articles.many(ids))
    monkeypatch.setattr(working_out, "LONG", length)
    first = work_out(silent, small_archive, ids)
    assert len(done) == 1
    assert work_out(silent, small_archive, ids) == first
    assert len(done) == 1
