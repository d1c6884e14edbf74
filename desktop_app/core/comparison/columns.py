"""How the texts of a comparison stand side by side: which rows level the columns, and what stands beside what."""

from collections.abc import Sequence

from desktop_app.core.article import Article
from desktop_app.core.comparison.paragraphs import paragraphs
from desktop_app.core.comparison.rows import Row

# Enough for reports of one event to be levelled as well as can be; beyond it, near copies level anyway.
MOST_ROWS, MOST_WAYS = 120, 32

Range = tuple[int, int]
Block = tuple[tuple[Range, ...], ...]
Level = dict[int, Range]  # the first and the last paragraph of a row, by article


def anchors(rows: Sequence[Row]) -> list[Row]:
    """Return the largest set of rows that keeps its order in every column, from top to bottom.

    Columns can be levelled at all of these at once. Of very many rows, only the longest are considered.
    """
    longest = sorted(rows, key=lambda row: -sum(span.end - span.start for span in row.spans))[:MOST_ROWS]
    width = 1 + max((span.article for row in rows for span in row.spans), default=0)
    # How far each column is used up, and the rows chosen to get there.
    ways: dict[tuple[int, ...], list[Row]] = {(0,) * width: []}
    while True:
        longer: dict[tuple[int, ...], list[Row]] = {}
        for used, chosen in ways.items():
            for row in longest:
                if all(span.start >= used[span.article] for span in row.spans):
                    longer.setdefault(_used(used, row), [*chosen, row])
        if not longer:
            return next(iter(ways.values()))
        ways = _shortest(longer)


def _used(used: tuple[int, ...], row: Row) -> tuple[int, ...]:
    """Return how far the columns are used up once a row stands under what was chosen before."""
    ends = {span.article: span.end for span in row.spans}
    return tuple(ends.get(article, end) for article, end in enumerate(used))


def _shortest(ways: dict[tuple[int, ...], list[Row]]) -> dict[tuple[int, ...], list[Row]]:
    """Keep the ways that no other way beats in every column."""
    kept: dict[tuple[int, ...], list[Row]] = {}
    for used in sorted(ways, key=lambda used: (sum(used), used)):
        beaten = any(all(a <= b for a, b in zip(other, used, strict=True)) for other in kept)
        if not beaten and len(kept) < MOST_WAYS:
            kept[used] = ways[used]
    return kept


def blocks(articles: Sequence[Article], rows: Sequence[Row]) -> list[Block]:
    """Return what stands side by side, from top to bottom: for each article the paragraphs of its cell.

    Paragraphs that an anchor links share a block. Every paragraph is in one cell, in the order of its article.
    """
    texts = [paragraphs(article) for article in articles]
    levels = [_level(row, texts) for row in anchors(rows)]
    done = [0] * len(texts)
    found: list[list[list[Range]]] = []

    def take(until: Sequence[int], *, new: bool) -> None:
        """Put the paragraphs up to these into a block."""
        cells = [text[start:end] for text, start, end in zip(texts, done, until, strict=True)]
        done[:] = map(max, done, until)
        if new or not found:
            found.append(cells)
        else:
            found[-1] = [cell + more for cell, more in zip(found[-1], cells, strict=True)]

    for place, level in enumerate(levels):
        apart = all(first >= done[article] for article, (first, _) in level.items())
        if apart:
            take([_next(levels[place:], article, end) for article, end in enumerate(done)], new=True)
        # An article that nothing links any more goes along, a paragraph at a time.
        along = [_next(levels[place:], article, end + 1) for article, end in enumerate(done)]
        take([level[i][1] + 1 if i in level else end for i, end in enumerate(along)], new=apart)
    take([len(text) for text in texts], new=True)
    return [tuple(map(tuple, block)) for block in found if any(block)]


def _level(row: Row, texts: Sequence[Sequence[Range]]) -> Level:
    """Return which paragraphs a row touches in each of its articles."""
    touched = {
        span.article: [
            i for i, (start, end) in enumerate(texts[span.article]) if start < span.end and span.start < end
        ]
        for span in row.spans
    }
    return {article: (places[0], places[-1]) for article, places in touched.items() if places}


def _next(levels: Sequence[Level], article: int, otherwise: int) -> int:
    """Return the paragraph of an article at which the next of these levels stands."""
    return next((level[article][0] for level in levels if article in level), otherwise)
