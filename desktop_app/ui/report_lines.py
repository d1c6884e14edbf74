"""What the import report and the list of what needs attention say, line by line; read off the interface thread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from desktop_app.core.article import FileOutcome, ImportReport, Summary
from desktop_app.core.progress import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.core.archive.attention import UnreadFile, UnsureArticle

Kind = Literal["heading", "failed", "guessed", "undated", "duplicate", "added"]
REASONS = {
    "empty": "empty",
    "binary": "not text",
    "damaged": "damaged",
    "unsupported": "of a kind that is not read",
    "protected": "protected by a password",
    "too_large": "too large",
    "too_slow": "took too long",
    "no_text": "pictures of pages without text",
    "no_permission": "not allowed to be read",
    "vanished": "no longer there",
    "disk_full": "no room on the disk",
}
GONE = "an article that has been removed"


@dataclass(frozen=True)
class Line:
    """One line: a file or an article and what there is to say of it, or the heading of a group.

    `file` is the place of a file that can be shown, `article` the article that can be opened, 0 for none.
    """

    kind: Kind
    name: str
    says: str = ""
    file: str = ""
    article: int = 0
    code: str = ""


@dataclass(frozen=True)
class ReadReport:
    """An import as the page shows it: its lines by tab, and how many articles there are of each kind."""

    report: ImportReport
    imports: Sequence[ImportReport]
    lines: Mapping[str, Sequence[Line]]
    added: int
    guessed: int
    undated: int
    here: int  # articles it added that are in the archive today

    @property
    def failed(self) -> list[str]:
        """The places of the files that could not be read."""
        return [outcome.file for outcome in self.report.having("failed")]


def read_report(_report: Progress, folder: Path, asked: ImportReport | int | None) -> ReadReport | None:
    """Return the report of an import, by default of the last; None when there was none."""
    from desktop_app.core.archive import opened

    with opened(folder) as archive:
        wanted = asked if asked is not None else archive.imports.latest()
        if wanted is None:
            return None
        return _read(archive, archive.imports.report(wanted) if isinstance(wanted, int) else wanted)


def read_attention(_report: Progress, folder: Path) -> list[Line]:
    """Return what needs attention in an archive."""
    from desktop_app.core.archive import opened
    from desktop_app.core.archive.articles import Selection

    with opened(folder) as archive:
        unsure = archive.attention.articles()
        known = _known(archive, [article.article for article in unsure])
        undated = archive.articles.count(Selection(undated=True))
        return [*failures(archive.attention.files()), *guesses(unsure, known), *undated_line(undated)]


def _read(archive: "Archive", report: ImportReport) -> ReadReport:
    from desktop_app.core.archive.articles import Selection

    here = set(archive.articles.ids(Selection(imported_by=report.id)))
    unsure = [article for article in archive.attention.articles() if article.article in here]
    known = _known(archive, {*(file.article or 0 for file in report.files), *(a.article for a in unsure)})
    undated = archive.articles.count(Selection(undated=True, imported_by=report.id))
    failed = report.having("failed")
    attention = [*failures(failed), *guesses(unsure, known), *undated_line(undated)]
    return ReadReport(
        report,
        archive.imports.all(),
        {
            "attention": attention,
            "duplicate": duplicates(report.having("duplicate"), known),
            "added": additions(report.having("added"), known),
        },
        added=sum(file.articles or 1 for file in report.having("added")),
        guessed=len(unsure),
        undated=undated,
        here=len(here),
    )


def _known(archive: "Archive", ids: Iterable[int]) -> dict[int, Summary]:
    return {article.id: article for article in archive.articles.summaries(list(ids))}


def failures(files: Sequence["FileOutcome | UnreadFile"]) -> list[Line]:
    """Return the files that could not be read, by reason, the commonest first."""
    lines: list[Line] = []
    for code, count in Counter(file.code for file in files).most_common():
        lines.append(Line("heading", f"Could not be read: {REASONS.get(code, 'another reason')} · {count:,}"))
        lines += [
            Line("failed", PurePath(file.file).name, file.message, file=file.file, code=code)
            for file in files
            if file.code == code
        ]
    return lines


def guesses(unsure: Sequence["UnsureArticle"], known: Mapping[int, Summary]) -> list[Line]:
    """Return the articles in which something was guessed or lost."""
    lines = [Line("heading", f"Guessed or lost in reading · {len(unsure):,}")] if unsure else []
    for article in unsure:
        summary = known.get(article.article)
        name = summary.heading if summary else GONE
        lines.append(Line("guessed", name, " ".join(article.warnings), article=article.article))
    return lines


def undated_line(count: int) -> list[Line]:
    """Return the one line about the articles without a date."""
    if not count:
        return []
    articles = "1 article" if count == 1 else f"{count:,} articles"
    says = "The original states none that can be read in only one way. Set it for one, or for many at once."
    return [Line("heading", f"Date unknown · {count:,}"), Line("undated", articles, says)]


def duplicates(files: Sequence[FileOutcome], known: Mapping[int, Summary]) -> list[Line]:
    """Return the files that were here already, and as what."""
    lines = []
    for file in files:
        article = known.get(file.article or 0)
        same = f"“{article.heading}”" if article else GONE
        says = f"The same file as {same}."
        lines.append(Line("duplicate", PurePath(file.file).name, says, file.file, article.id if article else 0))
    return lines


def additions(files: Sequence[FileOutcome], known: Mapping[int, Summary]) -> list[Line]:
    """Return the files that were read, and the articles in them."""
    lines = []
    for file in files:
        more = f" and {file.articles - 1:,} more" if file.articles > 1 else ""
        article = known.get(file.article or 0)
        says = f"{article.heading}{more}" if article else "Removed since."
        lines.append(Line("added", PurePath(file.file).name, says, file.file, article.id if article else 0))
    return lines
