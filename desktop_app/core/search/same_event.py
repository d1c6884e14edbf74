"""The reports of one event: those of other sources beside an article, and the new ones beside a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.archive import Archive, explained, open_archive
from desktop_app.core.archive.comparisons import SavedComparison
from desktop_app.core.article import Summary
from desktop_app.core.search.related import Coverage


@dataclass(frozen=True)
class Report:
    """Another report of an event, and why it is taken for one, each reason in words."""

    summary: Summary
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """What other sources report of the event of an article, the surest first.

    `copies` are articles left out because they say the same, or nearly, as the article or one of the reports;
    `indexed` is False when the article is not indexed yet, so that nothing is known.
    """

    article: Summary
    reports: tuple[Report, ...] = ()
    copies: tuple[int, ...] = ()
    indexed: bool = True


class Events:
    """Answers for one archive, keeping what it learns while the index does not change; for one thread at a time.

    Raises IndexDamaged when the index must be rebuilt, ArchiveError when the archive cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._archive: Archive | None = None
        self._coverage: Coverage | None = None

    def close(self) -> None:
        """Let go of the archive and its index; the next question opens them again."""
        if self._coverage:
            self._coverage.close()
        if self._archive:
            self._archive.db.close()
        self._archive = self._coverage = None

    def elsewhere(self, id_: int) -> Elsewhere | None:
        """Return what other sources report of the event of an article; None when there is no such article."""
        archive, coverage = self._opened()
        with explained(self.folder):
            article = next(iter(archive.articles.summaries([id_])), None)
            if article is None:
                return None
            if not coverage.knows(id_):
                return Elsewhere(article, indexed=False)
            near = {related.id: related.reasons for related in coverage.related(id_) if related.same_event}
            others = [other for other in archive.articles.summaries(list(near)) if not _one_source(article, other)]
            copies = _folded(archive, [id_, *(other.id for other in others)])
        reports = tuple(Report(other, near[other.id]) for other in others if other.id not in copies)
        return Elsewhere(article, reports, tuple(sorted(copies)))

    def new_beside(self, saved: SavedComparison) -> list[Summary]:
        """Return the articles imported since a comparison was saved that report its event, the surest first.

        Those the user has been told of are left out, and copies of what is in it or was told of.
        """
        archive, coverage = self._opened()
        known = [*saved.articles, *saved.seen]
        with explained(self.folder):
            near: dict[int, float] = {}
            for id_ in saved.articles:
                for related in coverage.related(id_):
                    if related.same_event and related.id not in known:
                        near[related.id] = max(related.score, near.get(related.id, 0.0))
            found = archive.articles.many(sorted(near, key=near.__getitem__, reverse=True))
            new = [article.id for article in found if article.imported > saved.saved]
            copies = _folded(archive, [*known, *new])
            return archive.articles.summaries([id_ for id_ in new if id_ not in copies])

    def _opened(self) -> tuple[Archive, Coverage]:
        """Return the archive and what its articles are about, opened again when the index has changed."""
        if self._archive and self._coverage and self._coverage.is_latest():
            return self._archive, self._coverage
        self.close()
        self._archive = open_archive(self.folder, wandering=True)
        self._coverage = Coverage(self._archive)
        return self._archive, self._coverage


def _one_source(article: Summary, other: Summary) -> bool:
    """Tell whether two articles are known to be from one source; an unknown one may be any."""
    return bool(article.source) and article.source == other.source


def _folded(archive: Archive, ids: Sequence[int]) -> set[int]:
    """Return which of some articles say the same, or nearly, as one that stands before them."""
    return {copy for copies in archive.likenesses.folds(ids).values() for copy in copies}
