"""Shared wording of several reports as rows: what each pair shares, put together where it is about one stretch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Article
from desktop_app.core.comparison.paragraphs import taken_apart
from desktop_app.core.comparison.rows import Row, Span


@dataclass(frozen=True)
class Passage:
    """Wording that two articles share, and how alike it is, from 0 to 1."""

    spans: tuple[Span, Span]
    likeness: float


def passage_rows(passages: Sequence[Passage], articles: Sequence[Article]) -> tuple[Row, ...]:
    """Return the rows of shared wording, in the order of the first article that has them."""
    return _rows([piece for passage in passages for piece in _taken_apart(passage, articles)], articles)


def _taken_apart(passage: Passage, articles: Sequence[Article]) -> list[Passage]:
    """Return a passage as one for each paragraph it runs over."""
    a, b = passage.spans
    pieces = taken_apart(articles[a.article], (a.start, a.end), articles[b.article], (b.start, b.end))
    return [
        Passage((Span(a.article, *first), Span(b.article, *second)), passage.likeness) for first, second in pieces
    ]


def _rows(passages: Sequence[Passage], articles: Sequence[Article]) -> tuple[Row, ...]:
    """Group the passages that are about the same stretch, the most alike first.

    A short quotation never pulls in the long report around it: what joins a row covers at least half of what the
    row has in that article, and the other way round.
    """
    rows: list[dict[int, Span]] = []
    for passage in sorted(passages, key=lambda passage: (-passage.likeness, passage.spans)):
        for row in rows:
            if _fits(passage, row):
                for span in passage.spans:
                    row.setdefault(span.article, span)
                break
        else:
            rows.append({span.article: span for span in passage.spans})
    return tuple(_row(row, articles) for row in sorted(rows, key=lambda row: sorted(row.values())))


def _row(spans: Mapping[int, Span], articles: Sequence[Article]) -> Row:
    """Return a row of shared wording, called by its words in the first article that has it."""
    wordings = [" ".join(articles[i].text[spans[i].start : spans[i].end].split()) for i in sorted(spans)]
    plain = {wording.strip("“”\"'., ").casefold() for wording in wordings}
    cells = tuple((spans[i],) if i in spans else () for i in range(len(articles)))
    return Row(wordings[0], "same" if len(plain) == 1 else "differs", cells)


def _fits(passage: Passage, row: dict[int, Span]) -> bool:
    """Tell whether a passage is the matter of a row: it meets it somewhere and disagrees with it nowhere."""
    met = [_same_stretch(span, row[span.article]) for span in passage.spans if span.article in row]
    return bool(met) and all(met)


def _same_stretch(a: Span, b: Span) -> bool:
    """Tell whether the overlap is at least half of both."""
    overlap = min(a.end, b.end) - max(a.start, b.start)
    return 2 * overlap >= max(a.end - a.start, b.end - b.start)
