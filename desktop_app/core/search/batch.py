"""A list of terms searched one after the other, and how many articles of which source have each."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.archive import opened
from desktop_app.core.progress import Progress
from desktop_app.core.search.finder import Finder


@dataclass(frozen=True)
class TermCount:
    """A term as it was given, how many articles it finds, and how many of them are of each source."""

    term: str
    total: int
    by_source: Mapping[str, int]


@dataclass(frozen=True)
class Batch:
    """The terms in the order given, and all sources in which any was found, the largest first; "" is unknown."""

    terms: Sequence[TermCount]
    sources: Sequence[str]


def batch(report: Progress, folder: Path, terms: Sequence[str]) -> Batch:
    """Search for each term with an index of its own, so that it runs beside other searches."""
    finder = Finder(folder)
    counted: list[TermCount] = []
    sums: dict[str, int] = {}
    try:
        with opened(folder) as archive:
            for done, term in enumerate(terms):
                report(done, len(terms), term)
                found = finder.find(term)
                complete = found.ids[: len(found.ids) - found.partial]
                by_source = dict(archive.facets.count(complete).values["source"])
                counted.append(TermCount(term, len(complete), by_source))
                for source, count in by_source.items():
                    sums[source] = sums.get(source, 0) + count
    finally:
        finder.close()
    return Batch(counted, sorted(sums, key=lambda source: (-sums[source], source)))


def terms_of(text: str, *, table: bool = False) -> list[str]:
    """Return the terms in a text, one a line, each once; of a table with commas or semicolons the first column."""
    lines = text.splitlines()
    if table:
        delimiter = max(",;\t", key=text.count)
        csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # of the whole process: never lowered
        lines = [row[0] for row in csv.reader(lines, delimiter=delimiter) if row]
    return list(dict.fromkeys(stripped for line in lines if (stripped := " ".join(line.split()))))


def as_csv(counts: Batch) -> str:
    """Return the table of counts as CSV: a row for each term, a column for each source."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Term", "Articles", *(source or "Unknown source" for source in counts.sources)])
    for term in counts.terms:
        writer.writerow([term.term, term.total, *(term.by_source.get(source, 0) for source in counts.sources)])
    return out.getvalue()
