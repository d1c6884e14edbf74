"""The JSON of the command line. Its names are a contract: fields may be added, never renamed or removed."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop_app.core.archive import Archive
from desktop_app.core.archive.facets import Counts
from desktop_app.core.article import ArchivedArticle, Article, FileOutcome, ImportReport
from desktop_app.core.errors import UserError
from desktop_app.core.search import Found
from desktop_app.core.search.snippets import snippet

if TYPE_CHECKING:  # what comparing and writing need is heavy, and no search should wait for it
    from desktop_app.core.analysis.evidence import Evidence
    from desktop_app.core.comparison import Comparison
    from desktop_app.core.comparison.rows import Kind, Row
    from desktop_app.core.comparison.sharing import Sharing
    from desktop_app.core.export.typeset import Written
    from desktop_app.core.search.related import Related

Shape = dict[str, Any]

MARKED = ("quotations", "figures", "names", "dates")
ROWS: "tuple[Kind, ...]" = ("quotations", "figures", "names", "statements")


def of_article(article: Article, file: str, index: int) -> Shape:
    """Return what `inspect` says of an article."""
    names = ("title", "byline", "source", "publisher_url", "url", "captured", "published")
    more = ("dateline", "language", "encoding", "text")
    return {
        "file": file,
        "index": index,
        **{name: getattr(article, name) for name in names},
        "published_evidence": article.evidence.get("published"),
        **{name: getattr(article, name) for name in more},
        "parts": [{"start": part.start, "end": part.end, "role": part.role} for part in article.parts],
        "body": article.body,
        "warnings": list(article.warnings),
    }


def of_failure(file: str, error: UserError) -> Shape:
    """Return what `inspect` says of a file it cannot read."""
    return {"file": file, "error": of_error(error)}


def of_error(error: UserError) -> Shape:
    """Return what is said of anything that failed."""
    return {"code": error.code, "message": error.message}


def of_archived(kept: ArchivedArticle, tags: Sequence[str], note: str) -> Shape:
    """Return what `show` says."""
    return {
        **of_article(kept.article, kept.original_name, kept.position),
        "id": kept.id,
        "sha256": kept.sha256,
        "original_name": kept.original_name,
        "imported": kept.imported,
        "tags": list(tags),
        "notes": [note] if note else [],
        "by_hand": sorted(kept.by_hand),
    }


def of_import(report: ImportReport, added: Sequence[int]) -> Shape:
    """Return what `import` says."""
    return {
        "import": report.id,
        "added": list(added),
        "duplicates": [{"file": file.file, "of": file.article} for file in report.having("duplicate")],
        "failed": [of_failed_file(file) for file in report.having("failed")],
        "seconds": report.seconds,
    }


def of_failed_file(file: FileOutcome) -> Shape:
    """Return what `import` says of a file it could not read."""
    return {"file": file.file, "code": file.code, "message": file.message}


def of_search(found: Found, page: Sequence[ArchivedArticle], counts: Counts) -> Shape:
    """Return what `search` says; `page` is the part of the hits that was asked for."""
    known = {facet: [count for count in values if count[0]] for facet, values in counts.values.items()}
    return {
        "total": len(found.ids),
        "exact": found.exact,
        "took_ms": round(found.took_ms, 3),
        "hits": [of_hit(kept, found) for kept in page],
        "facets": {**known, "year": known["year"][::-1]},
        "spellings": [
            {
                "term": matched.name.written,
                "matched": [list(spelling) for spelling in matched.spellings],
                "without": [list(spelling) for spelling in matched.without],
            }
            for matched in found.spellings
        ],
        "suggestion": found.suggestion,
        "partial": found.partial,
        "explanation": found.query.explanation,
    }


def of_hit(kept: ArchivedArticle, found: Found) -> Shape:
    """Return what `search` says of one hit."""
    return {
        "id": kept.id,
        "title": kept.article.title,
        "source": kept.article.source,
        "published": kept.article.published,
        "original_name": kept.original_name,
        "score": round(found.scores.get(kept.id, 0.0), 4),
        "snippet": [{"text": text, "hit": hit} for text, hit in snippet(kept.article, found.query)],
    }


def of_evidence(evidence: "Evidence") -> Shape:
    """Return what `analyse` says of an article."""
    return {
        "sentences": [{"start": start, "end": end} for start, end in evidence.sentences],
        **{kind: [asdict(mark) for mark in getattr(evidence, kind)] for kind in MARKED},
    }


def of_related(archive: Archive, found: Sequence["Related"]) -> Shape:
    """Return what `related` says; an article deleted meanwhile is left out."""
    names = {kept.id: kept.original_name for kept in archive.articles.summaries([hit.id for hit in found])}
    return {
        "hits": [
            {
                "id": hit.id,
                "original_name": names[hit.id],
                "score": hit.score,
                "same_event": hit.same_event,
                "reasons": list(hit.reasons),
            }
            for hit in found
            if hit.id in names
        ]
    }


def of_wording(found: Sequence["Sharing"]) -> list[Shape]:
    """Return what `related` says of shared wording; in the spans the article asked for is 0, the other 1."""
    return [
        {
            "id": each.id,
            "share": each.share,
            "of_theirs": each.of_theirs,
            "passages": [
                {
                    "spans": [
                        {"article": article, "start": start, "end": end}
                        for article, (start, end) in enumerate((passage.first, passage.second))
                    ],
                    "likeness": passage.likeness,
                }
                for passage in each.passages
            ],
        }
        for each in found
    ]


def of_comparison(articles: Sequence[tuple[int | None, Article]], comparison: "Comparison") -> Shape:
    """Return what `compare` says; an article compared as a file has no id."""
    texts = [article.text for _, article in articles]
    return {
        **of_passages(articles, comparison),
        **{kind: [of_row(row, texts) for row in comparison.of(kind)] for kind in ROWS},
        "only_here": [asdict(span) for span in comparison.only_here],
        "shared_share": [list(row) for row in comparison.shared_share],
        "wire": [list(group) for group in comparison.wire],
        "timeline": [asdict(event) for event in comparison.timeline],
    }


def of_row(row: "Row", texts: Sequence[str]) -> Shape:
    """Return what `compare` says of one matter: for each article a list of where it speaks of it."""
    return {
        "label": row.label,
        "mark": row.mark,
        "cells": [
            [
                {"start": span.start, "end": span.end, "text": texts[span.article][span.start : span.end]}
                for span in cell
            ]
            for cell in row.cells
        ],
        "reasons": list(row.reasons),
        "by": row.by,
    }


def of_passages(articles: Sequence[tuple[int | None, Article]], comparison: "Comparison") -> Shape:
    """Return what `compare --only passages` says; `article` counts the articles from 0."""
    return {
        "articles": [
            {"id": id_, "title": article.title, "source": article.source, "published": article.published}
            for id_, article in articles
        ],
        "passages": [
            {
                "spans": [asdict(span) for span in passage.spans],
                "likeness": passage.likeness,
            }
            for passage in comparison.passages
        ],
    }


def of_written(place: str, written: "Written") -> Shape:
    """Return what `export` says."""
    return {"written": place, "bytes": written.bytes, "pages": written.pages, "notes": list(written.notes)}
